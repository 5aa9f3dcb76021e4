"""An action that lists several items, whose owners and dates stand item by item beside them or behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Note
from normalise.actions.draft import Draft, Piece
from normalise.headings import kind
from normalise.structure.beside import owner_beside
from normalise.structure.listed import is_counted, items_of
from normalise.structure.tails import parted_tail
from normalise.values.dates import TimeContext, read_time

_OWNERS = frozenset(("names", "roles"))
_NEAR = frozenset(("day", "month", "quarter", "half_year", "term", "season", "approximate"))


@dataclass(frozen=True, slots=True)
class ByItem:
    """Owners and times as they stand for the items of one action, in order; none where they do not stand so.

    `labels` and `times` are the words and dates of items that end with owner and date themselves. `apart` is true where
    a list of owners or of dates has more or fewer items than the action.
    """

    count: int = 0
    owners: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    apart: bool = False


def by_item(draft: Draft, context: TimeContext) -> ByItem:
    """What stands item by item for an action; it stays one action, as lettered parts of a cell do.

    Behind an item only people and posts are owners, and a year alone is no date: "(NICE, 2021)" says where it is from.
    """
    items = items_of(draft.text("action"))
    if not items:
        return ByItem()
    who, when = draft.of("lead"), draft.of("timescale") or draft.of("milestones")
    if not who and not when and (tails := [_tail(item, context) for item in items]) and all(tails):
        labels, owners, times = zip(*(tail for tail in tails if tail), strict=True)
        return ByItem(len(items), owners, times, labels)
    if not who:
        owners = tuple(map(owner_beside, items))
        return ByItem(len(items), owners if all(map(_is_owner, owners)) else ())
    found = _beside(len(items), who, when)
    return found if is_counted(draft.text("action")) else replace(found, apart=False)


def _tail(item: str, context: TimeContext) -> tuple[str, str, str] | None:
    tail = parted_tail(item, usual=True)
    return tail if tail and _is_owner(tail[1]) and read_time(tail[2], context).precision in _NEAR else None


def _is_owner(text: str) -> bool:
    return kind(text) in _OWNERS


def _beside(count: int, who: Sequence[Piece], when: Sequence[Piece]) -> ByItem:
    """A list of as many owners; lines without marks are no list, since a line may go on with the one above."""
    first = tuple(pieces[0].text for pieces in (who, when) if pieces)
    apart = any(is_counted(text) and len(items_of(text)) != count for text in first)
    owners = items_of(first[0])
    return ByItem(count, owners if len(owners) == count and len(who) == 1 else (), apart=apart)


def item_notes(draft: Draft, found: ByItem) -> Iterator[Note]:
    """That an action of several items was kept as one, or that it does not show which owner or date is for which."""
    if found.apart:
        yield Note(
            "items-apart",
            f"The action lists {found.count} items, but the list of its owners or dates has another number of them: "
            "which is for which is not plain.",
            "Look in the plan which owner and date each item has.", "check", draft.place,
        )  # fmt: skip
    elif found.owners:
        own = "owner and date" if found.times else "owner"
        yield Note(
            "items-in-one",
            f"The action lists {found.count} items, each with its own {own}; it is kept as one action.",
            "Split it by hand if each item is to be followed up by itself.", "info", draft.place,
        )  # fmt: skip
