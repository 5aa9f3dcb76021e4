"""What a process has taken of the computer, told by the system: the net that holds where it sets no bounds itself."""

from __future__ import annotations

import sys

import psutil


class Weight:
    """A process that is weighed from outside; one that is gone weighs nothing."""

    def __init__(self, pid: int) -> None:
        try:
            self._process: psutil.Process | None = psutil.Process(pid)
        except psutil.Error:
            self._process = None

    def memory(self) -> int:
        """Bytes held in memory; on Windows those that it was promised, since the system moves the others out."""
        try:
            said = self._process.memory_info() if self._process else None
        except psutil.Error:
            return 0
        if said is None:
            return 0
        return int(said.vms if sys.platform == "win32" else said.rss)

    def seconds(self) -> float:
        """Processor time taken since it was started."""
        try:
            said = self._process.cpu_times() if self._process else None
        except psutil.Error:
            return 0.0
        return float(said.user + said.system) if said else 0.0
