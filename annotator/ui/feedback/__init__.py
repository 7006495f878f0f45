"""Feedback: the dialog that sends it, and the page on which a colleague reads and answers it."""
