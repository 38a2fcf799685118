"""The quality gate: score the development stories, pin the figures in bench/gate.json, refuse to go down.

    python bench/gate.py            score and compare
    python bench/gate.py --raise    write higher figures into bench/gate.json (never lower ones)

The gold stories may not be shipped; where their folder (../shared/gold beside the repository, or DATELINE_GOLD) is
missing the gate says so and passes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DATELINE_GOLD", REPOSITORY.parent / "shared"))
PINNED = REPOSITORY / "bench" / "gate.json"
SETS = {"stories": ("A.jsonl", "B.jsonl"), "stories_more": ("C.jsonl", "D.jsonl")}
NOISE = 0.002  # one event flipped in 180 moves a figure by about .005


def main() -> int:
    """Score every set that is there; 1 when a pinned figure fell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="pin higher figures")
    lift = parser.parse_args().lift
    if not (SHARED / "gold" / "stories").is_dir():
        print("gate: skipped, no gold stories beside the repository")
        return 0
    pinned: dict[str, dict[str, float]] = json.loads(PINNED.read_text()) if PINNED.exists() else {}
    fallen = []
    for name in SETS:
        found = figures(score(name))
        print(row(name, found))
        fallen += [
            f"{name} {k}: {found[k]:.3f}, pinned {v:.3f}"
            for k, v in pinned.get(name, {}).items()
            if found[k] < v - NOISE
        ]
        if lift:
            pinned[name] = {k: max(v, pinned.get(name, {}).get(k, 0.0)) for k, v in found.items()}
    if lift:
        PINNED.write_text(json.dumps(pinned, indent=1) + "\n")
    for line in fallen:
        print(f"gate: fell: {line}")
    return 1 if fallen else 0


def score(name: str) -> dict[str, Any]:
    """The scorer's figures for Dateline on the development stories of one gold set."""
    folder = SHARED / "gold" / name
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "claims.jsonl"
        code(folder / "stories.jsonl", out)
        gold = [str(folder / x) for x in SETS[name]]
        scorer = [sys.executable, str(SHARED / "scorers" / "story_score.py"), str(out)]
        done = subprocess.run(
            [*scorer, "--stories", str(folder / "stories.jsonl"), "--gold", *gold, "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def code(stories: Path, out: Path) -> None:
    """Code a file of stories as a user would."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "code", str(stories), "-f", "jsonl", "-o", str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"gate: coding failed: {done.stderr}")


def figures(result: dict[str, Any]) -> dict[str, float]:
    """The pinned figures: direct F1 of the three levels, precision and recall at found, and the fields."""
    levels = {f"{level}_direct": float(result[level]["direct"]) for level in ("found", "who", "row")}
    fields = {f"field_{k}": float(v[0]) for k, v in result["fields"].items()}
    found = result["found"]
    return {**levels, "found_precision": float(found["precision"]), "found_recall": float(found["recall"]), **fields}


def row(name: str, found: dict[str, float]) -> str:
    """One set in words."""
    return f"{name}: " + "  ".join(f"{k.removeprefix('field_')} {v:.3f}" for k, v in found.items())


if __name__ == "__main__":
    sys.exit(main())
