"""Attributions that hang on a verb, noun or adjective of saying in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Sentence, SourceKind, Span, Stance, Token
from dateline.says import frames, lexicon, source
from dateline.says.lexicon import Sense
from dateline.tree import children, subtree

_AROUND = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(slots=True)
class Draft:
    """An attribution in the making; ``cue`` and ``content`` still grow."""

    sentence: Sentence
    head: int
    source: list[Token]
    cue: Span
    content: list[Span]
    stance: Stance
    rule: str
    quotable: bool = False  # may take over quotations that stand near it
    kind: SourceKind = SourceKind.UNNAMED


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """Every attribution whose cue is a content word of ``sentence``."""
    for token in sentence.tokens:
        if token.pos in ("VERB", "AUX"):
            yield from _verb(sentence, token)
        elif token.pos == "NOUN":
            yield from _noun(sentence, token)
        elif token.pos == "ADJ":
            yield from _adjective(sentence, token)


def pieces(tokens: Sequence[Token], sentence: Sentence) -> list[Span]:
    """Unbroken runs of the tokens as spans; punctuation alone neither breaks a run nor makes one."""
    keep = {t.i for t in tokens}
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if token.pos == "PUNCT" and not runs:
            if token.tag in ("``", "''"):
                runs.append([token])
            continue
        gap = sentence.tokens[runs[-1][-1].i + 1 : token.i] if runs else ()
        if runs and all(t.i in keep or t.pos == "PUNCT" for t in gap):
            runs[-1].append(token)
        else:
            runs.append([token])
    trimmed = [_trim(run) for run in runs]
    return [Span(r[0].span.start, r[-1].span.end) for r in trimmed if any(t.pos != "PUNCT" for t in r)]


def _trim(run: list[Token]) -> list[Token]:
    while run and run[-1].pos == "PUNCT" and run[-1].tag not in ("''", "``", "-RRB-"):
        run = run[:-1]
    while run and run[0].pos == "PUNCT" and run[0].tag not in ("''", "``", "-LRB-"):
        run = run[1:]
    return run


def _verb(sentence: Sentence, token: Token) -> Iterator[Draft]:
    senses = _senses(sentence, token)
    if _is_passive(sentence, token):
        yield from _passive(sentence, token, senses)
        return
    found, sense, frame = frames.content(sentence, token.i, senses)
    if sense is not None:
        yield _draft(sentence, token, source.subject(sentence, token.i), found, sense, frame)
        return
    quote = next((s for s in senses if "quote" in s.frames), None)
    if quote is not None:
        yield _draft(sentence, token, source.subject(sentence, token.i), [], quote, "quote")


def _senses(sentence: Sentence, token: Token) -> tuple[Sense, ...]:
    for particle in children(sentence, token.i, "prt", "prep", "advmod"):
        joined = f"{token.lemma}_{particle.text.lower()}"
        if joined in lexicon.verbs() and particle.i - token.i in (1, 2):
            return lexicon.verbs()[joined]
    return lexicon.verbs().get(token.lemma, ())


def _is_passive(sentence: Sentence, token: Token) -> bool:
    if children(sentence, token.i, "auxpass", "nsubjpass"):
        return True
    if token.tag != "VBN":
        return False
    return token.dep == "acl" or not children(sentence, token.i, "aux", "nsubj") and token.dep in ("advcl", "amod")


def _passive(sentence: Sentence, token: Token, senses: tuple[Sense, ...]) -> Iterator[Draft]:
    speaker = source.by_phrase(sentence, token.i)
    told = [t for k in children(sentence, token.i, "nsubjpass") for t in subtree(sentence, k.i)]
    raised = lexicon.raising().get(token.lemma, ())
    infinitive = [k for k in children(sentence, token.i, "xcomp") if frames.has_to(sentence, k.i) and k.i > token.i]
    if raised and infinitive:
        inside = told + subtree(sentence, infinitive[0].i)
        yield _draft(sentence, token, speaker, inside, raised[0], "infinitive")
        return
    clause = frames.complement(sentence, token.i)
    saying = next((s for s in senses if "clause" in s.frames), None)
    if clause and saying:
        yield _draft(sentence, token, speaker, [t for t in clause if t not in told], saying, "clause")
        return
    small = next((s for s in senses if s.frames & {"small", "object"}), None)
    if small is not None and told and speaker:
        after = (
            [
                t
                for k in children(sentence, token.i, "prep", "oprd")
                if k.i > token.i and k.text.lower() != "by"
                for t in subtree(sentence, k.i)
            ]
            if "small" in small.frames
            else []
        )
        yield _draft(sentence, token, speaker, told + after, small, "small" if "small" in small.frames else "object")


def _noun(sentence: Sentence, token: Token) -> Iterator[Draft]:
    senses = lexicon.nouns().get(token.lemma, ()) or lexicon.nouns().get(token.text.lower(), ())
    if not senses:
        return
    clauses = [k for k in children(sentence, token.i, "acl", "ccomp", "relcl") if _reports(sentence, k)]
    if clauses:
        inside = [t for t in _clause_words(sentence, clauses[0]) if t.i > token.i]
        frame = "infinitive" if frames.has_to(sentence, clauses[0].i) else "clause"
        yield _draft(sentence, token, source.owner(sentence, token.i), inside, senses[0], frame)
        return
    for sense in senses:
        inside = frames.content(sentence, token.i, (sense,))[0] if sense.prepositions else []
        if inside:
            yield _draft(sentence, token, source.owner(sentence, token.i), inside, sense, "object")


def _clause_words(sentence: Sentence, verb: Token) -> list[Token]:
    """The words of a clause under a noun; where the parser let it swallow the main verb, only up to its own verb."""
    for kid in children(sentence, verb.i, "nsubj", "csubj"):
        if kid.pos == "VERB" and children(sentence, kid.i, "nsubj"):
            return [t for t in subtree(sentence, verb.i) if t.i <= max(k.i for k in subtree(sentence, kid.i))]
    return subtree(sentence, verb.i)


def _reports(sentence: Sentence, verb: Token) -> bool:
    marks = children(sentence, verb.i, "mark")
    return any(m.text.lower() == "that" for m in marks) or frames.has_to(sentence, verb.i)


def _adjective(sentence: Sentence, token: Token) -> Iterator[Draft]:
    senses = lexicon.adjectives().get(token.lemma, ())
    if not senses:
        return
    for kid in children(sentence, token.i, "ccomp", "xcomp"):
        if kid.i > token.i and (
            sentence.tokens[token.head].lemma in ("be", "feel", "seem", "remain", "sound", "become")
        ):
            speaker = source.subject(sentence, token.head)
            yield _draft(
                sentence,
                token,
                speaker,
                [t for t in subtree(sentence, kid.i) if t.i > token.i],
                senses[0],
                "infinitive" if frames.has_to(sentence, kid.i) else "clause",
            )
            return


def _draft(
    sentence: Sentence, token: Token, speaker: list[Token], inside: list[Token], sense: Sense, frame: str
) -> Draft:
    cue = _cue(sentence, token, inside)
    barred = {t.i for t in speaker}
    covered = [t for t in inside if t.i not in barred and not (cue.start <= t.span.start < cue.end)]
    return Draft(
        sentence,
        token.i,
        speaker,
        cue,
        pieces(covered, sentence),
        sense.stance,
        f"{sense.rule}.{frame}",
        quotable="quote" in sense.frames,
        kind=source.kind_of(speaker),
    )


def _cue(sentence: Sentence, token: Token, inside: list[Token]) -> Span:
    """The verb with its auxiliaries and adverbs before it, its particle and a preposition that leads to the content."""
    first = last = token.i
    while first and sentence.tokens[first - 1].head == token.i and sentence.tokens[first - 1].dep in _AROUND:
        first -= 1
    if last + 1 < len(sentence.tokens):
        after = sentence.tokens[last + 1]
        content_next = inside and min((t.i for t in inside if t.i > token.i), default=0) == last + 2
        if after.head == token.i and (after.dep == "prt" or (after.dep == "prep" and content_next)):
            last += 1
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
