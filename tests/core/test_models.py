from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from annotator.core.models import Boundary, Coder, Part


def test_two_models_are_equal_when_all_their_fields_are() -> None:
    one = Coder("c", "هناء", 30)
    assert one == Coder("c", "هناء", 30)
    assert one != Coder("c", "هناء", 40)
    assert Boundary() != Part("p", "a", "t", "lead", 0, 4)
    assert one != ("c", "هناء", 30, "")


def test_equal_models_are_one_in_a_set() -> None:
    assert {Boundary(), Boundary(quotes=True), Boundary(words=True)} == {Boundary(), Boundary(quotes=True)}


def test_a_model_tells_all_its_fields() -> None:
    assert repr(Coder("c", "هناء", 30)) == "Coder(id='c', name='هناء', hue=30, pseudonym='')"


def test_a_model_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Coder("c", "هناء", 30).hue = 40  # type: ignore[misc]
