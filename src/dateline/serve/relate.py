"""Type the relation between two actors that are marked in a sentence."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from dateline.errors import WrongUsage
from dateline.knowledge.rules import codes
from dateline.reading.encode import encode
from dateline.reading.parse import parse_text
from dateline.records import Candidate, Problem, Sense, Sentence, Span
from dateline.says.status import judge
from dateline.sense import event_at, role, roles_at, status_at, types_at
from dateline.tree import at
from dateline.what.match import find

RULES = 0.6  # weight of the rules beside the trained reader
FAINT = 0.3  # the reader's scores of all roots together count as at least this much
UNLINKED = 0.1  # of a predicate that neither of the two plays a role in
LEAST = 0.02
_MARK = re.compile(r"</?[st]>")
_LIFTED = {  # what a promised, denied or threatened act counts as between two actors, as PLOVER folds it
    "planned": {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
    | dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "THREATEN"),
    "negated": dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"), "REJECT"),
    "called_for": dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"), "REQUEST"),
}


def relate_lines(name: str) -> Iterator[dict[str, Any] | Problem]:
    """One dictionary {id, root, quad, mode, scores} a line of ``name`` (JSON lines; - is standard input)."""
    try:
        lines = sys.stdin if name == "-" else Path(name).open(encoding="utf8")  # noqa: SIM115
    except OSError as error:
        raise WrongUsage(f"{name}: cannot be read ({error.strerror}); name a JSON-lines file or -") from error
    with lines:
        for n, line in enumerate(lines, 1):
            if line.strip():
                yield _related(f"{name}:{n}", line)


def _related(where: str, line: str) -> dict[str, Any] | Problem:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(where, f"not JSON ({error.msg}); write one object a line")
    marked = row.get("marked") if isinstance(row, dict) else None
    if not isinstance(marked, str):
        return Problem(where, "no field 'marked'; mark the actors as <s>...</s> and <t>...</t> in it")
    return {"id": row.get("id"), **relation(marked)}


def relation(marked: str) -> dict[str, Any]:
    """The root code, quad class and mode between the <s> and the <t> of a sentence, with the scores of all roots."""
    text, source, target = unmark(marked)
    sentences = parse_text(text)
    scores: dict[str, float] = {}
    modes: dict[str, str | None] = {}
    for sentence, sense in zip(sentences, encode(sentences), strict=True):
        learned: dict[str, float] = {}
        for kind, score in _sensed(sentence, sense, source, target):
            learned[kind] = learned.get(kind, 0.0) + score
        whole = max(FAINT, sum(learned.values()))
        by_rule: dict[str, float] = {}
        for kind, mode, score in _readings(sentence, source, target):
            if score > by_rule.get(kind, 0.0):
                by_rule[kind], modes[kind] = score, mode
        for kind in {*learned, *by_rule}:
            both = (1 - RULES) * learned.get(kind, 0.0) / whole + RULES * by_rule.get(kind, 0.0)
            scores[kind] = max(both, scores.get(kind, 0.0))
    root = max(sorted(scores), key=lambda k: scores[k], default="")
    return {
        "root": root or None,
        "quad": codes().types[root].quad if root else None,
        "mode": modes.get(root),
        "scores": {k: round(v, 3) for k, v in sorted(scores.items(), key=lambda kv: -kv[1])},
    }


def unmark(marked: str) -> tuple[str, Span, Span]:
    """The sentence without marks, and where its source and target stand in it."""
    text, spans = "", {"s": Span(0, 0), "t": Span(0, 0)}
    at_start: dict[str, int] = {}
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        name = match.group()[-2]
        if "/" in match.group():
            spans[name] = Span(at_start.get(name, len(text)), len(text))
        else:
            at_start[name] = len(text)
    return text + marked[last:], spans["s"], spans["t"]


def _sensed(sentence: Sentence, sense: Sense, source: Span, target: Span) -> Iterator[tuple[str, float]]:
    """What the trained reader takes each word for, by how well the marked actors fit its roles."""
    sources, targets = ([t.i for t in at(sentence, span)] for span in (source, target))
    acts, bears = role("actor"), role("recipient")
    for token in sentence.tokens:
        if event_at(sense, token.i) < LEAST or not sources or not targets:
            continue
        of_source, of_target = (
            roles_at(sense, token.i, sense.right[side], np.array(side), np.zeros(len(side), dtype=np.int64)).max(axis=0)
            for side in (sources, targets)
        )
        link = float(max(of_source[acts] + of_target[bears], of_source[acts] + of_target[acts])) / 2
        for kind, p in types_at(sense, token.i).items():
            for status, share in status_at(sense, token.i).items():
                yield _LIFTED.get(status, {}).get(kind, kind), p * share * (UNLINKED + (1 - UNLINKED) * link)


def _readings(sentence: Sentence, source: Span, target: Span) -> Iterator[tuple[str, str | None, float]]:
    sources = {t.i: 0 for t in at(sentence, source)}
    targets = {t.i: 1 for t in at(sentence, target)}
    for c in find(sentence, sources | targets):
        verb = min(c.words, key=lambda i: (not sentence.tokens[i].tag.startswith("VB"), i))
        status = judge(sentence, verb, c.words).status
        kind = _LIFTED.get(status, {}).get(c.type, c.type)
        yield kind, c.mode if kind == c.type else None, _score(c)


def _score(c: Candidate) -> float:
    """Surer when the marked actors stand in the roles of the predicate."""
    both = (0.15 if 0 in c.actors else 0.0) + (0.1 if 1 in c.recipients or {0, 1} <= set(c.actors) else 0.0)
    return max(0.01, c.probability - 0.25 + both)
