"""Work that travels: handed over, taken back, and what a package says of itself."""
