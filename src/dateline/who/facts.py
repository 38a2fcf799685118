"""What the words of one mention tell: names, role, number, gender, place in its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.knowledge.cast import Entry, Role, Sort, Words, listed
from dateline.knowledge.load import lines, table
from dateline.knowledge.spelling import pieces
from dateline.records import Mention, MentionKind, Sentence, Token
from dateline.tree import at
from dateline.who.aside import asides_of, is_aside
from dateline.who.match import Hit, role_at
from dateline.who.names import Address, first_names, honorifics, names_of
from dateline.who.scene import Scene, choose, scene_of

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PERSONAL = frozenset({"office", "person", "voice", "people"})


@dataclass(frozen=True, slots=True)
class Facts:
    mention: Mention
    tokens: tuple[Token, ...]  # of the span
    core: tuple[Token, ...]
    words: Words
    entries: tuple[Entry, ...]
    hits: tuple[Hit, ...]  # names of the tables in the span
    role: Role | None  # the role noun in the span: its head, or the title before a name
    role_words: Words
    role_start: int  # token
    person: bool
    plural: bool
    definite: bool
    gender: str  # m, f or ""
    subject: bool
    number: int  # as told by "three", "both", 0 when not told
    quoted: bool
    address: Address | None = None
    aside: bool = False  # a name that nobody acts under

    @property
    def proper(self) -> bool:
        """Whether the core is written with a capital inside the sentence."""
        return self.core[-1].tag.startswith("NNP")

    @property
    def relational(self) -> bool:
        """Whether the possessor is another than the one meant: Pyongyang's ally, its rival, his counterpart."""
        return self.role is not None and self.role.words in relational()

    @property
    def pronoun(self) -> str:
        return self.core[0].text.lower() if self.mention.kind is MentionKind.PRONOUN else ""


def facts_of(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Facts]:
    """The facts of every mention, in the same order."""
    by_index = {s.index: s for s in sentences}
    hits, asides = names_of(tuple(sentences)), asides_of(tuple(sentences))
    quoted = _quoted(sentences)
    scene = scene_of(sentences)
    out = []
    for m in mentions:
        sentence, other = by_index[m.sentence], asides[m.sentence]
        aside = is_aside(m, sentence, other)
        fact = _facts(m, sentence, other if aside else hits[m.sentence], (m.sentence, m.head) in quoted)
        out.append(replace(fact, aside=aside))
    return [replace(f, entries=_in_scene(f, scene)) if f.entries else f for f in out]


def _in_scene(fact: Facts, scene: Scene) -> tuple[Entry, ...]:
    """The rows that a name with several meanings can have in this story; all of them where it stays open."""
    chosen = choose(fact.entries, scene, fact.core[0].entity)
    return tuple(e for e in fact.entries if e.own or e.countries == chosen.countries) if chosen else fact.entries


def _facts(mention: Mention, sentence: Sentence, hits: Sequence[Hit], quoted: bool) -> Facts:
    tokens = tuple(at(sentence, mention.span))
    core = tuple(at(sentence, mention.core))
    inside = tuple(h for h in hits if tokens[0].i <= h.start and h.end <= tokens[-1].i + 1)
    name = next((h for h in inside if core[0].i >= h.start and core[-1].i < h.end), None)
    exact = name.entries if name else ()
    start, role = _role(sentence, mention, tokens, core)
    role_words = pieces(" ".join(t.lemma for t in tokens if start <= t.i)) if role is None else pieces(role.words)
    head = sentence.tokens[mention.head]
    person = (name is not None and name.label == "PERSON" and not exact and mention.kind is MentionKind.NAME) or (
        _is_person(mention, sentence, core, exact, role)
    )
    before = sentence.tokens[core[0].i - 1].text if core[0].i else ""
    return Facts(
        mention=mention,
        tokens=tokens,
        core=core,
        words=pieces(" ".join(t.text for t in core)),
        entries=exact,
        hits=tuple(h for h in inside if h.entries),
        address=honorifics().get(before) if mention.kind is MentionKind.NAME else None,
        role=role,
        role_words=role_words,
        role_start=start,
        person=person,
        plural=mention.kind is not MentionKind.NAME and core[-1].tag in _PLURAL_TAGS,
        definite=tokens[0].text.lower() in listed("definite") or any(t.tag == "POS" for t in tokens),
        gender=_gender(sentence, tokens, core, person),
        subject=head.dep in ("nsubj", "nsubjpass", "csubj"),
        number=_number(tokens),
        quoted=quoted,
    )


