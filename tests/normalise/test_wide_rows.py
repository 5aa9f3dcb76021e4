"""Rows whose title spans all columns but one, headers of two rows told again, and aims that stand alone."""

from __future__ import annotations

from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Intent | Implementation | < | Impact"
HOMES = ("Cut bills | Fit insulation | Ann Lee | £30", "Walk more | Build a path | Bo Ray | £90")
ASKED = (
    "Your school focus should be clear what you want the pupils to know: | Make sure your actions to achieve are linked"
    " to your intentions: | Funding allocated: | Evidence of impact: what do pupils now know and can do?:"
)


def test_a_title_beside_a_label_and_its_figure_is_the_theme() -> None:
    head = "Objective | Action | Lead | Cost"
    rows = ("Aim 1: Warm homes | < | < | Share of the budget:", "^ | ^ | ^ | 16%", HOMES[0],
            "Aim 2: Clean air | < | < | Share of the budget:", "^ | ^ | ^ | 5%", HOMES[1])  # fmt: skip
    for order in ((head, *rows), (*rows[:2], head, *rows[2:])):
        plan = read(document("# Anytown Plan", table(*order)))
        assert [(a.theme, a.action) for a in plan.actions] == [
            ("Aim 1: Warm homes", "Fit insulation"),
            ("Aim 2: Clean air", "Build a path"),
        ]
        assert {"16%", "5%"} <= {u.text for u in plan.unplaced}


def test_the_same_action_for_all_columns_but_one_is_no_title() -> None:
    plan = read(document(table("Ref | Action | Detail | RAG", "Plant three more trees by the pond | < | < | Green")))
    assert [a.theme for a in plan.actions] in ([], [""])


def test_both_rows_of_a_header_told_again_are_no_actions() -> None:
    rows = (
        "Fitter pupils | Buy skipping ropes | £90 | They skip",
        HEAD,
        ASKED,
        "Better swimming | Hire a coach | £400 | They swim",
    )
    plan = read(document("# Sports Premium", table(HEAD, ASKED, *rows)))
    assert [(a.objective, a.action, a.resources) for a in plan.actions] == [
        ("Fitter pupils", "Buy skipping ropes", "£90"),
        ("Better swimming", "Hire a coach", "£400"),
    ]


def test_an_aim_with_an_owner_of_its_own_is_an_action_and_no_more_of_the_one_above() -> None:
    head = "Objective | Action | Lead | By when"
    plan = read(
        document(
            table(
                head,
                "Warm homes | Fit insulation | Ann Lee | May 2026",
                "Release staff for training | | Bo Ray | June 2026",
            )
        )
    )
    assert [(a.objective, a.action, a.lead) for a in plan.actions] == [
        ("Warm homes", "Fit insulation", "Ann Lee"),
        ("", "Release staff for training", "Bo Ray"),
    ]
