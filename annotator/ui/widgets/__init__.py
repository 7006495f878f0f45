"""Small parts used in several places."""
