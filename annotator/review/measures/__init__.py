"""Measures of agreement, each a function of counts, None where it is not defined."""
