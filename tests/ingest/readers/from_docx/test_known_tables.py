"""Documents with known tables, and hostile ones, that lie beside the checkout; skipped where they are absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from ingest.errors import Unreadable
from ingest.model import Table
from ingest.reading import read_document

SHARED = Path(__file__).parents[4].parent / "shared"
TOO_MUCH_FOR_THE_SCORER = "19_huge.docx"
NASTY = sorted((SHARED / "nasty").glob("doc*/*"))

pytestmark = pytest.mark.skipif(not (SHARED / "word").is_dir(), reason="the documents to test against are not here")


def raw(table: Table) -> dict[str, object]:
    cells = [
        [
            {"text": cell.text, "row_span": cell.row_span, "col_span": cell.col_span} if table.is_origin(r, c) else None
            for c, cell in enumerate(row)
        ]
        for r, row in enumerate(table.rows)
    ]
    return {"page": None, "table": table.place.table, "rows": cells}


def macro(folder: Path, documents: list[Path]) -> tuple[float, float]:
    """Cell and row F1 over documents, judged by the scorer that came with them."""
    known = json.loads((SHARED / "word" / "gold.json").read_text(encoding="utf-8"))
    gold = {path.name: known[path.stem + ".docx"] if path.suffix == ".doc" else known[path.name] for path in documents}
    for path in documents:
        tables = [raw(table) for table in read_document(path.read_bytes()).tables if table.parent is None]
        (folder / f"{path.name}.json").write_text(json.dumps(tables), encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score_tables.py"), str(folder), str(folder / "gold.json")]
    words = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1].split()
    return float(words[words.index("cell") + 1]), float(words[words.index("row") + 1])


def test_known_word_tables_come_out_right(tmp_path: Path) -> None:
    """One document holds what no reader can give back: a date that the program that saved it wrote anew."""
    documents = [path for path in sorted((SHARED / "word").glob("*.do*")) if path.name != TOO_MUCH_FOR_THE_SCORER]
    cell, row = macro(tmp_path, documents)
    assert cell >= 0.999
    assert row >= 0.998


def test_known_tables_of_old_word_files_come_out_right(tmp_path: Path) -> None:
    cell, row = macro(tmp_path, sorted((SHARED / "word" / "doc").glob("*.doc")))
    assert cell >= 0.995
    assert row >= 0.985


@pytest.mark.parametrize("path", NASTY, ids=lambda path: path.name)
def test_hostile_files_are_read_or_refused_in_a_sentence_and_soon(path: Path) -> None:
    begin = process_time()
    try:
        read_document(path.read_bytes())
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
        assert "\n" not in str(refusal)
    assert process_time() - begin < 5
