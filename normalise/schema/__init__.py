"""The one field list: every table a run writes, with each column's name, type, codes and meaning.

CSV columns, the data package, the data dictionary, `ingather schema` and the validation all come from here.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = "1.0"

TIMESCALE_KINDS = (
    "deadline", "range", "start", "milestones", "recurring", "ongoing", "relative", "complete", "tbc",
    "unparsed", "none",
)  # fmt: skip
PRECISIONS = (
    "day", "month", "quarter", "term", "season", "half_year", "year", "financial_year", "approximate",
)  # fmt: skip
COST_KINDS = ("sum", "range", "existing_budget", "officer_time", "none", "tbc", "external", "text")
STATUSES = ("not_started", "in_progress", "on_track", "at_risk", "off_track", "on_hold", "complete", "cancelled")
OUTCOMES = (
    "read", "partly_read", "no_actions", "duplicate", "unsupported", "refused", "set_aside", "waiting", "gone",
)  # fmt: skip
HOW = ("exact", "synonym", "similar", "contents", "correction", "none")
SEVERITIES = ("info", "check", "problem")

TEXT_FIELDS = {
    "ref": "The action's own number or reference",
    "theme": "Nearest section the action stands under",
    "objective": "The objective or aim the action serves",
    "action": "What will be done",
    "outcome": "The difference it should make",
    "output": "What is produced or delivered",
    "measure": "How success is known: indicator, target figure",
    "lead": "Who is responsible",
    "partners": "Who else is involved",
    "resources": "Money, staff or other resources",
    "start": "Planned start",
    "timescale": "Target date or time",
    "milestones": "Steps on the way",
    "completed": "When it was really finished",
    "status": "How far it has got, in a word, letter or colour",
    "progress": "Commentary on what has happened",
    "priority": "How important or urgent",
    "risk": "Risks, issues, barriers",
    "links": "Links to other plans, strategies, targets",
    "evidence": "Evidence or monitoring",
}
"""The fields a heading may be mapped to, with their meaning. `status` fills the column `status_text`."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `type` is string, date, number, integer or boolean; `listed` cells join several values with "; "."""

    name: str
    type: str
    meaning: str
    codes: tuple[str, ...] = ()
    listed: bool = False
    required: bool = False


def _f(name: str, meaning: str, kind: str = "string", codes: tuple[str, ...] = ()) -> Field:
    return Field(name, kind.removesuffix("!").removesuffix("[]"), meaning, codes, "[]" in kind, kind.endswith("!"))


_TEXT = {
    name: _f("status_text" if name == "status" else name, f"{meaning}, as written")
    for name, meaning in TEXT_FIELDS.items()
}

_WHERE = (
    _f("source_file", "Path of the source file, relative to the common parent of the inputs", "string!"),
    _f("page", "Page, counted from 1, where the format has pages", "integer"),
    _f("table", "Table, counted from 1 in document order", "integer"),
    _f("row", "Row, counted from 1 with the header rows", "integer"),
    _f("column", "Column, counted from 1", "integer"),
)

ACTIONS = (
    _f("action_id", "12 hex digits that stay the same from run to run", "string!"),
    _f("council", "Official name of the authority that owns the plan"),
    _f("council_code", "Its ONS (GSS) code"),
    _f("plan", "The document's title"),
    _TEXT["theme"], _TEXT["objective"], _TEXT["ref"], _TEXT["action"], _TEXT["outcome"], _TEXT["output"],
    _TEXT["measure"], _TEXT["lead"],
    _f("lead_person", "Person named first as responsible"),
    _f("lead_role", "Role of the first owner"),
    _f("lead_organisation", "Organisation of the first owner"),
    _TEXT["partners"],
    _f("partner_list", "The partners, one by one", "string[]"),
    _TEXT["resources"],
    _f("cost_min_gbp", "Least cost in pounds", "number"),
    _f("cost_max_gbp", "Greatest cost in pounds", "number"),
    _f("cost_kind", "What the resources cell offers", codes=COST_KINDS),
    _TEXT["start"], _TEXT["timescale"], _TEXT["milestones"], _TEXT["completed"],
    _f("start_date", "First day, where the plan gives a start", "date"),
    _f("due_date", "Last day of the time the plan gives", "date"),
    _f("completed_date", "Day it was finished", "date"),
    _f("timescale_kind", "What kind of time the plan gives", codes=TIMESCALE_KINDS),
    _f("date_precision", "How exact the due date (else the start date) is", codes=PRECISIONS),
    _f("status", "Status as a code", codes=STATUSES),
    _TEXT["status"], _TEXT["progress"], _TEXT["priority"], _TEXT["risk"], _TEXT["links"],
    _f("indicators", "National indicators and the like", "string[]"),
    _TEXT["evidence"],
    _f("other", "Columns that no field fits, as a JSON list of [heading, text] pairs", "array"),
    _f("confidence", "How sure the reading of this row is, 0 to 1", "number!"),
    _f("review", "Codes from review.csv for this row", "string[]"),
    _f("source_file", "Path of the source file, relative to the common parent of the inputs", "string!"),
    _f("source_sha256", "SHA-256 of the source file's bytes, in hex"),
    _f("page", "Page, counted from 1, where the format has pages", "integer"),
    _f("sheet", "Sheet, in a spreadsheet"),
    _f("table", "Table, counted from 1 in document order", "integer"),
    _f("row", "Row, counted from 1 with the header rows", "integer"),
    _f("funding", "Where the money comes from, where the cell names it"),
    _f("linked_actions", "The action_id of each action that this one names by number (see 3.2)", "string[]"),
)  # fmt: skip

