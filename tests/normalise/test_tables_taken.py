"""Which tables hold actions, where their headers stand, and which stand beside them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents import document, table
from tests.normalise.test_understand import read

PLAN = ("Action | Lead | By when", "Plant trees in parks | Parks Manager | 2026", "Cut the grass | Ann Lee | May 2026")

BESIDE = {
    "document control": ("Title | Anytown Plan", "Owner | Head of Policy", "Date approved | 3 May 2024",
                         "Review date | May 2026", "Status | Final"),
    "indicators": ("PI Ref | Description | Q1 | Target | Status | Lead", "PI 1 | Days lost | 2.1 | 8 | Green | Bo Ray",
                   "PI 2 | Invoices paid | 95% | 98% | Amber | Ann Lee"),
    "budget": ("Item | 2024/25 | 2025/26 | Total", "Staff | £30,000 | £31,000 | £61,000", "Events | £5 | £5 | £10",
               "Total | £35 | £36 | £71"),
    "members": ("Name | Job title | Responsibility", "Ann Lee | Director of Place | Chair of the board",
                "Bo Ray | Head of Parks | Delivery of theme 2"),
    "consultation": ("Date | Consultee | Method | Response", "3 May 2024 | Parish councils | Email | Support",
                     "9 June 2024 | Residents | Survey | 400 replies"),
    "comments": ("Respondent | Comment | Officer response", "Mrs Jones | More buses please | Noted. See section 4",
                 "Parish Council | We support the plan | Welcomed"),
    "equality": ("Characteristic | Impact | Mitigation", "Age | Fewer buses | Keep the phone line", "Sex | No | "),
    "strategies": ("Strategy | Lead | Link", "Housing Strategy | Head of Housing | Supports theme 1",
                   "Transport Plan | Planning Manager | Supports theme 2"),
    "key to letters": ("Visitors: | None | P – Present | S – Sanctioned",),
    "decisions": ("Date | Decision | Taken by", "12 June 2025 | Buy land | Cabinet", "9 July 2025 | Sell it | Chair"),
    "programme of meetings": ("Date of meeting | Item | Purpose | Lead officer",
                              "12 June 2026 | Budget | To note | Ann Lee",
                              "9 July 2026 | Bus services | To question the operator | Bo Ray"),
    "stakeholders": ("Stakeholder | Objectives | Overview of engagement", "Councils | Awareness | Promote it",
                     "Developers | Use of the data | Hold workshops with them"),
}  # fmt: skip


@pytest.mark.parametrize("rows", BESIDE.values(), ids=BESIDE)
def test_a_table_beside_the_actions_holds_none_and_changes_none(rows: tuple[str, ...]) -> None:
    assert read(document("# Anytown Plan", table(*rows))).actions == ()
    plan = read(document("# Anytown Plan", table(*rows), "Actions", table(*PLAN)))
    assert [a.action for a in plan.actions] == ["Plant trees in parks", "Cut the grass"]


def test_a_table_of_plain_contents_needs_no_header_and_is_read_with_doubt() -> None:
    rows = ("Write to the bank | Cllr Hughes | 31/03/2026", "Order new chairs | Cllr Patel | 30/04/2026")
    plan = read(document("# Actions", table(*rows)))
    assert [a.due_date for a in plan.actions] == [date(2026, 3, 31), date(2026, 4, 30)]
    assert all(a.confidence < 0.9 and "header-missing" in a.review for a in plan.actions)


def test_actions_in_other_words_with_an_owner_and_a_time_are_no_figures_of_indicators() -> None:
    rows = ("Ref | What we will do | Lead | When | Measure", "1 | Drop kerbs | Parks Manager | May 2026 | %")
    assert [a.lead for a in read(document("# Anytown Plan", table(*rows))).actions] == ["Parks Manager"]


def test_numbered_actions_and_their_status_need_no_header_under_an_owner_s_heading() -> None:
    first = table("1 | Write to local councils about it | Completed", "2 | Meet the minister | In progress")
    plan = read(document("# Panel", "# Chair", first))
    assert [(a.ref, a.lead, a.status) for a in plan.actions] == [
        ("1", "Chair", "complete"),
        ("2", "Chair", "in_progress"),
    ]


def test_headings_in_two_languages_are_read_in_the_one_that_is_known() -> None:
    head = "Action / Cam gweithredu | Lead / Arweinydd | By when / Erbyn pryd"
    plan = read(document(table(head, "Translate the site | Welsh Language Officer | March 2026")))
    assert [(a.lead, a.due_date) for a in plan.actions] == [("Welsh Language Officer", date(2026, 3, 31))]


def test_a_project_is_the_action_where_another_column_gives_the_place() -> None:
    head = "Site | Project | Capital cost | Year | Lead"
    plan = read(document(table(head, "Abbey Park | New play area | £120,000 | 2025/26 | Parks Officer")))
    assert [(a.theme, a.action) for a in plan.actions] == [("Abbey Park", "New play area")]


def test_recommendations_beside_agreed_actions_are_objectives() -> None:
    head = "Recommendation | Council response / action | Lead officer | Timescale"
    rows = ("Refresh the corporate plan | Draft a new plan with residents | Chief Executive | May 2026",
            "Strengthen scrutiny | Train all scrutiny members | Monitoring Officer | July 2026")  # fmt: skip
    plan = read(document(table(head, *rows)))
    assert [(a.objective, a.action) for a in plan.actions] == [
        ("Refresh the corporate plan", "Draft a new plan with residents"),
        ("Strengthen scrutiny", "Train all scrutiny members"),
    ]


def test_other_headings_half_way_down_a_table_hold_from_there() -> None:
    closed = (
        "Completed action | Completed by | Date completed | Evidence",
        "Paint the hall | Bo Ray | 1/2/2025 | Minute 4",
    )
    plan = read(document("# Log", table("Action | Owner | Due date | Update", "Plant | Ann Lee | 2026 | Dug", *closed)))
    assert [(a.action, a.lead, a.completed, a.evidence) for a in plan.actions] == [
        ("Plant", "Ann Lee", "", ""),
        ("Paint the hall", "Bo Ray", "1/2/2025", "Minute 4"),
    ]


def test_projects_are_the_actions_where_no_other_column_holds_them_and_are_flagged() -> None:
    rows = ("New library roof | Estates Manager | 2026", "Boiler replacement | Estates Manager | 2027")
    plan = read(document(table("Project | Lead | Date", *rows)))
    assert [a.action for a in plan.actions] == ["New library roof", "Boiler replacement"]
    assert all("low-confidence" in a.review for a in plan.actions)


ASIDE = {
    "risks": ("Risk | Likelihood | Impact | Mitigation | Owner", "Loss of staff | 3 | 4 | Train people | Ann Lee",
              "Funds withdrawn | 2 | 5 | Ask the board each month | Bo Ray"),
    "what happened": ("Date | Event", "May 2024 | Consultation opened", "July 2024 | Strategy adopted by Council"),
    "counts": ("Theme | Total actions | Complete | On track", "Place | 10 | 4 | 6", "People | 8 | 2 | 6"),
    "states": ("Status | Number of actions | %", "Complete | 12 | 40%", "In progress | 18 | 60%"),
}  # fmt: skip


@pytest.mark.parametrize("rows", ASIDE.values(), ids=ASIDE)
def test_risks_events_and_counts_are_no_actions_and_no_table_goes_on_from_them(rows: tuple[str, ...]) -> None:
    more = table("Order more bulbs | Cllr Hughes | 31/03/2026", "Write to the bank | Cllr Patel | 30/04/2026")
    plan = read(
        document("# Anytown Plan", table(*rows), "Actions", table(*PLAN), "And more", more, "Beside", table(*rows))
    )
    assert [a.action for a in plan.actions] == [
        "Plant trees in parks", "Cut the grass", "Order more bulbs", "Write to the bank",
    ]  # fmt: skip


def test_a_header_whose_words_are_unknown_is_told_by_the_cells_below() -> None:
    head = "Zorp | Blint of it | Quibble | Frim"
    rows = ("Homes | Insulate older homes | Ann Lee | March 2026", "Parks | Plant more trees | Bo Ray | May 2026")
    plan = read(document(table(head, *rows)))
    assert [(a.action, a.lead_person) for a in plan.actions] == [
        ("Insulate older homes", "Ann Lee"),
        ("Plant more trees", "Bo Ray"),
    ]


def test_a_row_of_hints_under_the_header_is_no_action() -> None:
    hints = "(please be specific) | Include names | e.g. March 2026"
    plan = read(document(table(PLAN[0], hints, *PLAN[1:])))
    assert len(plan.actions) == 2


def test_a_second_header_that_leaves_columns_blank_does_not_hide_the_first() -> None:
    rows = ("Ref | Action | Lead | Target date | Status", "1 | Plant trees | Ann Lee | May 2026 | Green",
            "Later actions | Responsible | Year | |", "Cut grass | Bo Ray | 2028 | |")  # fmt: skip
    plan = read(document(table(*rows)))
    assert [(a.action, a.lead) for a in plan.actions] == [("Plant trees", "Ann Lee"), ("Cut grass", "Bo Ray")]


def test_a_column_of_numbers_under_action_is_the_reference() -> None:
    plan = read(
        document(
            table("Action | What needs to happen | Lead", "1.1 | Plant trees | Ann Lee", "1.2 | Cut grass | Bo Ray")
        )
    )
    assert [(a.ref, a.action) for a in plan.actions] == [("1.1", "Plant trees"), ("1.2", "Cut grass")]


def test_a_heading_that_only_says_action_plan_is_no_theme() -> None:
    for heading, theme in (
        ("Action plan", ""),
        ("Appendix A: Delivery Plan", ""),
        ("Cleaner streets", "Cleaner streets"),
    ):
        plan = read(document("# Anytown Strategy", f"## {heading}", table(*PLAN)))
        assert {a.theme for a in plan.actions} == {theme}


def test_tables_without_a_header_go_on_alike_under_each_owner() -> None:
    first = table("Circulate the paper | Complete. Sent 3 October.", "Invite the minister | Reply awaited.")
    then = table("Provide three case studies | Two received by end of month.", "Test the toolkit | Ongoing.")
    last = table("Draft the response | Draft circulated.")
    blocks = ("# Actions report", "Actions for Ann Lee", first, "Actions for Bo Ray", then, "Actions for Di Roy", last)
    plan = read(document(*blocks))
    assert [(a.action.split()[0], a.lead) for a in plan.actions] == [
        ("Circulate", "Ann Lee"),
        ("Invite", "Ann Lee"),
        ("Provide", "Bo Ray"),
        ("Test", "Bo Ray"),
        ("Draft", "Di Roy"),
    ]


def test_a_heading_that_only_announces_the_plan_ends_the_section_before_it() -> None:
    asked = table("Question | Agree", "I can walk to a park | 81%")
    plan = read(document("# Parks", "## What residents told us", asked, "## Delivery plan", table(*PLAN)))
    assert {a.theme for a in plan.actions} == {""}


@pytest.mark.parametrize("sections", [("Green spaces", "Warm homes"), ("Theme 1: Green spaces",)])
def test_a_section_holds_for_the_plan_announced_below_it(sections: tuple[str, ...]) -> None:
    blocks = [block for section in sections for block in (f"## {section}", "## Action plan", table(*PLAN))]
    assert [a.theme for a in read(document("# Parks", *blocks)).actions][::2] == list(sections)


def test_a_body_s_name_and_a_year_above_the_table_is_no_theme() -> None:
    plan = read(document("# Equality plan", "Marches Community NHS Trust, 2025", table(*PLAN)))
    assert {a.theme for a in plan.actions} == {""}


def test_a_column_that_names_what_the_actions_belong_to_is_the_theme() -> None:
    rows = (
        "Mill Road | Bring in a bus gate | Ann Lee | May 2026",
        "Station | Build a ramp and a lift | Bo Ray | June 2026",
    )
    plan = read(document(table("Scheme | Action | Lead | By when", *rows)))
    assert [(a.theme, a.action) for a in plan.actions] == [
        ("Mill Road", "Bring in a bus gate"),
        ("Station", "Build a ramp and a lift"),
    ]


ASKED = ("Remind holders in writing", "Review limits every year", "Cancel the cards of leavers")


@pytest.mark.parametrize(
    "answers", [("Agreed.", "Accepted in part", "Agreed. Guidance will change"), ("Accepted",) * 3]
)
def test_a_column_of_answers_holds_no_actions(answers: tuple[str, ...]) -> None:
    rows = [f"{asked} | {said} | Ann Lee | May 2026" for asked, said in zip(ASKED, answers, strict=True)]
    plan = read(document(table("Recommendation | Management response | Officer | Date", *rows)))
    assert [(a.action, a.progress) for a in plan.actions] == list(zip(ASKED, answers, strict=True))


def test_a_response_that_says_what_will_be_done_is_the_action() -> None:
    said = ("Agreed. We will remind holders", "A yearly review will be set up", "HR will tell us each month")
    rows = [f"{asked} | {answer} | Ann Lee | May 2026" for asked, answer in zip(ASKED, said, strict=True)]
    plan = read(document(table("Recommendation | Management response | Officer | Date", *rows)))
    assert [a.action for a in plan.actions] == list(said)


def test_a_key_below_the_rows_of_the_same_table_holds_no_actions() -> None:
    key = ("Colour | < | Meaning", "Red | < | Not achieved", "Green | < | On target")
    plan = read(document(table(*PLAN, *key)))
    assert [a.action for a in plan.actions] == ["Plant trees in parks", "Cut the grass"]
    assert {"Red", "Not achieved"} <= {u.text for u in plan.unplaced}


def test_of_two_columns_of_dates_the_one_that_says_by_when_is_the_target() -> None:
    rows = ("23.01.24 | Share the report | Ann Lee | 28.03.24", "12.03.24 | Visit the club | Bo Ray | 19.04.24")
    plan = read(document("# Tracker", table("Date | Agreed action | Person | Deadline", *rows)))
    assert [a.timescale for a in plan.actions] == ["28.03.24", "19.04.24"]


def test_a_date_beside_a_time_in_words_is_the_target() -> None:
    rows = ("Plant trees | Ann Lee | Short term | 31 March 2026", "Cut grass | Bo Ray | Ongoing | 30 June 2026")
    plan = read(document("# Tracker", table("Action | Lead | Timescale | Date", *rows)))
    assert [a.due_date for a in plan.actions] == [date(2026, 3, 31), date(2026, 6, 30)]


@pytest.mark.parametrize("line", ["Status at 30 June 2012", "Position as at March 2024", "Last updated: 4 May 2025"])
def test_a_line_that_only_says_how_things_stood_when_is_no_theme(line: str) -> None:
    assert {a.theme for a in read(document("# Plan", line, table(*PLAN))).actions} == {""}


def test_a_recommendation_beside_the_agreed_action_is_the_objective() -> None:
    rows = [f"{asked} | Write a new procedure for it | Ann Lee | May {2026 + i}" for i, asked in enumerate(ASKED)]
    plan = read(document(table("Recommendation | Agreed action | Owner | Date", *rows)))
    assert [(a.objective, a.action) for a in plan.actions] == [
        (asked, "Write a new procedure for it") for asked in ASKED
    ]
