"""Values that a person gave: a text goes in before values are read from it, any other column is set at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.model import Cell
from normalise.actions.build import identities, theme_of
from normalise.actions.draft import Draft, Piece
from normalise.corrections import Correction, Corrections
from normalise.headings import Decision
from normalise.meant import Standing, meant
from normalise.model import Action, Source
from normalise.schema import ACTIONS, TEXT_FIELDS
from normalise.schema.typed import typed

_TEXTS = {("status_text" if f == "status" else f): f for f in TEXT_FIELDS if f not in ("action", "ref", "theme")}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A draft with its id and what was said of it; `passed` was said of another action, which stood here before."""

    draft: Draft
    identity: str
    said: tuple[Correction, ...] = ()
    passed: tuple[Correction, ...] = ()

    @property
    def dropped_by(self) -> tuple[str, ...]:
        """The ids of the corrections that say it is no action."""
        return tuple(c.id for c in self.said if c.what == "row")

    @property
    def values(self) -> dict[str, str]:
        """The corrected values by column; what was said last holds."""
        return {c.column: c.value for c in self.said if c.what == "value"}


def spoken_of(drafts: Sequence[Draft], source: Source, corrections: Corrections) -> Iterator[Spoken]:
    """Every draft of a document with its id and with the corrections that are meant for it."""
    names = (source.path, *corrections.earlier(source.path))
    ids = list(zip(*(identities(drafts, name) for name in names), strict=True))
    standing = [Standing(own, d.rest, theme_of(d)[0]) for d, own in zip(drafts, ids, strict=True)]
    found = meant(corrections, standing, names, source.sha256)
    for at, (draft, own) in enumerate(zip(drafts, ids, strict=True)):
        yield Spoken(draft, own[0], found.said.get(at, ()), found.passed.get(at, ()))


def correct_draft(draft: Draft, said: Mapping[str, str]) -> None:
    """Put the corrected texts (column to text) in the place of what the cells say."""
    for column, text in said.items():
        if field := _TEXTS.get(column):
            cell = next((p.cell for p in draft.of(field)), Cell(draft.place))
            others = [p for p in draft.pieces if p.decision.field != field]
            draft.pieces = [*others, Piece("", Decision(field, "correction", 1.0), 0, text, cell)]


def correct_action(action: Action, said: Mapping[str, str]) -> Action:
    """Set the corrected columns that are read values, and the action's own text, number and theme."""
    fields = {f.name: f for f in ACTIONS}
    changes = {c: typed(fields[c], v) for c, v in said.items() if c not in _TEXTS}
    return replace(action, **changes) if changes else action  # type: ignore[arg-type]
