"""What a careful reader reads out of a sample plan, taken from its words and never from the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.make.content import MERGED, Row, Sample, owner


@dataclass(frozen=True, slots=True)
class Truth:
    """The true reading of one action; None means that the plan file says nothing of it.

    `texts` has each field's words by the field's name; `due` is "any" where the rules leave the date open.
    """

    theme: str
    texts: dict[str, str]
    owners: tuple[tuple[str, str, str], ...]
    start: date | None
    due: date | str | None
    kind: str | None
    status: str | None
    cost: tuple[float | None, float | None] | None
    cost_kind: str | None
    partners: tuple[str, ...] | None
    indicators: tuple[str, ...] | None
    steps: tuple[tuple[str, date], ...] | None


def true_actions(sample: Sample) -> tuple[Truth, ...]:
    """The true reading of every action of the sample, in order."""
    return tuple(_truths(sample))


def _truths(sample: Sample) -> Iterator[Truth]:
    theme, above = "", dict.fromkeys((c.field for c in sample.columns), "")
    for row in sample.rows:
        theme = row.theme or theme
        if row.cells and row.change != "deleted":
            above = _texts(sample, row, above)
            yield _truth(row, theme, above)


def _texts(sample: Sample, row: Row, above: dict[str, str]) -> dict[str, str]:
    """The words of each field; a merged cell holds what the cell above holds, and the plan file may say otherwise."""
    cells = {c.field: text for c, text in zip(sample.columns, row.cells, strict=True)}
    texts = {name: above[name] if text == MERGED else text for name, text in cells.items()}
    said: dict[str, str] = row.truth.get("text", {})
    return texts | {"ref": row.truth.get("ref", texts.get("ref", ""))} | said


def _truth(row: Row, theme: str, texts: dict[str, str]) -> Truth:
    said = row.truth
    return Truth(
        theme=theme,
        texts=texts,
        owners=tuple(owner(o) for o in said.get("owners", ())),
        start=said.get("start"),
        due="any" if said.get("due_is_open") else said.get("due"),
        kind=said.get("kind", "deadline" if "due" in said else None),
        status=said.get("status"),
        cost=_cost(row),
        cost_kind=said.get("cost_kind"),
        partners=_listed(row, "partners"),
        indicators=_listed(row, "indicators"),
        steps=tuple((label, day) for label, day in said["steps"]) if "steps" in said else None,
    )


def _cost(row: Row) -> tuple[float | None, float | None] | None:
    if "cost_max" in row.truth:
        return None, row.truth["cost_max"]
    return (row.truth["cost"][0], row.truth["cost"][1]) if "cost" in row.truth else None


def _listed(row: Row, name: str) -> tuple[str, ...] | None:
    return tuple(row.truth[name]) if name in row.truth else None
