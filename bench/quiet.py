"""Claims on stories that are no politics: nearly all of them are false.

    python bench/quiet.py STORIES.jsonl [--political CLUSTER ...]

STORIES.jsonl has a story a line with "text" and "cluster"; clusters named as political are counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from dateline.coder import code
from dateline.records import Story


def main() -> int:
    """Print claims a story, cluster by cluster, most first, then both sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--political", nargs="*", default=[])
    asked = parser.parse_args()
    claims: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(asked.stories.read_text(encoding="utf8").splitlines()):
        row = json.loads(line)
        claims[str(row["cluster"])].append(len(code(Story(str(n), row["text"], row.get("title") or "")).claims))
    for cluster, counts in sorted(claims.items(), key=lambda kv: -sum(kv[1]) / len(kv[1])):
        print(f"{sum(counts) / len(counts):6.2f} a story over {len(counts):3} {cluster}")
    for name, political in (("quiet", False), ("political", True)):
        all_of = [n for c, counts in claims.items() if (c in asked.political) is political for n in counts]
        if all_of:
            none = sum(n == 0 for n in all_of)
            print(f"{name}: {len(all_of)} stories, {sum(all_of) / len(all_of):.2f} claims a story, {none} without any")
    return 0


if __name__ == "__main__":
    sys.exit(main())
