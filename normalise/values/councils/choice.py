"""Which council owns the plan: the most trusted place that names exactly one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from normalise.values.councils.evidence import (
    Evidence,
    belongs_elsewhere,
    gather_evidence,
    named,
    own_lines,
    speaks_as_other,
)
from normalise.values.councils.mentions import find_mentions
from normalise.values.councils.model import CouncilFound, CouncilTexts
from normalise.values.councils.notes import ended_note, inferred_note, suggest_notes
from normalise.values.councils.register import Council
from normalise.values.councils.words import words_of

_ENOUGH = 2
_RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")


def find_council(texts: CouncilTexts) -> CouncilFound:
    """The authority that owns a plan, by exact names; nothing where another body owns it or two councils share it.

    Names count by where they stand: title, a line of their own, folder and file, prose that repeats them, then places
    and initials that agree. Likeness only suggests, in a note.
    """
    if belongs_elsewhere(texts):
        return CouncilFound()
    evidence = gather_evidence(texts)
    for step in (_in_title, _on_own_lines, _in_path, _in_prose):
        council = step(evidence)
        if council:
            return _found(council, evidence, inferred=False)
    for step in (_place_in_title, _place_in_path, _place_and_initials):
        council = step(evidence)
        if council:
            return _found(council, evidence, inferred=True)
    return CouncilFound(notes=suggest_notes(evidence))


Step = Callable[[Evidence], Council | None]


def _in_title(evidence: Evidence) -> Council | None:
    """The council that the title names in full; of several the first, unless they are named as partners."""
    title = evidence.texts.title
    mentions = [m for m in find_mentions(title) if m.full]
    found = named(mentions, evidence.texts.year, full=True)
    if len(found) < 2:
        return found[0] if found else None
    between = {w.key for w in words_of(title[mentions[0].end : mentions[1].start])}
    return None if between <= {"and", "with"} else found[0]


def _on_own_lines(evidence: Evidence) -> Council | None:
    return _only([c for line in own_lines(evidence.texts) for c in _full(line, evidence)])


def _in_path(evidence: Evidence) -> Council | None:
    return _only([c for part in _parts(evidence) for c in _full(part, evidence)])


def _parts(evidence: Evidence) -> list[str]:
    """Folder and file names, words run together with capitals parted (LeedsCityCouncil)."""
    parts = (*reversed(evidence.texts.folder.split("/")), evidence.texts.file.rpartition(".")[0])
    return [_RUN_TOGETHER.sub(" ", part) for part in parts]


def _in_prose(evidence: Evidence) -> Council | None:
    """The council that the prose names most: twice at least, and more than any other."""
    if speaks_as_other(evidence):
        return None
    ranked = evidence.prose.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    council, count = ranked[0]
    backed = evidence.support(council) - count + evidence.places[council]
    return council if count >= _ENOUGH or (backed and _is_placed(council, evidence)) else None


def _place_in_title(evidence: Evidence) -> Council | None:
    found = named(find_mentions(evidence.texts.title), evidence.texts.year, full=False)
    return _only(found) if not speaks_as_other(evidence) else None


def _place_in_path(evidence: Evidence) -> Council | None:
    mentions = [m for part in _parts(evidence) for m in find_mentions(part, capitals=False)]
    return _only(named(mentions, evidence.texts.year, full=False)) if not speaks_as_other(evidence) else None


def _place_and_initials(evidence: Evidence) -> Council | None:
    """A place in the prose whose council's name or initials stand all through the document (Three Rivers and TRDC)."""
    if speaks_as_other(evidence):
        return None
    backed = sorted(((evidence.support(c), c) for c in evidence.places), key=lambda pair: -pair[0])
    if not backed or backed[0][0] < _ENOUGH or (len(backed) > 1 and backed[0][0] == backed[1][0]):
        return None
    return backed[0][1]


def _is_placed(council: Council, evidence: Evidence) -> bool:
    """Whether the title or the path names the council's place, or the prose its domain."""
    path = f"{evidence.texts.folder} {evidence.texts.file}"
    mentions = (*find_mentions(evidence.texts.title), *find_mentions(path, capitals=False))
    return council in named(mentions, evidence.texts.year, full=False) or council in evidence.domains


def _full(text: str, evidence: Evidence) -> tuple[Council, ...]:
    return named(find_mentions(text), evidence.texts.year, full=True)


def _only(found: Sequence[Council]) -> Council | None:
    return found[0] if len(set(found)) == 1 else None


def _found(council: Council, evidence: Evidence, *, inferred: bool) -> CouncilFound:
    notes = (*inferred_note(council, inferred=inferred), *ended_note(council, evidence.texts.year))
    return CouncilFound(council.name, council.code, "; ".join(council.successors), notes)
