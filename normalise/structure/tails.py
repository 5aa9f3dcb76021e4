"""Who and by when at the end of a line, without a label: "Plant trees (Parks Manager, by May 2026)"."""

from __future__ import annotations

import re

from normalise.headings import kind

OWNER, DUE = "(owner)", "(by when)"
"""What such values are called in the list of headings: the document has no words for them."""

_BRACKETED = re.compile(r"(?P<action>.+?)\s*[(\[](?P<tail>[^()\[\]]{3,120})[)\]]\s*\.?", re.DOTALL)
_PARTED = re.compile(r"(?P<action>.+?)\s+[–—-]\s+(?P<tail>[^–—]{2,80}\s+[–—-]\s+[^–—]{2,60})", re.DOTALL)
_BETWEEN = re.compile(r"\s*[;,|]\s*|\s+[/–—-]\s+")
_BY = re.compile(
    r"(?:(?:to be )?(?:completed?|done|finished|delivered) )?(?:by|before|due|until|from|end of|in)\b", re.IGNORECASE
)
_LISTED = re.compile(r"(?:[-*•–]|\(?\d{1,2}(?:\.\d{1,2})*[.):]|[a-z][.)])\s*\S")
_DONE = frozenset(("deeds", "aims"))
_TIMES = frozenset(("dates", "dated", "times"))
_WHO = frozenset(("names", "roles", "bodies", "proper", "acronyms", "labels"))
_LONGEST = 12
"""Words that name who is to do it."""
_REACH = 400
"""Characters at the end of a line in which they stand."""
_MOST = 160
"""Letters in which an owner and a date are said."""


def is_listed(text: str) -> bool:
    """Whether a line begins with a bullet or a number."""
    return bool(_LISTED.match(text))


def parted_tail(text: str, *, usual: bool = False) -> tuple[str, str, str] | None:
    """The action, its owner and its date, or None where the line does not end with both an owner and a date.

    Words that do not plainly tell what to do count where such lines are `usual` in the document.
    """
    whole = text.strip()
    near = whole[-_REACH:]
    found = _BRACKETED.fullmatch(near) or _PARTED.fullmatch(near)
    said = who_and_when(found["tail"]) if found else None
    if not found or not said:
        return None
    action = (whole[:-_REACH] + found["action"]).strip()
    return (action, *said) if _tells(action) or _BY.match(said[1]) or usual else None


def who_and_when(text: str) -> tuple[str, str] | None:
    """The owner and the date that a text consists of, in either order, or None where it is not these two."""
    if len(text) > _MOST:
        return None
    for cut in reversed(list(_BETWEEN.finditer(text))):
        one, other = text[: cut.start()].strip(), text[cut.end() :].strip()
        for who, when in ((one, other), (other, one)):
            if _is_time(when) and _is_owner(who):
                return who, when
    return None


def dated_owner(text: str) -> tuple[str, str] | None:
    """The words that a label calls an owner and the date after them, or None where they do not end with a date."""
    cuts = reversed(list(_BETWEEN.finditer(text))) if len(text) <= _MOST else ()
    parted = ((text[: cut.start()].strip(), text[cut.end() :].strip()) for cut in cuts)
    return next(((who, when) for who, when in parted if who and _is_time(when)), None)


def _tells(action: str) -> bool:
    return kind(_LISTED.sub("", action)) in _DONE or kind(action) in _DONE


def _is_time(text: str) -> bool:
    return kind(_BY.sub("", text, count=1)) in _TIMES or kind(text) in _TIMES


def _is_owner(text: str) -> bool:
    return bool(text) and len(text.split()) <= _LONGEST and kind(text) in _WHO
