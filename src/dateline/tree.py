"""Walk one parsed sentence: children, ancestors, subtrees. Knows no words of any language."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import Sentence, Span, Token


def children(sentence: Sentence, i: int, *deps: str) -> list[Token]:
    """The tokens that hang directly on token ``i``, in text order; with ``deps`` only those relations."""
    kids = sentence.below[i] if sentence.below else _kids(sentence, i)
    found = [sentence.tokens[k] for k in kids]
    return [t for t in found if t.dep in deps] if deps else found


def _kids(sentence: Sentence, i: int) -> tuple[int, ...]:
    return tuple(t.i for t in sentence.tokens if t.head == i and t.i != i)


def ancestors(sentence: Sentence, i: int) -> Iterator[Token]:
    """The governors of token ``i``, nearest first."""
    seen = {i}
    while (head := sentence.tokens[i].head) not in seen:
        yield sentence.tokens[head]
        seen.add(head)
        i = head


def subtree(sentence: Sentence, i: int) -> list[Token]:
    """Token ``i`` and all that hangs on it, in text order."""
    inside = {i}
    waiting = [i]
    while waiting:
        head = waiting.pop()
        for t in children(sentence, head):
            if t.i not in inside:
                inside.add(t.i)
                waiting.append(t.i)
    return [sentence.tokens[k] for k in sorted(inside)]


def span_of(tokens: list[Token]) -> Span:
    """The characters from the first of the tokens to the last."""
    return Span(min(t.span.start for t in tokens), max(t.span.end for t in tokens))


def conjuncts(sentence: Sentence, i: int) -> list[Token]:
    """Token ``i`` and what is coordinated with it ("A, B and C" from A)."""
    out = [sentence.tokens[i]]
    for child in children(sentence, i, "conj"):
        out.extend(conjuncts(sentence, child.i))
    return out


def preposition(sentence: Sentence, i: int, *words: str) -> list[Token]:
    """The objects of the prepositions ``words`` under token ``i``: with "to", "for" ... ; all when none is named."""
    out: list[Token] = []
    for prep in children(sentence, i, "prep", "agent", "dative", "prt"):
        if words and prep.text.lower() not in words:
            continue
        out.extend(children(sentence, prep.i, "pobj", "pcomp"))
        for inner in children(sentence, prep.i, "prep"):  # "out of", "from inside"
            out.extend(children(sentence, inner.i, "pobj"))
    return out


def root(sentence: Sentence) -> Token | None:
    """The token that governs the sentence, None for an empty one."""
    return next((t for t in sentence.tokens if t.head == t.i), None)


def noun_phrase(sentence: Sentence, i: int) -> list[Token]:
    """The words of the phrase headed by ``i`` up to its first clause, apposition or coordinated sister."""
    stop = {"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "prep", "parataxis", "ccomp", "dep"}
    inside = [sentence.tokens[i]]
    for child in children(sentence, i):
        if child.dep == "punct" or child.dep in stop:
            continue
        inside.extend(t for t in subtree(sentence, child.i))
    return sorted(inside, key=lambda t: t.i)


def at(sentence: Sentence, span: Span) -> list[Token]:
    """The tokens that touch the characters of ``span``."""
    return [t for t in sentence.tokens if t.span.start < span.end and span.start < t.span.end]
