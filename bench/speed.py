"""Speed as ratios within one run: the whole pipeline against bare spaCy over the same text.

python bench/speed.py [FILE.jsonl]     stories with a "text"; the bundled examples without a file
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dateline.coder import annotate, claims_of, code, read
from dateline.examples import stories as examples
from dateline.reading.parse import model
from dateline.records import Story


def main(names: list[str]) -> int:
    """Print the figures."""
    stories = _stories(Path(names[0])) if names else examples() * 4
    words = sum(len(s.text.split()) for s in stories)
    code(stories[0])  # knowledge and model are loaded before the clock runs
    bare = _seconds(lambda: list(model().pipe([s.text for s in stories])))
    readings = [read(s) for s in stories]
    reading = _seconds(lambda: [read(s) for s in stories])
    layers = [annotate(r) for r in readings]
    rooms = _seconds(lambda: [annotate(r) for r in readings])
    filling = _seconds(lambda: [claims_of(r, x) for r, x in zip(readings, layers, strict=True)])
    print(f"{len(stories)} stories, {words} words; bare spaCy {words / bare:.0f} words/s")
    for name, seconds in (("reading", reading), ("rooms", rooms), ("claims", filling)):
        print(f"{name:8} {seconds / bare:.2f} of bare spaCy")
    print(f"{'all':8} {(reading + rooms + filling) / bare:.2f} of bare spaCy")
    return 0


def _stories(path: Path) -> list[Story]:
    rows = [json.loads(x) for x in path.read_text(encoding="utf8").splitlines() if x.strip()]
    return [Story(str(n), row["text"]) for n, row in enumerate(rows)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
