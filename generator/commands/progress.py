"""Long work: a bar at a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from generator.commands.shared import say
from generator.site import Say


@contextmanager
def working(words: str) -> Iterator[Say]:
    """As long as something is worked at, a bar with what it is and how long it took; who works says
    the next step by words that end with `…`."""
    if not sys.stderr.isatty():
        yield say
        return
    bar = Progress(
        BarColumn(bar_width=24),
        TextColumn("{task.description}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with bar:
        task = bar.add_task(words, total=None)

        def tell(told: str) -> None:
            if told.endswith("…"):
                bar.update(task, description=told)
            else:
                bar.console.print(told, markup=False, highlight=False, soft_wrap=True)

        yield tell
