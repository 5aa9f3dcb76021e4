"""A long old Word file is read stretch by stretch, and comes out as the library alone would have it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from doc2docx import convert
from doc2docx.msdoc import formatting

from ingest.converters import doc_stretches
from ingest.converters.doc_stretches import library_convert

OLD = Path(__file__).parents[3].parent / "shared/word/doc"
FILES = sorted(OLD.glob("*.doc"))


def parts(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_library_still_looks_up_the_names_that_are_replaced() -> None:
    assert "read_formatting" in convert.__code__.co_names
    codes = [formatting.read_formatting.__code__]
    codes += [c for c in codes[0].co_consts if hasattr(c, "co_names")]
    assert set(doc_stretches._REPEATED) <= {name for code in codes for name in code.co_names}


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
