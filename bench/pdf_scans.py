"""What recognising a scanned page costs: a page of a PDF drawn at 200 dots an inch and read as a picture.

The scan is made here, grey and packed as scanners do; both engines read the same one.
"""

from __future__ import annotations

import io
from pathlib import Path

DOTS = 200
_QUALITY = 75


def scanned(path: Path) -> bytes:
    """The first page of a file as a scanner gives it."""
    import pikepdf
    import pypdfium2 as pdfium

    document, packed, made = pdfium.PdfDocument(path), io.BytesIO(), io.BytesIO()
    wide, high = document[0].get_size()
    picture = document[0].render(scale=DOTS / 72).to_pil().convert("L")
    document.close()
    picture.save(packed, "JPEG", quality=_QUALITY)
    with pikepdf.new() as paper:
        page = paper.add_blank_page(page_size=(wide, high))
        image = pikepdf.Stream(
            paper, packed.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=picture.width,
            Height=picture.height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        page.obj.Contents = paper.make_stream(f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm /Scan Do Q".encode())
        paper.save(made)
    return made.getvalue()


def with_rapidocr(data: bytes) -> object:
    """The tables of a scan by RapidOCR."""
    from ingest import recognition

    return _recognised(data, recognition.rapidocr())


def with_tesseract(data: bytes) -> object:
    """The tables of a scan by Tesseract."""
    from ingest import recognition

    return _recognised(data, recognition.tesseract())


def _recognised(data: bytes, engine: str) -> object:
    from ingest.limits import Limits
    from ingest.readers.from_pdf import read

    if not engine:
        raise SystemExit("The engine is not installed.")
    return list(read(data, Limits(ocr=engine)))
