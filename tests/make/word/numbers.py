"""Automatic numbers: the digits stand in no text, only in the numbering part."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.make.word.markup import Element, element


def define(document: Document, shape: str, kind: str) -> str:
    """Define a list such as "RP%1" of "decimal" or "%1)" of "lowerLetter"; returns the id that `number` takes."""
    numbering = document.part.numbering_part.element
    key = str(900 + len(numbering))
    level = element(
        "lvl", element("start", val="1"), element("numFmt", val=kind), element("lvlText", val=shape), ilvl="0"
    )
    abstract = element("abstractNum", element("multiLevelType", val="singleLevel"), level, abstractNumId=key)
    _first(numbering, "w:num").addprevious(abstract)
    numbering.append(element("num", element("abstractNumId", val=key), numId=key))
    return key


def number(paragraph: Paragraph, key: str) -> None:
    """Make the paragraph the next item of the list."""
    link = element("numPr", element("ilvl", val="0"), element("numId", val=key))
    paragraph._p.get_or_add_pPr().append(link)


def _first(numbering: Element, tag: str) -> Element:
    return next(numbering.iterchildren(qn(tag)))
