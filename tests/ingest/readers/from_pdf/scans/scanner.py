"""A PDF printed and scanned again: each page a grey picture and no text."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageOps

DOTS = 200
MARGIN = 60


def scan(data: bytes, *, turn: int = 0, askew: float = 0.0, grain: int = 0, quality: int = 85) -> bytes:
    """The document as a scanner gives it, its pages turned clockwise by `turn` degrees and lying `askew` by others."""
    document, made = pdfium.PdfDocument(data), io.BytesIO()
    with pikepdf.new() as paper:
        for page in document:
            picture = _sheet(page.render(scale=DOTS / 72).to_pil().convert("L"))
            picture = picture.rotate(askew, resample=Image.Resampling.BICUBIC, fillcolor=255).rotate(-turn, expand=True)
            _add(paper, _grained(picture, grain), quality)
        paper.save(made, static_id=True)
    document.close()
    return made.getvalue()


def _sheet(picture: Image.Image) -> Image.Image:
    """The picture on a sheet no larger than what is printed on it, and a margin: small sheets are quickly read."""
    printed = picture.crop(ImageOps.invert(picture).getbbox())
    return ImageOps.expand(printed, border=MARGIN, fill=255)


def _grained(picture: Image.Image, grain: int) -> Image.Image:
    if not grain:
        return picture
    noise = np.random.default_rng(1).normal(0, grain, (picture.height, picture.width))
    return Image.fromarray((np.asarray(picture) * 0.9 + 12 + noise).clip(0, 255).astype(np.uint8))


def _add(paper: pikepdf.Pdf, picture: Image.Image, quality: int) -> None:
    pressed = io.BytesIO()
    picture.save(pressed, "JPEG", quality=quality)
    wide, high = 72 * picture.width / DOTS, 72 * picture.height / DOTS
    page = paper.add_blank_page(page_size=(wide, high))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=_image(paper, picture, pressed.getvalue())))
    page.obj.Contents = paper.make_stream(f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm /Scan Do Q".encode())


def _image(paper: pikepdf.Pdf, picture: Image.Image, data: bytes) -> pikepdf.Stream:
    return pikepdf.Stream(
        paper, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width, Height=picture.height,
        ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
    )  # fmt: skip


def claiming(wide: int, high: int, page: tuple[float, float] = (595.0, 842.0)) -> bytes:
    """A page with a picture that claims to be so many pixels wide and high, packed to almost nothing."""
    made = io.BytesIO()
    with pikepdf.new() as paper:
        sheet = paper.add_blank_page(page_size=page)
        image = pikepdf.Stream(
            paper, b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=wide, Height=high,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        image.write(b"\0" * 1_000_000)
        sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        sheet.obj.Contents = paper.make_stream(f"q {page[0]} 0 0 {page[1]} 0 0 cm /Scan Do Q".encode())
        paper.save(made)
    return made.getvalue()
