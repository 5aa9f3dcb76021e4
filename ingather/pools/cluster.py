"""A pool of Dask workers on other computers, which share the files by the same paths.

Each Dask worker reads in a process of its own beneath it, under the same limits as on a laptop, so that a bad document
ends that process and not the worker. A worker that is lost is Dask's to replace; a file that two were lost with is set
aside.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from distributed import Client, Future, as_completed
from distributed.scheduler import KilledWorker

from ingather.coding import decode, encode
from ingather.pools import Answer, Begun, Setting, Task
from ingather.pools.processes import Processes
from ingather.results import set_aside

_RETRIES = 2
_REASON = "Two computers of the cluster were lost while reading this file."
_ADVICE = "Read it on one computer, without --cluster, to see why."
Work = Callable[[Task, Setting], bytes]
_UNDER_WAY = 10_000  # tasks handed to the scheduler at a time, so that neither side holds millions


class Cluster:
    """The workers of a Dask scheduler, by its address (`tcp://computer:8786`). Raises OSError where none answers.

    `work` is what each worker does with a task; tests put something there that ends the worker.
    """

    def __init__(self, address: str, work: Work | None = None) -> None:
        self._client = Client(address)
        self._work = work or perform_apart

    def run(self, setting: Setting, tasks: Sequence[Task], begun: Begun) -> Iterator[tuple[Task, Answer]]:
        """Do the tasks; an answer to each as it comes. Nothing is noted as begun: another computer reads."""
        elsewhere = replace(setting, store=None)  # the store is this computer's; answers come back to it
        for start in range(0, len(tasks), _UNDER_WAY):
            part = tasks[start : start + _UNDER_WAY]
            sent = {self._submit(task, elsewhere): task for task in part}
            for future in as_completed(list(sent)):
                task = sent.pop(future)
                yield task, _answer(task, future)
                future.release()

    def close(self) -> None:
        """Leave the cluster as it is."""
        self._client.close()

    def _submit(self, task: Task, setting: Setting) -> Future:
        # The scheduler gives a task up when `allowed-failures` workers (2 by the documented setting) are lost with it.
        return self._client.submit(self._work, task, setting, pure=False, retries=_RETRIES)


def perform_apart(task: Task, setting: Setting) -> bytes:
    """On a worker: do a task in a process beneath it; the answer as the store keeps it."""
    if not hasattr(_mine, "pool"):
        _mine.pool = Processes(1)
    ((_, answer),) = _mine.pool.run(setting, [task], lambda begun: None)
    return encode(answer)


_mine = threading.local()


def _answer(task: Task, future: Future) -> Answer:
    fault = future.exception()
    if isinstance(fault, KilledWorker):
        return Answer(set_aside(task.source, _REASON, _ADVICE), lasting=False)
    if fault is not None:
        raise fault
    return decode(future.result(), Answer)
