"""The register of actors as a window of its own: who is in it, where they appear, merge and split."""
