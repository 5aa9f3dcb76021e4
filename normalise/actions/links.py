"""Actions that name one another by number (`see 3.2`): the numbers become links where the plan has such an action."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from normalise.model import Action
from normalise.values.references import linked_references, listed_references

_TEXTS = ("action", "outcome", "output", "measure", "timescale", "milestones", "progress", "risk", "links", "evidence")

_Numbered = Mapping[str, Sequence[Action]]


def link_actions(actions: Sequence[Action]) -> tuple[Action, ...]:
    """The actions, each with the identities of those that its texts name, in the order in which they are named.

    A number that no action of the plan has, or that several have with none of them alone in the same table, stays
    words.
    """
    numbered: defaultdict[str, list[Action]] = defaultdict(list)
    for action in actions:
        if action.ref:
            numbered[action.ref.casefold()].append(action)
    return tuple(_linked(action, numbered) for action in actions) if numbered else tuple(actions)


def _linked(action: Action, numbered: _Numbered) -> Action:
    named = [ref for field in _TEXTS for ref in linked_references(getattr(action, field))]
    named += [ref for _, text in action.other for ref in linked_references(text)]
    named += listed_references(action.links)
    if action.linked_actions:
        return action  # a person gave them
    meant = (_meant(ref.casefold(), action, numbered) for ref in named)
    found = tuple(dict.fromkeys(other.action_id for other in meant if other and other is not action))
    return replace(action, linked_actions=found) if found else action


def _meant(ref: str, action: Action, numbered: _Numbered) -> Action | None:
    candidates = numbered.get(ref, ())
    if len(candidates) > 1:
        candidates = [other for other in candidates if other.table == action.table and other.sheet == action.sheet]
    return candidates[0] if len(candidates) == 1 else None
