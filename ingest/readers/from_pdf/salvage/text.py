"""pdfplumber's letters → runs, each with where its letters stand, read along the way they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import atan2, degrees

from pdfplumber.page import Page
from pdfplumber.utils.text import extract_words

from ingest.readers.from_pdf.drawn.letters import plain
from ingest.readers.from_pdf.ink import Box, Letter, Run
from ingest.readers.from_pdf.salvage.colours import colour
from ingest.readers.from_pdf.salvage.view import Item, View
from ingest.readers.from_pdf.widths import wide

_WORD_GAP = 0.3
"""A gap wider than this many times the size ends a run."""
_NAMELESS = re.compile(r"\(cid:\d+\)")
"""What pdfminer writes for a letter whose meaning the file does not tell."""
_SQUEEZED = 0.3
"""Text narrower than this many times what its letters take is of a font whose widths are lost."""


@dataclass(frozen=True, slots=True)
class Written:
    """A run, and where its letters stand, from left to right; none where that is not known."""

    run: Run
    letters: tuple[Letter, ...]


def angle(letter: Item) -> int:
    """Degrees by which a letter is written away from level on the page as shown, against the clock."""
    a, b, *_ = letter["matrix"]
    return round(degrees(atan2(b, a))) % 360


def turn_of(ways: Mapping[int, int]) -> int:
    """Degrees to turn the page clockwise so that most of its letters are upright; how many stand at each angle."""
    quarters = {way: count for way, count in ways.items() if way % 90 == 0}
    return max(quarters, key=lambda way: (quarters[way], -way)) if quarters else 0


def written(page: Page, view: View, ways: Mapping[int, int]) -> Iterator[Written]:
    """The page's text in the order drawn, one way of writing after another; what is beyond its edges is left out."""
    wide, high = view.size
    for way in ways:
        for found in _one_way(page, view, way):
            box = found.run.box
            if found.run.text and 0 <= box.x <= wide and 0 <= box.y <= high:
                yield found


def _one_way(page: Page, view: View, way: int) -> Iterator[Written]:
    along = replace(view, turn=round(way / 90) * 90 % 360)
    letters = [_turned(letter, along, page) for letter in page.chars if angle(letter) == way]
    words = extract_words(
        letters,
        keep_blank_chars=True,
        use_text_flow=True,
        x_tolerance_ratio=_WORD_GAP,
        extra_attrs=["fontname", "size"],
        return_chars=True,
    )
    for word in words:
        found = _level(word)
        if way == view.turn:
            yield found
        else:
            shown = _back(found.run.box, along, view)
            slope = (view.turn - way + 180) % 360 - 180
            yield Written(found.run._replace(box=shown, baseline=shown.bottom, slope=slope), ())


def _turned(letter: Item, along: View, page: Page) -> dict[str, object]:
    """The letter where it stands on the page turned so that it is upright."""
    left, top, right, bottom = along.box(letter)
    _, _, _, _, x, y = letter["matrix"]
    _, baseline = along.point(x + page.mediabox[0], page.height + page.mediabox[1] - y)
    return {
        **letter,
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "upright": True,
        "size": bottom - top,
        "baseline": baseline,
    }


def _level(word: Item) -> Written:
    size, font = float(word["size"]), str(word["fontname"]).lower()
    text = " ".join(_NAMELESS.sub("\ufffd", plain(word["text"])).split())
    box = Box(float(word["x0"]), float(word["top"]), float(word["x1"]), float(word["bottom"]))
    usual = wide(text) * size
    squeezed = box.width < _SQUEEZED * usual
    run = Run(
        text=text,
        box=box._replace(right=box.left + usual) if squeezed else box,
        baseline=float(word["chars"][0]["baseline"]),
        size=size,
        bold="bold" in font or "black" in font,
        colour=colour(word["chars"][0].get("non_stroking_color")),
        leads=True,
        follows=True,
    )
    return Written(run, () if squeezed else _letters(word))


def _letters(word: Item) -> tuple[Letter, ...]:
    found = (Letter(plain(a["text"]), float(a["x0"]), float(a["x1"])) for a in word["chars"] if not a["text"].isspace())
    return tuple(sorted(found, key=lambda letter: letter.left))


def _back(box: Box, along: View, view: View) -> Box:
    """A box of the page turned one way, on the page turned another way."""
    corners = [_shown(along, x, y) for x, y in ((box.left, box.top), (box.right, box.bottom))]
    (x0, y0), (x1, y1) = (view.point(x, y) for x, y in corners)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _shown(along: View, x: float, y: float) -> tuple[float, float]:
    """The point of pdfplumber's that is seen at a place."""
    return {
        0: (x + along.left, y + along.top),
        90: (y + along.left, along.bottom - x),
        180: (along.right - x, along.bottom - y),
        270: (along.right - y, x + along.top),
    }[along.turn]
