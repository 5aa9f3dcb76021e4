"""Names of people kept, shown as job titles, as tokens or not at all, in everything a run writes.

Known are those whom the plans name as owners and those who commented; their names go from every text, in whole and in
part, and with them e-mail addresses and telephone numbers. People who are named only in running text go where a title,
or a given name and a surname together, shows that it is a name.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Literal

from export.model import Export, Own
from export.own_columns import told_apart
from export.people import Finder, Person, authors, folded, people
from export.strangers import hide_strangers
from normalise.compare import Change
from normalise.rows import Row, Value
from normalise.schema import TABLES, Field

How = Literal["keep", "role", "token", "drop"]
Hide = Callable[[str], str]

REMOVED = "[name]"
_QUOTED = re.compile("“.*”", re.DOTALL)
_EMAIL = re.compile(r"(?:mailto:)?[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\w/.])(?:\+\d{1,3}[\s-]?(?:\(0\)[\s-]?)?|\(?0)\d(?:[\s()-]{0,2}\d){7,10}(?![\w/])")
_CODES = {"action_id", "source_sha256", "council", "council_code"}
_PERSONS = {"lead_person", "person"}
_ROLES = {"lead_role", "role"}
_LEADS = {"lead", "text", "name"}


@dataclass(frozen=True, slots=True)
class Names:
    """How to show people: `keep`; `role`, job titles only; `token`, one for each person; `drop`, nothing.

    `key` is the secret the tokens are made with, so that nobody can find the name by trying names.
    """

    how: How = "keep"
    key: bytes = b""

    def __post_init__(self) -> None:
        if self.how == "token" and not self.key:
            raise ValueError("Tokens need a key.")


def redact(export: Export, names: Names, before: Sequence[Row] = ()) -> Export:
    """The export as it may be shown: nothing of a name that is not kept is in any of its tables or beside them.

    `before` are the actions of the run before, whose owners the changes may name.
    """
    if names.how == "keep":
        return export
    hide = _hiding(_finder(export, before), names)
    shown = {**export.tables, "review": [_without_value(row) for row in export.tables["review"]]}
    tables = {name: [_row(row, TABLES[name], names, hide) for row in rows] for name, rows in shown.items()}
    # A link would lead by the names of folders and files.
    inputs = tuple(hide(name) for name in export.about.inputs)
    about = replace(export.about, inputs=inputs, source_root="", names=names.how)
    changes = None if export.changes is None else tuple(_change(c, names, hide) for c in export.changes)
    return Export(tables, about, changes, _own(export.own, hide))


def _without_value(row: Row) -> Row:
    """A value that a correction would have given may name somebody who stands in no plan."""
    if row["code"] != "correction-unmatched":
        return row
    return {**row, "message": _QUOTED.sub(f"“{REMOVED}”", str(row["message"]))}


def _finder(export: Export, before: Sequence[Row]) -> Finder:
    owners = people(export.tables["owners"], chain(export.tables["actions"], before))
    named = {folded(person.name) for person in owners}
    others = (person for person in authors(export.tables["review"]) if folded(person.name) not in named)
    return Finder([*owners, *others])


def token(name: str, key: bytes) -> str:
    """The token of a person: the same for the same name and key, whatever its case and accents."""
    return f"person-{hmac.new(key, folded(name).encode(), hashlib.sha256).hexdigest()[:10]}"


def _hiding(finder: Finder, names: Names) -> Hide:
    def label(who: frozenset[Person]) -> str:
        if len(who) != 1:
            return REMOVED
        (person,) = who
        return _shown(person, names) or REMOVED

    def stranger(name: str) -> str:
        return _shown(Person(name), names) or REMOVED

    @lru_cache(maxsize=65_536)
    def hide(text: str) -> str:
        text = _TELEPHONE.sub("[telephone]", _EMAIL.sub("[e-mail]", text))
        return hide_strangers(finder.replace(text, label), stranger)

    return hide


def _shown(person: Person, names: Names) -> str:
    if names.how == "token":
        return token(person.name, names.key)
    return person.role if names.how == "role" else ""


def _row(row: Row, fields: tuple[Field, ...], names: Names, hide: Hide) -> Row:
    return {field.name: _value(row, field, names, hide) for field in fields}


def _value(row: Row, field: Field, names: Names, hide: Hide) -> Value:
    value = row[field.name]
    if isinstance(value, tuple):
        return tuple(hide(part) for part in value)
    if not isinstance(value, str) or not value or field.codes or field.name in _CODES:
        return value
    if field.name in _PERSONS:
        return token(value, names.key) if names.how == "token" else ""
    if field.name in _ROLES:
        return "" if names.how == "drop" else hide(value)
    if field.name in _LEADS and names.how == "drop" and ("lead_organisation" in row or "organisation" in row):
        return hide(str(row.get("lead_organisation") or row.get("organisation") or ""))
    return _nested(value, hide) if field.type == "array" else hide(value)


def _nested(value: str, hide: Hide) -> str:
    pairs = json.loads(value)
    return json.dumps([[hide(part) for part in pair] for pair in pairs], ensure_ascii=False)


def _change(change: Change, names: Names, hide: Hide) -> Change:
    row = _row(change.row, TABLES["actions"], names, hide)
    if change.column in _LEADS and names.how == "drop":
        return replace(change, row=row, told="Owner changed.", was="", now="")
    return replace(change, row=row, told=hide(change.told), was=hide(change.was), now=hide(change.now))


def _own(own: Own, hide: Hide) -> Own:
    names = dict(zip(own.columns, told_apart(map(hide, own.columns)), strict=True))
    cells = {
        key: {names[name]: hide(value) if isinstance(value, str) else value for name, value in said.items()}
        for key, said in own.cells.items()
    }
    notes = {key: {names.get(name, name): hide(text) for name, text in said.items()} for key, said in own.notes.items()}
    return Own(tuple(names.values()), cells, notes)
