"""Looking back at codings: what differs, what agrees; pure."""
