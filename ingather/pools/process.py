"""One worker process as its parent sees it: given tasks, listened to by a thread, ended with its children."""

from __future__ import annotations

import json
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from ingather.pools import Setting, Task
from ingather.pools.allowance import Allowance
from ingather.pools.frames import ANSWER, GROWN, LAST, SETTING, TASK, WATCHDOG, receive, send

CRASH, TIME = "crash", "time"
"""Why a process ended in the middle of a task."""

_GRACE = 15.0  # seconds that a worker has to end itself before its parent does
_START = (
    "import importlib, json, sys; sys.path[:] = json.loads(sys.argv[1]); importlib.import_module(sys.argv[2]).main()"
)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a process said: seconds its file may take, or an answer (`last`: it ends now), or `lost`, why it ended."""

    process: Process
    grown: float = 0.0
    answer: bytes = b""
    last: bool = False
    lost: str = ""


class Process:
    """A worker process that runs the `main` of a module; everything it says goes into `said`."""

    def __init__(self, said: SimpleQueue[Said], module: str) -> None:
        self.deadline = float("inf")
        self._timed_out = False
        self._setting: Setting | None = None
        path = json.dumps([p or str(Path.cwd()) for p in sys.path])
        # -P: nothing lying in the folder that a run is started from may stand in for a module.
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, path, module],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )  # fmt: skip
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self._asked: BinaryIO = self._popen.stdin  # type: ignore[assignment]
        threading.Thread(target=self._listen, args=(self._popen.stdout, said), daemon=True).start()

    def give(self, task: Task, setting: Setting) -> None:
        """Hand over a task; where the process is already gone, the listener will say so."""
        self.allow(Allowance().wall)
        with suppress(OSError):
            if setting is not self._setting:
                self._setting = setting
                send(self._asked, SETTING, pickle.dumps(setting))
            send(self._asked, TASK, pickle.dumps(task))

    def allow(self, seconds: float) -> None:
        """Let the task take so many seconds from now on."""
        self.deadline = time.monotonic() + seconds + _GRACE

    def end_if_late(self, now: float) -> None:
        """End it when its task has taken too long and it did not end itself."""
        if now > self.deadline:
            self._timed_out = True
            self.deadline = float("inf")
            self.end()

    def end(self) -> None:
        """End the process and every process it started."""
        end_tree(self._popen)
        with suppress(OSError):
            self._asked.close()

    def _listen(self, pipe: BinaryIO, said: SimpleQueue[Said]) -> None:
        with pipe:
            while (frame := receive(pipe)) is not None:
                kind, data = frame
                if kind == GROWN:
                    said.put(Said(self, grown=struct.unpack(">d", data)[0]))
                elif kind in (ANSWER, LAST):
                    said.put(Said(self, answer=data, last=kind == LAST))
        said.put(Said(self, lost=self._why()))

    def _why(self) -> str:
        code = self._popen.wait()
        out_of_time = self._timed_out or code == WATCHDOG or code == -getattr(signal, "SIGXCPU", 0)
        return TIME if out_of_time else CRASH


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process started in a session of its own, and every process it started."""
    with suppress(OSError):
        if sys.platform == "win32":
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, **quiet)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
