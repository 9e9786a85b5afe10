"""What stands in the tables of pages and papers alike: columns by key, and the cells of one entry under them."""
