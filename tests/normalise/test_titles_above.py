"""Titles above tables and headers: of the document, and of the section whose actions stand below."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read

ACTION = ("Action | Lead | By when | Cost | Notes", "Plant trees in parks | Ann Lee | May 2026 | £5 | ")


@pytest.mark.parametrize(
    "title",
    ["Key indicator 1: all pupils are active for 30 minutes a day", "Priority 2: Delivery of the Housing Strategy"],
)
def test_a_numbered_title_above_the_header_is_the_theme_whatever_plan_it_speaks_of(title: str) -> None:
    above = ("Academic Year: 2020/21 | Total fund: | Date Updated: | < | ", f"{title} | < | < | < | Share of total:")
    plan = read(document("# Sports Grant", table(*above, *ACTION)))
    assert [a.theme for a in plan.actions] == [title]
    assert title not in [u.text for u in plan.unplaced]


def test_a_title_above_the_header_that_speaks_of_the_plan_is_no_theme() -> None:
    plan = read(document("# Anytown", table("Annex 2: Housing Action Plan | < | < | < | <", *ACTION)))
    assert [a.theme for a in plan.actions] == [""]


def test_words_alone_in_the_column_of_actions_above_the_headings_said_again_are_the_theme() -> None:
    head, parks = "Action | Lead | By when", "Plant forty trees in the parks | Ann Lee | May 2026"
    roads = ("Mend the paths by the church | Bo Ray | June 2026", "Mend the steps to the station | Bo Ray | July 2026")
    plan = read(document("# Plan", table(head, parks, " | | ", "Roads and paths | | ", " | | ", head, *roads)))
    assert [a.theme for a in plan.actions] == ["", "Roads and paths", "Roads and paths"]


def test_the_last_action_of_a_page_is_no_theme_of_the_next() -> None:
    head, rows = "Action | Lead | By when", ("Replace all of the windows in the hall | Ann Lee | May 2026",)
    plan = read(document("# Plan", table(head, *rows, "Asbestos survey | | ", head, *rows)))
    assert [a.theme for a in plan.actions] == ["", "", ""]


def test_several_rows_alone_above_the_headings_said_again_are_themes() -> None:
    head, rows = "Action | Lead | By when", ("Replace all of the windows in the hall | Ann Lee | May 2026",)
    titles = "Roads and paths | | ", "Parks and trees | | "
    plan = read(document("# Plan", table(head, *rows, titles[0], head, *rows, titles[1], head, *rows)))
    assert [a.theme for a in plan.actions] == ["", "Roads and paths", "Parks and trees"]


def test_a_title_begun_in_the_column_of_numbers_is_whole() -> None:
    rows = ("12 | Count the car parks by the lake | Ann Lee | May 2026", "Access and | enjoyment | | ")
    more = (
        "13 | Mend the paths up to the lake | Bo Ray | June 2026",
        "14 | Waymark the paths for all | Bo Ray | July 2026",
    )
    table_ = table("Ref | Action | Lead | By when", "Wild places | < | < | <", *rows, *more)
    plan = read(document("# Plan", table_))
    assert [a.theme for a in plan.actions] == ["Wild places", *["Access and enjoyment"] * 2]


def test_a_line_that_leads_in_a_list_is_no_title_and_nor_is_the_list() -> None:
    lines = ("Under the Quality of Education inspectors consider:", "Intent - curriculum design")
    assert read(document(*lines, table(*ACTION))).plan == ""
    assert read(document("Anytown School Parks", *lines, table(*ACTION))).plan == "Anytown School Parks"


def test_a_line_that_leads_in_is_the_title_where_it_alone_speaks_of_a_plan() -> None:
    assert read(document("Parks action plan:", table(*ACTION))).plan == "Parks action plan:"
    lines = ("This plan will do the following:", "Parks Strategy 2026")
    assert read(document(*lines, table(*ACTION))).plan == "Parks Strategy 2026"


def test_labels_and_values_by_turns_in_a_row_above_the_header_hold_for_all_rows() -> None:
    rows = ("Priority 1: Writing | < | < | <", "Lead | Mrs J Hill | Budget | £500", "Action | Who | When | Success")
    made = document("# School plan", table(*rows, "Train the staff in phonics | | May 2026 | All trained"))
    (action,) = read(made).actions
    assert (action.theme, action.lead, action.resources) == ("Priority 1: Writing", "Mrs J Hill", "£500")


def test_what_stands_above_a_table_holds_below_its_banners_too() -> None:
    play, nature = ("Play | <", "Fit new swings | May 2026"), ("Nature (Lead: Ann Lee) | <", "Plant oaks | 2026")
    plan = read(document("# Plan", "## Parks", "Lead: Head of Parks", table("Action | By when", *play, *nature)))
    assert [(a.theme, a.lead) for a in plan.actions] == [("Play", "Head of Parks"), ("Nature", "Ann Lee")]


@pytest.mark.parametrize(("banner", "due"), [
    ("By March 2026", date(2026, 3, 31)), ("Year 1 (2025/26)", date(2026, 3, 31)), ("12 March 2026", None),
])  # fmt: skip
def test_a_banner_or_heading_that_is_a_time_dates_the_actions_below_where_no_column_does(
    banner: str, due: date | None
) -> None:
    rows = ("Action | Lead", "Fit new swings | Ann Lee", "Plant oak trees | Bo Ray")
    for made in (
        document("# Plan", f"## {banner}", table(*rows)),
        document("# Plan", table(rows[0], f"{banner} | <", *rows[1:])),
    ):
        assert [a.due_date for a in read(made).actions] == [due, due]


def test_rows_of_a_label_and_words_across_the_table_above_its_header_hold_for_all_rows() -> None:
    rows = ("Objective: | Cleaner streets | < | <", "Outcome: | Happier people | < | <", "No | Action | Owner | Due")
    (action,) = read(document("# Plan", table(*rows, "1 | Sweep daily | Bo Ray | May 2026"))).actions
    assert (action.theme, action.objective, action.outcome) == ("", "Cleaner streets", "Happier people")


@pytest.mark.parametrize(("line", "theme", "outcome"), [
    ("Outcome: Streets are clean", "Streets", "Streets are clean"),
    ("Outcome 1: Streets are clean", "Outcome 1: Streets are clean", ""),
])  # fmt: skip
def test_a_line_under_a_section_s_title_may_give_its_outcome(line: str, theme: str, outcome: str) -> None:
    (action,) = read(document("# Plan", "## Streets", line, table(*ACTION))).actions
    assert (action.theme, action.outcome) == (theme, outcome)


def test_a_banner_that_is_a_time_ends_the_time_of_the_heading_above_the_table() -> None:
    rows = (
        "Action | Lead",
        "Fit swings | Ann Lee",
        "Year 2 (2026/27) | <",
        "Plant oaks | Bo Ray",
        "Nature | <",
        "Dig | Al",
    )
    plan = read(document("# Plan", "## Year 1 (2025/26)", table(*rows)))
    assert [a.timescale for a in plan.actions] == ["Year 1 (2025/26)", "Year 2 (2026/27)", ""]


def test_banners_of_years_date_no_action_of_a_log_that_says_when_each_was_done() -> None:
    rows = ("Action | Lead | Completed", "2024/25 | < | <", "Fit swings | Ann Lee | May 2024", "Plant oaks | Bo Ray | ")
    assert [a.due_date for a in read(document("# Plan", table(*rows))).actions] == [None, None]


def test_the_date_in_a_row_of_labels_above_the_header_is_that_of_the_plan() -> None:
    made = document(
        "# Plan", table("Date: | March 2026 | Version: | 3", "Action | Lead | Notes | Cost", "Fit swings | Al | | 4")
    )
    assert [(a.timescale, a.due_date) for a in read(made).actions] == [("", None)]


@pytest.mark.parametrize("heading", ["Autumn term 2025", "Autumn 2025"])
def test_a_term_in_a_heading_is_that_of_a_meeting_and_dates_nothing(heading: str) -> None:
    made = document(
        "# Governing Body", f"## {heading}", table("Action | Lead", "Plant trees | Ann Lee", "Cut grass | Bo Ray")
    )
    assert [a.due_date for a in read(made).actions] == [None, None]


@pytest.mark.parametrize("banners", [("Autumn term 2025", "Spring 2026"), ("Autumn term 2025", "Reading")])
def test_terms_that_part_the_rows_of_a_plan_date_nothing_either(banners: tuple[str, str]) -> None:
    rows = (f"{banners[0]} | < | <", "Plant trees | Ann Lee | 12", f"{banners[1]} | < | <", "Cut grass | Bo Ray | 14")
    plan = read(document("# School Plan 2025/26", table("Action | Lead | Cost", *rows)))
    assert [(a.theme, a.due_date) for a in plan.actions] == [(banner, None) for banner in banners]
