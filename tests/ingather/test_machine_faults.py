"""What the computer lacks is never laid at the document's door, nor remembered of it."""

from __future__ import annotations

import errno
from datetime import date

import pytest

from ingather.options import Options
from ingather.pipeline import convert
from ingest.errors import OutOfMemory
from normalise.model import Source

TEXT = b"Action\tLead\nPlant trees\tBo Ray\n"


def failing(monkeypatch: pytest.MonkeyPatch, fault: BaseException) -> None:
    def read(*given: object) -> object:
        raise fault

    monkeypatch.setattr("ingest.readers.from_txt.read", read)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "could not go on"),
        (OSError(errno.EMFILE, "Too many open files"), "could not go on"),
        (ModuleNotFoundError("no module", name="lxml"), "missing on this computer: lxml"),
        (MemoryError(), OutOfMemory.sentence),
    ],
)
def test_a_fault_of_the_computer_is_told_as_one(monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str) -> None:
    failing(monkeypatch, fault)
    result = convert(TEXT, Source("plan.txt"), Options(date(2026, 1, 1)))
    assert result.file.outcome == "set_aside"
    assert said in result.file.reason


@pytest.mark.parametrize("fault", [OSError("cannot identify"), OSError(errno.EINVAL, "seek"), ValueError("no")])
def test_bytes_that_a_library_cannot_read_are_damage(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    failing(monkeypatch, fault)
    result = convert(TEXT, Source("plan.txt"), Options(date(2026, 1, 1)))
    assert (result.file.outcome, result.lasting) == ("refused", True)


def test_a_fault_of_the_computer_is_not_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, OSError(errno.EIO, "Input/output error"))
    assert not convert(TEXT, Source("plan.txt"), Options(date(2026, 1, 1))).lasting


def test_a_disk_too_full_for_an_old_word_file_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    from ingest.converters import doc_to_docx
    from ingest.limits import Limits

    def full(*given: object) -> bytes:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(doc_to_docx, "_converted", full)
    with pytest.raises(OSError, match="No space"):
        doc_to_docx.convert(b"\xd0\xcf\x11\xe0", Limits())
