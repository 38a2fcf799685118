"""python -m corpus [FILES]: check the corpus (or some files of it) and print its coverage.

python -m corpus --export FOLDER: write it as the story scorer reads it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from corpus.check import complaints, gold_texts
from corpus.export import export
from corpus.notation import NotationError, Passage, load, parse
from corpus.report import report

HERE = Path(__file__).resolve().parent
GOLD = Path(os.environ.get("DATELINE_GOLD", HERE.parent.parent / "shared")) / "gold"


def main(names: list[str]) -> int:
    """Read, check, report; 1 when something is wrong."""
    try:
        if names[:1] == ["--export"]:
            export(load(HERE / "passages"), Path(names[1]))
            return 0
        passages = _read(names)
    except NotationError as error:
        print(error)
        return 1
    faults = list(complaints(passages, gold_texts(GOLD) if GOLD.is_dir() else ()))
    print("\n".join(faults))
    if not names:
        print("\n".join(report(passages)))
    print(f"{len(passages)} passages, {len(faults)} faults")
    return 1 if faults else 0


def _read(names: list[str]) -> list[Passage]:
    if not names:
        return load(HERE / "passages")
    return [p for n in names for p in parse(Path(n).read_text(encoding="utf8"), n)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
