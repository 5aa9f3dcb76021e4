"""The same plan in two formats is flagged once, a plan that only resembles it is not."""

from __future__ import annotations

from dataclasses import replace

from normalise.model import Plan
from normalise.twins import CODE, with_twins
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Lead | By when"
ROWS = (
    "Plant trees | Bo Ray | 2026",
    "Cut grass | Ann Lee | 2026",
    "Sweep roads | Ann Lee | 2026",
    "Mend walls | Bo Ray | 2026",
)


def plan(name: str, *rows: str) -> Plan:
    return replace(read(document(table(HEAD, *rows))), source_file=name)


def flagged(*plans: Plan) -> list[str]:
    return [p.source_file for p in with_twins(plans) if any(r.code == CODE for r in p.review)]


def test_the_second_of_two_alike_is_flagged_with_its_actions() -> None:
    first, second = with_twins([plan("a.doc", *ROWS), plan("a.pdf", *(r.replace("trees", "trees.") for r in ROWS))])
    assert [CODE in a.review for a in second.actions] == [True] * 4
    assert not any(CODE in a.review for a in first.actions)


def test_three_alike_are_counted_once() -> None:
    assert flagged(plan("a.doc", *ROWS), plan("b.pdf", *ROWS), plan("c.odt", *ROWS)) == ["b.pdf", "c.odt"]


def test_plans_that_share_half_their_actions_are_two_plans() -> None:
    other = (
        "Plant trees | Bo Ray | 2027",
        "Cut grass | Ann Lee | 2027",
        "Build homes | Ann Lee | 2027",
        "Teach | Bo | 2027",
    )
    assert flagged(plan("a.doc", *ROWS), plan("b.doc", *other)) == []


def test_two_actions_alike_prove_nothing() -> None:
    assert flagged(plan("a.doc", *ROWS[:2]), plan("b.doc", *ROWS[:2])) == []
