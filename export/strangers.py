"""People whom no plan names as an owner, told by the look of their names: a title before one, or a given name and a
surname side by side. A surname or a given name alone is left: most are words and places too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from export.people import bare_end, folded, listed
from normalise.values.councils.register import load_register
from normalise.values.owners.lexicon import common_words, given_names, kind_of
from normalise.values.owners.lexicon import listed as owner_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_GAP = re.compile(r"\.? {1,2}|\.|_|-")
_JOINED = re.compile(r"[._-]")
"""What joins the parts of a name in names of files and users, where they are often in small letters."""

Word = re.Match[str]


def hide_strangers(text: str, label: Callable[[str], str]) -> str:
    """The text with the name of each stranger given to `label`, and its answer put there."""
    pieces: list[str] = []
    done = 0
    for start, end in _names(text):
        pieces += [text[done:start], label(text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _names(text: str) -> Iterator[tuple[int, int]]:
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        last = _end(text, words, at)
        if last > at and not _is_place(text, words, at, last):
            yield words[at].start(), bare_end(words[last])
            at = last
        at += 1


def _end(text: str, words: list[Word], at: int) -> int:
    """The last word of the name that begins with this one, `at` itself where none does."""
    opens = _is_title(words[at][0]) or _is_given(text, words, at)
    last = at
    while opens and last + 1 < len(words) and _GAP.fullmatch(text[words[last].end() : words[last + 1].start()]):
        small = words[last + 1][0].islower() and not _JOINED.fullmatch(
            text[words[last].end() : words[last + 1].start()]
        )
        if small or not (
            _is_initial(words[last + 1][0]) or _is_surname(words[last + 1][0]) or _given(words[last + 1][0])
        ):
            break
        last += 1
    return last if any(_is_surname(word[0]) for word in words[at + 1 : last + 1]) else at


def _is_given(text: str, words: list[Word], at: int) -> bool:
    word = words[at][0]
    joined = at + 1 < len(words) and _JOINED.fullmatch(text[words[at].end() : words[at + 1].start()])
    return _given(word) and (word[0].isupper() or joined is not None)


def _given(word: str) -> bool:
    low = word.casefold()
    return low in given_names() and low not in common_words()


def _is_title(word: str) -> bool:
    return word[0].isupper() and word.casefold() in _titles()


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_surname(word: str) -> bool:
    low = word.casefold().removesuffix("'s").removesuffix("’s")
    if low in owner_words("people", "family_names"):
        return True
    if low in listed("places"):
        return False
    return low in owner_words("people", "surnames") or (len(word) > 2 and kind_of(word.capitalize()) == "N")


def _is_place(text: str, words: list[Word], at: int, last: int) -> bool:
    """Whether the words are a council's, or name a street, a house or the like after somebody."""
    after = words[last + 1] if last + 1 < len(words) else None
    beside = after is not None and text[words[last].end() : after.start()] == " "
    if beside and after is not None and after[0].casefold() in listed("places"):
        return True
    return any(folded(f"{one[0]} {other[0]}") in _council_words() for one, other in pairwise(words[at : last + 1]))


@cache
def _council_words() -> frozenset[str]:
    """Words that stand side by side in the names of councils: Milton Keynes."""
    names = (folded(name).split() for council in load_register() for name in (council.name, *council.names))
    return frozenset(f"{one} {other}" for words in names for one, other in pairwise(words))


@cache
def _titles() -> frozenset[str]:
    return listed("titles") - {"lord", "lady", "pc", "col"}  # a House, a chapel and a code are called so too
