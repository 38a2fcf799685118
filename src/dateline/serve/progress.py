"""A progress bar over many stories, on a terminal only and never mixed into the output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from dateline.records import Problem, Story


def watched(found: Iterator[Story | Problem], files: Sequence[str]) -> Iterator[Story | Problem]:
    """``found`` as it is, with a bar on stderr where a person looks and there is more than one story to wait for."""
    if not sys.stderr.isatty() or not sys.stdout.isatty() and files == ["-"]:
        yield from found
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("coding", total=None)
        for one in found:
            yield one
            progress.advance(task)
