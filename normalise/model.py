"""What normalising gives: a `Plan` with its actions, owners, milestones, decisions, doubts and what was left over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest.model import Note, Place


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document came from: path relative to the common parent of the inputs, hash (hex), size in bytes.

    `council_folder` is the name of the folder that is said to be named after the council, "" where nobody says so.
    """

    path: str
    sha256: str = ""
    bytes: int = 0
    council_folder: str = ""

    @property
    def folder(self) -> str:
        """The folder part of the path, "" at the top."""
        return self.path.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Period:
    """The days a plan covers, first and last; either may be unknown."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Someone who answers for an action: person, role and organisation, each "" where not named.

    `text` is the part of the cell it was read from; `name` the full form where the document explains an abbreviation.
    """

    person: str = ""
    role: str = ""
    organisation: str = ""
    text: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step of an action: its label ("" where there is none), the words of its date, and the last day of it."""

    label: str
    date_text: str
    last_day: date | None
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """What a time cell says; `kind` and `precision` are the contract's codes."""

    kind: str = "none"
    start: date | None = None
    due: date | None = None
    precision: str = ""
    milestones: tuple[Milestone, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Money:
    """What a resources cell offers, in pounds; `kind` is `cost_kind`, `funding` where the money comes from."""

    least: float | None = None
    most: float | None = None
    kind: str = ""
    funding: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One action: the columns of actions.csv, by the same names, with `place` for what needs the exact cell."""

    action_id: str
    council: str
    council_code: str
    plan: str
    theme: str
    objective: str
    ref: str
    action: str
    outcome: str
    output: str
    measure: str
    lead: str
    lead_person: str
    lead_role: str
    lead_organisation: str
    partners: str
    partner_list: tuple[str, ...]
    resources: str
    cost_min_gbp: float | None
    cost_max_gbp: float | None
    cost_kind: str
    start: str
    timescale: str
    milestones: str
    completed: str
    start_date: date | None
    due_date: date | None
    completed_date: date | None
    timescale_kind: str
    date_precision: str
    status: str
    status_text: str
    progress: str
    priority: str
    risk: str
    links: str
    indicators: tuple[str, ...]
    evidence: str
    other: tuple[tuple[str, str], ...]
    confidence: float
    review: tuple[str, ...]
    source_file: str
    source_sha256: str
    page: int | None
    sheet: str
    table: int | None
    row: int | None
    funding: str
    owners: tuple[Owner, ...]
    steps: tuple[Milestone, ...]
    place: Place
    linked_actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Which field a column of a source table was mapped to, how, and how sure (0–1).

    `field` is "" where none fits; `how` is one of exact, synonym, similar, contents, correction, none.
    """

    source_file: str
    table: int
    column: int
    heading: str
    field: str
    how: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Review:
    """Something a person should look at, in plain English, and where."""

    source_file: str
    page: int | None
    table: int | None
    row: int | None
    column: int | None
    code: str
    severity: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A piece of source text that is in no other table, and why."""

    source_file: str
    page: int | None
    table: int | None
    row: int | None
    column: int | None
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One document understood: the row of plans.csv and all the rows the other tables get from it.

    `ledger` gives every place of the document that holds text its one destination.
    """

    source_file: str
    source_sha256: str
    plan: str
    council: str
    council_code: str
    period_start: date | None
    period_end: date | None
    draft: bool
    format: str
    pages: int | None
    tables: int
    action_tables: int
    text: str
    actions: tuple[Action, ...] = ()
    headings: tuple[Heading, ...] = ()
    review: tuple[Review, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    ledger: tuple[tuple[Place, str], ...] = ()
