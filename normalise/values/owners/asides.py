"""What stands in an owner cell beside its owners: former owners, dates, action text, vacancies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from normalise.values.owners.lexicon import owner_words, plain_kind

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d{2}(?:[-/–]\d{2,4})?"
_DATE = re.compile(
    r"\b(?:by |from |until |since |w/c )?(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}\.?[ '’-]*(?:19|20)?\d{{2}}\b|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b"
    rf"|{_YEAR}\b|Q[1-4](?: {_YEAR})?\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+|\?")
_DIGIT = re.compile(r"\d")
_CONTACT_SIGN = re.compile(r"[@\d:]|tel|phone|mail|ext|mobile", re.IGNORECASE)
_CONTACT = re.compile(
    r"\S+@\S+|\b(?:tel|ext|phone|email|mobile)\b[.:]?(?: ?\d[\d ]*)?|\b0\d{2,4}[ -]?\d{3,}[ -]?\d*\b|https?://\S+",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?m)^[ ]*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[•▪◦●○■□‣⁃∙➢►▶❖✓✔])[ ]+(?=\S)|(?<=[ ;,])\([a-h]\) (?=\S)"
)
_DASHED = re.compile(r"(?m)^[ ]*[*-][ ]+(?=\S)")
_ABBREVIATION = re.compile(r"\s*\(([A-Za-z&]{2,8})\)")
_TO_DO = re.compile(
    r"(?<=\w) to (?!the\b|chief\b|director\b|leader\b|mayor\b|head of\b)(?:be |[a-z]).*?(?=\n(?:[A-Z]|\W)|;|$)",
    re.DOTALL,
)
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})[ ]?[*†‡§¹²³]+")
_SENTENCE_END = r"[^\n;]*"


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A cell without its asides; `unknown` when it says that an owner is still to be named, `cut` its action text."""

    text: str
    unknown: bool
    cut: str


def trim_asides(cell: str) -> Trimmed:
    """Take former owners, dates, contacts, action text and "to be confirmed" out of a cell."""
    words = _words_of(cell)
    cell, _ = _taken(_notes, cell, "notes", words) if "(" in cell or "[" in cell else (cell, "")
    text, _ = _taken(_former, cell, "former", words)
    text, unknown = _taken(_unknown, text, "unknown", words)
    text, orders = _taken(_imperatives, text, "imperatives", words)
    text, _ = _cut(_DATE, text) if _DIGIT.search(text) else (text, "")
    text, _ = _cut(_CONTACT, text) if _CONTACT_SIGN.search(text) else (text, "")
    text, tasks = _cut(_TO_DO, text) if "to" in words else (text, "")
    text, sentences = _taken(_sentences, text, "verbs", words)
    text = _without_labels(text)
    text = text if _first_words("helpers").isdisjoint(words) else _helpers().sub(" ; ", text)
    text, _ = _taken(_nobody, text, "nobody", words)
    return Trimmed(text, bool(unknown), " ".join(filter(None, (orders, tasks, sentences))))


def _words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


@cache
def _first_words(phrases: str) -> frozenset[str]:
    found = {_words_of(phrase)[0] for phrase in _phrases(phrases)}
    more = {"unknown": {"to", "?"}, "verbs": {"in", "appointed", "recruited"}, "former": {"was"}}
    return frozenset(found | more.get(phrases, set()))


def part_letters(cell: str) -> str:
    """The cell with letters, numbers and bullets before lines (`a.`, `1)`, `•`), and "etc.", as semicolons."""
    cell = _DASHED.sub("; ", cell) if _DASHED.match(cell) else cell
    return without_rest(_LETTERED.sub("; ", _FOOTNOTE.sub("", cell)))


def without_rest(cell: str) -> str:
    """The cell without "etc.", "and others" and the like."""
    return cell if _first_words("rest").isdisjoint(_words_of(cell)) else _rest().sub(";", cell)


def names_nobody(text: str) -> bool:
    """Whether words say that there is nobody, or nobody yet: "N/A", "TBC"."""
    return bool(_nobody().match(text)) or not re.search(r"\w", _unknown().sub("", text))


def drop_abbreviations(text: str) -> str:
    """The text without bracketed letters that cut short the words before them: `Director of Nursing (DoN)`."""
    return _ABBREVIATION.sub(lambda m: "" if abbreviates(m[1], text[: m.start()]) else m[0], text)


