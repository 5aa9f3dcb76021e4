"""Pictures of pages become pages to recognise, within bounds that no picture can break."""

from __future__ import annotations

import io
import struct
import zlib

import pypdfium2 as pdfium
import pytest
from PIL import Image, TiffImagePlugin

from ingest.converters import picture_to_pdf
from ingest.errors import NotAPage, NoWords, PictureOfPage, TooLarge, Unsupported
from ingest.limits import Limits
from ingest.reading import read_document
from ingest.sniff import sniff

ASKED = Limits(ocr="nothing 1.0")


def page(mode: str = "L", size: tuple[int, int] = (600, 850), black: int = 0) -> Image.Image:
    """White paper, the upper left quarter of it black."""
    sheet = Image.new("L", size, 255)
    sheet.paste(black, (0, 0, size[0] // 2, size[1] // 2))
    return sheet.convert(mode)


def saved(picture: Image.Image, form: str, exif: Image.Exif | None = None, dpi: tuple[int, int] = (72, 72)) -> bytes:
    made = io.BytesIO()
    picture.save(made, form, dpi=dpi, exif=exif or Image.Exif())
    return made.getvalue()


def pages(data: bytes) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """For each page its size in points, and how dark the paper is at the upper left and the lower right (0 black)."""
    found = []
    with pdfium.PdfDocument(picture_to_pdf.convert(data, ASKED)) as document:
        for sheet in document:
            shown = sheet.render(scale=1).to_pil().convert("L")
            corners = shown.getpixel((50, 50)), shown.getpixel((shown.width - 50, shown.height - 50))
            size = round(sheet.get_width()), round(sheet.get_height())
            assert all(isinstance(dark, int) for dark in corners)
            found.append((size, corners))
    return found


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "jpeg"), ("PNG", "png"), ("TIFF", "tiff")])
def test_a_picture_is_known_by_its_bytes_and_becomes_a_page_of_a4(form: str, kind: str) -> None:
    data = saved(page(), form, dpi=(1, 1))
    assert sniff(data) == kind
    assert pages(data) == [((594, 842), (0, 255))]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK"])
def test_every_way_to_hold_colours_shows_black_on_white(mode: str) -> None:
    form = "TIFF" if mode == "CMYK" else "PNG"
    ((_, corners),) = pages(saved(page(mode), form))
    assert corners == pytest.approx((0, 255), abs=3)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    deep = Image.frombytes("I;16", (600, 850), struct.pack("<H", 0xFFFF) * 600 * 850)
    assert pages(saved(deep, "TIFF"))[0][1] == (255, 255)


def test_what_is_see_through_shows_the_paper() -> None:
    assert pages(saved(Image.new("RGBA", (600, 850), (0, 0, 0, 0)), "PNG"))[0][1] == (255, 255)


def test_a_photo_is_turned_as_the_camera_says() -> None:
    said = Image.Exif()
    said[0x112] = 6  # the camera was held upright: turn a quarter clockwise
    ((size, corners),) = pages(saved(page(size=(850, 600)), "JPEG", said, dpi=(1, 1)))
    assert size == (594, 842)
    assert corners == (255, 255)  # the black quarter is at the upper right now


def test_the_picture_says_how_large_its_page_is_where_that_can_be_true() -> None:
    assert [size for size, _ in pages(saved(page(), "PNG", dpi=(100, 100)))] == [(432, 612)]


def test_every_picture_of_a_tiff_is_a_page_but_the_small_ones() -> None:
    made = io.BytesIO()
    page().save(made, "TIFF", save_all=True, append_images=[page(size=(60, 85)), page(black=90)])
    assert [corners for _, corners in pages(made.getvalue())] == [(0, 255), (90, 255)]


def test_a_preview_that_a_camera_puts_behind_a_photo_is_no_page() -> None:
    made = io.BytesIO()
    page().save(made, "MPO", save_all=True, append_images=[page()], exif=Image.Exif())
    assert len(pages(made.getvalue())) == 1


def test_what_a_tiff_says_is_another_picture_made_smaller_is_no_page() -> None:
    made = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(made) as file:
        for reduced in (0, 1):
            page().save(file, "TIFF", tiffinfo={254: reduced})
            file.newFrame()
    assert len(pages(made.getvalue())) == 1


def test_without_ocr_a_picture_is_none_of_the_files_that_fail_and_the_advice_names_the_option() -> None:
    with pytest.raises(PictureOfPage) as refusal:
        read_document(saved(page(), "PNG"))
    assert refusal.value.outcome == "unsupported"
    assert "--ocr" in refusal.value.suggestion


def test_a_logo_is_no_page() -> None:
    with pytest.raises(Unsupported, match="too small to be a page"):
        picture_to_pdf.convert(saved(page(size=(120, 80)), "PNG"), ASKED)


@pytest.mark.parametrize(("side", "said"), [(9_000, "81 million dots"), (14_000, "too many dots")])
def test_a_picture_that_claims_to_be_enormous_is_not_opened(side: int, said: str) -> None:
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    with pytest.raises(TooLarge, match=said):
        picture_to_pdf.convert(data + struct.pack(">I", 4) + b"IDAT" + bytes(8), ASKED)


def test_a_picture_without_words_is_no_file_that_fails() -> None:
    assert issubclass(NotAPage, Unsupported) and not issubclass(NotAPage, NoWords)
    assert picture_to_pdf.NO_WORDS is NotAPage


def test_pictures_of_phones_that_nothing_here_opens_are_named_as_pictures() -> None:
    with pytest.raises(Unsupported, match="a picture of another kind than JPEG, PNG and TIFF"):
        sniff(b"\0\0\0\x24ftypheic" + bytes(40))
