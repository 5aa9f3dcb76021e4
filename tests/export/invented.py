"""Plans that no council ever wrote, as the tables of a run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.util import find_spec

from export import About, Export, writer_names
from ingest.model import Place
from normalise.model import Action, Heading, Milestone, Owner, Plan, Review, Unplaced
from normalise.rows import FileRow, table_rows

WRITABLE = tuple(name for name in writer_names() if name != "parquet" or find_spec("pyarrow"))
"""The formats that can be written here: Parquet only where its extra is installed."""

AS_OF = date(2026, 11, 21)
ABOUT = About(version="0.1.0", as_of=AS_OF, inputs=("plans",), source_root="../plans")


def an_action(**said: object) -> Action:
    """An action of the Marlbrook climate plan, with what is said instead."""
    plain = Action(
        action_id="a00000000001", council="Marlbrook District Council", council_code="E07000999",
        plan="Climate Action Plan 2025-2028", theme="Buildings", objective="Halve emissions from our estate by 2028",
        ref="1.1", action="Replace the gas boilers at Hart Lane Leisure Centre with heat pumps.",
        outcome="Lower emissions and energy bills", output="Two heat pumps in use", measure="Tonnes of CO2e a year",
        lead="Priya Nair, Head of Estates", lead_person="Priya Nair", lead_role="Head of Estates",
        lead_organisation="", partners="Marlbrook Leisure Trust; County Energy Agency",
        partner_list=("Marlbrook Leisure Trust", "County Energy Agency"), resources="£250k – £300k (Salix grant)",
        cost_min_gbp=250000.0, cost_max_gbp=300000.0, cost_kind="range", start="", timescale="March 2026",
        milestones="", completed="", start_date=None, due_date=date(2026, 3, 31), completed_date=None,
        timescale_kind="deadline", date_precision="month", status="at_risk", status_text="Amber",
        progress="Tender closed in May; two bids above budget, so the scheme is being split into phases.",
        priority="High", risk="Grant ends in March 2026", links="Corporate Plan, aim 3",
        indicators=("NI 185", "NI 186"), evidence="Energy bills", other=(("Baseline", "412 tonnes in 2023/24"),),
        confidence=0.94, review=(), source_file="marlbrook/climate plan.docx", source_sha256="ab" * 32, page=None,
        sheet="", table=2, row=3, funding="Salix grant",
        owners=(Owner("Priya Nair", "Head of Estates", "", "Priya Nair, Head of Estates"),), steps=(), place=Place(),
    )  # fmt: skip
    return replace(plain, **said)  # type: ignore[arg-type]


def a_plan(*actions: Action, **said: object) -> Plan:
    """The plan those actions stand in."""
    first = actions[0] if actions else an_action()
    plain = Plan(
        source_file=first.source_file, source_sha256=first.source_sha256, plan=first.plan, council=first.council,
        council_code=first.council_code, period_start=date(2025, 4, 1), period_end=date(2028, 3, 31), draft=False,
        format="docx", pages=None, tables=3, action_tables=1,
        text="This plan sets out what we shall do.\nIt was agreed by Cabinet in March 2025.", actions=actions,
    )  # fmt: skip
    return replace(plain, **said)  # type: ignore[arg-type]


def an_export(*plans: Plan, files: tuple[FileRow, ...] = ()) -> Export:
    """An export of the plans given, one file row for each unless files are given."""
    rows = files or tuple(_read(plan) for plan in plans)
    return Export(table_rows(plans, rows), ABOUT)


def _read(plan: Plan) -> FileRow:
    return FileRow(
        plan.source_file, plan.source_sha256, 48_213, plan.format, "from_docx", "read", "", "", plan.pages,
        plan.tables, plan.action_tables, len(plan.actions), len(plan.review),
    )  # fmt: skip


def _climate() -> Plan:
    def action(number: int, **said: object) -> Action:
        return an_action(action_id=f"a{number:011d}", row=number + 2, **said)

    steps = (
        Milestone("Design agreed", "June 2026", date(2026, 6, 30), "month"),
        Milestone("Work on site", "Oct 2026", date(2026, 10, 31), "month"),
        Milestone("Opened", "31 March 2027", date(2027, 3, 31), "day"),
    )
    return a_plan(
        action(1),
        action(
            2, ref="1.2", action="Fit solar panels on the roofs of six community halls:\n• Ashby Road\n• Kirkgate"
            "\n• Old Mill\n• Sandpit Lane\n• St Hilda's\n• Grange", lead="Estates Team", lead_person="", lead_role="",
            lead_organisation="Estates Team", owners=(Owner("", "", "Estates Team", "Estates Team"),),
            timescale="Q3 2026/27", due_date=date(2026, 12, 31), date_precision="quarter", status="on_track",
            status_text="Green", cost_min_gbp=None, cost_max_gbp=90000.0, resources="Up to £90,000", funding="",
            progress="Four of six surveyed.", cost_kind="sum",
        ),
        action(
            3, ref="2.1", theme="Travel", action="Open a protected cycle route between the station and the hospital.",
            lead="Dai Prosser and Joan Achebe", lead_person="Dai Prosser", lead_role="", lead_organisation="",
            owners=(Owner("Dai Prosser", "", "", "Dai Prosser"), Owner("Joan Achebe", "", "", "Joan Achebe")),
            timescale="Design agreed June 2026 / Work on site Oct 2026 / Opened 31 March 2027",
            timescale_kind="milestones", due_date=date(2027, 3, 31), date_precision="day", steps=steps,
            status="in_progress", status_text="Under way", resources="TBC", cost_min_gbp=None, cost_max_gbp=None,
            cost_kind="tbc", funding="", review=("owner-unclear",), confidence=0.71,
        ),
        action(
            4, ref="2.2", theme="Travel", action="=HYPERLINK(\"http://example.invalid\",\"Survey\") of school journeys",
            timescale="Annually – each May", due_date=None, timescale_kind="recurring", date_precision="", status="",
            status_text="", lead="Headteachers", lead_person="", lead_role="Headteachers", owners=(),
            resources="Within existing budgets", cost_kind="existing_budget", cost_min_gbp=None, cost_max_gbp=None,
        ),
        headings=(
            Heading("marlbrook/climate plan.docx", 2, 1, "Ref", "ref", "exact", 1.0),
            Heading("marlbrook/climate plan.docx", 2, 2, "What we will do", "action", "synonym", 0.97),
            Heading("marlbrook/climate plan.docx", 2, 3, "Steward", "lead", "contents", 0.74),
            Heading("marlbrook/climate plan.docx", 2, 4, "Baseline", "", "none", 0.0),
        ),
        review=(
            Review("marlbrook/climate plan.docx", None, 2, 5, 4, "owner-unclear", "check", "Two people are named as"
                   " lead: “Dai Prosser and Joan Achebe”; the first was taken.",
                   "Say who leads in the lead_person column."),
            Review("marlbrook/climate plan.docx", None, 2, 4, 7, "date-before-plan", "problem", "The target date"
                   " 31 March 2005 lies before the plan begins (1 April 2025).",
                   "Look it up: the year may be mistyped."),
        ),
        unplaced=(
            Unplaced("marlbrook/climate plan.docx", None, 1, 1, 1, "Version 0.4, M. Okafor, 2025", "Version history"),
            Unplaced("marlbrook/climate plan.docx", None, 3, 1, 2, "Red: behind schedule", "Key to the colours"),
        ),
    )  # fmt: skip


def _housing() -> Plan:
    council = {"council": "Eastmoor City Council", "council_code": "E08000998", "plan": "Homelessness Action Plan"}
    place = {"source_file": "eastmoor/homelessness.pdf", "source_sha256": "cd" * 32}

    def action(number: int, **said: object) -> Action:
        return an_action(
            action_id=f"b{number:011d}", row=number + 1, page=3 + number, table=1, **(council | place | said)
        )

    long = "Weekly outreach continued through the winter. " * 60
    return a_plan(
        action(1, ref="A", theme="Prevention", action="Set up one front door for advice.", status="complete",
               status_text="Done", completed="May 2026", completed_date=date(2026, 5, 31), due_date=date(2026, 6, 30),
               timescale="End of June 2026"),
        action(2, ref="B", theme="Prevention", action="Agree a protocol with the three hospitals so that nobody leaves "
               "without somewhere to go.", status="off_track", status_text="Red", due_date=date(2025, 12, 31),
               timescale="December 2025", lead="Director of Adult Social Care (with input from the ICB)",
               lead_person="", lead_role="Director of Adult Social Care", progress=long),
        action(3, ref="C", theme="Supply", action="Bring 40 empty homes back into use each year.", status="not_started",
               status_text="Not started", due_date=date(2027, 3, 31), timescale="2026/27",
               date_precision="financial_year"),
        period_start=date(2025, 1, 1), period_end=None, draft=True, format="pdf", pages=18, tables=1,
        headings=(Heading("eastmoor/homelessness.pdf", 1, 1, "No.", "ref", "synonym", 0.99),),
    )  # fmt: skip


def the_plans() -> Export:
    """Two councils' plans and a third file that could not be read."""
    climate, housing = _climate(), _housing()
    failed = FileRow("eastmoor/annex.doc", "ef" * 32, 0, "", "", "refused", "The file is empty.",
                     "Copy it again from where it came; the copy may have been interrupted.")  # fmt: skip
    photo = FileRow("marlbrook/hall.jpg", "09" * 32, 812_004, "jpeg", "", "unsupported",
                    "This kind of file is not one ingather reads.",
                    "If it holds an action plan, save it as .docx, PDF or text.")  # fmt: skip
    return an_export(climate, housing, files=(failed, _read(housing), _read(climate), photo))
