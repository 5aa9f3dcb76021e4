"""An explanation shown: in the terminal, or as one page that needs nothing else."""
