"""One worker process as its parent sees it: given tasks, listened to by a thread, weighed, ended with its children."""

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
from tempfile import TemporaryDirectory
from typing import BinaryIO

from ingather.pools import Setting, Task
from ingather.pools.allowance import MEMORY, MEMORY_OCR, Allowance
from ingather.pools.frames import ANSWER, BLOCK, GROWN, LAST, SETTING, TASK, WATCHDOG, receive, send
from ingather.pools.weighing import Weight

CRASH, TIME, WEIGHT = "crash", "time", "weight"
"""Why a process ended in the middle of a task."""

_GRACE = 15.0  # seconds that a worker has to end itself before its parent does
_CPU_GRACE = 2.0
_START = (
    "import importlib, json, sys; sys.path[:] = json.loads(sys.argv[1]);"
    " importlib.import_module(sys.argv[2]).main(float(sys.argv[3]))"
)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a process said: an answer (`last`: it ends now), or `lost`, why it ended, and after how many blocks."""

    process: Process
    answer: bytes = b""
    last: bool = False
    lost: str = ""
    blocks: int = 0


class Process:
    """A worker process that runs the `main` of a module; what becomes of its tasks goes into `said`."""

    def __init__(self, said: SimpleQueue[Said], module: str, allowance: Allowance) -> None:
        self._allowance = self._allowed = allowance
        self._due = float("inf")
        self._before = 0.0
        self._blocks = 0
        self._ended = ""
        self._setting: Setting | None = None
        path = json.dumps([p or str(Path.cwd()) for p in sys.path])
        self._scratch = TemporaryDirectory(prefix="ingather-", ignore_cleanup_errors=True)
        # -P: nothing lying in the folder that a run is started from may stand in for a module.
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, path, module, str(allowance.seconds)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32", env=_with_scratch(self._scratch.name),
        )  # fmt: skip
        self._weight = Weight(self._popen.pid)
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        self._asked: BinaryIO = self._popen.stdin  # type: ignore[assignment]
        threading.Thread(target=self._listen, args=(self._popen.stdout, said), daemon=True).start()

    def give(self, task: Task, setting: Setting) -> None:
        """Hand over a task; where the process is already gone, the listener will say so."""
        self._before = self._weight.seconds()
        self._blocks = 0
        self._allow(self._allowance.for_rest() if task.until else self._allowance)
        with suppress(OSError):
            if setting is not self._setting:
                self._setting = setting
                send(self._asked, SETTING, pickle.dumps(setting))
            send(self._asked, TASK, pickle.dumps(task))

    def end_if_over(self) -> None:
        """End it when its task has taken more than it may and it did not end itself."""
        if self._ended:
            return
        spent = self._weight.seconds() - self._before
        if time.monotonic() > self._due + _GRACE or spent > self._allowed.seconds + _CPU_GRACE:
            self._ended = TIME
        elif self._weight.memory() > (MEMORY_OCR if self._setting and self._setting.options.limits.ocr else MEMORY):
            self._ended = WEIGHT
        if self._ended:
            self.end()

    def end(self) -> None:
        """End the process and every process it started; what they left half written goes with them."""
        end_tree(self._popen)
        self._scratch.cleanup()
        with suppress(OSError):
            self._asked.close()

    def _allow(self, allowance: Allowance) -> None:
        self._allowed = allowance
        self._due = time.monotonic() + allowance.wall

    def _listen(self, pipe: BinaryIO, said: SimpleQueue[Said]) -> None:
        with pipe:
            while (frame := receive(pipe)) is not None:
                kind, data = frame
                if kind == GROWN:
                    self._allow(Allowance(struct.unpack(">d", data)[0]))
                elif kind == BLOCK:
                    self._blocks += 1
                elif kind in (ANSWER, LAST):
                    said.put(Said(self, answer=data, last=kind == LAST))
        why = self._why()
        self._scratch.cleanup()
        said.put(Said(self, lost=why, blocks=self._blocks))

    def _why(self) -> str:
        """The watchdog ends a process with the code of any uncaught error, but never before its time is over."""
        code = self._popen.wait()
        if self._ended:
            return self._ended
        late = code == WATCHDOG and time.monotonic() > self._due - 1
        return TIME if late or code == -getattr(signal, "SIGXCPU", 0) else CRASH


def _with_scratch(folder: str) -> dict[str, str]:
    """The environment of a process whose temporary files all stand in one folder."""
    return {**os.environ, "TMPDIR": folder, "TEMP": folder, "TMP": folder}


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
