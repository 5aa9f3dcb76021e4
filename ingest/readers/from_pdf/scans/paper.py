"""Coloured areas of a scan, and the scan as black ink on white paper whatever it was printed on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ingest.readers.from_pdf.scans.areas import Area
from ingest.readers.from_pdf.scans.beside import joined_across
from ingest.readers.from_pdf.scans.pale import bears_pale_words
from ingest.readers.from_pdf.scans.pixels import Mask, Pixels, greyed
from ingest.readers.from_pdf.scans.through import shows_through

_BLOCK = 8
_LIGHT, _DEEP, _FLAT = 57, 6, 32
"""Between which of a block's 64 pixels, from dark to light, no more than so many levels lie where no words stand."""
_CARRIED = 12
_ALONG = ((1, 1), (-1, 1))
"""Colours go on along the line more often than to the lines above and below: words may fill the height of their row."""
_BLACK = 40
"""On areas that are darker, black rules cannot be told from grain."""
_RIM = 6
"""Pixels at the top and foot of an area, where a scan has no sharp edge,"""
_RULED = 190
"""but where it ends at a rule that is so much darker than itself, of 255."""
_SOFT = 4
"""Pixels beside the edge of an area, where its print fades."""
_APART = 9
"""Levels of 255 by which a coloured area differs from the paper: grain and JPEG's blocks differ by less."""
_SHADES, _FEWEST = 12, 12
"""How many colours are looked for, and in how many blocks one must stand."""
_SMALLEST = 2
_SLIVER = 24
"""Pixels: no cell is lower or narrower."""
_SEARCH = 24
"""Pixels by which the blocks of an area may fall short of it: corners are rounded, and the last block is a part."""
_MOST = 1_000

Levels = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Paper:
    """The colour of the paper, and the areas that have another."""

    colour: tuple[int, int, int]
    areas: tuple[Area, ...]


def paper(pixels: Pixels) -> Paper:
    """What the page is printed on: rectangles of colour, as cells and rows have them, from the top down."""
    ground = _ground(pixels)
    shades = _shades(ground)
    if not len(shades):
        return Paper((255, 255, 255), ())
    apart = np.stack([np.abs(ground - shade).max(axis=2) for shade in shades])
    shade_of = np.where(apart.min(axis=0) > 2 * _APART, 0, apart.argmin(axis=0))
    boxes = [(box, n) for n in range(1, len(shades)) for box in _rectangles(_most(shade_of == n, 5))]
    found = [_exact(pixels, box, n, shades) for box, n in boxes[:_MOST]]
    areas = joined_across(pixels, _together(sorted(found, key=lambda area: (area.top, area.left))))
    return Paper(_colour(shades[0]), tuple(_printed(pixels, areas, float(shades[0].mean()))))


def _printed(pixels: Pixels, areas: Sequence[Area], white: float) -> list[Area]:
    grey = greyed(pixels)
    parts = [(area, grey[area.top : area.bottom, area.left : area.right]) for area in areas]
    printed = [(area, part) for area, part in parts if not shows_through(part, area.grey, white)]
    return [replace(area, pale=bears_pale_words(part, area.grey)) for area, part in printed]


def _together(found: Sequence[Area]) -> list[Area]:
    """Areas of one colour and width that touch, one beneath the other, as one; slivers left out."""
    made: list[Area] = []
    for area in found:
        for n, above in enumerate(made):
            touch = area.top - above.bottom <= _BLOCK and area.colour == above.colour
            if touch and max(abs(area.left - above.left), abs(area.right - above.right)) <= 2 * _BLOCK:
                left, right = min(area.left, above.left), max(area.right, above.right)
                made[n] = Area(left, above.top, right, max(above.bottom, area.bottom), area.colour)
                break
        else:
            made.append(area)
    return [area for area in made if min(area.right - area.left, area.bottom - area.top) >= _SLIVER]


def _ground(pixels: Pixels) -> Levels:
    """The colour that words stand on, block by block: of blocks without words, carried on beneath the words beside."""
    high, wide = pixels.shape[0] // _BLOCK, pixels.shape[1] // _BLOCK
    cut = pixels[: high * _BLOCK, : wide * _BLOCK].reshape(high, _BLOCK, wide, _BLOCK, 3)
    ordered = np.partition(cut.swapaxes(1, 2).reshape(high, wide, _BLOCK * _BLOCK, 3), (_DEEP, 32, _LIGHT), axis=2)
    ground = ordered[:, :, 32].astype(np.int16)
    known = (ordered[:, :, _LIGHT].astype(np.int16) - ordered[:, :, _DEEP]).max(axis=2) < _FLAT
    for _ in range(_CARRIED):
        for way, axis in (*_ALONG, *_ALONG, *_ALONG, (1, 0), (-1, 0)):
            fresh = np.roll(known, way, axis) & ~known
            ground[fresh] = np.roll(ground, way, axis)[fresh]
            known |= fresh
    return ground


