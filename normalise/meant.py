"""Which action a correction is meant for: known again by its words and by what stands around it, not by its place.

A correction bears the words of its action, its theme, and signs of the words above and below it. It is applied only
where one action alone can be meant; elsewhere it is said to fit none, and a person decides.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ingest.text import squash
from normalise.corrections import Correction, Corrections
from normalise.rows import Value, as_text

_ALIKE = 60
"""Likeness in percent at which words in the very place of others are the same action's, mended perhaps."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An action as it stands in a document: its ids under each name of the file, its words as written, its theme."""

    ids: tuple[str, ...]
    words: str
    theme: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What was said of each action of a document by its position, and of actions that stood at a position before."""

    said: Mapping[int, tuple[Correction, ...]]
    passed: Mapping[int, tuple[Correction, ...]]


def meant(corrections: Corrections, actions: Sequence[Standing], names: Sequence[str], sha256: str) -> Meant:
    """Find the action of each correction; `names` are all those of the file, `sha256` is the hash of its bytes."""
    places = {identity: at for at, action in enumerate(actions) for identity in action.ids}
    said: dict[int, list[Correction]] = defaultdict(list)
    passed: dict[int, list[Correction]] = defaultdict(list)
    lines = corrections.of_actions(places, names)
    positions = _positions(lines, places, _Actions.of(actions, sha256)) if lines else []
    for c, now in zip(lines, positions, strict=True):
        before = places.get(c.action_id)
        if now is not None:
            said[now].append(c)
        elif before is not None:
            passed[before].append(c)
    return Meant({at: tuple(cs) for at, cs in said.items()}, {at: tuple(cs) for at, cs in passed.items()})


def _positions(lines: Sequence[Correction], places: Mapping[str, int], there: _Actions) -> list[int | None]:
    """The position of the action of each correction; rows that are said to be none come first, as no one's neighbours.

    Where corrections made to several actions would come to one, it is told for none of them which it is.
    """
    found: list[int | None] = [None] * len(lines)
    dropped: set[int] = set()
    for number, c in sorted(enumerate(lines), key=lambda numbered: numbered[1].what != "row"):
        before = places.get(c.action_id)
        found[number] = now = there.position(_of_old(c, lines), before, dropped) if c.words else before
        if c.what == "row" and now is not None:
            dropped.add(now)
    made: dict[int | None, set[tuple[str, str, str]]] = defaultdict(set)
    for c, now in zip(lines, found, strict=True):
        if c.source_sha256 and c.words:
            made[now].add((c.source_file, c.source_sha256, c.action_id))
    mixed = {now for now, actions in made.items() if len({version[:2] for version in actions}) < len(actions)}
    return [None if now in mixed else now for now in found]


def _of_old(c: Correction, lines: Sequence[Correction]) -> Correction:
    """The correction with the document's own words, where an old line has those that another gave its action."""
    if c.above:
        return c
    gave = (g for g in lines if g.column == "action" and g.action_id == c.action_id and g.words)
    return next((replace(c, words=g.words) for g in gave if _folded(g.value) == _folded(c.words)), c)


@dataclass(frozen=True, slots=True)
class _Told:
    """A row of actions, its words as the document has them, and folded."""

    row: Mapping[str, Value]
    words: str
    folded: str
    theme: str


def described(
    corrections: Iterable[Correction], rows: Iterable[Mapping[str, Value]], said: Corrections
) -> tuple[Correction, ...]:
    """The corrections with the words of their actions and what stands around them, as `rows` of actions tell it.

    `said` are the corrections that those rows were read with: where one gave an action's words, its own are meant.
    """
    wanted, corrections = {c.action_id for c in corrections if c.action_id}, tuple(corrections)
    return tuple(corrections) if not wanted else _described(corrections, tuple(rows), said)


def _described(
    corrections: Sequence[Correction], rows: Sequence[Mapping[str, Value]], said: Corrections
) -> tuple[Correction, ...]:
    files: dict[str, list[_Told]] = defaultdict(list)
    known: dict[str, tuple[str, int]] = {}
    for row in rows:
        file = as_text(row["source_file"]).removeprefix("'")
        known[as_text(row["action_id"])] = file, len(files[file])
        words = _as_written(row, "action", file, said)
        files[file].append(_Told(row, words, _folded(words), _folded(_as_written(row, "theme", file, said))))
    told = ((c, *known.get(c.action_id, ("", 0))) for c in corrections)
    return tuple(_with_surroundings(replace(c, source_file=f), files[f], at, said) if f else c for c, f, at in told)


