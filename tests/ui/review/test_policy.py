from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.operations.annotations import label_span
from annotator.operations.codings import Where
from annotator.ui.review.policy import Policy

if TYPE_CHECKING:
    from tests.ui.review.conftest import Round


def test_it_speaks_only_where_the_policy_would_settle_something(of_three: Round, qtbot) -> None:
    policy = of_three.page.policy
    policy.count()
    assert policy.isHidden()
    body = of_three.sitting.text.body
    start = body.index("التحقيقات")
    end = start + len("التحقيقات")
    of_three.desk.bridge.do(label_span, Where("first", "one"), "remedy", ((start, end),))
    for coder in ("two", "three"):
        of_three.desk.bridge.do(label_span, Where("first", coder), "remedy", ((start, end + 1),))
    qtbot.waitUntil(policy.isVisible, timeout=3000)
    assert policy.sentence.text() == "The boundary policy would settle 1 of 4 open ones here."
    with qtbot.waitSignal(policy.asked):
        policy.button.click()


def test_without_an_article_it_says_nothing(of_three: Round) -> None:
    of_three.desk.open_article("")
    policy = Policy(of_three.sitting)
    policy.count()
    assert policy.isHidden()
