"""The same round of three articles and three coders as for the page."""

from __future__ import annotations

from tests.ui.review.conftest import of_three, shown

__all__ = ["of_three", "shown"]
