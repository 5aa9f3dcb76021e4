"""Plans that are no ordinary table: small forms, and prose with labelled lines."""

from __future__ import annotations

from datetime import date

from ingest.model import Document, Table
from normalise.model import Plan
from normalise.structure.prose import Labelled, labelled_parts
from tests.documents import document, table
from tests.normalise.test_understand import read


def told(plan: Plan) -> list[tuple[str, str, date | None]]:
    return [(a.action, a.lead_person, a.due_date) for a in plan.actions]


ANSWERS = [("Plant trees", "Bo Ray", date(2026, 3, 31)), ("Cut grass", "Ann Lee", date(2026, 5, 31))]


def test_one_form_a_table_gives_one_action_each() -> None:
    made: Document = document(
        table("Action: | Plant trees", "Lead: | Bo Ray", "Completion date: | March 2026"),
        table("Action: | Cut grass", "Lead: | Ann Lee", "Completion date: | May 2026"),
    )
    assert told(read(made)) == ANSWERS


def test_several_forms_in_one_table_part_at_the_first_label() -> None:
    rows = ("Action | Plant trees", "Lead | Bo Ray", "By when | March 2026")
    more = ("Action | Cut grass", "Lead | Ann Lee", "By when | May 2026")
    assert told(read(document(table(*rows, *more)))) == ANSWERS


def test_labels_and_values_in_four_columns_are_one_form() -> None:
    made = document(table("Action | Plant trees | Lead | Bo Ray", "By when | March 2026 | Status | On track"))
    assert told(read(made)) == ANSWERS[:1]


def test_items_with_labelled_lines_are_actions() -> None:
    made = document(
        "# Anytown Plan",
        "1. Plant trees", "Lead: Bo Ray", "By when: March 2026",
        "2. Cut grass", "Lead: Ann Lee", "By when: May 2026",
    )  # fmt: skip
    assert told(read(made)) == ANSWERS


def test_labels_inside_a_line_are_read_too() -> None:
    made = document(
        "# Plan", "Plant trees (Lead: Bo Ray; By when: March 2026)", "Cut grass (Lead: Ann Lee; By when: May 2026)"
    )
    assert told(read(made)) == ANSWERS


def test_labels_may_be_parted_by_dashes_too() -> None:
    made = document("# Plan", "Plant trees – Lead: Bo Ray – By: March 2026", "Cut grass – Lead: Ann Lee – By: May 2026")
    assert told(read(made)) == ANSWERS


def test_a_heading_that_begins_with_a_label_is_the_section() -> None:
    made = document(
        "# Plan", "## Objective 1: Shade",
        "Plant trees", "Lead: Bo Ray | By: March 2026", "Cut grass", "Lead: Ann Lee | By: May 2026",
    )  # fmt: skip
    plan = read(made)
    assert told(plan) == ANSWERS
    assert {a.theme for a in plan.actions} == {"Objective 1: Shade"}


def test_a_line_is_cut_at_its_labels() -> None:
    assert labelled_parts("Plant trees (Lead: Bo Ray; By when: May)") == [
        Labelled("", "Plant trees"), Labelled("Lead", "Bo Ray"), Labelled("By when", "May"),
    ]  # fmt: skip


def test_a_title_over_a_form_is_its_theme() -> None:
    rows = ("Lead | Bo Ray", "Action | Plant trees", "By when | March 2026")
    plan = read(document("# Plan", table("Project 1: Market hall | <", *rows)))
    assert told(plan) == ANSWERS[:1]
    assert plan.actions[0].theme == "Project 1: Market hall"


def test_labels_above_their_values_are_a_form() -> None:
    rows = ("Action | Lead", "Plant trees | Bo Ray", "By when | Cost", "March 2026 | £500")
    plan = read(document(table(*rows)))
    assert told(plan) == ANSWERS[:1]
    assert plan.actions[0].resources == "£500"


