"""A zip is opened only as far as it is honest: its list, its sizes, its checksums, its password flag."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from ingest.archive import Archive
from ingest.errors import Damaged, Encrypted, TooLarge
from ingest.limits import Limits

NOISE = bytes(range(256)) * 40


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def patched(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    at = data.index(signature) + offset
    return data[:at] + value + data[at + len(value) :]


def test_entries_are_read_by_name() -> None:
    archive = Archive(zipped({"a/b.xml": b"text"}), Limits())
    assert archive.names == ("a/b.xml",)
    assert archive.read("a/b.xml") == b"text"


def test_names_match_without_regard_to_case_and_slashes() -> None:
    archive = Archive(zipped({"Word/Document.XML": b"x"}), Limits())
    assert "/word\\document.xml" in archive
    assert archive.read("word/document.xml") == b"x"


def test_a_name_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Archive(zipped({"a": b"x"}), Limits()).read("b")


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"nothing", zipped({"a": NOISE})[:-30]])
def test_what_is_no_whole_zip_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        Archive(data, Limits())


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(TooLarge, match="3 parts"):
        Archive(zipped({"a": b"", "b": b"", "c": b""}), Limits(zip_entries=2))


def test_an_entry_larger_than_allowed_is_refused_while_it_inflates() -> None:
    with pytest.raises(TooLarge):
        Archive(zipped({"a": NOISE}), Limits(entry_bytes=1_000)).read("a")


def test_entries_larger_together_than_allowed_are_refused() -> None:
    archive = Archive(zipped({"a": NOISE, "b": NOISE}), Limits(total_bytes=len(NOISE) + 1))
    assert archive.read("a") == NOISE
    with pytest.raises(TooLarge):
        archive.read("b")


def test_an_entry_far_larger_than_it_is_packed_is_refused() -> None:
    with pytest.raises(TooLarge):
        Archive(zipped({"a": bytes(5_000_000)}), Limits(ratio_from=4_000)).read("a")


def test_an_entry_packed_small_may_be_as_dense_as_it_likes() -> None:
    assert len(Archive(zipped({"a": bytes(5_000_000)}), Limits()).read("a")) == 5_000_000


def test_the_ratio_is_each_entry_s_own() -> None:
    data = zipped({"a": bytes(5_000_000), "b": NOISE * 400})
    with pytest.raises(TooLarge):
        Archive(data, Limits(ratio_from=4_000)).read("a")


def test_large_entries_that_nobody_reads_do_no_harm() -> None:
    assert Archive(zipped({"media/film": bytes(5_000_000), "a": b"x"}), Limits()).read("a") == b"x"


def test_a_wrong_checksum_is_damage() -> None:
    data = zipped({"a": NOISE}, zipfile.ZIP_STORED)
    with pytest.raises(Damaged, match="part a"):
        Archive(data.replace(b"\x10\x11\x12", b"\x10\xff\x12", 1), Limits()).read("a")


def test_a_password_flag_is_told() -> None:
    data = patched(zipped({"a": b"x"}), b"PK\x01\x02", 8, struct.pack("<H", 1))
    with pytest.raises(Encrypted):
        Archive(data, Limits()).read("a")


def test_entries_that_share_bytes_are_refused() -> None:
    data = zipped({"a": NOISE, "b": NOISE})
    second = data.rindex(b"PK\x01\x02")
    with pytest.raises(Damaged, match="overlap"):
        Archive(data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :], Limits())


def test_a_method_unknown_to_python_is_damage() -> None:
    data = zipped({"a": b"x"})
    data = patched(data, b"PK\x01\x02", 10, struct.pack("<H", 99))
    with pytest.raises(Damaged):
        Archive(data, Limits()).read("a")
