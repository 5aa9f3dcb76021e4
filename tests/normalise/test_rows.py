"""Which rows of a table are actions, and which are titles, totals, templates or the rest of the row above."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.model import Document, Table
from normalise.model import Plan
from normalise.structure.tails import who_and_when
from tests.documents import document, table
from tests.normalise.test_understand import read

HEAD = "Action | Lead | By when"
NUMBERED = "Ref | Action | Lead | By when"


def told(*rows: str) -> Plan:
    return read(document("# Anytown Plan", table(*rows)))


def themes(plan: Plan) -> list[tuple[str, str, str]]:
    return [(a.theme, a.objective, a.action) for a in plan.actions]


def test_a_title_alone_in_the_column_of_actions_is_the_theme_and_is_flagged() -> None:
    rows = ("Fewer homeless | | ", "Train front desk staff | Bo Ray | May 2026", "Visit every hostel | Bo Ray | 2027")
    plan = told(HEAD, *rows)
    assert [a.theme for a in plan.actions] == ["Fewer homeless", "Fewer homeless"]
    assert [r.row for r in plan.review if r.code == "title-guessed"] == [2]


def test_an_action_without_owner_or_date_stays_an_action() -> None:
    plan = told(HEAD, "Plant trees | | ", "Train front desk staff | Bo Ray | May 2026", "Paint | Ann Lee | 2027")
    assert [a.action for a in plan.actions] == ["Plant trees", "Train front desk staff", "Paint"]


def test_a_short_action_without_owner_in_the_middle_of_a_table_stays_an_action() -> None:
    rows = ("New library roof | Bo Ray | 2026", "Car park | | ", "Boiler replacement at the centre | Bo Ray | 2027")
    assert [a.action for a in told(HEAD, *rows).actions][1] == "Car park"


def test_a_numbered_parent_with_nothing_else_is_the_theme_of_its_parts() -> None:
    plan = told(
        NUMBERED, "1 | Improve recycling | |", "1.1 | Add rounds | Bo Ray | 2026", "1.2 | Buy bins | Bo Ray | 2026"
    )
    assert [(a.theme, a.ref) for a in plan.actions] == [("Improve recycling", "1.1"), ("Improve recycling", "1.2")]


def test_a_numbered_parent_with_an_owner_is_an_action() -> None:
    plan = told(NUMBERED, "1 | Improve recycling | Ann Lee |", "1.1 | Add rounds | Bo Ray | 2026")
    assert [a.ref for a in plan.actions] == ["1", "1.1"]


def test_a_sub_task_keeps_its_own_number_and_not_the_merged_one() -> None:
    plan = told(NUMBERED, "A | Sell land | Ann Lee | 2026", "^ | Ai Value the depot | Bo Ray | 2026")
    assert [(a.ref, a.action) for a in plan.actions] == [("A", "Sell land"), ("Ai", "Value the depot")]


def test_a_row_that_takes_up_a_broken_sentence_belongs_to_the_row_above_and_is_flagged() -> None:
    plan = told(
        HEAD, "Write a strategy for streets, parks and | Bo Ray | 2026", "woodland | | ", "Plant | Bo Ray | 2027"
    )
    assert [a.action for a in plan.actions] == ["Write a strategy for streets, parks and\nwoodland", "Plant"]
    assert "row-joined" in plan.actions[0].review


@pytest.mark.parametrize("rest", ["| | ", "| | Not started", "| Ann Lee | "])
def test_a_numbered_row_with_no_action_text_is_a_template(rest: str) -> None:
    plan = told("Ref | Action | Lead | Status", "1 | Plant trees | Bo Ray | Complete", f"2 | {rest}")
    assert [(a.ref, a.status_text) for a in plan.actions] == [("1", "Complete")]


@pytest.mark.parametrize(
    "words", ["No actions", "None", "No actions arising from this audit", "There were no actions."]
)
def test_a_row_that_says_there_is_no_action_is_none(words: str) -> None:
    assert [a.action for a in told(HEAD, f"{words} | |", "Plant trees | Bo Ray | 2026").actions] == ["Plant trees"]


def test_a_total_row_is_no_action_however_it_is_merged() -> None:
    head = "Action | Lead | Cost"
    assert len(told(head, "Plant trees | Bo Ray | £40", "Total | | £40").actions) == 1
    assert len(told(head, "Plant trees | Bo Ray | £40", "Total cost of the plan | < | £40").actions) == 1


def test_an_objective_banner_under_a_theme_banner_is_the_objective() -> None:
    rows = ("Theme 1: Safe | < | <", "Objective 1.1 Calm streets | < | <", "Plant | Bo Ray | 2026")
    more = (
        "Objective 1.2 Lit streets | < | <",
        "Fit lamps | Bo Ray | 2026",
        "Theme 2: Well | < | <",
        "Run | Bo Ray | 2026",
    )
    assert themes(told(HEAD, *rows, *more)) == [
        ("Theme 1: Safe", "Objective 1.1 Calm streets", "Plant"),
        ("Theme 1: Safe", "Objective 1.2 Lit streets", "Fit lamps"),
        ("Theme 2: Well", "", "Run"),
    ]


def test_an_objective_given_only_where_it_begins_holds_until_the_next() -> None:
    rows = (
        "Warm homes | Insulate | Ann Lee",
        " | Advise | Bo Ray",
        "Green streets | Plant | Bo Ray",
        " | Mow | Bo Ray",
    )
    plan = told("Objective | Action | Lead", *rows)
    assert [a.objective for a in plan.actions] == ["Warm homes", "Warm homes", "Green streets", "Green streets"]


def test_an_objective_that_is_repeated_row_by_row_holds_for_no_blank_one() -> None:
    rows = ("Warm homes | Insulate | Ann Lee", "Warm homes | Advise | Bo Ray", " | Plant | Bo Ray")
    assert [a.objective for a in told("Objective | Action | Lead", *rows).actions] == ["Warm homes", "Warm homes", ""]


def test_a_theme_cell_with_a_list_under_its_title_gives_the_title() -> None:
    rows = ("Belonging\\n• welcome\\n• safety | Hold a festival | Bo Ray", "Health and\\nwellbeing | Run | Bo Ray")
    assert [a.theme for a in told("Theme | Action | Lead", *rows).actions] == ["Belonging", "Health and\nwellbeing"]


def test_cells_that_reach_down_under_no_heading_are_the_theme() -> None:
    rows = ("START WELL | Weigh babies | Bo Ray | 2026", "^ | Check teeth | Ann Lee | 2026")
    more = ("AGE WELL | Run classes | Bo Ray | 2026", "^ | Visit people | Ann Lee | 2026")
    plan = told(" | Action | Lead | By when", *rows, *more)
    assert [a.theme for a in plan.actions] == ["START WELL", "START WELL", "AGE WELL", "AGE WELL"]


def test_an_issue_column_is_the_theme() -> None:
    plan = told("Issue | Action | Lead | Date", "Narrow pavements | Widen them | Bo Ray | 2026")
    assert plan.actions[0].theme == "Narrow pavements"


def above(*blocks: str | Table) -> Document:
    return document("# Anytown Plan", *blocks, table("Action | By when", "Plant trees | 2026", "Cut grass | 2027"))


@pytest.mark.parametrize(
    ("blocks", "owner"),
    [
        (("## Parks", "Lead: Parks Manager"), "Parks Manager"),
        (("## Parks Manager",), "Parks Manager"),
        (("## Actions for the Clerk",), "Clerk"),
    ],
)
def test_an_owner_named_above_the_table_holds_for_its_rows_and_is_flagged(blocks: tuple[str, ...], owner: str) -> None:
    plan = read(above(*blocks))
    assert [a.lead for a in plan.actions] == [owner, owner]
    assert all("owner-from-heading" in a.review for a in plan.actions)


def test_a_line_that_names_the_owner_is_not_the_theme() -> None:
    assert {a.theme for a in read(above("## Parks", "Lead: Parks Manager")).actions} == {"Parks"}


def test_an_owner_in_a_banner_row_holds_until_the_next_banner() -> None:
    rows = ("1: Clean streets. Lead: Ann Lee | <", "Sweep | 2026", "2: Green parks | <", "Plant | 2026")
    plan = told("Action | By when", *rows)
    assert [(a.theme, a.lead) for a in plan.actions] == [("1: Clean streets.", "Ann Lee"), ("2: Green parks", "")]


def test_a_row_of_label_and_value_above_the_header_holds_for_all_rows() -> None:
    plan = told("Objective | Safer roads | <", HEAD, "Mark cycle lanes | Bo Ray | 2026", "Mend kerbs | Ann Lee | 2027")
    assert [a.objective for a in plan.actions] == ["Safer roads", "Safer roads"]


def test_the_document_s_title_typed_again_between_the_rows_is_no_theme() -> None:
    title = "Waste Action Plan | < | <"
    plan = told(title, HEAD, "Trial reuse | Bo Ray | 2026", title, HEAD, "Fit sensors | Ann Lee | 2027")
    assert [(a.theme, a.action) for a in plan.actions] == [("", "Trial reuse"), ("", "Fit sensors")]


def test_a_list_or_prose_under_a_banner_s_title_is_no_part_of_the_theme() -> None:
    listed = "Theme 1: Belonging\\n• People feel welcome\\n• People feel safe | < | <"
    prose = "Priority 2: Calm\\nWe want all to have good health and to know whom to ask when they need help. | < | <"
    plan = told(HEAD, listed, "Hold a festival | Bo Ray | 2026", prose, "Train champions | Bo Ray | 2026")
    assert [a.theme for a in plan.actions] == ["Theme 1: Belonging", "Priority 2: Calm"]


def test_a_council_s_name_or_a_page_number_above_the_rows_is_no_theme() -> None:
    assert told("ANYTOWN BOROUGH COUNCIL | < | <", HEAD, "Plant trees | Bo Ray | 2026").actions[0].theme == ""
    assert {a.theme for a in read(above("Page 2 of 3")).actions} == {""}


def test_small_letters_at_the_start_are_no_broken_sentence_where_they_are_the_habit() -> None:
    plan = told(HEAD, "Map footpaths | Bo Ray | 2026", "repair stiles | | ", "clear ditches | Bo Ray | 2027")
    assert len(plan.actions) == 3


def test_a_note_that_spans_the_table_is_no_theme() -> None:
    plan = told(HEAD, "Plant | Bo Ray | 2026", "Note: dates may change | < | <", "Mow | Bo Ray | 2027")
    assert [a.theme for a in plan.actions] == ["", ""]
    assert "Note: dates may change" in [u.text for u in plan.unplaced]


def test_a_row_whose_number_is_not_the_title_s_own_leaves_its_section() -> None:
    rows = (
        "B | Rest centres | | ",
        "Bi | Sign agreements | Ann Lee | May 2026",
        "Bii | Train staff | Ann Lee | June 2026",
    )
    plan = read(document("# Plan", table("No | Task | Owner | By", *rows, "C | Review plans | Bo Ray | July 2026")))
    assert [(a.ref, a.theme) for a in plan.actions] == [("Bi", "Rest centres"), ("Bii", "Rest centres"), ("C", "")]


@pytest.mark.parametrize("label", ["Success criteria", "Success measures", "KPI"])
def test_a_banner_that_says_how_success_is_known_is_no_theme(label: str) -> None:
    banners = ("Priority 1: Writing | < | <", "Objective: To write well | < | <", f"{label}: 75% by July | < | <")
    plan = read(document("# School plan", table(*banners, "Action | Who | When", "Train staff | Ann Lee | May 2026")))
    (action,) = plan.actions
    assert (action.theme, action.objective, action.measure) == (
        "Priority 1: Writing",
        "Objective: To write well",
        "75% by July",
    )


def test_a_label_of_its_own_wording_names_the_owner_where_its_value_is_one() -> None:
    made = table("Action | By when", "Plant trees | May 2026")
    (action,) = read(document("# Plan", "## Parks", "Priority lead: Head of Parks", made)).actions
    assert (action.theme, action.lead) == ("Parks", "Head of Parks")


def test_a_banner_may_name_the_owner_and_the_date_for_its_rows() -> None:
    rows = ("Practice – Lead: Practice Manager – complete by March 2027 | <", "Audit ten files | Started")
    (action,) = read(document("# Plan", table("Action | Progress", *rows))).actions
    assert (action.theme, action.lead, action.due_date) == ("Practice", "Practice Manager", date(2027, 3, 31))


def test_a_banner_too_long_to_name_an_owner_and_a_date_is_left_whole() -> None:
    assert who_and_when("Ann Lee, May 2026") == ("Ann Lee", "May 2026")
    assert who_and_when(f"{'Ann Lee, ' * 100}May 2026") is None
