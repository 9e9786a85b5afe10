"""The engine alone: numbers and charts of a file, without a database."""
