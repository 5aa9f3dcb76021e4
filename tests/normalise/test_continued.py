"""Tables that go on over several pages, each with a title, a header and a note of its own."""

from __future__ import annotations

import pytest

from normalise.structure.titles import theme_text
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Lead | By when"
FIRST = ("Plant trees | Ann Lee | May 2026", "Mend paths | Ann Lee | May 2026")
SECOND = ("Sow seeds | Bo Ray | June 2026", "Open a park | Bo Ray | June 2026")


def themes(*blocks: str, header: str = HEAD, band: str = "") -> list[str]:
    """The themes of two tables with those lines between them, the first with a band above its rows."""
    first = [HEAD, *([f"{band} | < | <"] if band else []), *FIRST]
    second = [*([header] if header else []), *SECOND]
    plan = read(document("# Parks Action Plan", "## Warm homes", table(*first), *blocks, table(*second)))
    return [action.theme for action in plan.actions]


@pytest.mark.parametrize("again", ["Warm homes (continued)", "Warm homes – cont'd", "Warm homes cont.", "Warm homes"])
def test_a_title_said_again_over_the_page_names_the_same_theme(again: str) -> None:
    assert themes("## " + again) == ["Warm homes"] * 4


@pytest.mark.parametrize(
    "between", ["# Parks Action Plan", "## Parks Action Plan (contd.)", "* Subject to funding.", "Key: Red"]
)
@pytest.mark.parametrize("header", [HEAD, ""])
def test_a_theme_holds_over_the_plans_title_or_a_note_between_parts_of_a_table(between: str, header: str) -> None:
    assert themes(between, header=header, band="Theme 1: Parks") == ["Theme 1: Parks"] * 4


def test_another_title_between_tables_ends_a_theme() -> None:
    assert themes("## Cool streets", band="Theme 1: Parks") == ["Theme 1: Parks"] * 2 + ["Cool streets"] * 2


def test_a_band_said_again_as_continued_names_the_same_theme() -> None:
    plan = read(document(table(HEAD, "Parks | < | <", *FIRST, "Parks (cont’d) | < | <", *SECOND)))
    assert [action.theme for action in plan.actions] == ["Parks"] * 4


@pytest.mark.parametrize("title", ["Continued", "Care that will be continued", "Discontinued lines", "Social content"])
def test_a_title_that_speaks_of_going_on_stays_whole(title: str) -> None:
    assert theme_text(title) == title
