"""Qt; nobody imports it."""
