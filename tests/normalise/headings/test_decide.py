"""Fields of columns: by heading, by what they hold, by the other columns."""

from __future__ import annotations

import pytest

from normalise.headings import Column, decide
from normalise.headings.repair import mended
from tests.normalise.headings.columns import columns, decided, fields

WORDINGS = {
    "ref": ["Ref", "No.", "Action No", "Refe\nrence\nCode", "Rec No"],
    "theme": ["Theme", "Strategic Priority Area", "Work stream", "Area of focus"],
    "objective": ["Aims & Objectives", "Strategic objective", "Why are we doing this?", "Scrutiny recommendation"],
    "action": [
        "5.Tasks/ Actions",
        "What will we do?",
        "How will we achieve this?",
        "Actions to be taken",
        "Intervention",
    ],
    "outcome": ["Intended outcome", "What difference will it make?", "Impact on residents"],
    "output": ["Outputs to be achieved", "Key deliverables", "What will be delivered"],
    "measure": ["Success criteria", "KPIs", "How will we know we have succeeded?", "Measure/ Target"],
    "lead": [
        "By whom",
        "Accountable",
        "CPH/ Lead Chief Officer",
        "Steward",
        "SRO",
        "Lead Partner",
        "Who is responsible?",
    ],
    "partners": ["Working with", "Delivery partners", "Supported by", "Other agencies involved"],
    "resources": ["Additional Resources required", "Cost (£)", "Budget implications", "How will it be funded?"],
    "start": ["Start date", "Commencement", "When will it start?"],
    "timescale": ["By when?", "Target date", "Proposed\ncompletion\ndate", "Time-scale", "When will it be done?"],
    "milestones": ["Key milestones", "Q1 2012/13", "March 2013"],
    "completed": ["Actual completion date", "Date completed"],
    "status": ["RAG rating", "BRAG", "Traffic light status"],
    "progress": ["Latest position", "Update at Q2", "Comments", "Progress to date", "Suggested next steps"],
    "priority": ["Priority rating", "H/M/L", "Urgency"],
    "risk": ["Issues/Dependencies", "Key risks", "Barriers"],
    "links": ["Link to Corporate Plan", "Links – plans/targets", "Cross reference"],
    "evidence": [
        "Verified (date/initial)",
        "Monitoring arrangements",
        "Evidence of completion",
        "How will it be monitored?",
    ],
    "other": ["Baseline 2009/10", "Frequency of publication", "Direction of travel"],
}


@pytest.mark.parametrize(("field", "heading"), [(f, h) for f, headings in WORDINGS.items() for h in headings])
def test_a_heading_alone_tells_its_field(field: str, heading: str) -> None:
    assert decide([Column(heading)])[0].field == field


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Progress :: Amber; Red; Not started", "status"),
        ("Progress :: Paper going to committee next month.; Interviews held.", "progress"),
        ("Target :: March 2023; Ongoing", "timescale"),
        ("Target :: 15% fewer complaints; 40 people trained", "measure"),
        ("Activity :: 1; 2; 3", "ref"),
        ("Activity :: Write to all schools; Plant trees", "action"),
        ("Completed by :: March 2023; June 2023", "timescale"),
        ("Completed by :: Head of Planning; Jill Ferris", "lead"),
        ("Priority :: High; Low", "priority"),
        ("Priority :: Getting around; Safe and well", "theme"),
        ("Completed :: 12/04/2022; May 2022", "completed"),
        ("Completed :: Yes; No", "status"),
        ("By :: JS; Clerk", "lead"),
        ("By :: May 2024; June 2024", "timescale"),
        (" :: 1; 2; 3", "ref"),
        (" :: Clerk; Cllr Jones", "lead"),
    ],
)
def test_what_a_column_holds_settles_a_heading_that_does_not(line: str, field: str) -> None:
    assert fields("Task :: Review the contract; Launch a pilot", line) == ["action", field]


def test_a_table_whose_headings_are_blank_is_told_by_its_cells() -> None:
    assert fields(":: Write to the county council; Ask for quotes", ":: Clerk; Cllr Jones", ":: 31 May 2012; ASAP") == [
        "action", "lead", "timescale",
    ]  # fmt: skip


def test_a_blank_column_has_no_field() -> None:
    decision = decide([Column("", ("", " "))])[0]
    assert (decision.field, decision.how, decision.doubtful) == ("", "none", False)


