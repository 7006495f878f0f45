"""Qt item models over the readers."""
