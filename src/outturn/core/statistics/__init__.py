"""The engine of tables: statistics by published methods. Frames in, frames out; it knows periods, nothing else."""
