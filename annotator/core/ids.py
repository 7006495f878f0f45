"""Random ids, so that copies can be joined; and ids that follow from what a row keys."""

from __future__ import annotations

import hashlib
import json
import os


def new_id() -> str:
    """20 hexadecimal digits, 80 random bits."""
    return os.urandom(10).hex()  # what `secrets` does, without its imports


def keyed_id(*parts: str) -> str:
    """The same 20 digits wherever the same parts are keyed: two copies that do the same thing still join."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:20]