def _role(
    sentence: Sentence, mention: Mention, tokens: Sequence[Token], core: Sequence[Token]
) -> tuple[int, Role | None]:
    """The role noun at the head of a description, or the nearest title before a name."""
    first = tokens[0].i
    if mention.kind is MentionKind.NAME:
        found = None
        for k in range(core[0].i - 1, first - 1, -1):
            if sentence.tokens[k].tag == "POS":
                break  # the church of "the Church's ship Aurora" is the owner's word
            hit = role_at(sentence, k, first)
            if hit is not None and hit[1].kind in _PERSONAL | {"body"}:
                found = hit if found is None or hit[1].kind in _PERSONAL else found
                if hit[1].kind in ("office", "voice"):
                    break
        return found or (core[0].i, None)
    if mention.kind in (MentionKind.TITLE, MentionKind.DESCRIPTION):
        return role_at(sentence, core[-1].i, first) or (core[0].i, None)
    return core[0].i, None


def _is_person(
    mention: Mention, sentence: Sentence, core: Sequence[Token], entries: Sequence[Entry], role: Role | None
) -> bool:
    if mention.kind is MentionKind.PRONOUN:
        return pronouns().get(core[0].text.lower(), ("", ""))[0] == "he"
    if mention.kind is not MentionKind.NAME:
        return role is not None and role.kind in _PERSONAL and role.words not in _not_persons()
    if entries and entries[0].sort is not Sort.ANYBODY:
        return entries[0].sort is Sort.PERSON
    before = sentence.tokens[core[0].i - 1].text if core[0].i else ""
    labels = {t.entity for t in core}
    return (
        "PERSON" in labels
        or before in honorifics()
        or (role is not None and role.kind in ("office", "person", "voice"))
        or (not labels & {"ORG", "GPE", "NORP", "LOC", "FAC"} and core[0].text in first_names())
    )


@cache
def pronouns() -> Mapping[str, tuple[str, str]]:
    """Pronouns of the third person: what they can mean (he = one person, it, they) and the gender."""
    return {row["word"]: (row["means"], row["gender"]) for row in table("who/pronouns.csv", "word", "means", "gender")}


@cache
def relational() -> Mapping[str, bool]:
    """Role nouns that say how somebody stands to another; true where an adjective before them is their own."""
    return {row["word"]: row["adjective"] == "yes" for row in table("who/relational.csv", "word", "adjective")}


@cache
def _not_persons() -> frozenset[str]:
    return frozenset(lines("who/not_persons.txt"))


@cache
def _gendered() -> Mapping[Words, str]:
    return {pieces(row["word"]): row["gender"] for row in table("who/gendered.csv", "word", "gender")}


def _gender(sentence: Sentence, tokens: Sequence[Token], core: Sequence[Token], person: bool) -> str:
    word = core[0].text.lower()
    if word in pronouns() and len(core) == 1:
        return pronouns()[word][1]
    before = [sentence.tokens[core[0].i - 1].text] if core[0].i else []
    for text in [t.text for t in tokens if t.i < core[0].i] + before:
        told = (honorifics()[text].gender if text in honorifics() else "") or _gendered().get(pieces(text), "")
        if told:
            return told
    told = _gendered().get(pieces(core[-1].lemma), "")
    if told:
        return told
    return first_names().get(core[0].text, "") if person and len(core) > 1 else ""


def _number(tokens: Sequence[Token]) -> int:
    for t in tokens:
        if t.text.lower() == "both":
            return 2
        if t.tag == "CD" and t.text.lower() in _counts():
            return _counts()[t.text.lower()]
    return 0


@cache
def _counts() -> Mapping[str, int]:
    words = lines("who/counts.txt")
    return {w: n + 2 for n, w in enumerate(words)} | {str(n + 2): n + 2 for n in range(len(words))}


def _quoted(sentences: Sequence[Sentence]) -> frozenset[tuple[int, int]]:
    """The tokens inside quotation marks, as sentence index and token index."""
    out = set()
    for sentence in sentences:
        depth = 0
        for t in sentence.tokens:
            if t.text in ("“", "``") or (t.text == '"' and depth == 0):
                depth = 1
            elif t.text in ("”", "''", '"'):
                depth = 0
            elif depth:
                out.add((sentence.index, t.i))
    return frozenset(out)
