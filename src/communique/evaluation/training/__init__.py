"""Training of what is learned: scripts, and passages of our own that serve for nothing else."""
