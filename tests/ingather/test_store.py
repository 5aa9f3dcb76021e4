"""What is kept between runs: found again, never trusted, bounded, and safe to delete."""

from __future__ import annotations

import os
import pickle
import zlib
from pathlib import Path

import pytest

from ingather.coding import Corrupt, _checksum, decode, encode
from ingather.store import Store, document_key, plan_key, touched_key
from ingest.limits import Limits
from ingest.model import Document
from normalise.corrections import NONE, Correction, Corrections
from tests.documents import document, table

KEY = "ab" * 32
PLAN = document("# Plan", table("Action | Lead", "Plant trees | Bo"))


def entries(store: Store) -> list[Path]:
    assert store.folder is not None
    return [p for p in store.folder.rglob("*") if p.is_file()]


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("documents", KEY, PLAN)
    assert store.get("documents", KEY, Document) == PLAN


def test_merged_cells_stay_one_cell(tmp_path: Path) -> None:
    merged = document(table("A | <", "1 | 2"))
    found = decode(encode(merged), Document).tables[0]
    assert found.rows[0][0] is found.rows[0][1]


@pytest.mark.parametrize("damage", [b"", b"short", bytes(100)])
def test_an_entry_that_is_damaged_is_taken_for_absent_and_written_again(tmp_path: Path, damage: bytes) -> None:
    store = Store(tmp_path)
    store.put("documents", KEY, PLAN)
    entries(store)[0].write_bytes(damage)
    assert store.get("documents", KEY, Document) is None
    store.put("documents", KEY, PLAN)
    assert store.get("documents", KEY, Document) == PLAN


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    data = bytearray(encode(PLAN))
    data[len(data) // 2] ^= 1
    with pytest.raises(Corrupt):
        decode(bytes(data), Document)


def test_nothing_stored_can_name_a_function_to_call(tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, (f"touch {tmp_path}/sprung",)

    body = zlib.compress(pickle.dumps(Trap()))
    with pytest.raises(Corrupt):
        decode(_checksum(body) + body, Document)
    assert not (tmp_path / "sprung").exists()


def test_a_value_of_another_kind_is_not_given_out(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("documents", KEY, "no document")
    assert store.get("documents", KEY, Document) is None


def test_no_folder_holds_nothing() -> None:
    store = Store(None)
    store.put("documents", KEY, PLAN)
    assert store.get("documents", KEY, Document) is None
    assert store.size() == 0


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file" / "store")
    store.put("documents", KEY, PLAN)
    assert store.get("documents", KEY, Document) is None


def test_past_its_bound_it_drops_what_was_longest_unused(tmp_path: Path) -> None:
    store = Store(tmp_path, most=1_000)
    for number in range(10):
        store.put("plans", f"{number:064d}", os.urandom(150))
        os.utime(next(p for p in entries(store) if p.name.endswith(f"{number}")), (number, number))
    store.prune()
    left = [n for n in range(10) if store.get("plans", f"{n:064d}", bytes)]
    assert store.size() <= 800
    assert left == list(range(10 - len(left), 10))


def test_within_its_bound_it_drops_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("plans", KEY, b"kept")
    store.prune()
    assert store.get("plans", KEY, bytes) == b"kept"


def test_other_limits_are_another_document() -> None:
    assert document_key("f" * 64, Limits()) != document_key("f" * 64, Limits(depth=9))


def key(*corrections: Correction, path: str = "plan.docx", day: str = "2026-01-01") -> str:
    return plan_key("d" * 64, path, day, Corrections(corrections))


def test_a_plan_depends_on_its_name_its_day_and_the_corrections_that_may_touch_it() -> None:
    heading = Correction("heading", heading="Steward", field="lead")
    own = Correction("table", source_file="plan.docx", table=1)
    other = Correction("table", source_file="other.docx", table=1)
    assert len({key(), key(heading), key(own), key(path="b.docx"), key(day="2026-01-02")}) == 5
    assert key(other) == key()


def test_a_correction_of_one_action_touches_only_the_plan_that_has_it() -> None:
    said = Corrections((Correction("row", action_id="aaa"),))
    assert touched_key(KEY, said, ("aaa", "bbb")) != touched_key(KEY, NONE, ("aaa", "bbb"))
    assert touched_key(KEY, said, ("bbb",)) == touched_key(KEY, NONE, ("bbb",))
