"""Everything a person can do; each returns a Change."""