OWNERS = (
    _f("action_id", "The action", "string!"),
    _f("order", "Place among the action's owners, from 1", "integer!"),
    _f("person", "Person"),
    _f("role", "Role or post"),
    _f("organisation", "Organisation, team or body"),
    _f("text", "The words it was read from"),
    _f("name", "Full form where the document explains an abbreviation"),
)

MILESTONES = (
    _f("action_id", "The action", "string!"),
    _f("order", "Place among the action's milestones, from 1", "integer!"),
    _f("milestone", "What is to be done"),
    _f("date_text", "The date as written"),
    _f("last_day", "Last day of that date", "date"),
    _f("date_precision", "How exact the date is", codes=PRECISIONS),
)

PLANS = (
    _f("source_file", "Path of the source file", "string!"),
    _f("source_sha256", "SHA-256 of its bytes, in hex"),
    _f("plan", "The document's title"),
    _f("council", "Official name of the authority that owns the plan"),
    _f("council_code", "Its ONS (GSS) code"),
    _f("period_start", "First day the plan covers", "date"),
    _f("period_end", "Last day the plan covers", "date"),
    _f("draft", "Whether it calls itself a draft", "boolean"),
    _f("format", "File format"),
    _f("pages", "Number of pages, where the format has pages", "integer"),
    _f("tables", "Number of tables", "integer"),
    _f("action_tables", "Number of tables that hold actions", "integer"),
    _f("actions", "Number of actions", "integer"),
    _f("text", "Prose around the tables, in order"),
)

HEADINGS = (
    _f("source_file", "Path of the source file", "string!"),
    _f("table", "Table, counted from 1", "integer!"),
    _f("column", "Column, counted from 1", "integer!"),
    _f("heading", "Heading as written"),
    _f("field", "Field it was mapped to, empty when none fits", codes=(*TEXT_FIELDS, "other")),
    _f("how", "How the field was found", codes=HOW),
    _f("confidence", "How sure, 0 to 1", "number!"),
)

REVIEW = (
    *_WHERE,
    _f("code", "What kind of thing it is", "string!"),
    _f("severity", "How much it matters", "string!", SEVERITIES),
    _f("message", "What was seen, in a sentence", "string!"),
    _f("suggestion", "What to do"),
)

UNPLACED = (*_WHERE, _f("text", "The text", "string!"), _f("why", "Why it is in no other table", "string!"))

FILES = (
    _f("source_file", "Path of the input file", "string!"),
    _f("source_sha256", "SHA-256 of its bytes, in hex"),
    _f("bytes", "Size in bytes", "integer"),
    _f("format", "What the file is, by its bytes"),
    _f("engine", "What read it"),
    _f("outcome", "What became of it", "string!", OUTCOMES),
    _f("reason", "Why, wherever it was not simply read"),
    _f("suggestion", "What to do"),
    _f("pages", "Number of pages", "integer"),
    _f("tables", "Number of tables", "integer"),
    _f("action_tables", "Number of tables that hold actions", "integer"),
    _f("actions", "Number of actions", "integer"),
    _f("review", "Number of things to review", "integer"),
)

TABLES: dict[str, tuple[Field, ...]] = {
    "actions": ACTIONS,
    "owners": OWNERS,
    "milestones": MILESTONES,
    "plans": PLANS,
    "headings": HEADINGS,
    "review": REVIEW,
    "unplaced": UNPLACED,
    "files": FILES,
}

MEANINGS = {
    "actions": "An action",
    "owners": "One owner of an action",
    "milestones": "One dated step of an action that has two or more",
    "plans": "A document",
    "headings": "A column of a source table, and the field it was mapped to",
    "review": "Something a person should look at",
    "unplaced": "A piece of source text that is in no other table",
    "files": "An input file, and what became of it",
}
"""What one row of each table is."""
