"""Hours of watching: files come and go, and memory and handles of the watcher must stay flat.

    python -m tests.proofs.soak --minutes 120     prints the curve, and exits with 1 where anything is wrong

Linux. What is proved besides: no row is ever shown of a file that was not whole, and at the end the tables hold what
lies in the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.proofs.gauges import Gauge, gauge
from tests.proofs.tables import rows_so_far
from tests.proofs.traffic import Traffic, torn

_LINES = 20
_FLAT = 1.05
_SETTLING = 600.0  # seconds at most: on a busy computer a watcher that spares it is minutes behind
_HEAD = "minute  events  files  watcher MB  handles  threads  workers  workers MB  workers' handles"


@dataclass(frozen=True, slots=True)
class Sample:
    """The gauges at a minute of the soak, after so many events, with so many files in the folder."""

    minute: float
    events: int
    files: int
    gauge: Gauge

    def line(self) -> str:
        """A line of the curve."""
        g = self.gauge
        return (
            f"{self.minute:6.1f}{self.events:8}{self.files:7}{g.memory:12.1f}{g.handles:9}{g.threads:9}"
            f"{g.children:9}{g.children_memory:12.1f}{g.children_handles:18}"
        )


@dataclass(slots=True)
class Soak:
    """A folder, its watcher as a process of its own, and what was seen."""

    place: Path
    seed: int
    samples: list[Sample] = field(default_factory=list)
    torn: set[str] = field(default_factory=set)

    def run(self, minutes: float, pause: float) -> list[str]:
        """Let things happen for so long, an event every `pause` seconds; gives what was wrong."""
        inbox, out = self.place / "inbox", self.place / "out"
        inbox.mkdir()
        traffic = Traffic(inbox, self.seed)
        command = [
            sys.executable, "-m", "ingather.cli", "watch", str(inbox), "--out", str(out), "--store",
            str(self.place / "store"), "--workers", "1", "--as-of", "2026-01-01",
        ]  # fmt: skip
        watcher = subprocess.Popen(command)
        try:
            self._let_happen(traffic, watcher.pid, minutes, pause)
            wrong = [*self._flatness(), *_settled(inbox, out)]
        finally:
            watcher.send_signal(signal.SIGTERM)
            code = watcher.wait(60)
        wrong += [f"{name} was shown before it was whole" for name in sorted(self.torn)]
        return [*wrong, *([f"the watcher ended with {code}"] if code else [])]

    def _let_happen(self, traffic: Traffic, pid: int, minutes: float, pause: float) -> None:
        began, events = time.monotonic(), 0
        while (gone := (time.monotonic() - began) / 60) < minutes:
            traffic.event()
            events += 1
            time.sleep(pause)
            self.torn.update(torn(rows_so_far(self.place / "out", "actions"), traffic.whole))
            files = sum(1 for _ in traffic.folder.iterdir())
            self.samples.append(Sample(gone, events, files, gauge(pid)))
            if len(self.samples) % max(1, round(minutes * 60 / pause / _LINES)) == 1:
                print(self.samples[-1].line(), flush=True)

    def _flatness(self) -> list[str]:
        """The second quarter against the last: by then every name has been used, and every library is loaded."""
        quarter = len(self.samples) // 4
        early, late = self.samples[quarter : 2 * quarter], self.samples[-quarter:]
        wrong = []
        for what in ("memory", "handles", "threads"):
            before, after = (median(getattr(s.gauge, what) for s in part) for part in (early, late))
            print(f"{what}: median {before:.1f} in the second quarter, {after:.1f} in the last")
            if after > before * _FLAT:
                wrong.append(f"{what} grew from {before:.1f} to {after:.1f}")
        return wrong


def _settled(inbox: Path, out: Path) -> list[str]:
    """What still differs when the watcher has had its time; prints how long it took."""
    began = time.monotonic()
    while (wrong := _differences(inbox, out)) and time.monotonic() - began < _SETTLING:
        time.sleep(1)
    print(f"up to date {time.monotonic() - began:.0f} seconds after the last event")
    return wrong


def _differences(inbox: Path, out: Path) -> list[str]:
    """Files of the folder that the table does not show as they are."""
    listed = {f["source_file"]: f for f in rows_so_far(out, "files")}
    there = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in inbox.iterdir() if p.name[0] != "~"}
    wrong = [f"{n} is not as it lies there" for n, h in there.items() if listed.get(n, {}).get("source_sha256") != h]
    return wrong + [
        f"{n} is said to be {f['outcome']}"
        for n, f in listed.items()
        if (f["outcome"] == "gone") != (n not in there) or f["outcome"] == "waiting"
    ]


def main() -> None:
    """Soak, print the curve and what was wrong."""
    parser = argparse.ArgumentParser(description="Hours of watching, with files coming and going.")
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--pause", type=float, default=10, help="seconds between two events")
    parser.add_argument("--seed", type=int, default=8)
    asked = parser.parse_args()
    print(_HEAD, flush=True)
    with tempfile.TemporaryDirectory() as place:
        soak = Soak(Path(place), asked.seed)
        wrong = soak.run(asked.minutes, asked.pause)
    print(f"{len(soak.samples)} events, {len(wrong)} things wrong", *wrong, sep="\n", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
