"""Which kind of text a decoded file is: a page, a saved web archive, Word's XML, comma-separated, Markdown, plain."""

from __future__ import annotations

import csv
import re
from collections import Counter
from itertools import islice

from ingest.errors import Unsupported
from ingest.separated import separated_rows

_HEAD = 8_192
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|table|meta|title|div|p|h[1-6]|ul|ol|span|center|font)[\s>/]", re.I
)
_LEAD = re.compile(r"(?:\s|<\?xml[^>]*>|<\?mso[^>]*>|<!--.{0,2000}?-->)*", re.S)
_MAIL = re.compile(r"(?:mime-version|from|date|subject|content-type|received|return-path|x-[\w-]+):", re.I)
_MIME = re.compile(r"^content-type:\s*multipart/", re.I | re.M)
_HEADING = re.compile(r"^#{1,6} \S", re.M)
_PIPE_RULE = re.compile(r"^ {0,3}\|? *:?-{2,}:? *(?:\| *:?-+:? *)+\|? *$", re.M)
_TAB_ROWS = re.compile(r"^\S[^\t\n]*\t.*\n\S[^\t\n]*\t", re.M)
"""Two lines with a tab within: a table that Markdown does not know."""
_ROOT = re.compile(r"<[A-Za-z][^>]*")
_ROWS, _SAMPLE = 40, 262_144


def text_kind(text: str) -> str:
    """One of html, mhtml, wordml, csv, md, txt; raises `Unsupported` for other XML."""
    head = text[:_HEAD]
    start = _LEAD.match(head)
    body = head[start.end() :] if start else head
    if _HTML.match(body):
        return "html"
    if body.startswith("<") and head.lstrip().startswith(("<?xml", "<w:wordDocument", "<pkg:package", "<office:")):
        return _xml_kind(body)
    if _MAIL.match(head) and _MIME.search(head):
        return "mhtml"
    if _PIPE_RULE.search(head):
        return "md"
    if separator(text):
        return "csv"
    return "md" if _HEADING.search(head) and not _TAB_ROWS.search(head) else "txt"


def _xml_kind(body: str) -> str:
    root = _ROOT.search(body)
    tag = root.group() if root else ""
    if "schemas.microsoft.com/office/word/2003/wordml" in tag or "2006/xmlPackage" in tag:
        return "wordml"
    if "urn:oasis:names:tc:opendocument" in tag:
        return _open_document(tag)
    raise Unsupported("XML that is no document")


def _open_document(tag: str) -> str:
    """Text or spreadsheet, as the root of a flat file says."""
    if "opendocument.spreadsheet" in tag:
        return "ods"
    if "opendocument." in tag and "opendocument.text" not in tag:
        raise Unsupported("it holds slides, drawings or formulas")
    return "odt"


def separator(text: str) -> str:
    """The comma or semicolon that parts the columns of a comma-separated text, or "" where it is no such text.

    Rows must agree on their number of columns; in prose a comma is followed by a space.
    """
    for mark in ",;":
        try:
            rows = list(islice(separated_rows(text[:_SAMPLE], mark), _ROWS + 1))
        except csv.Error:
            continue
        whole = len(rows) > _ROWS or len(text) > _SAMPLE
        if _agree([row for row in (rows[:-1] if whole else rows) if any(row)]):
            return mark
    return ""


def _agree(rows: list[list[str]]) -> bool:
    widths = Counter(len(row) for row in rows)
    if len(rows) < 2 or "\t" in rows[0][0]:
        return False
    width, often = widths.most_common(1)[0]
    later = [field for row in rows for field in row[1:] if field]
    spaced = sum(field.startswith(" ") for field in later)
    return width > 1 and often * 10 >= len(rows) * 8 and spaced * 2 < len(later) and often * width > 3
