"""What the words of a heading say: a weight (log odds) for each field they speak for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from normalise.headings.grammar import GRAMMAR
from normalise.headings.lexicon import Lexicon, Phrase, telling
from normalise.headings.periods import heading_date
from normalise.headings.repair import mended
from normalise.headings.turns import turned
from normalise.headings.wording import asides, without_aside, words

EXACT, SYNONYM, LOOSE = 6.0, 5.2, 3.8
"""Weights of a heading that is a field's own name, a known wording, or one with its words in another order."""
DATED = 7.0
_NOUN, _NOUN_ASIDE, _LEANING = 2.6, 0.6, 1.2
_SETTLED = 1.0
"""What words in brackets add to a field that the heading may say."""
_CLAUSE = 0.7
"""How much a turn counts beside the word that a heading turns on."""
_PART_MOST = 3.2
"""The most that parts of a heading can say together."""
_SECOND, _BOTH = 0.8, 0.5
"""Of a heading that joins two, how much the second counts, and the first again where both say the same."""
_LETTERS, _LONGEST, _SENTENCE = 400, 30, 12
"""Letters and words of a heading that are read; one of more words than the last is a sentence and joins nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The votes of a heading's words, how each came about, and the wording each rests on.

    `joins` are the fields of the two halves of a heading that joins two ("Responsibility / Timescale").
    """

    votes: Mapping[str, float] = field(default_factory=dict)
    how: Mapping[str, str] = field(default_factory=dict)
    wording: Mapping[str, str] = field(default_factory=dict)
    joins: frozenset[str] = frozenset()

    def plain(self, name: str) -> bool:
        """Whether the heading says this field in so many words."""
        return self.votes.get(name, 0.0) >= LOOSE

    @property
    def best(self) -> str:
        """The field with most weight, "" where no word is known."""
        return max(self.votes, key=lambda name: (self.votes[name], name), default="")


@dataclass(slots=True)
class _Ballot:
    votes: dict[str, float] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    wording: dict[str, str] = field(default_factory=dict)

    def cast(self, name: str, weight: float, how: str, wording: str) -> None:
        if weight > self.votes.get(name, 0.0):
            self.votes[name], self.how[name], self.wording[name] = weight, how, wording

    def add(self, name: str, weight: float, wording: str) -> None:
        total = min(self.votes.get(name, 0.0) + weight, _PART_MOST)
        self.cast(name, total, "similar", self.wording.get(name, wording))

    def reading(self, joins: frozenset[str] = frozenset()) -> Reading:
        return Reading(self.votes, self.how, self.wording, joins)


@lru_cache(maxsize=4096)
def read(heading: str, lexicon: Lexicon) -> Reading:
    """What the words of this heading say; no votes where none is known."""
    heading = heading[:_LETTERS]
    if heading_date(heading):
        return Reading({"milestones": DATED}, {"milestones": "synonym"}, {"milestones": "a date or quarter"})
    told = dict.fromkeys((heading, without_aside(heading), heading.replace(",", "/")))
    spoken = dict.fromkeys(mended(words(text)[:_LONGEST], lexicon.vocabulary) for text in told)
    readings = [_said(tokens, lexicon) for tokens in spoken]
    best = max(readings, key=lambda r: max(r.votes.values(), default=0.0))
    best = _helped(_still_to_come(best, spoken), spoken, lexicon)
    aside = _said(words(" ".join(asides(heading)).replace("/", " ").replace(",", " ")), lexicon)
    return _with_aside(best, aside) if best.votes and aside.plain(aside.best) else best


def _with_aside(best: Reading, aside: Reading) -> Reading:
    """The reading; what stands in brackets settles what the heading may say, and "(RAG)" makes it a status."""
    votes = {name: weight + (_SETTLED if aside.plain(name) else 0.0) for name, weight in best.votes.items()}
    if aside.best == "status":
        votes["status"] = max(best.votes.get("status", 0.0), aside.votes["status"])
    return Reading(votes, {**aside.how, **best.how}, {**aside.wording, **best.wording}, best.joins)


def _said(tokens: Phrase, lexicon: Lexicon) -> Reading:
    return _whole(tokens, lexicon) or _halves(tokens, lexicon) or _side(tokens, lexicon)


def _still_to_come(reading: Reading, spoken: Iterable[Phrase]) -> Reading:
    """The reading; what is like a date of completion but "will be" completed is the date it is planned for."""
    known = reading.votes.get("completed", 0.0) > LOOSE
    coming = reading.best == "completed" and not known and GRAMMAR.coming.intersection(*spoken)
    return _turned("completed", "timescale", reading) if coming else reading


def _helped(reading: Reading, spoken: Iterable[Phrase], lexicon: Lexicon) -> Reading:
    """The reading; what is like an owner but "other" or "supporting" is a partner."""
    told = {token for tokens in spoken for token in tokens}
    leads = any("lead" in lexicon.leaning.get(token, ()) for token in told)
    helps = "lead" in reading.votes and not reading.plain("lead") and not leads and told & GRAMMAR.helping
    return _turned("lead", "partners", reading) if helps else reading


def _turned(old: str, new: str, reading: Reading) -> Reading:
    """The reading with what speaks for the one field speaking for the other."""
    votes, how, wording = dict(reading.votes), dict(reading.how), dict(reading.wording)
    votes[new] = max(votes.pop(old), votes.get(new, 0.0))
    how[new], wording[new] = how.pop(old), wording.pop(old)
    return Reading(votes, how, wording, reading.joins)


