"""Corrections: what a person said once, replayed first on every run.

One JSON object a line, in the order said; nothing is ever rewritten, an `undo` line takes an earlier one back:

    {"id": "…", "what": "heading", "heading": "Steward", "field": "lead", "council": "", "who": "…", "when": "…"}
    {"id": "…", "what": "table", "source_file": "plan.docx", "table": 2, "actions": false, …}
    {"id": "…", "what": "value", "action_id": "…", "column": "lead", "value": "Ann Lee", …}
    {"id": "…", "what": "row", "action_id": "…", …}
    {"id": "…", "what": "file", "source_file": "plan.docx", "now": "new name.docx", …}
    {"id": "…", "what": "undo", "of": "…", …}

`heading` holds everywhere, or for one council; `table` says whether a table holds actions; `row` drops an action;
`file`, which a run adds, says what a file is called now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace

from normalise.schema import ACTIONS, TEXT_FIELDS, Field
from normalise.schema.typed import typed
from normalise.values.dates import TimeContext, read_time

_FIXED = ("action_id", "confidence", "review", "source_file", "source_sha256", "page", "sheet", "table", "row", "other")
KINDS = ("heading", "table", "value", "row", "file", "undo")


class BadCorrection(ValueError):
    """A line of the corrections is not one; the message is a sentence that says which and why."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line: only the parts its kind needs are filled. `when` is an ISO date and time, `who` a name as given.

    An action's id says where it stands. So that it is known again elsewhere, `words` are the document's own of it (of a
    table, what stood in it), `theme` what it stands under, `above` and `below` signs of the words of the actions around
    it. `alone` says that no other of its file had these words, `apart` that none had under its theme, `between` that
    none had there between the same two, `unlike` that none had words like them. `source_sha256` is the hash of the
    file's bytes then.
    """

    what: str
    id: str = ""
    heading: str = ""
    field: str = ""
    council: str = ""
    source_file: str = ""
    table: int = 0
    actions: bool = True
    action_id: str = ""
    column: str = ""
    value: str = ""
    words: str = ""
    source_sha256: str = ""
    theme: str = ""
    above: str = ""
    below: str = ""
    alone: bool = False
    unlike: bool = False
    apart: bool = False
    between: bool = False
    now: str = ""
    of: str = ""
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections that hold, those taken back left out.

    `names` are pairs of a file that they speak of and is not read, and the one that is read in its place.
    """

    lines: tuple[Correction, ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @property
    def renamed(self) -> dict[str, str]:
        """The later name of a file by the one before."""
        return {c.source_file: c.now for c in self.lines if c.what == "file"}

    def earlier(self, source_file: str) -> tuple[str, ...]:
        """The other names under which corrections speak of this file."""
        return tuple(name for name, now in self.names if now == source_file)

    def headings(self, council: str) -> dict[str, str]:
        """Field by heading: those said for everyone, then those said for this council, which win."""
        said = [c for c in self.lines if c.what == "heading" and c.council in ("", council)]
        return {c.heading: c.field for c in sorted(said, key=lambda c: bool(c.council))}

    def of_actions(self, action_ids: Collection[str], names: Collection[str]) -> tuple[Correction, ...]:
        """What was said of actions with these ids, or of any action of a file with these names."""
        lines = (c for c in self.lines if c.what in ("value", "row"))
        return tuple(c for c in lines if c.action_id in action_ids or c.source_file in names)


NONE = Corrections()


def read_corrections(lines: Iterable[str]) -> Corrections:
    """The corrections that hold after all lines. Raises BadCorrection for a line that is not one."""
    said = [_read(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    undone = {c.of for c in said if c.what == "undo"}
    return Corrections(tuple(c for c in said if c.what != "undo" and c.id not in undone))


def with_id(correction: Correction) -> Correction:
    """The correction with an id made from all it says, unless it has one."""
    return correction if correction.id else replace(correction, id=_identity(_told(correction)))


def named(correction: Correction) -> str:
    """The correction of an action as a sentence begins with it: its number, the column and the value it gives."""
    name = f"Correction {correction.id}" if correction.id else "A correction"
    return f"{name} ({correction.column}: “{correction.value}”)" if correction.what == "value" else name


def write_correction(correction: Correction) -> str:
    """The correction as a line of JSON, without the parts that its kind leaves empty."""
    return json.dumps(_told(correction), ensure_ascii=False, sort_keys=True)


def _told(correction: Correction) -> dict[str, object]:
    told = {k: v for k, v in asdict(correction).items() if v != getattr(Correction(""), k) or k == "what"}
    if correction.what == "table":
        told["actions"] = correction.actions
    return told


def _identity(told: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:10]


def _read(number: int, line: str) -> Correction:
    try:
        told = json.loads(line)
    except ValueError:
        raise BadCorrection(f"Line {number} of the corrections is not a JSON object.") from None
    if not isinstance(told, dict) or told.get("what") not in KINDS:
        raise BadCorrection(f"Line {number} of the corrections does not say what it corrects ({', '.join(KINDS)}).")
    known = {f: told[f] for f in Correction.__dataclass_fields__ if f in told}
    if any(type(v) is not type(getattr(Correction(""), k)) for k, v in known.items()):
        raise BadCorrection(f"Line {number} of the corrections holds a value of the wrong kind.")
    correction = Correction(**known)
    if correction.what == "heading" and correction.field not in (*TEXT_FIELDS, "other", ""):
        raise BadCorrection(
            f"Line {number} of the corrections names no field: “{correction.field}”. The fields are"
            f" {', '.join(TEXT_FIELDS)}, and other for none of them."
        )
    if correction.what == "value":
        _check_value(number, correction)
    return correction


def _check_value(number: int, correction: Correction) -> None:
    column = next((f for f in ACTIONS if f.name == correction.column), None)
    if column is None or column.name in _FIXED:
        raise BadCorrection(
            f"Line {number} of the corrections names no column to correct: “{correction.column}”. Those are"
            f" {', '.join(field.name for field in ACTIONS if field.name not in _FIXED)}."
        )
    try:
        typed(column, correction.value)
    except ValueError:
        said = f"Line {number} of the corrections gives “{correction.value}”, which cannot stand under {column.name}"
        raise BadCorrection(f"{said}{_instead(column, correction.value)}.") from None


def _instead(column: Field, text: str) -> str:
    """What to write in the place of a text that was meant as a date, or as one of a few words."""
    if column.type == "date":
        return f"; write the day as {read_time(text, TimeContext()).due or '2026-03-31'}"
    return f"; it is one of {', '.join(column.codes)}" if column.codes else ""
