"""Lines that say whose plan it is, of council and service: they head no section."""

from __future__ import annotations

from tests.documents import document, table
from tests.normalise.test_understand import read

ROWS = ("Action | Lead | By when", "Plant trees in parks | Ann Lee | May 2026")


def test_a_line_of_council_and_service_under_the_title_is_no_theme() -> None:
    plan = read(document("# Tree Plan", "Fenland District Council · Parks and Open Spaces", table(*ROWS)))
    assert [(a.council, a.theme) for a in plan.actions] == [("Fenland District Council", "")]


def test_several_such_lines_are_the_sections_of_a_joint_plan() -> None:
    lines = ("Fenland District Council – Parks", "Hartlepool Borough Council – Parks")
    plan = read(document("# Tree Plan", lines[0], table(*ROWS), lines[1], table(*ROWS)))
    assert [a.theme for a in plan.actions] == list(lines)
