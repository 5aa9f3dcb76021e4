"""Word files of a few lines: `docx(tbl("Action|Lead", "Plant trees|Parks"))`, other parts where they matter."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from ingest.limits import Limits
from ingest.model import Cell, Note, Paragraph, Table, Yielded
from ingest.readers.from_docx import read

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "comments": "comments", "footnotes": "footnotes",
    "endnotes": "endnotes", "header": "hdr", "footer": "ftr",
}  # fmt: skip


def t(text: str) -> str:
    """A run of plain words."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(text: str, properties: str) -> str:
    """A run of words with run properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph of runs; bare words become a run."""
    runs = content if content.startswith("<") or not content else t(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell of paragraphs; runs or bare words become a paragraph."""
    held = content if content.startswith(("<w:p>", "<w:p ", "<w:tbl", "<w:sdt", "<w:altChunk")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells; bare words become a cell."""
    held = "".join(
        c if c.startswith("<w:tc") or c.startswith("<w:sdt") or c.startswith("<w:custom") else tc(c) for c in cells
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{held}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = ()) -> str:
    """A table of rows; "a|b" becomes a row of two plain cells."""
    held = "".join(r if r.startswith("<") else tr(*r.split("|")) for r in rows)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return f"<w:tbl><w:tblPr/>{f'<w:tblGrid>{columns}</w:tblGrid>' if grid else ''}{held}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """A content control around anything."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def docx(
    body: str, parts: Mapping[str, str] | None = None, *, links: Mapping[str, str] | None = None, main: str = "document"
) -> bytes:
    """A Word file of a body and other parts (styles, numbering, comments, header …); `links` are hyperlinks by id."""
    parts = parts or {}
    related = [f'<Relationship Id="{k}" Type="{_TYPE}{k}" Target="{k}.xml"/>' for k in parts if "." not in k]
    related += [f'<Relationship Id="{k}" Type="{_TYPE}aFChunk" Target="{k}"/>' for k in parts if "." in k]
    related += [
        f'<Relationship Id="{k}" Type="{_TYPE}hyperlink" Target="{v}" TargetMode="External"/>'
        for k, v in (links or {}).items()
    ]
    entries = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELS.format(f'<Relationship Id="r1" Type="{_TYPE}officeDocument" Target="word/{main}.xml"/>'),
        f"word/{main}.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        f"word/_rels/{main}.xml.rels": _RELS.format("".join(related)),
    }
    for name, content in parts.items():
        root = _ROOTS.get(name)
        whole = f"<w:{root} {NAMES}>{content}</w:{root}>" if root else content
        entries[f"word/{name}" if "." in name else f"word/{name}.xml"] = whole
    return packed(entries)


def packed(entries: Mapping[str, str]) -> bytes:
    """A zip of text entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def yielded(data: bytes) -> list[Yielded]:
    """All that the reader gives for a file."""
    return list(read(data, Limits()))


def tables(data: bytes) -> list[Table]:
    """The tables of a file."""
    return [item for item in yielded(data) if isinstance(item, Table)]


def paragraphs(data: bytes) -> list[Paragraph]:
    """The body paragraphs of a file."""
    return [item for item in yielded(data) if isinstance(item, Paragraph)]


def notes(data: bytes) -> list[Note]:
    """The notes of a file."""
    return [item for item in yielded(data) if isinstance(item, Note)]


def shown(data: bytes) -> list[str]:
    """The body paragraphs of a file as a reader of the page sees them."""
    return [paragraph.shown for paragraph in paragraphs(data)]


def texts(table: Table) -> list[list[str | None]]:
    """A table's texts, None where a merged cell covers."""
    return [
        [cell.text if table.is_origin(r, c) else None for c, cell in enumerate(row)] for r, row in enumerate(table.rows)
    ]


def only_table(body: str, parts: Mapping[str, str] | None = None) -> list[list[str | None]]:
    """The texts of the first table of a body."""
    return texts(tables(docx(body, parts))[0])


def only_cell(content: str, properties: str = "", parts: Mapping[str, str] | None = None) -> Cell:
    """The cell of a table of one."""
    return tables(docx(tbl(tr(tc(content, properties))), parts))[0].rows[0][0]


def cell_text(content: str, parts: Mapping[str, str] | None = None) -> str:
    """The text of the cell of a table of one."""
    return only_cell(content, "", parts).text