def _side(tokens: Phrase, lexicon: Lexicon) -> Reading:
    return _whole(tokens, lexicon) or _loose(tokens, lexicon) or _parts(tokens, lexicon).reading()


def _whole(tokens: Phrase, lexicon: Lexicon) -> Reading | None:
    fields = lexicon.phrases.get(tokens, {})
    weights = {name: EXACT if tier == "exact" else SYNONYM for name, tier in fields.items()}
    return Reading(weights, fields, dict.fromkeys(fields, " ".join(tokens))) if fields else None


def _loose(tokens: Phrase, lexicon: Lexicon) -> Reading | None:
    fields = dict.fromkeys(lexicon.loose.get(telling(tokens), ()), " ".join(tokens))
    return Reading(dict.fromkeys(fields, LOOSE), dict.fromkeys(fields, "synonym"), fields) if fields else None


def _halves(tokens: Phrase, lexicon: Lexicon) -> Reading | None:
    """A heading that joins two wordings goes to the first, and the second is read for too."""
    if "and" not in tokens or len(tokens) > _SENTENCE:
        return None
    cut = tokens.index("and")
    sides = tokens[:cut], tokens[cut + 1 :]
    first, second = (_side(side, lexicon) for side in sides)
    if not first.votes or not second.votes:
        return _in_two_languages(sides, lexicon)
    ballot = _Ballot(dict(first.votes), dict(first.how), dict(first.wording))
    for name, weight in second.votes.items():
        both = first.votes.get(name, 0.0) * _BOTH
        ballot.cast(name, weight * _SECOND + both, second.how[name], second.wording[name])
    joins = frozenset((first.best, second.best))
    return ballot.reading(joins if len(joins) == 2 and "other" not in joins else frozenset())


def _in_two_languages(sides: Sequence[Phrase], lexicon: Lexicon) -> Reading | None:
    """A heading said again in words none of which is known ("Lead / Arweinydd") is the side that is known."""
    foreign = [lexicon.vocabulary.isdisjoint(side) for side in sides]
    return _whole(sides[foreign.index(False)], lexicon) if any(foreign) and not all(foreign) else None


def _parts(tokens: Phrase, lexicon: Lexicon) -> _Ballot:
    ballot = _Ballot()
    front, head = _turn(tokens, lexicon)
    for start, end, fields in _found(tokens, lexicon):
        phrase = tokens[start:end]
        share = _told(phrase) / max(_told(tokens[:front] if start < front else tokens), 1)
        weight = (1.0 + 2.0 * min(share, 1.0)) * (1.0 if head in (-1, *range(start, end)) else 0.45)
        for name in fields:
            ballot.add(name, weight, " ".join(phrase))
    for position, token in enumerate(tokens):
        for name in lexicon.nouns.get(token, ()):
            ballot.add(name, _NOUN if position == head else _NOUN_ASIDE, token)
        for name in lexicon.leaning.get(token, ()):
            ballot.add(name, _LEANING, token)
    for name, (weight, turn) in turned(tokens, lexicon).items():
        ballot.cast(name, weight if head < 0 else weight * _CLAUSE, "similar", turn)
    return ballot


def _told(tokens: Sequence[str]) -> int:
    return sum(t not in GRAMMAR.small for t in tokens)


def _found(tokens: Phrase, lexicon: Lexicon) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """The longest known phrases in the heading, from the left, none overlapping another; no lone small word."""
    start = 0
    while start < len(tokens):
        for end in range(min(len(tokens), start + lexicon.longest), start, -1):
            fields = lexicon.phrases.get(tokens[start:end])
            if fields and (end - start > 1 or tokens[start] not in GRAMMAR.small):
                yield start, end, fields
                break
        else:
            end = start + 1
        start = end


def _turn(tokens: Sequence[str], lexicon: Lexicon) -> tuple[int, int]:
    """Where the front of the heading ends, before "of", "for", …, and where its last telling word stands.

    A heading turns on that word; a question or a sentence turns on none (-1).
    """
    opening = next((token for token in tokens if token not in GRAMMAR.cuts), "")
    if not opening or opening in GRAMMAR.questions or _is_sentence(tokens):
        return len(tokens), -1
    front = next((i for i, t in enumerate(tokens) if i and t in GRAMMAR.cuts), len(tokens))
    if tokens[-1] == "by":
        return front, len(tokens) - 1
    end = front
    while end > 1 and (tokens[end - 1] in GRAMMAR.after | GRAMMAR.small or _said_of(tokens[end - 1], lexicon)):
        end -= 1
    return front, end - 1


def _said_of(token: str, lexicon: Lexicon) -> bool:
    """Whether a word only says something of the noun before it ("characteristics covered")."""
    return token.endswith("ed") and token not in lexicon.nouns and (token,) not in lexicon.phrases


def _is_sentence(tokens: Sequence[str]) -> bool:
    """Whether it speaks, and not only of a thing that people do something about ("Outcome we want to achieve")."""
    spoken = next((i for i, token in enumerate(tokens) if token in GRAMMAR.spoken), -1)
    qualified = spoken > 0 and tokens[spoken] in GRAMMAR.cuts and GRAMMAR.small.isdisjoint(tokens[:spoken])
    return spoken >= 0 and not qualified
