"""Memory, open files and threads of a process and of those it started, as Linux tells them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Gauge:
    """Resident megabytes, open handles and threads of a process; of its children their number, megabytes, handles."""

    memory: float
    handles: int
    threads: int
    children: int
    children_memory: float
    children_handles: int


def gauge(pid: int) -> Gauge:
    """What a process holds now. Raises OSError where it is gone."""
    said = _status(pid)
    below = [(c, s) for c, s in _children(pid).items() if "VmRSS" in s]
    return Gauge(
        _megabytes(said), _handles(pid), int(said["Threads"]), len(below), sum(_megabytes(s) for _, s in below),
        sum(_handles(c) for c, _ in below),
    )  # fmt: skip


def _children(pid: int) -> dict[int, dict[str, str]]:
    found = {}
    for place in _PROC.iterdir():
        with suppress(OSError):
            if place.name.isdigit() and (said := _status(int(place.name))).get("PPid") == str(pid):
                found[int(place.name)] = said
    return found


def _status(pid: int) -> dict[str, str]:
    lines = (_PROC / str(pid) / "status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _megabytes(said: dict[str, str]) -> float:
    return int(said["VmRSS"].split()[0]) / 1024


def _handles(pid: int) -> int:
    try:
        return len(list((_PROC / str(pid) / "fd").iterdir()))
    except OSError:
        return 0
