"""Attributions without a verb of saying of their own: according to, citing, reportedly, headlines, captions."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import Role, Sentence, SourceKind, Span, Stance, Token
from dateline.says import lexicon, source
from dateline.says.verbs import Draft, pieces
from dateline.tree import children, subtree

_DASHES = frozenset({"―", "—", "–", "--", "-"})
_LONGEST_NAME = 6  # words before a headline's colon or after a dash


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every attribution of ``sentence`` whose cue is a phrase, an adverb or a mark."""
    for token in sentence.tokens:
        word = token.text.lower()
        if word == "according":
            yield from _according(sentence, token)
        elif word in lexicon.phrases("citing")[1]:
            yield from _citing(sentence, token)
        elif word in lexicon.adverbs():
            yield from _adverb(sentence, token)
        elif word == "in":
            yield from _in_the_words_of(sentence, token)
    yield from _colon(sentence)
    yield from _dash(sentence)
    if sentence.role is Role.CAPTION:
        yield from _credit(sentence)


def _according(sentence: Sentence, token: Token) -> Iterator[Draft]:
    nouns = [n for p in children(sentence, token.i, "prep") for n in children(sentence, p.i, "pobj")]
    if not nouns or token.i + 1 >= len(sentence.tokens):
        return
    speaker = source.phrase(sentence, nouns[0].i, token.i)
    cue = Span(token.span.start, sentence.tokens[token.i + 1].span.end)
    block = {t.i for t in speaker} | {token.i, token.i + 1}
    yield _make(sentence, token, speaker, cue, _rest(sentence, token, block), "according")


def _rest(sentence: Sentence, token: Token, block: set[int]) -> list[Token]:
    """The clause that a phrase qualifies: the sentence where it opens or ends it, else the clause it stands in."""
    last = max(block)
    words = [t for t in sentence.tokens if t.pos != "PUNCT" and t.i not in block]
    if words and (words[0].i > min(block) or words[-1].i < last):
        return _to_break(sentence, block)
    head = sentence.tokens[token.head]
    inside = subtree(sentence, _clause_head(sentence, head).i)
    return [t for t in inside if t.i not in block]


def _to_break(sentence: Sentence, block: set[int]) -> list[Token]:
    """All words before or after the block as far as a semicolon."""
    first, last = min(block), max(block)
    if all(t.pos == "PUNCT" or t.dep == "cc" for t in sentence.tokens[:first]):
        rest = list(sentence.tokens[last + 1 :])
        stop = next((n for n, t in enumerate(rest) if t.text == ";"), len(rest))
        return rest[:stop]
    rest = list(sentence.tokens[:first])
    start = max((n + 1 for n, t in enumerate(rest) if t.text == ";"), default=0)
    return rest[start:]


def _clause_head(sentence: Sentence, token: Token) -> Token:
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = sentence.tokens[token.head]
    return token


def _citing(sentence: Sentence, token: Token) -> Iterator[Draft]:
    """The source that a report cites: it covers what the citing clause covers."""
    nouns = children(sentence, token.i, "dobj")
    if not nouns or token.tag != "VBG" or token.dep != "advcl":
        return
    speaker = source.phrase(sentence, nouns[0].i, token.i)
    governor = sentence.tokens[token.head]
    clauses = [governor] if governor.dep == "ccomp" else children(sentence, governor.i, "ccomp")
    clause = [t for k in clauses for t in subtree(sentence, k.i)]
    if clause and speaker:
        inside = [t for t in clause if t.i not in {x.i for x in subtree(sentence, token.i)}]
        yield _make(sentence, token, speaker, token.span, inside, "citing")


def _adverb(sentence: Sentence, token: Token) -> Iterator[Draft]:
    sense = lexicon.adverbs()[token.text.lower()][0]
    head = sentence.tokens[token.head]
    if head.pos in ("VERB", "AUX"):
        stop = {t.i for k in children(sentence, head.i, "conj", "parataxis") for t in subtree(sentence, k.i)}
        inside = [t for t in subtree(sentence, head.i) if t.i not in stop and t.i != token.i]
    else:
        inside = [t for t in subtree(sentence, head.i) if t.i > token.i]
    yield Draft(sentence, token.i, [token], token.span, pieces(inside, sentence), sense.stance, sense.rule)


