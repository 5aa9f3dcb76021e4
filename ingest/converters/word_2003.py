"""Word 2003's XML told in the words of today's: the same tables and paragraphs under other names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import Damaged

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_AUX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_AML = "{http://schemas.microsoft.com/aml/2001/core}"
_NEW = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RENAMED = {"vmerge": "vMerge", "hmerge": "hMerge", "hlink": "hyperlink"}
_CHANGES = {"Word.Insertion": "ins", "Word.Deletion": "del"}
_UNREAD = frozenset((f"{_OLD}binData", f"{_OLD}docSuppData", f"{_OLD}pict"))
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_SYMBOL_BULLETS = "·§o"


def document_parts(root: _Element) -> dict[str, tuple[str, bytes]]:
    """The parts of a .docx, by name with their content types, made of a `w:wordDocument`; `Damaged` without a body.

    Automatic numbers become text, since Word 2003 wrote beside each one what it shows (`wx:t`).
    """
    from lxml import etree

    body, styles = root.find(f"{_OLD}body"), root.find(f"{_OLD}styles")
    if body is None:
        raise Damaged("it holds no text")
    document = etree.Element(f"{_NEW}document", nsmap={"w": _NEW[1:-1]})
    _copy(body, document)
    parts = {
        "_rels/.rels": (_RELATIONSHIPS_TYPE, _relationship("officeDocument", "word/document.xml")),
        "word/document.xml": (_MAIN_TYPE, etree.tostring(document)),
    }
    if styles is not None:
        holder = etree.Element("holder")
        _copy(styles, holder)
        parts["word/styles.xml"] = (_STYLES_TYPE, etree.tostring(holder[0]))
        parts["word/_rels/document.xml.rels"] = (_RELATIONSHIPS_TYPE, _relationship("styles", "styles.xml"))
    return parts


def _relationship(kind: str, target: str) -> bytes:
    return (
        f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r1" Type="{_REL}/{kind}" Target="{target}"/>'
        "</Relationships>"
    ).encode()


def _copy(element: _Element, parent: _Element) -> None:
    """Copy an element of the old names below a parent of the new ones; wrappers of hints alone fall away."""
    from lxml import etree

    tag = str(element.tag)
    if tag in _UNREAD:
        return
    into = parent
    if tag == f"{_OLD}listPr":
        _number(element, parent)
        return
    if tag.startswith(_OLD):
        name = tag.removeprefix(_OLD)
        into = etree.SubElement(parent, _NEW + _RENAMED.get(name, name))
        into.text = element.text
        for key, value in element.attrib.items():
            into.set(str(key).replace(_OLD, _NEW), str(value))
    elif tag == f"{_AML}annotation" and element.get(f"{_OLD}type", "") in _CHANGES:
        into = etree.SubElement(parent, _NEW + _CHANGES[element.get(f"{_OLD}type", "")])
    for child in element:
        _copy(child, into)


def _number(properties: _Element, paragraph_properties: _Element) -> None:
    """What Word showed as a paragraph's number, as a run of text after its properties."""
    from lxml import etree

    shown = properties.find(f"{_AUX}t")
    text = "" if shown is None else shown.get(f"{_AUX}val", "").strip()
    paragraph = paragraph_properties.getparent()
    if text and paragraph is not None:
        run = etree.SubElement(etree.SubElement(paragraph, f"{_NEW}r"), f"{_NEW}t")
        run.text = f"{'•' if text in _SYMBOL_BULLETS else text} "
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
