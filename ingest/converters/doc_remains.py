"""What the converter of old Word files leaves behind, put into its result: form fields' values, lost text boxes."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape, unescape

from ingest.converters.word_binary import WordBinary, strings

_MAIN = "word/document.xml"
_FORM = re.compile(r"\x13[^\x13-\x15]{0,40}?(?:FORMCHECKBOX|FORMDROPDOWN)[^\x13-\x15]{0,200}\x01")
_BOOKMARK = re.compile(r'<w:bookmarkStart\b[^>]*w:name="([^"]*)"[^>]*/>')
_ANCHOR = "\N{OBJECT REPLACEMENT CHARACTER}"
_RUN = re.compile(rf"<w:r>(?:(?!</w:r>|{_ANCHOR}).)*{_ANCHOR}(?:(?!</w:r>).)*</w:r>", re.DOTALL)
_END = re.compile(r"(?:<w:sectPr\b(?:(?!<w:sectPr\b).)*)?</w:body>", re.DOTALL)
_MARK = re.compile("[\x01\x08\x13-\x15]")
_HEADER = 0x44  # bytes before a form field's own data
_UNSET = 25


def with_remains(package: bytes, old: WordBinary) -> bytes:
    """The converted package with ticks, chosen entries and text boxes where they stood in the old file."""
    values, boxes = form_values(old), old.boxes() if old.boxes_length else []
    if not (values or boxes):
        return package
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    text = entries[_MAIN].decode("utf-8")
    text = _BOOKMARK.sub(lambda mark: mark.group() + _run(values.pop(unescape(mark.group(1)), "")), text)
    if "<w:txbxContent" not in text:
        text = _with_boxes(text, boxes, old)
    entries[_MAIN] = text.encode("utf-8")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def form_values(old: WordBinary) -> dict[str, str]:
    """What each tick box and list shows, by the name of the bookmark around it."""
    text = old.text(0, old.length)
    found: dict[str, str] = {}
    fields = list(_FORM.finditer(text))
    names = old.bookmarks() if fields else {}
    for field in fields:
        name, where = names.get(field.start()), old.picture_at(field.end() - 1)
        if name and where is not None:
            found[name] = _value(old.data[where + _HEADER :])
    return found


def _value(data: bytes) -> str:
    """A tick box as ☒ or ☐, a list's chosen entry ([MS-DOC] 2.9.78, FFData)."""
    bits = struct.unpack_from("<H", data, 4)[0]
    kind, chosen = bits & 3, bits >> 2 & 31
    at = 10 + 4 + 2 * struct.unpack_from("<H", data, 10)[0]
    if chosen == _UNSET:
        chosen = struct.unpack_from("<H", data, at)[0]
    if kind == 1:
        return "☒" if chosen else "☐"
    at += 2
    for _ in range(5):
        at += 4 + 2 * struct.unpack_from("<H", data, at)[0]
    entries = strings(data, at + 6)[: struct.unpack_from("<H", data, at + 2)[0]]
    return entries[chosen] if chosen < len(entries) else ""


def _with_boxes(text: str, boxes: list[tuple[int, str]], old: WordBinary) -> str:
    """Text boxes put at their anchors where the anchors can be told apart, else at the end of the text."""
    anchors = _shown_anchors(old.text(0, old.length))
    held = dict(boxes)
    if len(anchors) == text.count(_ANCHOR):
        order = iter(anchors)
        return _RUN.sub(lambda run: run.group() + _after(run.group().count(_ANCHOR), order, held), text)
    whole = "".join(f"<w:p>{_run(line)}</w:p>" for _, box in boxes for line in _lines(box))
    return _END.sub(lambda end: whole + end.group(), text, count=1)


def _shown_anchors(text: str) -> list[int]:
    """Where pictures and shapes stand in the text, without those inside the codes of fields."""
    found: list[int] = []
    open_codes: list[bool] = []
    inside = 0
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if sign == "\x13":
            open_codes.append(True)
            inside += 1
        elif sign in "\x14\x15" and open_codes:
            inside -= open_codes[-1]
            open_codes[-1:] = [False] if sign == "\x14" else []
        elif sign in "\x01\x08" and not inside:
            found.append(mark.start())
    return found


def _after(count: int, order: Iterator[int], held: dict[int, str]) -> str:
    return "".join(_box(held.get(next(order), "")) for _ in range(count))


def _box(words: str) -> str:
    lines = "".join(f"<w:p>{_run(line)}</w:p>" for line in _lines(words))
    return f"<w:r><w:pict><w:txbxContent>{lines}</w:txbxContent></w:pict></w:r>" if lines else ""


def _lines(words: str) -> list[str]:
    return [line for part in re.split("[\r\x07\x0b]", words) if (line := re.sub(r"[\x00-\x1f]", "", part).strip())]


def _run(words: str) -> str:
    if not words:
        return ""
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
