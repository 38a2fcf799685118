"""The corpus as the training program reads it: one line a passage, words with the events and roles they carry.

python -m train.rows OUT.jsonl      every passage of corpus/ with the part it belongs to
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.notation import Event, Mark, Passage, load
from corpus.split import part_of

from dateline.coder import read
from dateline.records import Sentence, Story, Token

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "passages"
ROLES = ("actor", "recipient", "source", "time", "place")


def main(out: Path) -> int:
    """Write the rows of all passages."""
    with out.open("w", encoding="utf8") as file:
        for passage in load(CORPUS):
            file.write(json.dumps(row(passage), ensure_ascii=False) + "\n")
    return 0


def row(passage: Passage) -> dict[str, Any]:
    """Its words in order, and for every predicate word its label, status and the words in its roles."""
    sentences = read(Story(passage.id, passage.text, published=passage.published)).sentences
    tokens = [t for s in sentences for t in s.tokens]
    sentence = [s.index for s in sentences for _ in s.tokens]
    heads = {m: head for m in passage.marks if (head := head_of(sentences, m)) is not None}
    aside = {i for m in passage.marks if m.label.startswith("e") for i in _inside(tokens, m)}
    events = [_event(e, at, heads, sentence) for e in passage.events for m, at in heads.items() if m.label == e.label]
    return {
        "id": passage.id,
        "part": part_of(passage.id),
        "words": [t.text for t in tokens],
        "sentence": sentence,
        "events": events,
        "aside": sorted(aside - {e["at"] for e in events}),
    }


def _event(event: Event, at: int, heads: Mapping[Mark, int], sentence: Sequence[int]) -> dict[str, Any]:
    """Each role with the nearest mentions that fill it; the others are ``also`` right and neither wanted nor wrong."""
    fillers = (event.actors, event.recipients, event.by[-1:], (event.when,), (event.where,))
    roles: dict[str, list[int]] = {}
    also: dict[str, list[int]] = {}
    for role, labels in zip(ROLES, fillers, strict=True):
        of_label = [[head for m, head in heads.items() if m.label == label] for label in labels]
        chosen = {head for some in of_label for head in _nearest(some, at, sentence)}
        roles[role] = sorted(chosen)
        also[role] = sorted({head for some in of_label for head in some} - chosen)
    label = f"{event.type}/{event.mode}" if event.mode else event.type
    return {"at": at, "label": label, "status": event.status, **roles, "also": also}


def _nearest(heads: Sequence[int], at: int, sentence: Sequence[int]) -> list[int]:
    """Those in the predicate's own sentence, else in the nearest one, rather before than after."""
    away = {h: (abs(sentence[h] - sentence[at]), sentence[h] > sentence[at]) for h in heads}
    return [h for h in heads if away[h] == min(away.values())]


def head_of(sentences: Sequence[Sentence], mark: Mark) -> int | None:
    """The word of the passage that governs the others of the marked stretch."""
    before = 0
    for sentence in sentences:
        inside = _inside(sentence.tokens, mark)
        if inside:
            return before + _top(sentence, inside)
        before += len(sentence.tokens)
    return None


def _top(sentence: Sentence, inside: Sequence[int]) -> int:
    top = [i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i]
    named = [i for i in top if sentence.tokens[i].pos not in ("DET", "ADP", "PUNCT", "PART", "AUX")]
    return (named or top or list(inside))[0]


def _inside(tokens: Sequence[Token], mark: Mark) -> list[int]:
    return [n for n, t in enumerate(tokens) if t.span.start < mark.end and mark.start < t.span.end]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
