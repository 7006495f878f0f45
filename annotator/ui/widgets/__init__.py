"""Small parts that panels and dialogs share; they know the theme and nothing else."""
