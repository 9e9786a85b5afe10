"""Assessment of entries: what the figures of a measure mean, against what was promised."""