def test_a_field_is_not_taken_twice_by_mistake() -> None:
    assert fields("Issue / Action :: Safe and well; Our places", "Sub tasks :: Agree a post; Launch a pilot") == [
        "theme",
        "action",
    ]


def test_two_columns_of_one_field_stand_where_both_headings_say_so() -> None:
    assert fields("Action", "Programme update – March 2021", "Programme update – June 2021") == [
        "action", "progress", "progress",
    ]  # fmt: skip


def test_a_group_heading_leaves_the_decision_to_the_columns_own() -> None:
    assert fields("Delivery\nLead", "Delivery\nPartners", "Timescale\nStart", "Timescale\nEnd") == [
        "lead", "partners", "start", "timescale",
    ]  # fmt: skip


def test_a_group_heading_over_dates_is_the_field() -> None:
    assert fields("Progress\nQ1 2012/13", "Progress\nQ2 2012/13") == ["progress", "progress"]


@pytest.mark.parametrize(
    ("line", "field", "also"),
    [
        ("Responsibility / Timescale :: Head of Parks, March 2013; Clerk, May 2013", "lead", "timescale"),
        ("Milestones and Date :: Tender issued; Survey – May 2022, report – July 2022", "milestones", "timescale"),
        ("Milestones/Timescales :: June 2009; October 2009; March 2010", "timescale", "milestones"),
        ("FINISH & STATUS :: March 2023; Ongoing", "timescale", "status"),
    ],
)
def test_a_heading_that_joins_two_fields_names_both(line: str, field: str, also: str) -> None:
    decision = next(iter(decided(line).values()))
    assert (decision.field, decision.also) == (field, also)


def test_no_second_field_is_named_that_another_column_holds() -> None:
    assert decided("FINISH & STATUS :: March 2023", "RAG :: Red")["FINISH & STATUS"].also == ""


def test_a_correction_comes_before_everything() -> None:
    table = columns("STEWARD: :: March 2023", "Lead :: JS")
    decision = decide(table, {"steward": "partners"})[0]
    assert (decision.field, decision.how, decision.confidence) == ("partners", "correction", 1.0)


def test_a_correction_to_nothing_makes_the_column_other() -> None:
    assert decide(columns("Lead :: JS"), {"Lead": ""})[0].field == "other"


def test_a_correction_to_no_known_field_is_not_heeded() -> None:
    assert decide(columns("Lead :: JS"), {"Lead": "boss"})[0].field == "lead"


def test_how_a_field_was_found_is_told() -> None:
    table = decided("Action", "Lead Panel member", "Timescle", ":: Red; Green", "Zebra")
    assert [d.how for d in table.values()] == ["exact", "synonym", "exact", "contents", "none"]


def test_an_unknown_column_is_doubtful_and_names_two_fields() -> None:
    decision = decided("Action", "Zebra :: stripes; spots")["Zebra"]
    assert decision.doubtful
    assert decision.second not in ("", decision.field)


def test_the_reason_names_the_wording_and_what_the_column_holds() -> None:
    why = decided("Lead Panel member :: Will Perrin; Jill Ferris")["Lead Panel member"].why
    assert why == "the heading says “lead panel member”; the column holds people's names (100%)"


def test_codes_and_numbers_under_a_heading_of_unknown_words_are_left_to_a_person() -> None:
    found = decided("Action:: Survey all car parks; Plant an avenue", "Carbon (wks):: 4; 0; 6")
    assert found["Carbon (wks)"].doubtful


def test_bare_numbers_under_a_heading_that_speaks_of_money_are_sums() -> None:
    assert fields("Action:: Build a crossing; Widen a path", "Est. cost £000s:: 85; 240; 60") == ["action", "resources"]


def test_the_date_on_which_an_action_will_be_completed_is_its_target() -> None:
    found = decided("Action:: Recruit two carers", "Date each of the actions will be completed:: 14 March 2016")
    assert found["Date each of the actions will be completed"].field == "timescale"


def test_the_number_of_a_section_before_a_heading_makes_no_difference() -> None:
    assert (
        decided("Objective 1: Actions:: Write a policy; Review the uniform")["Objective 1: Actions"].field == "action"
    )


