"""Who is the same as whom: B3 over given proper-name mentions, and he and she to the right person.

    python bench/names.py FOLDER        CoNLL-U files with Entity=(... marks, as OntoGUM has them

A given mention is the mention of ours whose head word it shares; one that shares none counts as a chain of its own.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.reading.parse import parse_text
from dateline.records import Mention
from dateline.who.find import find
from dateline.who.follow import follow

_ENTITY = re.compile(r"(\()?(\d+)(\))?")
_HE = frozenset({"he", "she", "him", "his", "her", "hers"})


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    pos: str
    head: int  # index of its governor in the document, -1 for none
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Given:
    """A mention of the gold: its chain, first and last word, and the word that governs the others."""

    chain: str
    first: int
    last: int
    head: int


def main(folder: Path) -> int:
    """Print both figures over all files."""
    precision = recall = names = right = pronouns = 0.0
    for path in sorted(folder.glob("*.conllu")):
        text, words, given = _document(path)
        sentences = parse_text(text)
        ours = follow(find(text, sentences), sentences)
        by_head, chains = _by_head(ours, words), _chains(ours)
        p, r, n = _b3(_named(given, words), by_head, chains)
        precision, recall, names = precision + p, recall + r, names + n
        ok, of = _pronouns(given, words, ours, by_head, chains)
        right, pronouns = right + ok, pronouns + of
    p, r = precision / names, recall / names
    print(f"B3 precision {p:.3f} recall {r:.3f} F1 {2 * p * r / (p + r):.3f} over {names:.0f} names")
    print(f"he, she to the right person {right / pronouns:.3f} of {pronouns:.0f}")
    return 0


def _document(path: Path) -> tuple[str, list[Word], list[Given]]:
    text, words, given, opened = "", list[Word](), list[Given](), list[tuple[str, int]]()
    base, paragraph = 0, False
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        if line.startswith("# text ="):
            text = text.rstrip(" ") + ("\n" if paragraph else " ") if text else ""
            base, paragraph = len(words), False
        cells = line.split("\t")
        if line[:1] == "#" or not cells[0].isdigit():
            continue
        head = base + int(cells[6]) - 1 if cells[6] != "0" else -1
        words.append(Word(cells[1], cells[3], head, len(text), len(text) + len(cells[1])))
        text += cells[1]
        text += "" if "SpaceAfter=No" in cells[9] else " "
        for opens, chain, closes in _ENTITY.findall(cells[9].partition("Entity=")[2].partition("|")[0]):
            if opens:
                opened.append((chain, len(words) - 1))
            if closes:
                at = next((k for k in reversed(range(len(opened))) if opened[k][0] == chain), None)
                if at is not None:
                    given.append(_given(words, chain, opened.pop(at)[1], len(words) - 1))
    return text, words, given


def _given(words: list[Word], chain: str, first: int, last: int) -> Given:
    outside = (k for k in range(first, last + 1) if not first <= words[k].head <= last)
    return Given(chain, first, last, next(outside, last))


def _named(given: list[Given], words: list[Word]) -> list[Given]:
    """Proper names, one for each head word."""
    return list({g.head: g for g in reversed(given) if words[g.head].pos == "PROPN"}.values())


def _chains(ours: tuple[Mention, ...]) -> dict[int, int]:
    """Mention -> the first of its chain."""
    out: dict[int, int] = {}
    for m in ours:
        out[m.id] = out[m.follows[0]] if m.follows else m.id
    return out


def _by_head(ours: tuple[Mention, ...], words: list[Word]) -> Mapping[int, list[tuple[int, int, Mention]]]:
    """Head word, by the tree of the gold, -> our mentions with first and last word."""
    out: dict[int, list[tuple[int, int, Mention]]] = defaultdict(list)
    for m in ours:
        inside = [i for i, w in enumerate(words) if w.start < m.span.end and m.span.start < w.end]
        while len(inside) > 1 and words[inside[-1]].pos in ("PART", "PUNCT"):
            inside.pop()
        if inside:
            top = [k for k in inside if not inside[0] <= words[k].head <= inside[-1]]
            nouns = [k for k in top if words[k].pos in ("NOUN", "PROPN", "PRON", "NUM")]
            out[(nouns or top or inside)[-1]].append((inside[0], inside[-1], m))
    return out


def _ours(g: Given, by_head: Mapping[int, list[tuple[int, int, Mention]]]) -> Mention | None:
    near = sorted(by_head.get(g.head, []), key=lambda x: (abs(x[0] - g.first) + abs(x[1] - g.last), x[2].id))
    return near[0][2] if near else None


def _b3(
    named: list[Given], by_head: Mapping[int, list[tuple[int, int, Mention]]], chains: Mapping[int, int]
) -> tuple[float, float, int]:
    gold: dict[str, set[int]] = defaultdict(set)
    system: dict[Hashable, set[int]] = defaultdict(set)
    where: dict[int, Hashable] = {}
    for n, g in enumerate(named):
        mention = _ours(g, by_head)
        where[n] = ("chain", chains[mention.id]) if mention else ("alone", n)
        gold[g.chain].add(n)
        system[where[n]].add(n)
    shared = [(len(gold[g.chain] & system[where[n]]), g.chain, where[n]) for n, g in enumerate(named)]
    precision = sum(k / len(system[w]) for k, _, w in shared)
    recall = sum(k / len(gold[c]) for k, c, _ in shared)
    return precision, recall, len(named)


def _pronouns(
    given: list[Given],
    words: list[Word],
    ours: tuple[Mention, ...],
    by_head: Mapping[int, list[tuple[int, int, Mention]]],
    chains: Mapping[int, int],
) -> tuple[int, int]:
    """How many of the pronouns with a name before them share the chain of one of its names."""
    names: dict[str, list[Given]] = defaultdict(list)
    for g in given:
        if words[g.head].pos == "PROPN":
            names[g.chain].append(g)
    right = of = 0
    for g in given:
        if (
            g.first != g.last
            or words[g.head].text.lower() not in _HE
            or all(x.first >= g.first for x in names[g.chain])
        ):
            continue
        of += 1
        mine = next((m for m in ours if m.core.start == words[g.head].start), None)
        theirs = {chains[m.id] for x in names[g.chain] if (m := _ours(x, by_head))}
        right += mine is not None and chains[mine.id] in theirs
    return right, of


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
