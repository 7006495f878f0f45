"""Code right-to-left news text by hand: highlight spans, compare coders, export labelled data sets."""

__version__ = "0.1.0"
