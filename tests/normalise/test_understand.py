"""What a plan's tables, rows and themes come to, on documents of a few lines."""

from __future__ import annotations

from datetime import date

from ingest.model import Document
from normalise.ledger import text_places
from normalise.model import Plan, Source
from normalise.understand import understand
from tests.documents import document, table


def read(made: Document) -> Plan:
    plan = understand(made, Source("plan.docx"), date(2026, 1, 1))
    assert {place for place, _ in plan.ledger} == {place for place, _ in text_places(made)}
    return plan


def test_a_row_is_an_action_with_its_owner_and_its_date() -> None:
    plan = read(
        document("# Tree Plan 2026", table("Action | Lead | By when", "Plant trees | Parks Manager | March 2026"))
    )
    (action,) = plan.actions
    assert (action.action, action.lead_role, action.due_date) == ("Plant trees", "Parks Manager", date(2026, 3, 31))
    assert (action.source_file, action.table, action.row) == ("plan.docx", 1, 2)


def test_a_repeated_header_is_not_an_action() -> None:
    head = "Action | Lead | By when"
    plan = read(document(table(head, "Plant trees | Parks Manager | 2026", head, "Cut grass | Parks Manager | 2027")))
    assert [a.action for a in plan.actions] == ["Plant trees", "Cut grass"]


def test_a_spanning_row_is_the_theme_of_the_rows_below() -> None:
    plan = read(
        document(
            table(
                "Action | Lead | By when",
                "Homes | < | <",
                "Build | Ann Lee | 2026",
                "Parks | < | <",
                "Plant | Bo Ray | 2026",
            )
        )
    )
    assert [(a.theme, a.action) for a in plan.actions] == [("Homes", "Build"), ("Parks", "Plant")]


def test_a_heading_above_a_table_is_its_theme_and_the_title_is_not() -> None:
    head = "Action | Lead | By when"
    plan = read(
        document(
            "# Anytown Action Plan", table(head, "Build | Ann Lee | 2026"),
            "Theme – Parks", table(head, "Plant | Bo Ray | 2026"),
        )
    )  # fmt: skip
    assert [a.theme for a in plan.actions] == ["", "Parks"]
    assert plan.plan == "Anytown Action Plan"


def test_a_heading_that_only_names_the_council_is_no_title_where_a_smaller_one_speaks_of_a_plan() -> None:
    made = document("# Anytown Borough Council", "### Waste Action Plan", table("Action | Lead", "Plant | Bo Ray"))
    plan = read(made)
    assert (plan.plan, [a.theme for a in plan.actions]) == ("Waste Action Plan", [""])


def test_a_line_of_a_colour_key_above_the_header_is_no_theme() -> None:
    rows = ("Colour | Meaning | <", " | Off track | <", "Ref | Action | Lead", "1 | Plant trees | Bo Ray")
    plan = read(document(table(*rows, fills={(2, 1): "FF0000"})))
    assert [(a.theme, a.action) for a in plan.actions] == [("", "Plant trees")]


def test_the_caption_of_a_table_set_close_above_is_no_theme_of_the_actions() -> None:
    rows = ("Name | Body | Came", "Ann Lee | Police | Yes", "Bo Ray | Council | No", "Ref | Action | Lead")
    plan = read(document("## Present", table(*rows, "1 | Plant trees | Bo Ray")))
    assert [(a.theme, a.action) for a in plan.actions] == [("", "Plant trees")]


def test_a_numbered_line_is_a_theme_and_no_title() -> None:
    plan = read(document("1. Warm homes", table("Action | Lead | By when", "Insulate | Bo Ray | 2026")))
    assert (plan.plan, [a.theme for a in plan.actions]) == ("", ["1. Warm homes"])


def test_an_objective_merged_over_two_rows_belongs_to_both() -> None:
    plan = read(document(table("Objective | Action | Lead", "Warm homes | Insulate | Ann Lee", "^ | Advise | Bo Ray")))
    assert [(a.objective, a.action) for a in plan.actions] == [("Warm homes", "Insulate"), ("Warm homes", "Advise")]


def test_an_action_merged_over_two_rows_is_one_action() -> None:
    plan = read(document(table("Action | Lead | By when", "Insulate | Ann Lee | 2026", "^ | Bo Ray | ^")))
    (action,) = plan.actions
    assert [o.person for o in action.owners] == ["Ann Lee", "Bo Ray"]


def test_a_group_heading_over_two_columns_is_read_with_the_headings_below() -> None:
    plan = read(
        document(
            table(
                "Action | Delivery | <", "^ | Lead | Partners", "Insulate | Ann Lee | NHS", "Advise | Bo Ray | Police"
            )
        )
    )
    assert [(a.action, a.lead_person, a.partner_list) for a in plan.actions] == [
        ("Insulate", "Ann Lee", ("NHS",)),
        ("Advise", "Bo Ray", ("Police",)),
    ]


def test_numbers_that_run_on_leave_the_action_text() -> None:
    rows = ("1. Insulate | Ann Lee | 2026", "2 Advise | Bo Ray | 2026", "3.Visit | Bo Ray | 2027")
    plan = read(document(table("Action | Lead | By when", *rows)))
    assert [(a.ref, a.action) for a in plan.actions] == [("1", "Insulate"), ("2", "Advise"), ("3", "Visit")]


