"""The codebook names everything the code knows, shows every mode, and quotes the corpus as it stands."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from corpus.check import SECTORS
from corpus.render import main, placeholders

from dateline.knowledge.load import document
from dateline.records import SourceKind, Status

DOC = Path(__file__).parents[1] / "docs" / "codebook.md"
TEXT = DOC.read_text(encoding="utf8")
PLOVER = document("what/plover.yaml")
TYPES = {name: [f"{name}/{mode}" for mode in row.get("modes") or ()] for name, row in PLOVER["types"].items()}
HEADINGS = re.findall(r"(?m)^#{3,4} ([A-Z]+(?:/[a-z-]+)?)$", TEXT)
TABLED = re.findall(r"(?m)^\| (\w+) \|", TEXT)


def test_every_type_and_mode_has_a_heading_and_no_other() -> None:
    assert [h for h in HEADINGS if "/" not in h] == list(TYPES)
    assert sorted(h for h in HEADINGS if "/" in h) == sorted(mode for modes in TYPES.values() for mode in modes)


def test_every_status_has_a_rule() -> None:
    assert [s.value for s in Status if f"- **{s.value}**: " not in TEXT] == []


def test_every_sector_context_and_kind_of_source_stands_in_a_table() -> None:
    known = {*SECTORS, "UNK", *PLOVER["contexts"], *(kind.value for kind in SourceKind)}
    assert known - set(TABLED) == set()


def test_two_examples_and_a_counter_example_for_all_but_the_listed() -> None:
    listed = re.search(r"(?m)^No example yet: (.*)\.$", TEXT)
    excused = set(listed[1].split(", ")) if listed else set()
    shown = Counter((code, against) for code, against, _ in placeholders(TEXT))
    lacking = {h for h in HEADINGS if "/" in h and (shown[h, False] < 2 or not shown[h, True])}
    assert lacking == excused
    for name, modes in TYPES.items():
        assert sum(shown[h, False] for h in (name, *modes)) >= 2, name
        assert sum(shown[h, True] for h in (name, *modes)) >= 1, name


def test_the_quotes_are_what_the_corpus_says() -> None:
    assert main([str(DOC), "--check"]) == 0
