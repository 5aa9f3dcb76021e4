"""The same plan in two formats: found by its actions, so that it can be counted once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from normalise.model import Action, Plan, Review

CODE = "likely-twin"
_ALIKE = 0.8
_FEWEST = 3
_NOT_WORD = re.compile(r"\W+")


def with_twins(plans: Sequence[Plan]) -> list[Plan]:
    """The plans in order, each that gives nearly the same actions as an earlier one flagged, its actions too.

    Two plans are twins when four in five of the actions of each are in the other, word for word but for spacing,
    case and punctuation, and they have three or more.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    flagged: list[Plan] = []
    for number, plan in enumerate(plans):
        keys = {_key(a) for a in plan.actions}
        twin = _twin(keys, plans, holders)
        flagged.append(plan if twin is None else _flag(plan, plans[twin]))
        for key in keys if twin is None else ():
            holders[key].append(number)
    return flagged


def _twin(keys: set[str], plans: Sequence[Plan], holders: dict[str, list[int]]) -> int | None:
    if len(keys) < _FEWEST:
        return None
    shared = Counter(n for key in keys for n in holders.get(key, ()))
    for number, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        theirs = len({_key(a) for a in plans[number].actions})
        if count >= _ALIKE * max(len(keys), theirs):
            return number
    return None


def _key(action: Action) -> str:
    return _NOT_WORD.sub("", action.action.casefold())


def _flag(plan: Plan, first: Plan) -> Plan:
    message = f"This looks like the same plan as {first.source_file}; summaries count it once, under that name."
    note = Review(
        plan.source_file, None, None, None, None, CODE, "check", message,
        "Keep one of the two files in the folder, or leave both if they really differ.",
    )  # fmt: skip
    actions = tuple(replace(a, review=(*a.review, CODE)) for a in plan.actions)
    return replace(plan, actions=actions, review=(note, *plan.review))
