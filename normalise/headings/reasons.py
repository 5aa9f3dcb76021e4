"""Why a column was taken for a field, in words."""

from __future__ import annotations

from collections.abc import Mapping

from normalise.headings.likeness import Reading

_HOLDS = {
    "references": "references", "numbers": "numbers", "scores": "numbers in no order",
    "dates": "dates", "dated": "steps with dates",
    "times": "words of time", "sums": "sums of money", "money": "words about money", "figures": "percentages",
    "names": "people's names", "roles": "roles", "bodies": "teams and organisations", "proper": "names of things",
    "acronyms": "initials", "status": "status words", "levels": "words such as high and low", "yes_no": "yes or no",
    "open": "words such as TBC", "sentences": "sentences", "reports": "reports of what was done",
    "deeds": "things to do", "aims": "aims", "outcomes": "differences made", "targets": "things achieved",
    "risks": "risks", "proofs": "evidence", "documents": "plans and policies", "labels": "short labels",
    "texts": "longer texts",
}  # fmt: skip


def because(field: str, how: str, reading: Reading, kinds: Mapping[str, float]) -> str:
    """One clause: what in the heading, and what in the column, speaks for the field."""
    parts = [_heading(field, how, reading), _contents(kinds)]
    return "; ".join(part for part in parts if part) or "nothing in it is known"


def _heading(field: str, how: str, reading: Reading) -> str:
    wording = reading.wording.get(field, "")
    if how == "exact":
        return f"the heading is one of the names of “{field}”"
    if how in ("synonym", "similar") and wording:
        return f"the heading says “{wording}”" if how == "synonym" else f"the heading is like “{wording}”"
    return "the heading does not say what it is" if field == "other" else f"the heading does not say “{field}”"


def _contents(kinds: Mapping[str, float]) -> str:
    most = [f"{_HOLDS[name]} ({share:.0%})" for name, share in list(kinds.items())[:2] if share >= 0.2]
    return f"the column holds {' and '.join(most)}" if most else ""
