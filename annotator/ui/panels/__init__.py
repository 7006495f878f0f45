"""What stands around the text."""
