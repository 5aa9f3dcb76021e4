"""A picture of a page (JPEG, PNG, TIFF) as a PDF of such pages, so that it is recognised as any scan is."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, TiffImagePlugin

from ingest.converters.picture_pages import PicturePages
from ingest.errors import NotAPage, PictureOfPage, TooLarge, Unsupported
from ingest.limits import Limits

NO_WORDS = NotAPage
_FORMATS = ("JPEG", "PNG", "TIFF")
_FEWEST_DOTS, _MOST_DOTS = 300_000, 60_000_000
"""Dots of a picture that may be a page: a logo has fewer, and more would take more memory than a page is worth."""
_SHORTEST, _LONGEST = 5.0, 24.0
"""Inches of the longer side of a page by what the picture says of its dots an inch; cameras say anything."""
_A4 = 11.69
_KIND, _REDUCED = 254, 1
"""The tag of a TIFF's picture that says what it is, and what it says of one made smaller (TIFF 6.0, section 8)."""
_FINEST = 300
"""Dots an inch that are kept: no page is looked at more finely."""


def convert(data: bytes, limits: Limits) -> bytes:
    """The bytes of a PDF with a page for each picture in the file, upright as the camera says.

    Raises PictureOfPage where no text is to be recognised, Unsupported where it is too small for a page, and TooLarge.
    """
    if not limits.ocr:
        raise PictureOfPage
    pages = PicturePages()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of sizes, which are bounded here, and of tags that say nothing
        try:
            with Image.open(io.BytesIO(data), formats=_FORMATS) as file:
                for frame in _frames(file):
                    _add(pages, frame)
                    if pages.size > limits.file_bytes:
                        raise TooLarge("its pictures take too much memory")
        except Image.DecompressionBombError as error:
            raise TooLarge("a picture has too many dots") from error
    if not pages.count:
        raise Unsupported("a picture too small to be a page")
    return pages.pdf()


def _frames(file: Image.Image) -> Iterator[Image.Image]:
    """The pictures that may be pages: those of a TIFF that are not others made smaller (its tag 254), the first of any
    other file, for cameras put previews behind it."""
    if not isinstance(file, TiffImagePlugin.TiffImageFile):
        yield file
        return
    for frame in ImageSequence.Iterator(file):
        if not file.tag_v2.get(_KIND, 0) & _REDUCED:
            yield frame


def _add(pages: PicturePages, frame: Image.Image) -> None:
    """Add a frame as a page, unless it is too small to be one, as the previews are that some scanners add."""
    wide, high = frame.size
    if wide * high > _MOST_DOTS:
        raise TooLarge(f"a picture has {wide * high // 1_000_000} million dots")
    if wide * high < _FEWEST_DOTS:
        return
    inches = _inches(frame)
    plain = _on_white(ImageOps.exif_transpose(frame))
    scale = min(1.0, inches * _FINEST / max(wide, high))
    if scale < 1:
        plain = plain.resize((round(plain.width * scale), round(plain.height * scale)), Image.Resampling.BOX)
    pages.add(plain, 72 * inches / max(plain.size))


def _inches(frame: Image.Image) -> float:
    """How long the longer side is on paper: that of A4 where the picture says nothing, or what no page is."""
    said = frame.info.get("dpi", (0, 0))
    dots = float(said[0]) if isinstance(said, tuple) and said else 0.0
    inches = max(frame.size) / dots if dots > 0 else 0.0
    return inches if _SHORTEST <= inches <= _LONGEST else _A4


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in grey or in colours; what is see-through shows the paper."""
    if picture.mode.startswith(("I", "F")):
        return picture.convert("F").point(lambda value: value / 257).convert("L")
    if picture.has_transparency_data:
        seen = picture.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(paper, seen).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L", "LA") else "RGB")
