"""Candidates that the trained reader sees: predicates of any wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import Candidate, Form, Token
from dateline.sense import event_at, mode_at, types_at
from dateline.what.scene import Scene

READER = "reader"  # stands in place of a rule's id
LEAST = 0.08  # probability of a type under which it is not looked at
_SURE_MODE = 0.45  # share of the mode among the modes of its type
_WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"})
_NEVER = frozenset({"PUNCT", "SPACE", "DET", "NUM", "PRON", "SYM"})


def candidates(scene: Scene) -> tuple[Candidate, ...]:
    """One candidate, without sides as yet, for every type that is not out of the question at a word."""
    return tuple(
        c
        for token in scene.sentence.tokens
        if token.pos not in _NEVER and event_at(scene.sense, token.i) >= LEAST
        for c in _at(scene, token)
    )


def _at(scene: Scene, token: Token) -> Iterator[Candidate]:
    for kind, p in types_at(scene.sense, token.i).items():
        if p >= LEAST:
            mode, share = mode_at(scene.sense, token.i, kind)
            yield Candidate(
                sentence=scene.sentence.index,
                head=token.i,
                form=_form(token),
                rule=READER,
                type=kind,
                mode=mode if share >= _SURE_MODE else None,
                actors=(),
                recipients=(),
                words=(token.i,),
                probability=round(p, 3),
                speech=kind in _WORDS,
            )


def told_by(rules: Sequence[Candidate], candidate: Candidate) -> bool:
    """Whether a rule reads the same type in the same words: then the rule's reading carries the reader's weight."""
    return any(r.type == candidate.type and set(r.words) & set(candidate.words) for r in rules)


def _form(token: Token) -> Form:
    if token.tag.startswith("VB"):
        return Form.VERB
    return Form.NOUN if token.tag.startswith("NN") else Form.ADJECTIVE