def _most(mask: Mask, around: int) -> Mask:
    """True where most of the square of so many blocks around is."""
    padded = np.pad(mask.astype(np.int16), around // 2, mode="edge")
    high, wide = mask.shape
    count = sum(padded[y : y + high, x : x + wide] for y in range(around) for x in range(around))
    return np.asarray(count > around * around // 2)


def _shades(ground: Levels) -> Levels:
    """The colours of the page, the one of most blocks first."""
    left = ground.reshape(-1, 3)
    found: list[Levels] = []
    while len(found) < _SHADES and len(left) >= _FEWEST:
        keys = (left // _APART).astype(np.int64) @ np.array([10_000, 100, 1])
        values, counts = np.unique(keys, return_counts=True)
        if counts.max() < _FEWEST:
            break
        shade = np.median(left[keys == values[counts.argmax()]], axis=0).astype(np.int16)
        found.append(shade)
        left = left[np.abs(left - shade).max(axis=1) > _APART]
    return np.array(found, dtype=np.int16)


def _rectangles(mask: Mask) -> Iterator[tuple[int, int, int, int]]:
    """Rectangles that make up a mask of blocks (left, top, right, bottom): rows that begin and end alike are one."""
    growing: list[tuple[int, int, int]] = []
    for row in range(mask.shape[0] + 1):
        here = _row_runs(mask[row]) if row < mask.shape[0] else []
        kept = []
        for left, right, top in growing:
            same = next((run for run in here if abs(run[0] - left) <= 1 and abs(run[1] - right) <= 1), None)
            if same is not None:
                here.remove(same)
                kept.append((max(left, same[0]), min(right, same[1]), top))
            elif row - top >= _SMALLEST and right - left >= _SMALLEST:
                yield left, top, right, row
        growing = kept + [(left, right, row) for left, right in here]


def _row_runs(row: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """From where to where a row of blocks is marked, gaps of a block closed."""
    steps = np.diff(np.concatenate(([0], row.astype(np.int8), [0])))
    runs: list[tuple[int, int]] = []
    for start, end in zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1), strict=True):
        if runs and start - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], int(end))
        else:
            runs.append((int(start), int(end)))
    return [run for run in runs if run[1] - run[0] >= _SMALLEST]


def _exact(pixels: Pixels, box: tuple[int, int, int, int], n: int, shades: Levels) -> Area:
    """The area with its edges where its colour, the one of that number, really ends, within a block or so."""
    left, top, right, bottom = (edge * _BLOCK for edge in box)
    across = _nearest(np.median(pixels[top:bottom], axis=0), shades) == n
    down = _nearest(np.median(pixels[:, left:right], axis=1), shades) == n
    sides = _edge(across, left, -1), _edge(down, top, -1), _edge(across, right, 1), _edge(down, bottom, 1)
    return Area(*sides, _colour(shades[n]))


def _nearest(line: NDArray[np.float64], shades: Levels) -> NDArray[np.int64]:
    """For each pixel of a line the number of the colour it is nearest to."""
    return np.asarray(np.abs(line[:, None, :] - shades[None, :, :]).sum(axis=2).argmin(axis=1))


def _edge(alike: NDArray[np.bool_], at: int, way: int) -> int:
    """The edge moved outwards as far as the colour goes on, some blocks at most."""
    for _ in range(_SEARCH):
        beyond = at if way > 0 else at - 1
        if not (0 <= beyond < len(alike)) or not alike[beyond]:
            break
        at += way
    return at


def _colour(shade: Levels) -> tuple[int, int, int]:
    red, green, blue = (int(level) for level in shade)
    return red, green, blue


def on_white(pixels: Pixels, printed: Paper) -> Pixels:
    """The picture in grey with paper and coloured areas made white, and light words on areas made dark."""
    made = _whitened(pixels, Area(0, 0, 0, 0, printed.colour))
    for area in printed.areas:
        part = np.s_[area.top : area.bottom, area.left : area.right]
        made[part] = _whitened(pixels[part], area)
    return made.clip(0, 255).astype(np.uint8)


def without_edges(drawn: Pixels, pixels: Pixels, printed: Paper) -> Pixels:
    """The picture with white where the print of coloured areas fades at their edges, which looks like rules.

    A rule along the edge is darker than the area.
    """
    grey, made = greyed(pixels), drawn.copy()
    for area in printed.areas:
        for strip in _edges(area):
            if made[strip].size and float(np.median(grey[strip])) >= area.grey - _APART:
                made[strip] = 255
    return made


def _edges(area: Area) -> Iterator[tuple[slice, slice]]:
    """Lines of pixels along the sides of an area, where it is neither paper nor its own colour; rules are darker."""
    inside = _SOFT if area.pale else 0
    across, down = slice(area.left, area.right), slice(area.top, area.bottom)
    for n in range(-inside, _SOFT):
        for y in (area.top - 1 - n, area.bottom + n):
            if y >= 0:
                yield slice(y, y + 1), across
        for x in (area.left - 1 - n, area.right + n):
            if x >= 0:
                yield down, slice(x, x + 1)


def rules_on_white(pixels: Pixels, printed: Paper) -> Pixels:
    """The picture as on white paper, but in areas of light words with all that is lighter or darker made dark.

    A black rule runs on through areas that are dark themselves, and parts their cells.
    """
    grey = greyed(pixels)
    made = on_white(pixels, printed)
    for area in printed.areas:
        if area.pale and area.grey >= _BLACK:
            part = np.s_[area.top : area.bottom, area.left : area.right]
            darker = (grey[part] * np.float32(255 / area.grey)).clip(0, 255)
            for rim in (darker[:_RIM], darker[-_RIM:]):
                rim[rim > _RULED] = 255
            made[part] = np.minimum(made[part], darker)
    return made


def _whitened(pixels: Pixels, area: Area) -> NDArray[np.float32]:
    """How light each pixel is, 255 in the area's colour and 0 in black, or in white where its words are light.

    Each colour counts as much as it has to say: black on green differs in green alone.
    """
    apart = np.array(area.colour, dtype=np.float32)
    if area.pale:
        return (255 - pixels) @ _shares(255 - apart)
    return pixels @ _shares(apart)


def _shares(apart: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(apart * np.float32(255 / max(float(apart @ apart), 1.0)))


def hexadecimal(area: Area, paper: Sequence[int]) -> str:
    """The area's colour as RRGGBB, as it would be on white paper."""
    return "".join(
        f"{min(round(255 * level / max(white, 1)), 255):02X}" for level, white in zip(area.colour, paper, strict=True)
    )
