"""The windows of Review: many settled at once, two articles side by side."""
