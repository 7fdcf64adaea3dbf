"""Work that is spread over the processors: the same results in the same order, however many."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_HAS_COPIES = sys.platform == "linux"
"""Elsewhere a copy of a process is not safe, and a fresh one would read everything again."""
_TASKS = "/proc/self/task"

_given: tuple[Callable[[Any], Any], Sequence[Any]]
"""What is to be done, and with what: known to each copy, so that nothing is sent to it."""


def available() -> int:
    """How many processors there are for us."""
    return len(os.sched_getaffinity(0)) if _HAS_COPIES else 1


def spread(work: Callable[[T], R], tasks: Sequence[T], workers: int) -> list[R]:
    """Do every task in copies of this process, which know all that it knows; what they return is
    all that comes back. A copy that dies leaves its tasks to this process."""
    count = min(workers, len(tasks))
    if count < 2 or not _can_copy():
        return [work(each) for each in tasks]
    global _given  # noqa: PLW0603
    _given = work, tasks
    # What is there already is not looked at again, or each copy would write to all of it.
    gc.freeze()
    pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("fork"))
    try:
        begun = [pool.submit(_do, number) for number in range(len(tasks))]
        return [_result(each.result, number) for number, each in enumerate(begun)]
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()
        del _given


def _can_copy() -> bool:
    """A library that works with threads of its own, as the one that prints does, would wait for
    ever in a copy: those are not copied."""
    return _HAS_COPIES and len(os.listdir(_TASKS)) <= threading.active_count()


def _do(number: int) -> Any:
    work, tasks = _given
    return work(tasks[number])


def _result(result: Callable[[], R], number: int) -> R:
    try:
        return result()
    except BrokenProcessPool:
        work, tasks = _given
        return work(tasks[number])  # type: ignore[no-any-return]
