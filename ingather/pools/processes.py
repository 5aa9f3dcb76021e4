"""A pool of processes of our own: each file is opened in one, and the end of one costs no other file anything.

A worker that crashes, hangs or outgrows its limits is ended with its children; its file is tried once more, alone.
Where that ends too, the blocks that came before are read once again and kept; a file that gave none is set aside. Each
worker is given one file at a time over a pipe of its own, so that it is always known whose file ended it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from queue import Empty, SimpleQueue

from ingather.coding import Corrupt, decode
from ingather.pools import Answer, Begun, Setting, Task
from ingather.pools.allowance import STANDARD, Allowance
from ingather.pools.process import CRASH, TIME, WEIGHT, Process, Said
from ingather.results import set_aside

_TASKS_EACH, _BYTES_EACH = 8, 500_000
"""Starting a process costs as much as reading this many small files: fewer do not need another one."""

_TICK = 0.5
_REASONS = {
    TIME: "Reading this file took longer than ingather allows, twice; it was left so that the others could be read.",
    WEIGHT: "Reading this file took more memory than ingather allows, twice; it was left so that others could be read.",
    CRASH: "Reading this file ended the process that read it, twice; no other file is touched by it.",
}
_ADVICE = "Open it in the program that made it, save it again as .docx or PDF, and run ingather again."


class Processes:
    """A pool of up to `count` processes, started as they are needed and kept until `close`.

    `worker` is the module each runs; tests put one there that misbehaves. `allowance` is what one file may take.
    """

    def __init__(self, count: int, worker: str = "ingather.pools.worker", allowance: Allowance = STANDARD) -> None:
        self._count = max(1, count)
        self._worker = worker
        self._allowance = allowance
        self._said: SimpleQueue[Said] = SimpleQueue()
        self._idle: list[Process] = []
        self._busy: dict[Process, Task] = {}
        self._looked = 0.0

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """Do the tasks, those to be alone after all others; an answer to each as it is done."""
        together = [t for t in tasks if not t.alone]
        alone = [t for t in tasks if t.alone]
        try:
            for task, said in self._all(setting, together, begun):
                answer = _answer(task, said)
                if said.lost or answer.starved:
                    alone.append(replace(task, alone=True))
                else:
                    yield task, answer
            for task in alone:
                yield from self._alone(setting, task, begun)
        finally:
            self._end(self._busy)

    def close(self) -> None:
        """End every process."""
        self._end([*self._busy, *self._idle])

    def _alone(self, setting: Setting, task: Task, begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """One task in a fresh process; where it ends that, once more up to there."""
        self._end(self._idle)
        for _, said in self._all(setting, [task], begun):
            if said.lost and said.blocks and not task.until:
                yield from self._alone(setting, replace(task, until=said.blocks, late=said.lost == TIME), begun)
            else:
                yield task, _answer(task, said)

    def _all(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Said]]:
        """Each task with the answer of its process, or with why that ended instead."""
        waiting = deque(tasks)
        most = _worth(tasks, self._count)

        def hand_out() -> None:
            while waiting and len(self._busy) < most:
                begun(waiting[0])
                self._give(waiting.popleft(), setting)

        while waiting or self._busy:
            hand_out()
            self._end_over()
            try:
                said = self._said.get(timeout=_TICK)
            except Empty:
                continue
            if said.process in self._busy:
                task = self._done(said)
                hand_out()  # the next file is being read while this one's answer is put away
                yield task, said

    def _give(self, task: Task, setting: Setting) -> None:
        process = self._idle.pop() if self._idle else Process(self._said, self._worker, self._allowance)
        self._busy[process] = task
        process.give(task, setting)

    def _done(self, said: Said) -> Task:
        task = self._busy.pop(said.process)
        if said.lost or said.last:
            said.process.end()
        else:
            self._idle.append(said.process)
        return task

    def _end_over(self) -> None:
        now = time.monotonic()
        if now - self._looked > _TICK:
            self._looked = now
            for process in self._busy:
                process.end_if_over()

    def _end(self, processes: Iterable[Process]) -> None:
        ended = set(processes)
        for process in ended:
            process.end()
            self._busy.pop(process, None)
        self._idle = [p for p in self._idle if p not in ended]


def _answer(task: Task, said: Said) -> Answer:
    try:
        if not said.lost:
            return decode(said.answer, Answer)
    except Corrupt:
        pass
    return Answer(set_aside(task.source, _REASONS[said.lost or CRASH], _ADVICE), lasting=False)


def _worth(tasks: Sequence[Task], most: int) -> int:
    size = sum(t.source.bytes for t in tasks)
    return min(most, 1 + max(len(tasks) // _TASKS_EACH, size // _BYTES_EACH))
