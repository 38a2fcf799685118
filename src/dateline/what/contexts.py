"""The PLOVER contexts of an event, from the words of its sentence and of its story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from dateline.knowledge.load import document
from dateline.records import Role, Sentence, Span

_SHARE = 0.4  # of a story's sentences from which a context is one of the whole story
_FEWEST = 3  # sentences that must tell it


@cache
def _words() -> tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]:
    """Word -> contexts, and TYPE or TYPE/mode -> contexts that need no word."""
    known = document("what/contexts.yaml")
    by_word: dict[str, list[str]] = {}
    for row in known["contexts"]:
        for word in row["words"]:
            by_word.setdefault(str(word), []).append(row["context"])
    return {w: tuple(c) for w, c in by_word.items()}, {k: tuple(c) for k, c in known["by_code"].items()}


def contexts_of(
    sentence: Sentence, predicate: int, kind: str, mode: str | None, story: Mapping[str, Span]
) -> dict[str, Span]:
    """Context -> the words that tell it, in order of names: the code's own, the sentence's and the story's."""
    of_code = _words()[1]
    own = sentence.tokens[predicate].span
    found = dict(story)
    found |= dict(reversed(list(_told(sentence))))  # the first word that tells a context counts
    found |= {context: own for key in (kind, f"{kind}/{mode}") for context in of_code.get(key, ())}
    return {context: found[context] for context in sorted(found)}


def themes(sentences: Sequence[Sentence]) -> dict[str, Span]:
    """The contexts of a whole story, told by its headline or many of its sentences, with the first word that tells."""
    first: dict[str, Span] = {}
    count: dict[str, int] = {}
    leading: set[str] = set()
    for sentence in sentences:
        here = dict(reversed(list(_told(sentence))))
        for context, span in here.items():
            first.setdefault(context, span)
            count[context] = count.get(context, 0) + 1
        if sentence.role is Role.HEADLINE:
            leading |= set(here)
    most = max(_FEWEST, _SHARE * len(sentences))
    return {context: span for context, span in first.items() if context in leading or count[context] >= most}


def _told(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """The contexts of single words and of pairs of words, in text order."""
    by_word, _ = _words()
    lemmas = [t.lemma for t in sentence.tokens]
    for n, token in enumerate(sentence.tokens):
        forms = {lemmas[n], token.text.lower()}
        for context in sorted({c for form in forms for c in by_word.get(form, ())}):
            yield context, token.span
        if n:
            pair = Span(sentence.tokens[n - 1].span.start, token.span.end)
            for context in by_word.get(f"{lemmas[n - 1]} {lemmas[n]}", ()):
                yield context, pair