def _in_the_words_of(sentence: Sentence, token: Token) -> Iterator[Draft]:
    """ "In the words of one diplomat, ..." and "in his view, ..."."""
    for noun in children(sentence, token.i, "pobj"):
        owners = children(sentence, noun.i, "poss")
        spoken = " ".join(t.text.lower() for t in sentence.tokens[token.i : noun.i + 2])
        if spoken in lexicon.phrases("words-of")[1]:
            owners = [n for p in children(sentence, noun.i, "prep") for n in children(sentence, p.i, "pobj")]
            cue, rule = Span(token.span.start, sentence.tokens[noun.i + 1].span.end), "words-of"
        elif owners and noun.text.lower() in lexicon.phrases("words-possessive")[1]:
            cue, rule = noun.span, "words-possessive"
        else:
            continue
        if owners:
            block = {t.i for t in subtree(sentence, token.i)}
            speaker = source.phrase(sentence, owners[0].i, noun.i)
            yield _make(sentence, token, speaker, cue, _rest(sentence, token, block), rule)


def _colon(sentence: Sentence) -> Iterator[Draft]:
    """A headline or a transcript: "Kim: no talks this year"."""
    place = next((t.i for t in sentence.tokens[: _LONGEST_NAME + 1] if t.text == ":"), 0)
    name, rest = sentence.tokens[:place], sentence.tokens[place + 1 :]
    if not name or len(rest) < 3 or not _names_source(name):
        return
    cue = sentence.tokens[place]
    yield _make(sentence, cue, list(name), cue.span, list(rest), "colon")


def _names_source(name: tuple[Token, ...]) -> bool:
    """Whether the words before a colon are somebody's name or a word for a source, not a label such as "Note"."""
    labels = lexicon.phrases("labels")[1]
    if any(t.text.lower() in labels or t.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "PART") for t in name):
        return False
    last = name[-1]
    if all(t.pos == "PROPN" for t in name):
        return len(name) <= 3
    return _is_source(last) or last.entity in ("PERSON", "ORG", "GPE", "NORP")


def _is_source(token: Token) -> bool:
    return any(token.text in names or token.lemma in words for _, words, names in lexicon.kinds())


def _dash(sentence: Sentence) -> Iterator[Draft]:
    """A quotation with its speaker behind a dash, or behind a comma where the verb was left out."""
    for token in sentence.tokens[1:]:
        name = [t for t in sentence.tokens[token.i + 1 :] if t.pos != "PUNCT"]
        mark = token.text.strip("\"'")
        if mark not in _DASHES or not 0 < len(name) <= _LONGEST_NAME:
            continue
        before = sentence.tokens[token.i - 1]
        quoted = before.text[-1] in "\"'" or mark != token.text
        if quoted and all(t.pos in ("PROPN", "NOUN") for t in name):
            yield _make(sentence, token, name, token.span, list(sentence.tokens[: token.i]), "dash")
            return


def _credit(sentence: Sentence) -> Iterator[Draft]:
    """The agency at the end of a caption: "(AP)", "- Reuters"."""
    words = [t for t in sentence.tokens if t.pos != "PUNCT"]
    agency = [t for t in words[-2:] if any(t.text in names for _, _, names in lexicon.kinds())]
    if agency and len(words) > 4:
        inside = [t for t in words if t.i < agency[0].i]
        draft = _make(sentence, agency[0], agency, agency[0].span, inside, "credit")
        draft.kind = SourceKind.MEDIA
        yield draft


def _make(sentence: Sentence, token: Token, speaker: list[Token], cue: Span, inside: list[Token], rule: str) -> Draft:
    stance = Stance.SAYS
    content = pieces([t for t in inside if t not in speaker], sentence)
    return Draft(
        sentence,
        token.i,
        speaker,
        cue,
        content,
        stance,
        f"speech.{rule}",
        quotable=rule in ("colon", "dash", "according"),
        kind=source.kind_of(speaker),
    )