def abbreviates(letters: str, before: str) -> bool:
    """Whether letters are the first letters of the words just before, small words left out or kept."""
    words = re.findall(r"[^\W_]+|&", before)
    wanted = letters.lower().replace("&", "a" if "&" not in before else "&")
    for size in range(2, min(len(words), 9) + 1):
        tail = [w.lower() for w in words[-size:]]
        short = [w for w in tail if w not in ("of", "and", "the", "for", "&", "to", "in")]
        if wanted in ("".join(w[0] for w in tail), "".join(w[0] for w in short)) and len(short) > 1:
            return True
    return False


def _without_labels(text: str) -> str:
    """The text without `Lead:` and the like; a line further down counts only where the cell opens with one."""
    if not (":" in text or "-" in text or "–" in text or "—" in text) or not _labels().match(text):
        return text
    return _labels().sub(lambda m: f"{m[1]};", text)


def _taken(pattern: Callable[[], re.Pattern[str]], text: str, phrases: str, words: Sequence[str]) -> tuple[str, str]:
    """The text without what the pattern of these phrases finds, and what it found.

    Most cells have the first word of none of them among their `words`, and need no search.
    """
    return (text, "") if _first_words(phrases).isdisjoint(words) else _cut(pattern(), text)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    if not pattern.search(text):
        return text, ""
    found = [m[0].strip() for m in pattern.finditer(text)]
    return pattern.sub(" ; ", text), " ".join(filter(None, found))


def _any(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len, reverse=True))


def _phrases(name: str) -> list[str]:
    return list(owner_words()["phrases"][name])


@cache
def _former() -> re.Pattern[str]:
    return re.compile(rf"(?:\(?\b(?:{_any(_phrases('former'))})|[(\[]was)\b.*", re.IGNORECASE | re.DOTALL)


@cache
def _notes() -> re.Pattern[str]:
    return re.compile(rf"[(\[]\s*(?:{_any(_phrases('notes'))})\s*(?:[)\]]|:|with\b|[-–]\s)", re.IGNORECASE)


@cache
def _unknown() -> re.Pattern[str]:
    said = _any(_phrases("unknown"))
    by_whom = r"(?:[ \n]+(?:by|with|at|following|after|once|when|in|through) [^\n;]*)?"
    return re.compile(rf"(?<![\w])\(?(?:to be \w+(?=[ \n]+by\b)|{said})\)?(?![\w]){by_whom}|\?+", re.IGNORECASE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_any(_phrases('nobody'))})\W*$", re.IGNORECASE)


@cache
def _helpers() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_phrases('helpers'))})\b:?", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(^\s*|[\n;]\s*|\s(?=\w+:))(?:{_any(_phrases('labels'))})\s*(?::|[-–—]\s|[–—])", re.IGNORECASE)


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(_phrases('rest'))})\b\.?", re.IGNORECASE)


@cache
def _sentences() -> re.Pattern[str]:
    """A line that says that a post is filled or not, else what follows a verb."""
    verbs = _any(_phrases("verbs"))
    return re.compile(
        rf"(?m)^[^\n;]*\b(?:in post|appointed|recruited)\b{_SENTENCE_END}|(?<=\w) (?:{verbs})\b{_SENTENCE_END}"
    )


@cache
def _imperatives() -> re.Pattern[str]:
    verbs = _any(_phrases("imperatives"))
    order = rf"^(?!{_named()})[^\w\n]*(?i:{verbs})(?: (?i:and|or) (?i:{verbs}))?"
    return re.compile(rf"(?m){order} (?!and\b|of\b|for\b|or\b|from\b)[a-z][^\n;]*(?:\n[a-z][^\n;]*)*")


@cache
def _named() -> str:
    """A pattern of posts and bodies whose first word might be an order: `Audit team`, `Link governors`."""
    nouns = _any([verb for verb in _phrases("imperatives") if plain_kind(verb)])
    words = owner_words()
    heads = [
        *words["bodies"]["heads"],
        *(f"{head}s?" for head in (*words["roles"]["heads"], *words["roles"]["workers"])),
    ]
    ended = r"(?=[ ]*(?:$|[^\w\s]|\n)| (?:for|of|and)\b)"
    return rf"[^\w\n]*(?i:{nouns}) (?:{'|'.join(heads)}){ended}"
