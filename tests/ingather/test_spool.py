"""Rows laid down and read back, few in memory and many on disk, the same either way."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from export import OutputError
from ingather.gathering import tables_of
from ingather.packing import NAMES, pack
from ingather.results import Result
from ingather.spool import Spool
from normalise.rows import FileRow, table_rows
from tests.documents import document, table
from tests.normalise.test_understand import read

PLAN = read(document("# Plan", table("Action | Lead | By when", "Plant trees | Bo Ray | May 2026", "Mow | Ann | 2027")))


@pytest.mark.parametrize("in_memory", [1, 1_000_000])
def test_rows_come_back_as_they_were(in_memory: int) -> None:
    held = [Spool(in_memory).put(pack(PLAN)) for _ in range(3)]
    expected = table_rows([PLAN], [])
    for each in held:
        assert {name: list(each.rows(name)) for name in NAMES} == {name: expected[name] for name in NAMES}
        assert each.packed() == pack(PLAN)


def test_the_tables_of_a_run_may_be_gone_through_again_and_again() -> None:
    file = FileRow("plan.docx", "ab" * 32, 10, "docx", "", "read", "", "", actions=2, review=0)
    tables = tables_of([Result(file, Spool().put(pack(PLAN)))])
    assert [row["action"] for row in tables["actions"]] == ["Plant trees", "Mow"]
    assert list(tables["actions"]) == [tables["actions"][0], tables["actions"][-1]] == tables["actions"][:]
    assert len(tables["files"]) == 1


def test_a_disk_without_room_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object, parts: object) -> None:
        raise OSError(28, "No space left on device")

    spool = Spool()
    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "writelines", full)
    with pytest.raises(OutputError, match=str(Path(tempfile.gettempdir()))):
        spool.put(pack(PLAN))
