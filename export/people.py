"""The people a run names, and finding their names in any text, whole or in part."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from normalise.rows import Row

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GAP = re.compile(r"[\s.,_\-]{1,3}")
_SHORT = 3
"""Parts up to so many letters are names only in the very capitals that the plan gives them: Jo, PN."""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named as an owner: the name as first written, and a role where one is given."""

    name: str
    role: str = ""


def people(owners: Iterable[Row], actions: Iterable[Row]) -> tuple[Person, ...]:
    """Everyone whom the tables name as owner, once each."""
    found: dict[str, Person] = {}
    named = [(row["person"], row["role"]) for row in owners]
    named += [(row["lead_person"], row["lead_role"]) for row in actions]
    for name, role in named:
        if isinstance(name, str) and name:
            known = found.get(folded(name), Person(name))
            found[folded(name)] = known if known.role else Person(known.name, str(role or ""))
    return tuple(found.values())


def authors(review: Iterable[Row]) -> tuple[Person, ...]:
    """Everyone who commented in a document, as the notes on comments tell."""
    said = (str(row["message"]).partition(" commented: ") for row in review if row["code"] == "comment")
    return tuple(Person(name) for name in dict.fromkeys(who for who, mark, _ in said if mark and who != "Someone"))


def folded(text: str) -> str:
    """A text without case, accents and differences of apostrophes, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Finder:
    """Finds the names of these people in text: whole, turned round, with initials or titles, and single parts."""

    def __init__(self, known: Iterable[Person]) -> None:
        self.parts: dict[str, set[Person]] = defaultdict(set)
        self.exact: dict[str, set[Person]] = defaultdict(set)
        self.joined: dict[str, set[Person]] = defaultdict(set)
        for person in known:
            words = [word for word in _WORD.findall(person.name) if folded(word) not in _lists()["titles"]]
            for word in words:
                if len(word) > _SHORT:
                    self.parts[folded(word)].add(person)
                elif len(word) > 1:
                    self.exact[word].add(person)
            for form in _run_together([folded(word) for word in words]):
                self.joined[form].add(person)

    def replace(self, text: str, label: Callable[[frozenset[Person]], str]) -> str:
        """The text with each name found given to `label`, with everyone it may belong to, and its answer put there."""
        pieces: list[str] = []
        done = 0
        for start, end, who in self._names(text):
            pieces += [text[done:start], label(who)]
            done = end
        return "".join([*pieces, text[done:]])

    def _names(self, text: str) -> Iterator[tuple[int, int, frozenset[Person]]]:
        words = list(_WORD.finditer(text))
        at = floor = 0
        while at < len(words):
            who, last = self._run(text, words, at)
            if who:
                first = max(floor, _with_titles(text, words, at, who))
                floor = last + 1
                if first < at or last > at or not _is_word(words[at][0]):
                    yield words[first].start(), bare_end(words[last]), frozenset(who)
            at = last + 1

    def _run(self, text: str, words: list[re.Match[str]], at: int) -> tuple[set[Person], int]:
        """Everyone the words from `at` on may name, and the last word of that name."""
        if _bare(words[at][0]) in self.joined:
            return self.joined[_bare(words[at][0])], at
        who, last, said = self._of(words[at][0]), at, {_bare(words[at][0])}
        while who and last + 1 < len(words) and _adjoining(text, words[last], words[last + 1]):
            word = words[last + 1][0]
            both = who & self._of(word)
            if not both or _bare(word) in said:  # nobody has the same name twice: here the name begins again
                break
            who, last = both, last + 1
            said.add(_bare(word))
        return who, last

    def _of(self, word: str) -> set[Person]:
        exact = word[:-2] if word.endswith(("'s", "’s")) else word
        return self.parts.get(_bare(word), set()) | self.exact.get(exact, set())


def _run_together(words: list[str]) -> tuple[str, ...]:
    """A name as names of files and users have it: parts run together either way round, and initial with surname."""
    return ("".join(words), "".join(reversed(words)), words[0][0] + words[-1]) if len(words) > 1 else ()


def _with_titles(text: str, words: list[re.Match[str]], at: int, who: set[Person]) -> int:
    """The first word of a name that begins at `at`, with the initials and titles before it."""
    letters = {folded(person.name)[:1] for person in who}
    while at and _adjoining(text, words[at - 1], words[at]):
        before = folded(words[at - 1][0])
        if before not in _lists()["titles"] and not (len(before) == 1 and before in letters):
            break
        at -= 1
    return at


def _adjoining(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return _GAP.fullmatch(text[one.end() : other.start()]) is not None


def bare_end(word: re.Match[str]) -> int:
    """Where a word ends, without the 's of what belongs to somebody."""
    return word.end() - 2 if word[0].endswith(("'s", "’s")) else word.end()


def _bare(word: str) -> str:
    return folded(word).removesuffix("'s")


def _is_word(word: str) -> bool:
    return _bare(word) in _lists()["words"]


def listed(name: str) -> frozenset[str]:
    """One list of `people.toml`."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    said = tomllib.loads(files(__package__).joinpath("people.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in said.items()}
