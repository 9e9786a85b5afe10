"""What a reader is told: each sentence decided once, for pages and papers alike."""