def test_a_version_history_holds_no_action_and_is_listed_whole() -> None:
    plan = read(document(table("Version | Date | Author | Changes", "0.1 | 3 May 2024 | Ann Lee | First draft")))
    assert not plan.actions
    assert [u.text for u in plan.unplaced][:2] == ["Version", "Date"]


def test_a_column_that_no_field_fits_is_kept_under_other() -> None:
    plan = read(document(table("Action | Lead | Open licence (Y/N)", "Plant | Bo Ray | Y", "Cut | Ann Lee | N")))
    assert plan.actions[0].other == (("Open licence (Y/N)", "Y"),)


def test_a_table_continued_without_its_header_keeps_it() -> None:
    plan = read(
        document(
            table(
                "Action | Lead | By when",
                "Plant trees in parks | Bo Ray | March 2026",
                "Cut the long grass | Ann Lee | May 2026",
            ),
            "Continued",
            table("Sweep the high street | Bo Ray | June 2026", "Paint the old railings | Ann Lee | July 2026"),
        )
    )
    assert [a.due_date for a in plan.actions][2:] == [date(2026, 6, 30), date(2026, 7, 31)]
    assert "header-missing" in {r.code for r in plan.review}


def test_a_target_date_before_the_plan_begins_is_flagged_and_kept() -> None:
    plan = read(
        document(
            "# Action Plan July 2025-26", table("Action | Lead | Target date", "Plant trees | Bo Ray | March 2025")
        )
    )
    assert plan.actions[0].due_date == date(2025, 3, 31)
    assert "due-before-plan" in plan.actions[0].review


def test_a_row_with_an_objective_alone_holds_for_the_rows_below() -> None:
    rows = ("Warm homes | | ", " | Insulate | Ann Lee", " | Advise | Bo Ray", "Green streets | | ", " | Plant | Bo Ray")
    plan = read(document(table("Objective | Action | Lead", *rows)))
    assert [a.objective for a in plan.actions] == ["Warm homes", "Warm homes", "Green streets"]
    assert not plan.unplaced


def test_an_action_list_inside_minutes_counts_and_the_discussion_does_not() -> None:
    said = "The chair welcomed everyone, and the members spoke at length of the weather, the roads and the trees. " * 3
    plan = read(
        document(
            table("Item | Notes | Action", f"1 | {said} | Clerk", f"2 | {said} | None", f"3 | {said} | All"),
            "Actions to be taken",
            table("Action | By whom | By when", "Write to the county | Clerk | May 2026"),
        )
    )
    assert [(a.action, a.theme) for a in plan.actions] == [("Write to the county", "Actions to be taken")]


def test_the_documents_own_colour_key_decides_what_a_colour_says() -> None:
    plan = read(
        document(
            "Key",
            table("Colour | Meaning", " | Complete", " | On track", fills={(2, 1): "00B050", (3, 1): "0070C0"}),
            "The plan",
            table(
                "Action | Lead | RAG",
                "Plant | Bo Ray | ",
                "Cut | Ann Lee | ",
                fills={(2, 3): "00B050", (3, 3): "0070C0"},
            ),
        )
    )
    assert [a.status for a in plan.actions] == ["complete", "on_track"]


def test_years_told_in_prose_are_not_the_plans_period() -> None:
    said = "Between April 2010 and March 2012 the homes let by the council fell, and families waited for longer."
    plan = read(document("# Anytown Homes Plan 2025-2027", said, table("Action | Lead", "Build homes | Ann Lee")))
    assert (plan.period_start, plan.period_end) == (date(2025, 1, 1), date(2027, 12, 31))


def test_a_month_without_a_year_takes_the_year_of_the_rows_own_meeting() -> None:
    plan = read(document(table("Meeting date | Action | By when", "3 October 2011 | Plant trees | December")))
    assert plan.actions[0].due_date == date(2011, 12, 31)
    assert "year-inferred" in plan.actions[0].review


def test_a_column_of_actions_that_reaches_down_over_others_says_what_they_are_part_of() -> None:
    rows = ("Task | Sub-task | Owner | End", "Polling stations | Inspect all polling places | Bo Ray | May 2026",
            "^ | Book the village halls | Ann Lee | June 2026")  # fmt: skip
    plan = read(document("# Plan", table(*rows)))
    assert [(a.theme, a.action) for a in plan.actions] == [
        ("Polling stations", "Inspect all polling places"),
        ("Polling stations", "Book the village halls"),
    ]


def test_a_letter_with_a_title_stands_over_its_numbers() -> None:
    rows = ("Ref | Action | Lead | Due", "A | Parks | | ", "A1 | Fit new swings | Bo Ray | May 2026",
            "B | Streets | | ", "B1 | Sweep the gutters | Ann Lee | June 2026")  # fmt: skip
    assert [(a.ref, a.theme) for a in read(document("# Plan", table(*rows))).actions] == [
        ("A1", "Parks"),
        ("B1", "Streets"),
    ]


def test_those_involved_are_partners_where_another_column_says_who_answers_for_it() -> None:
    head = "What will we do? | Who will be involved? | Who is accountable? | By when"
    (action,) = read(document("# Plan", table(head, "Insulate lofts | Tenants | Ann Lee | May 2026"))).actions
    assert (action.lead, action.partners) == ("Ann Lee", "Tenants")
