"""Two sets of actions compared: which are new, which are gone, and what has changed in those that stayed.

Actions are known again by their reference and the likeness of their words, never by where they stand: a row put in at
the top of a table changes every position and no action.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from normalise.rows import Row, Value, as_text

SAME_REF, NO_REF = 50.0, 80.0
"""How alike the words must be (0–100) with the same reference, and without."""

_COLUMNS = {
    "due_date": "Due date", "start_date": "Start date", "completed_date": "Date of completion", "status": "Status",
    "lead": "Owner", "action": "Wording", "ref": "Reference", "theme": "Theme", "objective": "Objective",
    "outcome": "Outcome", "output": "Output", "measure": "Measure", "partners": "Partners", "resources": "Resources",
    "timescale": "Timescale", "milestones": "Milestones", "progress": "Progress", "priority": "Priority",
    "risk": "Risk", "links": "Links", "evidence": "Evidence", "other": "Other columns",
}  # fmt: skip
"""The columns compared: what the plan says, not where it says it or how sure the reading is."""

_SHORT = 100
"""Characters of both values together that still make a sentence."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: `kind` is new, gone or changed; `row` the action as it is now (of a gone one, as it was).

    For a changed action `column` names what changed, `was` and `now` its values as text, and `days` by how many days
    a date moved (later is positive). `told` says it in a sentence.
    """

    kind: str
    row: Row
    told: str
    column: str = ""
    was: str = ""
    now: str = ""
    days: int | None = None


def compare(before: Sequence[Row], after: Sequence[Row]) -> tuple[Change, ...]:
    """What is new, gone and changed between two runs' rows of actions, in the order of the rows now, gone ones last."""
    pairs = match(before, after)
    known = {new: old for old, new in pairs}
    staying = {old for old, _ in pairs}
    found: list[Change] = []
    for index, row in enumerate(after):
        old = known.get(index)
        found.extend([Change("new", row, "New action.")] if old is None else _changes(before[old], row))
    found.extend(_gone(row, after) for index, row in enumerate(before) if index not in staying)
    return tuple(found)


def match(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[int, int]]:
    """Pairs of indices, before and after, that are the same action; each index at most once.

    First those of one plan with the same words and reference, then the same words, then the same reference and like
    words, then like words; last, the same words in another plan of the same council.
    """
    left, right = dict(enumerate(before)), dict(enumerate(after))
    pairs: list[tuple[int, int]] = []
    for key in (_ref_and_words, _words):
        _take(pairs, left, right, _unique_pairs(left, right, key))
    _take(pairs, left, right, _alike(left, right, SAME_REF, _plan_and_ref))
    _take(pairs, left, right, _alike(left, right, NO_REF, _plan_of))
    _take(pairs, left, right, _unique_pairs(left, right, _words_anywhere))
    return pairs


def _take(
    pairs: list[tuple[int, int]], left: dict[int, Row], right: dict[int, Row], found: Iterable[tuple[int, int]]
) -> None:
    for old, new in list(found):
        if old in left and new in right:
            pairs.append((old, new))
            del left[old], right[new]


def _plan_of(row: Row) -> Hashable:
    return row["source_file"]


def _plan_and_ref(row: Row) -> Hashable:
    return (row["source_file"], row["ref"]) if row["ref"] else None


def _ref_and_words(row: Row) -> Hashable:
    return (row["source_file"], row["ref"], _folded(row))


def _words(row: Row) -> Hashable:
    return (row["source_file"], _folded(row)) if _folded(row) else None


def _words_anywhere(row: Row) -> Hashable:
    return (row["council"], row["ref"], _folded(row)) if _folded(row) else None


def _folded(row: Row) -> str:
    return " ".join(str(row["action"] or "").casefold().split())


Key = Callable[[Row], Hashable]


def _unique_pairs(left: dict[int, Row], right: dict[int, Row], key: Key) -> Iterator[tuple[int, int]]:
    """Pairs with the same key, in order: the first with the first, so that twins keep their order."""
    olds, news = _grouped(left, key), _grouped(right, key)
    for shared in olds.keys() & news.keys():
        yield from zip(olds[shared], news[shared], strict=False)


def _alike(left: dict[int, Row], right: dict[int, Row], least: float, key: Key) -> Iterator[tuple[int, int]]:
    """Pairs within a group, most alike first."""
    olds, news = _grouped(left, key), _grouped(right, key)
    scored: list[tuple[float, int, int]] = []
    for shared in olds.keys() & news.keys():
        choices = {new: _folded(right[new]) for new in news[shared]}
        for old in olds[shared]:
            found = process.extract(_folded(left[old]), choices, scorer=fuzz.ratio, score_cutoff=least, limit=5)
            scored.extend((-score, old, new) for _, score, new in found)
    yield from ((old, new) for _, old, new in sorted(scored))


def _grouped(rows: dict[int, Row], key: Key) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for index, row in rows.items():
        groups[key(row)].append(index)
    groups.pop(None, None)
    return groups


def _changes(old: Row, new: Row) -> Iterator[Change]:
    for column, name in _COLUMNS.items():
        was, now = old.get(column), new.get(column)
        if as_text(was) != as_text(now):
            days = (now - was).days if isinstance(was, date) and isinstance(now, date) else None
            yield Change("changed", new, _told(name, was, now), column, as_text(was), as_text(now), days)


def _told(name: str, was: Value, now: Value) -> str:
    if isinstance(was, date) and isinstance(now, date):
        days = (now - was).days
        return (
            f"{name} moved by {abs(days):,} day{'' if abs(days) == 1 else 's'}, {'later' if days > 0 else 'earlier'}."
        )
    if not as_text(was):
        return f"{name} given."
    if not as_text(now):
        return f"{name} taken away."
    if len(f"{as_text(was)}{as_text(now)}") <= _SHORT:
        return f"{name} changed from “{as_text(was)}” to “{as_text(now)}”."
    return f"{name} changed."


def _gone(row: Row, after: Sequence[Row]) -> Change:
    held = any(other["source_file"] == row["source_file"] for other in after)
    return Change("gone", row, "Gone from its plan." if held else "Its file gave no actions this time.")
