"""The package around the text: parts and their relationships, strict namespaces, properties, hostile files."""

from __future__ import annotations

import io
import zipfile
from time import process_time

import pytest

from ingest.errors import Damaged, Encrypted, TooLarge, Unreadable
from ingest.limits import Limits
from ingest.model import Facts
from ingest.readers.from_docx import read
from tests.ingest.readers.from_docx.written import docx, p, packed, shown, tables, tbl, tc, texts, tr, yielded

_CORE = (
    '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dt="http://purl.org/dc/terms/">'
    "<dc:title>Tree\n plan</dc:title><dt:created>2024-03-01T10:00:00Z</dt:created><dt:modified>2025-01-02</dt:modified>"
    "</c:coreProperties>"
)


def entries(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_text_is_found_by_its_relationship() -> None:
    assert shown(docx(p("here"), main="document2")) == ["here"]


def test_strict_namespaces_are_read_alike() -> None:
    strict = {
        name: text.replace(
            "schemas.openxmlformats.org/officeDocument/2006", "purl.oclc.org/ooxml/officeDocument"
        ).replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
        for name, text in entries(docx(p("x", '<w:pStyle w:val="H"/>') + tbl("a|b"), {"styles": _HEADING})).items()
    }
    assert shown(packed(strict)) == ["x"]
    assert texts(tables(packed(strict))[0]) == [["a", "b"]]
    assert next(x for x in yielded(packed(strict)) if type(x).__name__ == "Paragraph").level == 1  # type: ignore[union-attr]


_HEADING = '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'


def test_part_names_are_matched_without_regard_to_case() -> None:
    parts = entries(docx(p("here")))
    parts["Word/Document.xml"] = parts.pop("word/document.xml")
    assert shown(packed(parts)) == ["here"]


def test_properties_of_the_file_are_kept() -> None:
    parts = entries(docx(p("x")))
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts["docProps/core.xml"] = _CORE
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        "</Rel", f'<Relationship Id="c" Type="{core}" Target="docProps/core.xml"/></Rel', 1
    )
    facts = next(x for x in yielded(packed(parts)) if isinstance(x, Facts))
    assert (facts.title, facts.created, facts.modified, facts.pages) == ("Tree plan", "2024-03-01", "2025-01-02", None)


def test_a_style_sheet_in_wide_characters_is_read() -> None:
    parts = entries(docx(p("x", '<w:pStyle w:val="H"/>'), {"styles": _HEADING}))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text.encode("utf-16") if "styles" in name else text)
    assert [x.level for x in yielded(file.getvalue()) if hasattr(x, "level")] == [1]


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "word/document.xml"])
def test_a_package_without_its_list_or_its_text_is_damaged(missing: str) -> None:
    parts = entries(docx(p("x")))
    del parts[missing]
    with pytest.raises(Damaged):
        yielded(packed(parts))


@pytest.mark.parametrize(
    "text",
    [
        "no markup", "<w:document", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>&#1;</a>",
    ],
)  # fmt: skip
def test_text_that_is_no_well_formed_word_is_damaged(text: str) -> None:
    parts = entries(docx(p("x"))) | {"word/document.xml": text}
    with pytest.raises(Damaged):
        yielded(packed(parts))


def test_tables_nested_beyond_all_sense_are_refused() -> None:
    body = p("core")
    for _ in range(120):
        body = tbl(tr(tc(body + p())))
    with pytest.raises(TooLarge):
        yielded(docx(body))


def test_tables_nested_as_deep_as_the_limit_allows_are_read() -> None:
    found = tables(docx(_nested(64)))
    assert len(found) == 64
    assert found[0].rows[0][0].text == "core"


def test_tables_nested_deeper_are_refused_in_a_sentence() -> None:
    with pytest.raises(TooLarge, match="64 deep"):
        tables(docx(_nested(65)))


def _nested(deep: int) -> str:
    body = tbl("core")
    for _ in range(deep - 1):
        body = tbl(tr(tc(body + p())))
    return body


def test_cells_beyond_the_limit_are_refused_and_what_came_before_is_kept() -> None:
    wide = tr(*(tc("x", '<w:gridSpan w:val="63"/>') for _ in range(3)))
    got = []
    with pytest.raises(TooLarge):
        for item in read(docx(p("before") + tbl(wide, *["|".join("abcdefgh")] * 30)), Limits(positions=100)):
            got.append(item)
    assert any(getattr(item, "text", "") == "before" for item in got)


def test_a_password_is_told() -> None:
    with pytest.raises(Encrypted):
        yielded(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + bytes(50)])
def test_what_is_no_package_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^The file .*\.$"):
        yielded(data)


def test_relationships_to_nowhere_and_to_itself_are_harmless() -> None:
    parts = entries(docx(p("x", '<w:pStyle w:val="H"/>'), {"styles": _HEADING}))
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("styles.xml", "../../NULL")
    assert shown(packed(parts)) == ["x"]
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("../../NULL", "document.xml")
    assert shown(packed(parts)) == ["x"]


def _quickly(body: str, parts: dict[str, str] | None = None) -> None:
    begin = process_time()
    list(read(docx(body, parts), Limits(ratio=1_000_000)))
    assert process_time() - begin < 4


@pytest.mark.parametrize(
    "content",
    [
        "<w:r><w:t>a</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r><w:instrText>more code and more of it</w:instrText></w:r>",
        '<w:r><w:commentReference w:id="1"/></w:r>',
        "<w:ins><w:del/></w:ins>",
    ],
)
def test_any_number_of_one_thing_in_a_paragraph_takes_a_time_in_proportion(content: str) -> None:
    many = content * 20_000
    comment = {"comments": f'<w:comment w:id="1">{p("a" * 50_000)}</w:comment>'}
    _quickly(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + many), comment)
    _quickly(tbl(tr(tc(p(many)))), comment)


def test_any_number_of_paragraphs_and_tables_takes_a_time_in_proportion() -> None:
    for content in ("<w:p/>", p("a", "<w:rPr><w:del/></w:rPr>"), tbl("a"), tbl(tr(tc(p() * 9)))):
        _quickly(content * 5_000)
    _quickly(tbl(tr(tc(p() * 50_000))))
