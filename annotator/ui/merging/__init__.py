"""Copies brought together: what would come is shown first, and what does not go together is settled side by side."""
