"""Hits in context: every occurrence, what is found in the project; their rows, and how a line of them is drawn."""
