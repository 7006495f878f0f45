from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.text import Text
from annotator.review.excerpts import excerpt

BODY = "قال الوزير إن الزيارة انتهت أمس.\nThe minister Ivanov left Damascus yesterday, officials said.\n"


def test_the_words_stand_in_their_paragraph_and_read_from_its_side():
    text = Text(BODY)
    found = excerpt(text, ((4, 10),))
    assert (found.before, found.words, found.after) == ("قال ", "الوزير", " إن الزيارة انتهت أمس.")
    assert found.side == "rtl"
    start = BODY.index("Ivanov")
    assert excerpt(text, ((start, start + 6),)).side == "ltr"
    assert excerpt(text, ((start, start + 6),), "rtl").side == "rtl"


def test_what_is_far_is_cut_between_words_and_a_gap_shows():
    text = Text(BODY)
    start = BODY.index("Damascus")
    found = excerpt(text, ((start, start + 8),), around=12)
    assert (found.before, found.after) == ("…Ivanov left ", " yesterday,…")
    assert excerpt(text, ((0, 3), (4, 10))).words == "قال … الوزير"
    dense = Text("س" * 100)
    found = excerpt(dense, ((50, 51),), around=10)
    assert (found.before, found.after) == ("…" + "س" * 10, "س" * 10 + "…")


@given(st.text("ab \nس", min_size=1, max_size=60), st.data())
def test_whatever_is_chosen_its_words_are_those_of_the_text(body: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    found = excerpt(Text(body), ((start, end),), around=8)
    assert found.words == body[start:end]
    assert body[:start].endswith(found.before.lstrip("…"))
    assert body[end:].startswith(found.after.rstrip("…"))