def test_a_heading_that_says_action_and_text_below_it_are_one_item() -> None:
    made = document(
        "# Plan",
        "## Action 1: Plant trees", "Oaks and limes.", "Lead: Bo Ray", "By when: March 2026",
        "## Action 2: Cut grass", "Weekly.", "Lead: Ann Lee", "By when: May 2026",
    )  # fmt: skip
    plan = read(made)
    assert [(a.ref, a.action) for a in plan.actions] == [
        ("1", "Plant trees\nOaks and limes."),
        ("2", "Cut grass\nWeekly."),
    ]
    assert [a.due_date for a in plan.actions] == [date(2026, 3, 31), date(2026, 5, 31)]


def test_a_heading_over_labelled_actions_is_their_section() -> None:
    made = document(
        "# Plan", "## Parks", "Objective: Shade", "Action: Plant trees", "Lead: Bo Ray", "By when: March 2026",
        "Objective: Play", "Action: Cut grass", "Lead: Ann Lee", "By when: May 2026",
    )  # fmt: skip
    plan = read(made)
    assert told(plan) == ANSWERS
    assert [(a.theme, a.objective) for a in plan.actions] == [("Parks", "Shade"), ("Parks", "Play")]


def test_the_full_stop_before_the_next_label_is_no_part_of_a_value() -> None:
    made = document("# Plan", "Plant trees. Lead: Parks. By: 2026.", "Cut grass. Lead: Streets. By: May 2026.")
    assert [(a.action, a.lead, a.timescale) for a in read(made).actions] == [
        ("Plant trees.", "Parks", "2026"), ("Cut grass.", "Streets", "May 2026"),
    ]  # fmt: skip


def test_forms_in_tables_of_their_own_are_known_by_labels_that_come_again_and_read_alike() -> None:
    def form(what: str, who: str, then: str) -> Table:
        return table(f"Job | {what}", f"Whose job | {who}", f"How things stand | {then}")

    forms = (form("Mend the roof", "Ann Lee", "Slates were ordered."), form("Fell the oak", "Bo Ray", "Not yet begun."))
    plan = read(document("# Village Hall Plan", *forms))
    assert [(a.action, a.lead) for a in plan.actions] == [("Mend the roof", "Ann Lee"), ("Fell the oak", "Bo Ray")]
    assert len({(h.heading, h.field) for h in plan.headings}) == 3


def test_a_label_and_its_value_may_both_span_a_form() -> None:
    def form(action: str, lead: str, end: str) -> Table:
        return table("Description of action | <", f"{action} | <", "Lead officer | End date", f"{lead} | {end}")

    made = document(form("Plant trees", "Bo Ray", "March 2026"), form("Cut grass", "Ann Lee", "May 2026"))
    assert told(read(made)) == ANSWERS


def test_labels_of_one_form_stand_above_and_beside_their_values() -> None:
    def form(action: str, lead: str, end: str) -> Table:
        asked = ("Area | Place", "Parks | North", "Action to be taken: | <", f"{action} | <")
        return table(*asked, f"Who is responsible? | {lead}", f"Completion date: | {end}")

    made = document(form("Plant trees", "Bo Ray", "March 2026"), form("Cut grass", "Ann Lee", "May 2026"))
    assert told(read(made)) == ANSWERS


def test_a_value_may_reach_over_the_columns_of_another_pair() -> None:
    made = document(
        table("Ref | P1 | Status | On track", "Action | Plant trees | < | <", "Lead | Bo Ray | By when | March 2026")
    )
    assert told(read(made)) == ANSWERS[:1]


def test_labels_and_values_above_a_header_make_no_form_of_the_table() -> None:
    above = ("Plan owner: | Head of Policy | Version: | 3", "Approved: | 1 May 2025 | Review: | May 2026")
    rows = ("Action | Lead | By when | Status", "Plant trees | Bo Ray | March 2026 | On track",
            "Cut grass | Ann Lee | May 2026 | Delayed")  # fmt: skip
    assert told(read(document("# Plan", table(*above, *rows)))) == ANSWERS