def test_a_date_merely_like_a_date_of_completion_is_left_to_a_person() -> None:
    found = decided("Action:: Fix the roof; Paint the hall", "Delivered across wards:: March 2012; May 2013")
    assert found["Delivered across wards"].field == "timescale" or found["Delivered across wards"].doubtful


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("How would anybody know that it worked?", "measure"),
        ("Young people will …", "outcome"),
        ("Who might lend a hand with this?", "partners"),
        ("What could still stop it?", "risk"),
        ("Whose desk is it on?", "lead"),
        ("Put back to", "timescale"),
        ("Rectified on", "completed"),
        ("When does each step begin?", "start"),
    ],
)
def test_a_question_no_wording_is_known_of_is_told_by_its_turns(heading: str, field: str) -> None:
    assert fields("Action", heading)[1] == field


def test_who_is_to_do_something_heads_actions() -> None:
    assert fields("Staff will …", "Lead") == ["action", "lead"]


@pytest.mark.parametrize(("heading", "field"), [("Deliverer", "lead"), ("Supporting deliverer", "partners")])
def test_a_word_for_help_makes_of_an_owner_a_partner(heading: str, field: str) -> None:
    assert fields("Action", heading)[1] == field


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Known weaknesses uncovered :: Ageing boilers; No deputy", "risk"),
        ("Agreed action, date and owner :: Clerk to write by May 2015; HR to launch in June 2015", "action"),
        ("Priority (H/M/L)", "priority"),
    ],
)
def test_what_only_says_more_of_a_heading_leaves_its_field(line: str, field: str) -> None:
    assert fields(line)[0] == field


def test_words_merely_like_known_ones_are_left_to_a_person_where_the_cells_say_otherwise() -> None:
    found = decided(
        "Action :: Plant trees; Mend paths", "Desired tier of ward :: 4; 2; 3", "Delivery tier :: High; Low"
    )
    assert [found["Desired tier of ward"].doubtful, found["Delivery tier"].doubtful] == [True, False]


def test_cells_alone_are_never_enough_for_a_field_they_do_not_plainly_tell() -> None:
    found = decided("Action :: Plant trees; Mend paths", "Zebra :: People feel safe; More children walk to school")
    assert (found["Zebra"].field, found["Zebra"].doubtful) == ("outcome", True)


def test_numbers_that_do_not_rise_are_no_references() -> None:
    table = ("Action :: Plant trees; Mend paths", "Impact :: 4; 2; 5"), ("Action :: Plant trees", "Impact :: 1; 2; 3")
    assert [fields(*lines)[1] for lines in table] == ["outcome", "ref"]


@pytest.mark.parametrize(
    "heading", ["Date of board approval", "Board date", "Approval date", "Committee approval date"]
)
def test_a_date_of_approval_is_no_deadline(heading: str) -> None:
    found = decided("Action :: Plant trees; Mend paths", f"{heading} :: 12 March 2026; 4 May 2026")
    assert (found[heading].field, found[heading].doubtful) == ("other", True)


@pytest.mark.parametrize("heading", ["Challenge", "Dependency"])
@pytest.mark.parametrize(
    "cells", ["Reduced grant from the county; Fewer staff each winter", "Ageing workforce; Low take up"]
)
def test_challenges_and_dependencies_are_risks(heading: str, cells: str) -> None:
    assert fields("Action :: Plant trees; Mend paths", f"{heading} :: {cells}")[1] == "risk"


def test_a_point_is_an_action_or_its_number() -> None:
    assert fields("Point :: Plant trees; Mend paths", "Lead :: Clerk; Bo Ray")[0] == "action"
    assert fields("Point :: 1; 2", "Action :: Plant trees; Mend paths")[0] == "ref"


def test_a_word_that_is_another_word_is_not_taken_for_a_slip_of_the_pen() -> None:
    assert fields("Action :: Plant trees", "Minding :: £200; £30k")[1:] == ["resources"]
    assert mended(("wording", "respnsible"), frozenset(("working", "responsible"))) == ("wording", "responsible")


@pytest.mark.parametrize(("heading", "field"), [("QIP ref", "ref"), ("Quarter", "timescale")])
def test_codes_that_look_like_quarters_are_references_under_a_heading_of_those(heading: str, field: str) -> None:
    told = decide((Column(heading, ("Q1", "Q2")), Column("Action", ("Plant trees in all parks", "Cut the grass"))))
    assert told[0].field == field
