"""The PLOVER contexts of an event, from the words of its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.knowledge.load import document
from dateline.records import Sentence


@cache
def _words() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Word -> contexts, and TYPE or TYPE/mode -> contexts that need no word."""
    known = document("what/contexts.yaml")
    by_word: dict[str, list[str]] = {}
    for row in known["contexts"]:
        for word in row["words"]:
            by_word.setdefault(str(word), []).append(row["context"])
    return {w: tuple(c) for w, c in by_word.items()}, {k: tuple(c) for k, c in known["by_code"].items()}


def contexts_of(sentence: Sentence, kind: str, mode: str | None) -> tuple[str, ...]:
    """The contexts told by the event's code and by the words of its sentence, in PLOVER's order of names."""
    by_word, by_code = _words()
    found = set(by_code.get(kind, ())) | set(by_code.get(f"{kind}/{mode}", ()))
    lemmas = [t.lemma for t in sentence.tokens]
    for n, lemma in enumerate(lemmas):
        found.update(by_word.get(lemma, ()))
        found.update(by_word.get(sentence.tokens[n].text.lower(), ()))
        if n:
            found.update(by_word.get(f"{lemmas[n - 1]} {lemma}", ()))
    return tuple(sorted(found))
