"""Disks without room and folders that may only be read."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from export.model import WriteOptions
from ingather.options import Options
from ingather.running import Request, run_folder
from tests.proofs.yard import Yard

_LEVELS = 40
_NOBODY = 65_534
_UNWRITTEN = 3


def with_full_disks(yard: Yard) -> Iterator[tuple[str, int]]:
    """Runs with ever more room for the results, and how each ended; judged with all the room there is."""
    with _small_disk(yard.out) as is_mounted:
        yard.reset_in_place()
        needed = 3 * sum(p.stat().st_size for p in yard.out.rglob("*") if p.is_file())
        for level in range(_LEVELS):
            yard.reset_in_place()
            room = needed * level // _LEVELS
            filler = _filled(yard.out, room) if is_mounted else None
            code = yard.run(first=lambda room=room: None if is_mounted else _bounded(room))  # type: ignore[misc]
            if filler:
                filler.unlink()
            assert code in (0, _UNWRITTEN), f"exit code {code} with {room} bytes of room"
            yield f"{room} bytes of room", code


def with_denied_folder(yard: Yard) -> Iterator[tuple[str, int]]:
    """A run that may read the results and not write there: it must say so and change nothing."""
    yard.reset()
    yard.out.chmod(0o555)
    for path in (yard.out.parent, yard.inputs):
        path.chmod(0o755)
    before = {p.name: p.read_bytes() for p in yard.out.iterdir() if p.is_file()}
    code = yard.run(first=lambda: _become_nobody(yard))
    same = before == {p.name: p.read_bytes() for p in yard.out.iterdir() if p.is_file()}
    yard.out.chmod(0o755)
    assert code == _UNWRITTEN, f"exit code {code}"
    assert same, "something was changed"
    yield "a folder that may only be read", code


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """A disk of its own at the folder, as root; false where none may be made, and files are bounded instead."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def _filled(folder: Path, room: int) -> Path:
    """A file that leaves so much room on the disk."""
    filler = folder / ".filler"
    said = os.statvfs(folder)
    with filler.open("wb") as file:
        file.write(bytes(max(0, said.f_bavail * said.f_frsize - room)))
    return filler


def _bounded(room: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))


def _become_nobody(yard: Yard) -> None:
    """Root's own rights are given up; a run before loads the modules, which may lie where only root may read."""
    if os.geteuid() == 0:
        scratch = yard.out.with_name("scratch")
        for _ in range(2):
            shutil.copytree(yard.out, scratch, dirs_exist_ok=True)
            scratch.chmod(0o755)
            run_folder(Request([yard.inputs], scratch), Options(date(2026, 1, 1)), WriteOptions())
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
