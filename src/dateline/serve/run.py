"""What the commands do: read, code, print; problems go to stderr one line each and never stop the rest."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from dateline.coder import code
from dateline.formats.line import claim_line, layers_line
from dateline.reading.text import read_all
from dateline.records import Claim, Coded, Problem, Story
from dateline.serve.write import whole_file


@dataclass(frozen=True, slots=True)
class Job:
    files: tuple[str, ...]
    published: date | None
    source: str
    min_probability: float


@dataclass(slots=True)
class Tally:
    """What a run came to; held open while it runs."""

    stories: int = 0
    claims: int = 0
    problems: int = 0
    started: float = field(default_factory=time.perf_counter)

    def line(self) -> str:
        seconds = max(1e-6, time.perf_counter() - self.started)
        return (
            f"{_count(self.stories, 'story', 'stories')}, {_count(self.claims, 'claim', 'claims')}, "
            f"{_count(self.problems, 'problem', 'problems')}, {self.stories / seconds:.1f} stories/s"
        )


def code_files(job: Job, form: str, output: Path | None) -> int:
    """Code the files of ``job`` and print them as table, jsonl or csv; returns the exit code."""
    from dateline.serve import csv_out, table

    printers: dict[str, Callable[[Iterator[tuple[Coded, tuple[Claim, ...]]], TextIO], None]] = {
        "table": table.show,
        "jsonl": _print_lines,
        "csv": csv_out.show,
    }
    tally = Tally()
    with whole_file(output) as out:
        printers[form](_coded(job, tally), out)
    print(tally.line(), file=sys.stderr)
    return 1 if tally.problems else 0


def annotate_files(job: Job, output: Path | None) -> int:
    """Print one line of layers a story."""
    tally = Tally()
    with whole_file(output) as out:
        for coded, _ in _coded(job, tally):
            _print_line(layers_line(coded), out)
    return 1 if tally.problems else 0


def explain_files(job: Job, sentence: int | None) -> int:
    """Say for every sentence of every story why it was coded or not."""
    from dateline.serve.explain import explain

    tally = Tally()
    for coded, _ in _coded(job, tally):
        explain(coded, sentence, sys.stdout)
    return 1 if tally.problems else 0


def relate_file(name: str, output: Path | None) -> int:
    """Type the relation of two marked actors, line by line."""
    from dateline.serve.relate import relate_lines

    with whole_file(output) as out:
        problems = 0
        for found in relate_lines(name):
            if isinstance(found, Problem):
                problems += 1
                _complain(found)
            else:
                _print_line(found, out)
    return 1 if problems else 0


def demo() -> int:
    """Code the bundled examples and show them."""
    from dateline.examples import stories
    from dateline.serve import table

    tally = Tally()
    table.show(_count_up((code(s) for s in stories()), tally, 0.0), sys.stdout)
    print(tally.line(), file=sys.stderr)
    return 1 if tally.problems else 0


def _coded(job: Job, tally: Tally) -> Iterator[tuple[Coded, tuple[Claim, ...]]]:
    from dateline.serve.progress import watched

    found = read_all(job.files, published=job.published, source=job.source, stdin=sys.stdin.buffer)
    stories = _without_problems(watched(found, job.files), tally)
    return _count_up((code(s) for s in stories), tally, job.min_probability)


def _without_problems(found: Iterator[Story | Problem], tally: Tally) -> Iterator[Story]:
    for x in found:
        if isinstance(x, Problem):
            tally.problems += 1
            _complain(x)
        else:
            yield x


def _count_up(coded: Iterator[Coded], tally: Tally, least: float) -> Iterator[tuple[Coded, tuple[Claim, ...]]]:
    for one in coded:
        claims = tuple(c for c in one.claims if c.probability >= least)
        tally.stories += 1
        tally.claims += len(claims)
        tally.problems += len(one.problems)
        for problem in one.problems:
            _complain(problem)
        yield one, claims


def _print_lines(coded: Iterator[tuple[Coded, tuple[Claim, ...]]], out: TextIO) -> None:
    for one, claims in coded:
        for claim in claims:
            _print_line(claim_line(claim, one.reading.story.text), out)


def _print_line(line: dict[str, Any], out: TextIO) -> None:
    out.write(json.dumps(line, ensure_ascii=False) + "\n")


def _complain(problem: Problem) -> None:
    print(f"dateline: {problem.where}: {problem.message}", file=sys.stderr)


def _count(n: int, one: str, many: str) -> str:
    return f"{n} {one if n == 1 else many}"
