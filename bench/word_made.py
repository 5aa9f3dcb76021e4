"""Word files made to measure with: large plain tables, vertically merged ones, and the samples as ordinary plans."""

from __future__ import annotations

import io
import random
import zipfile
from itertools import cycle, islice
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_OTHERS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
    'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    '.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_TYPE}" Target="word/document.xml"/></Relationships>',
}
_TEXT = (
    "plant trees along the high street with residents review the local plan and publish findings on time map services "
    "for young people agree terms of reference carry out a survey of tenants reduce energy use in council buildings"
)
_WORDS = _TEXT.split()


def large_table(rows: int, columns: int) -> bytes:
    """A table of words that repeat themselves no more than those of a plan."""
    draw = random.Random(7)
    lines = [[" ".join(draw.choices(_WORDS, k=draw.randint(1, 12))) for _ in range(columns)] for _ in range(rows)]
    return _packed("".join(f"<w:tr>{''.join(map(_cell, line))}</w:tr>" for line in lines), columns)


def merged_table(rows: int) -> bytes:
    """A table of four columns whose first is one cell merged down all rows."""
    draw = random.Random(8)
    lines = []
    for number in range(rows):
        merge = '<w:vMerge w:val="restart"/>' if number == 0 else "<w:vMerge/>"
        cells = "".join(_cell(" ".join(draw.choices(_WORDS, k=6))) for _ in range(3))
        lines.append(f"<w:tr>{_cell('One objective' if number == 0 else '', merge)}{cells}</w:tr>")
    return _packed("".join(lines), 4)


def ordinary_plans(count: int) -> list[bytes]:
    """The Word samples, again and again until there are enough."""
    plans = [path.read_bytes() for path in sorted(SAMPLES.glob("*.docx"))]
    return list(islice(cycle(plans), count))


def _cell(text: str, properties: str = "") -> str:
    frame = f'<w:tcPr><w:tcW w:w="1500" w:type="dxa"/>{properties}</w:tcPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:tc>{frame}<w:p>{run}</w:p></w:tc>"


def _packed(rows: str, columns: int) -> bytes:
    grid = '<w:gridCol w:w="1500"/>' * columns
    body = f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _OTHERS.items():
            archive.writestr(name, text)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()
