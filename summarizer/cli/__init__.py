"""The command `brief`: options, exit codes, progress, and nothing else."""
