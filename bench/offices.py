"""Office-holders drawn from lists (one CSV file a country): name and mid-term day to country and office.

python bench/offices.py FOLDER [SEED]     100 heads, 100 foreign and 100 defence ministers, then 300 of any office

The figures are those of the knowledge in use: set DATELINE_KNOWLEDGE to a folder with imports, or to an empty one.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

from dateline.knowledge.actors import Holder
from dateline.knowledge.days import first_day
from dateline.knowledge.intake.offices import read_offices
from dateline.who.offices import as_offices, holders_named, likeliest, sectors_of

KINDS = {
    "heads": {"president", "prime minister", "chancellor", "king", "emir", "supreme leader", "premier", "sultan"},
    "foreign ministers": {"foreign minister", "secretary of state"},
    "defence ministers": {"defence minister"},
}
LISTS_END = date(2022, 6, 1)


def main(arguments: list[str]) -> int:
    """Print the figures."""
    drawn = random.Random(int(arguments[1]) if len(arguments) > 1 else 2026)
    by_kind: dict[str, list[Holder]] = defaultdict(list)
    for holder in _listed(Path(arguments[0])):
        by_kind["any office"].append(holder)
        for kind, titles in KINDS.items():
            if holder.title in titles:
                by_kind[kind].append(holder)
    for kind, amount in (*((k, 100) for k in KINDS), ("any office", 300)):
        told = [_right(h) for h in drawn.sample(by_kind[kind], min(amount, len(by_kind[kind])))]
        country, government, office = (sum(x) for x in zip(*told, strict=True))
        print(f"{kind}: {len(told)} drawn; country {country}, GOV {government}, office {office}")
    return 0


def _listed(folder: Path) -> list[Holder]:
    """Every term whose start is known to the month, of the lists that are a country's."""
    out = []
    for path in sorted(folder.glob("???.csv")):
        out += read_offices(path, path.read_text(encoding="utf8"), path.name).holders
    return [h for h in out if len(h.start) >= 7 and _of_its_list(h)]


def _of_its_list(holder: Holder) -> bool:
    """Whether the list of the term is named by the term's country."""
    return holder.source.removesuffix(".csv") == holder.country


def _right(term: Holder) -> tuple[bool, bool, bool]:
    """Whether country, sector GOV and office are right in the middle of the term."""
    start = first_day(term.start)
    end = first_day(term.end) if term.end else LISTS_END
    on = start + (max(end, start) - start) / 2
    held = as_offices(likeliest(holders_named(term.person), on), on)
    here = [o for o in held if o.of == term.country]
    first = bool(held) and held[0].of == term.country
    return first, first and "GOV" in sectors_of(held[0].title), any(o.title == term.title for o in here)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
