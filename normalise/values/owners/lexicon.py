"""The words of owner cells by what they are: roles, bodies, subjects, titles, names.

A word's kind is one letter, so that a few words together can be read as a pattern:

H head of a role (Manager)          B head of a body (Team)             S subject (Housing)
P people of a kind (Governors)      K body known by one word (Ofsted)   t the, a
Q head or opener (Deputy)           A capitals not known (QEG)          d relevant, each
M opener of a role (Senior)         a role known by letters (SENDCo)    # number or code (P4)
N capitalised, not an English word  C capitalised English word          c any other word
o of, for                           r to                                & and
e all, everyone
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_ACRONYM = re.compile(r"(?:[A-Z]{2,}s?|[A-Z]+(?:&[A-Z]+)+|[A-Z][a-z]?[A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,}[a-z]?\d?)$")
_BRAND = re.compile(r"(?!Mac|Fitz|Van|Von|Del|Della)[A-Z][a-z]{2,}[A-Z][a-z]{2,}$")
"""Two words written as one, as bodies are called: NatureScot, LiveWest."""
_POST_LETTERS = re.compile(r"[A-Z]{0,3}[HDM]o[A-Z](?:&?[A-Z])*$")
_NO_VOWEL = re.compile(r"[^AEIOUYaeiouy\W\d]{3,5}$")
_ENGLISH = re.compile(r"\w{3}(?:ed|tion|tions|ment|ments|ness|ity|ology|ance|ence|ism)$")
_CODE = re.compile(r"[A-Z]{0,2}\d+[A-Za-z]?(?:/\d+)?$")
_LINKS = dict.fromkeys(("of", "for", "in", "at", "on", "from", "with"), "o") | {"to": "r", "and": "&"}
_ARTICLES = frozenset({"the", "a", "an"})
_EVERYBODY = frozenset({"all", "everyone", "everybody"})
_FEW = frozenset(
    {
        "any", "each", "every", "both", "our", "other", "various", "relevant", "appropriate", "last", "new", "local",
        "key", "their", "his", "her", "another", "some",
    }
)  # fmt: skip


@cache
def owner_words() -> dict[str, Any]:
    """The words of normalise/data/owner_words.toml."""
    return tomllib.loads(_data("owner_words.toml"))


@cache
def listed_kinds() -> dict[str, str]:
    """Every listed word with its kind; where a word stands in two lists, the later of this order holds."""
    words = owner_words()
    roles, bodies = words["roles"], words["bodies"]
    lists = (
        (words["subjects"]["words"], "S"), (roles["openers"], "M"), (bodies["heads"], "B"), (roles["people"], "P"),
        (roles["heads"], "H"), (bodies["known"], "K"), (roles["letters"], "a"), (roles["both"], "Q"),
    )  # fmt: skip
    return (
        {word: kind for entries, kind in lists for word in entries}
        | dict.fromkeys(_FEW, "d")
        | dict.fromkeys(_ARTICLES, "t")
        | dict.fromkeys(_EVERYBODY, "e")
        | _LINKS
    )


@cache
def given_names() -> frozenset[str]:
    """Given names of many cultures, in small letters."""
    return _lines("given_names.txt")


@cache
def common_words() -> frozenset[str]:
    """The commonest English words."""
    return _lines("common_words.txt")


@cache
def listed(group: str, name: str) -> frozenset[str]:
    """One list of owner_words.toml as a set."""
    return frozenset(owner_words()[group][name])


@lru_cache(maxsize=50_000)
def is_word(word: str) -> bool:
    """Whether letters are a word or a name by themselves (small letters)."""
    return word in common_words() or word in given_names() or plain_kind(word) != ""


@lru_cache(maxsize=50_000)
def plain_kind(word: str) -> str:
    """The kind of a listed word, of its singular, or of the last part of a hyphenated one; "" for others."""
    kinds = listed_kinds()
    for form in (word, singular(word)) if word.isalpha() else _forms(word):
        if form in kinds:
            return kinds[form]
    return ""


@lru_cache(maxsize=50_000)
def kind_of(word: str) -> str:
    """The kind of a word as written."""
    low = word.lower().strip(".")
    kind = plain_kind(low)
    if kind == "K" and low in listed("subjects", "words"):
        return "S"
    if not kind or _is_a_name(word, kind):
        return _unlisted_kind(word, low)
    return "S" if kind == "H" and low.replace("’", "'").endswith("'s") else kind


def _is_a_name(word: str, kind: str) -> bool:
    """Whether letters are written as no letters are: `Sha` is a name, `SHA` a health authority."""
    return len(word) < 4 and ((kind == "a" and word.islower()) or (kind in "aK" and word.istitle()))


def _unlisted_kind(word: str, low: str) -> str:
    if _POST_LETTERS.match(word):
        return "a"
    if _CODE.match(word) or word.isdigit():
        return "#"
    if _is_acronym(word, low) or _BRAND.match(word):
        return "A"
    if not word[:1].isupper():
        return "c"
    return "C" if is_english(low) else "N"


def is_english(low: str) -> bool:
    """Whether small letters are an English word, by the list of common ones or by their ending."""
    return low in common_words() or singular(low) in common_words() or bool(_ENGLISH.search(low))


def _is_acronym(word: str, low: str) -> bool:
    if word.isascii() and _NO_VOWEL.match(word) and word[0].isupper():
        return True
    return bool(_ACRONYM.match(word.strip("."))) and not (word.isupper() and _is_name_in_capitals(low))


def _is_name_in_capitals(low: str) -> bool:
    """Whether letters all in capitals are a name people have (Sarah JONES), too long to be letters for something."""
    return (len(low) > 4 and low in given_names()) or (len(low) > 3 and low in listed("people", "family_names"))


def singular(word: str) -> str:
    """A plural's singular by its ending, the word itself otherwise."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _forms(word: str) -> tuple[str, ...]:
    plain = word.replace("’", "'").strip(".,")
    stem = plain.removesuffix("'s").removesuffix("s'").replace("'", "")
    whole = stem.replace("-", "")
    last = stem.rpartition("-")[2]
    return tuple(dict.fromkeys((plain, stem, singular(stem), whole, singular(whole), last, singular(last))))


def _data(name: str) -> str:
    return (resources.files("normalise") / "data" / name).read_text(encoding="utf-8")


def _lines(name: str) -> frozenset[str]:
    return frozenset(line for line in _data(name).split("\n") if line and not line.startswith("#"))
