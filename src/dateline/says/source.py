"""The words that name who says something, and what kind of source they make it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Sentence, SourceKind, Span, Token
from dateline.says import lexicon
from dateline.tree import children, subtree

_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_MARKS = frozenset({"''", "``", ",", ":"})
_LONGEST = 10  # words of a speaker that no parse marks
_OPENING = frozenset({"''", "``", ",", ":", ".", "-LRB-", "-RRB-", "HYPH", "NFP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def subject(sentence: Sentence, cue: int) -> list[Token]:
    """The phrase of the speaker of the active verb ``cue``: its subject, or that of the verb it hangs on; else []."""
    token = sentence.tokens[cue]
    own = _own(sentence, cue)
    if own:
        return own
    if token.tag != "VBG" and (beside := _beside(sentence, cue)):
        return beside
    return _shared(sentence, token)


def _own(sentence: Sentence, cue: int) -> list[Token]:
    """The subject of the verb itself; behind a participle there can be none, and a day is none."""
    token = sentence.tokens[cue]
    for kid in children(sentence, cue, *_SUBJECT):
        behind_participle = token.tag == "VBG" and kid.i > cue
        if not behind_participle and not _in_quotation(sentence, kid.i, cue) and kid.entity not in ("DATE", "TIME"):
            return phrase(sentence, kid.i, cue)
    return _inverted(sentence, cue)


def _shared(sentence: Sentence, token: Token) -> list[Token]:
    """The subject that a verb without one has from the verb or noun it hangs on ("left, saying"; "a letter saying")."""
    cue, seen = token.i, {token.i}
    while True:
        head = sentence.tokens[token.head]
        if head.i in seen:
            return []
        seen.add(head.i)
        if head.dep in ("prep", "pobj", "pcomp") and token.dep in ("pcomp", "pobj", "prep"):
            token = head
            continue
        if head.pos in ("NOUN", "PROPN", "PRON", "NUM"):
            if token.dep == "relcl" or (token.dep == "acl" and not _set_off(sentence, token)):
                return phrase(sentence, head.i, cue)
        elif head.dep == "ccomp" and token.dep == "advcl" and _set_off(sentence, sentence.tokens[cue]):
            pass  # ", citing" under the verb of what is said belongs to who says it
        elif token.dep == "prep" and (quoted := children(sentence, head.i, "dobj")) and token.text.lower() == "as":
            return phrase(sentence, quoted[0].i, cue)  # "quoted the admiral as saying"
        elif own := _own(sentence, head.i):
            return own if cue not in {t.i for t in own} else []
        token = head


def _set_off(sentence: Sentence, token: Token) -> bool:
    """Whether a participle stands behind a comma or a quotation mark: it then has the subject, not the noun."""
    i = token.i - 1
    while i > 0 and sentence.tokens[i].head == token.i and sentence.tokens[i].tag in ("RB", "CC"):
        i -= 1
    return token.tag == "VBG" and i >= 0 and sentence.tokens[i].tag in (",", "''", "``", ":")


def _beside(sentence: Sentence, cue: int) -> list[Token]:
    """The words between a mark and the finite verb where the parser took them for something else."""
    token = sentence.tokens[cue]
    if token.tag not in ("VBD", "VBZ", "VBP"):
        return []
    start = cue
    while start and _in_name(sentence.tokens[start - 1]):
        start -= 1
    found = list(sentence.tokens[start:cue])
    while found and found[-1].pos in ("ADV", "PART"):
        found.pop()
    if (
        start
        and len(found) <= _LONGEST
        and any(t.pos in _NOMINAL for t in found)
        and sentence.tokens[start - 1].tag in _MARKS
    ):
        return found
    return []


def by_phrase(sentence: Sentence, cue: int) -> list[Token]:
    """The phrase after "by" of a passive verb, [] when it has none."""
    for prep in children(sentence, cue, "agent", "prep"):
        if prep.text.lower() == "by":
            for noun in children(sentence, prep.i, "pobj"):
                return phrase(sentence, noun.i, cue)
    return []


def owner(sentence: Sentence, noun: int) -> list[Token]:
    """Whose claim a noun such as "claim" is: its possessive, "by", "from", or the subject of its verb."""
    for kid in children(sentence, noun, "poss"):
        return phrase(sentence, kid.i, noun)
    for prep in children(sentence, noun, "prep", "agent"):
        if prep.text.lower() in ("by", "from"):
            for kid in children(sentence, prep.i, "pobj"):
                return phrase(sentence, kid.i, noun)
    token = sentence.tokens[noun]
    while token.dep in ("pobj", "prep") and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep != "dobj" and sentence.tokens[noun].dep != "pobj":
        return []
    verb = sentence.tokens[token.head] if token.dep == "dobj" else token
    return subject(sentence, verb.i) if verb.pos == "VERB" else []


def phrase(sentence: Sentence, head: int, cue: int) -> list[Token]:
    """The unbroken words around ``head`` that hang on it, without ``cue`` and what surrounds the phrase."""
    inside = {t.i for t in subtree(sentence, head)}
    if cue in inside:
        inside -= {t.i for t in subtree(sentence, cue)}
        inside -= set(range(cue, len(sentence.tokens))) if cue > head else set(range(cue + 1))
    start = end = head
    while start - 1 in inside and sentence.tokens[start - 1].tag not in ("``", "''"):
        start -= 1
    while end + 1 in inside and not (sentence.tokens[end + 1].tag in ("``", "''") and _quoted_off(sentence, end)):
        end += 1
    return trimmed(list(sentence.tokens[start : end + 1]))


def trimmed(tokens: list[Token]) -> list[Token]:
    """The tokens without punctuation and conjunctions at either end."""
    while tokens and (tokens[0].tag in _OPENING or tokens[0].dep == "cc"):
        tokens = tokens[1:]
    while tokens and tokens[-1].tag in _OPENING - {"-RRB-"}:
        tokens = tokens[:-1]
    return tokens


def kind_of(tokens: Sequence[Token]) -> SourceKind:
    """The kind of source by the head word of its phrase, UNNAMED where no word tells."""
    ids = {t.i for t in tokens}
    heads = [t for t in tokens if t.head not in ids or t.head == t.i]
    order = [*heads, *[t for t in tokens if t.dep in ("compound", "appos", "amod") and t not in heads]]
    for token in order:
        for kind, words, names in lexicon.kinds():
            if token.text in names or token.text.lower() in words or token.lemma in words:
                return kind
    if any(t.entity == "ORG" for t in heads):
        return SourceKind.ORGANISATION
    if any(t.entity in ("PERSON", "GPE", "NORP") or t.pos == "PROPN" for t in heads):
        return SourceKind.OFFICIAL if any(t.entity in ("GPE", "NORP") for t in heads) else SourceKind.PARTY
    return SourceKind.UNNAMED


def _quoted_off(sentence: Sentence, end: int) -> bool:
    return sentence.tokens[end].tag in (",", ":", ".")


def _in_name(token: Token) -> bool:
    if token.tag == "HYPH" or (token.pos == "VERB" and token.dep == "amod"):
        return True
    return token.pos not in ("PUNCT", "VERB", "SCONJ", "AUX", "CCONJ")


def _in_quotation(sentence: Sentence, noun: int, cue: int) -> bool:
    """Whether a quotation ends between the noun and the verb, so that the noun is part of what is said."""
    return sum(t.tag in ("''", "``") for t in sentence.tokens[noun + 1 : cue]) % 2 == 1


def _inverted(sentence: Sentence, cue: int) -> list[Token]:
    """The speaker behind the verb where the parser missed it: ``"...", said Marta Ilves``."""
    if cue + 1 >= len(sentence.tokens) or cue == 0 or sentence.tokens[cue - 1].tag not in (",", "''", "``"):
        return []
    for kid in children(sentence, cue, "dobj", "attr", "npadvmod", "oprd", "dative", "appos", "ccomp", "dep"):
        if kid.i > cue and kid.pos in _NOMINAL and min(t.i for t in subtree(sentence, kid.i)) == cue + 1:
            return phrase(sentence, kid.i, cue)
    end = cue + 1
    while end < len(sentence.tokens) and _in_name(sentence.tokens[end]):
        end += 1
    found = list(sentence.tokens[cue + 1 : end])
    return found if any(t.pos == "PROPN" for t in found) and found[0].pos in (*_NOMINAL, "DET", "ADJ") else []


def span_of(tokens: Sequence[Token]) -> Span | None:
    """The characters of a source phrase, None for an empty one."""
    return Span(tokens[0].span.start, tokens[-1].span.end) if tokens else None
