"""Figures for a paper and for the screen: one painter for both, in either direction of reading."""
