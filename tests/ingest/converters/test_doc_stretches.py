"""A long old Word file is read stretch by stretch, and comes out as the library alone would have it, but for lines."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from doc2docx import convert
from doc2docx.msdoc import formatting
from doc2docx.ooxml import package
from lxml import etree

from ingest.converters import doc_stretches
from ingest.converters.doc_stretches import library_convert
from ingest.converters.doc_writing import UNREAD

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OLD = Path(__file__).parents[3].parent / "shared/word/doc"
FILES = sorted(OLD.glob("*.doc"))


LINES = {f"{W}tcBorders", f"{W}tblBorders", f"{W}pBdr", f"{W}tcMar", f"{W}tblCellMar"}
"""What no reader looks at and is left out."""


def parts(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: _plain(name, archive.read(name)) for name in archive.namelist()}


def _plain(name: str, part: bytes) -> bytes:
    """XML without lines around cells, and without what held nothing else."""
    if not name.endswith(".xml"):
        return part
    root = etree.fromstring(part)
    for element in list(root.iter(*LINES)):
        holder = element.getparent()
        assert holder is not None
        holder.remove(element)
    return etree.tostring(root, method="c14n")


def test_the_library_still_looks_up_the_names_that_are_replaced() -> None:
    assert "read_formatting" in convert.__code__.co_names
    codes = [formatting.read_formatting.__code__]
    codes += [c for c in codes[0].co_consts if hasattr(c, "co_names")]
    assert set(doc_stretches._REPEATED) <= {name for code in codes for name in code.co_names}
    assert {"write_docx", "validate_docx"} <= set(convert.__code__.co_names)
    assert all(callable(getattr(package, name)) for name in (*UNREAD, "_has_character_properties"))


@pytest.mark.skipif(not FILES, reason="the old Word files to compare are not here")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_short_stretches_give_what_the_library_gives(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doc_stretches, "STRETCH", 150)
    try:
        convert(file, tmp_path / "alone.docx")
    except Exception as error:
        with pytest.raises(type(error)):
            library_convert()(file, tmp_path / "ours.docx")
    else:
        library_convert()(file, tmp_path / "ours.docx")
        assert parts(tmp_path / "ours.docx") == parts(tmp_path / "alone.docx")