def _with_surroundings(c: Correction, file: Sequence[_Told], at: int, said: Corrections) -> Correction:
    spots = [*_spots(file), *_dropped(c.source_file, said)]
    own = spots.pop(at)
    twins = [spot for spot in spots if spot.folded == own.folded]
    return replace(
        c, words=file[at].words, source_sha256=as_text(file[at].row["source_sha256"]), theme=own.theme,
        above=own.above, below=own.below, alone=not twins, apart=own.theme not in [spot.theme for spot in twins],
        between=own not in twins, unlike=not any(_are_alike(own.folded, spot.folded) for spot in spots),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Spot:
    """Words of an action, folded, with the theme they stand under and the signs of those above and below."""

    folded: str
    theme: str
    above: str
    below: str


def _spots(file: Sequence[_Told]) -> Iterator[_Spot]:
    signs = [_END, *(_sign(told.folded) for told in file), _END]
    return (_Spot(told.folded, told.theme, signs[at], signs[at + 2]) for at, told in enumerate(file))


def _dropped(file: str, said: Corrections) -> Iterator[_Spot]:
    """The rows of a file that were said to be no actions: the results have them no more, the document does."""
    names = (file, *said.earlier(file))
    rows = (c for c in said.lines if c.what == "row" and c.source_file in names and c.words)
    return (_Spot(_folded(c.words), c.theme, c.above, c.below) for c in rows)


def _as_written(row: Mapping[str, Value], column: str, file: str, said: Corrections) -> str:
    """The document's own words, or theme, of an action, where a correction gave it these.

    Where several actions were given the same, this one's is the correction that was made to its own id in this version
    of the file. What is not known so is left as it is of words, which then stand nowhere, and is none of a theme.
    """
    text, names = as_text(row[column]), (file, *said.earlier(file))
    gave = [c for c in said.lines if c.column == column and c.words and _folded(c.value) == _folded(text)]
    gave = [c for c in gave if not c.source_file or c.source_file in names]
    own = [c for c in gave if (c.action_id, c.source_sha256) == (row["action_id"], row["source_sha256"])]
    olds = {c.words if column == "action" else c.theme for c in own or gave}
    if len(olds) == 1 and (own or column == "action"):
        return olds.pop()
    return "" if olds and column == "theme" else text


@dataclass(frozen=True, slots=True)
class _Actions:
    """The actions of a document as corrections tell of them: words, signs of words, themes, in order."""

    words: Sequence[str]
    signs: Sequence[str]
    themes: Sequence[str]
    sha256: str

    @staticmethod
    def of(actions: Sequence[Standing], sha256: str) -> _Actions:
        words = [_folded(action.words) for action in actions]
        return _Actions(words, [_sign(w) for w in words], [_folded(action.theme) for action in actions], sha256)

    def position(self, c: Correction, before: int | None, dropped: Set[int]) -> int | None:
        """The position of the one action that can be meant, None where none or several can.

        `before` has the id that was named. `dropped` are rows said to be no actions: signs were made with or without.
        """
        said = _folded(c.words)
        same = [at for at, words in enumerate(self.words) if words == said]
        unchanged = bool(c.source_sha256) and c.source_sha256 == self.sha256
        if not c.above:
            return before if before in same or unchanged else self._unpointed(said, before, same)
        if unchanged and before is not None and (before in same or not same):
            return before
        if c.alone and len(same) == 1 and (c.theme == self.themes[same[0]] or any(self._around(c, same[0], dropped))):
            return same[0]
        themed = [at for at in same or range(len(self.words)) if self.themes[at] == c.theme]
        if same and c.apart and len(themed) == 1:
            return themed[0]
        kept = [at for at in themed if all(self._around(c, at, dropped)) and _are_alike(said, self.words[at])]
        return kept[0] if len(kept) == 1 and (c.between if same else c.unlike) else None

    def _unpointed(self, said: str, before: int | None, same: Sequence[int]) -> int | None:
        """The position that was named, where the same words stand there but for their points, and there alone."""
        words = _pointless(said)
        alike = [at for at, there in enumerate(self.words) if words and _pointless(there) == words]
        return before if not same and alike == [before] else None

    def _around(self, c: Correction, at: int, dropped: Set[int]) -> tuple[bool, bool]:
        """Whether the same words stand above, and below, as where the correction was made."""
        above = self._signs(range(at - 1, -1, -1), dropped)
        return c.above in above, c.below in self._signs(range(at + 1, len(self.signs)), dropped)

    def _signs(self, on: Iterable[int], dropped: Set[int]) -> Iterator[str]:
        """The signs on one side, up to that of the first row that is not dropped."""
        for at in on:
            yield self.signs[at]
            if at not in dropped:
                return
        yield _END


def _are_alike(said: str, words: str) -> bool:
    return fuzz.ratio(said, words) >= _ALIKE


def _folded(words: str) -> str:
    """Words without regard to case, spaces, and the mark that guards CSV against formulas."""
    return squash(words).casefold().removeprefix("'")


def _pointless(folded: str) -> str:
    """Words without their points; what stands on either side of one stays apart, as in 1.5."""
    return " ".join(_WORD.findall(folded))


def _sign(folded: str) -> str:
    return hashlib.sha256(folded.encode("utf-8", "backslashreplace")).hexdigest()[:10]


_WORD = re.compile(r"[^\W_]+")
_END = _sign("")
"""What stands above the first action of a file, and below the last."""
