"""What speaks for a capitalised word to be a place where the parser did not see one."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.geonames import fold
from dateline.records import Sentence, Token
from dateline.where import names

_NO_PLACES = frozenset(
    {"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY", "LAW", "EVENT", "WORK_OF_ART"}
)
_TOWN, _CITY = 10_000, 100_000  # inhabitants
_BETWEEN = frozenset({",", "and", ";", "or"})
_AREAS = frozenset({"country", "admin1", "county", "continent", "region"})


@dataclass(frozen=True, slots=True)
class Story:
    """The text with the names that stand for places and for people in it, folded."""

    text: str
    places: frozenset[str]
    people: frozenset[str]


def reason(story: Story, sentence: Sentence, part: list[Token], found: set[int]) -> str:
    """Why the words name a place, "" where nothing says so; ``found`` are the tokens of places known so far."""
    name = names.written(story.text, part)
    if name in names.short_forms():
        free = name in names.free_forms() or _behind_comma(sentence, part)
        return "short form" if free else ""
    needs = names.traps().get(fold(name), "")
    if needs == "never" or _of_person(sentence, part) or follows(sentence, part) in names.listed("not_before"):
        return ""
    if before_region(story.text, sentence, part):
        return "before region"
    if needs == "region" or (part[0].entity in _NO_PLACES and fold(name) not in story.places):
        return "" if needs else _mistaken(story, sentence, part, name, found)
    if needs == "in":
        return "locative" if tied(sentence, part) else ""
    return _plain_reason(story, sentence, part, name) or _enumerated(sentence, part, found)


def _mistaken(story: Story, sentence: Sentence, part: list[Token], name: str, found: set[int]) -> str:
    """Called a person by the parser, but standing where only a place can: "entered Rafah", "fell on Kherson"."""
    if part[0].entity != "PERSON" or length(sentence, part) != len(part) or fold(name) in story.people:
        return ""
    if fold(name) in names.first_names():
        return ""
    firm = tied(sentence, part, "firm") or reached(sentence, part)
    if names.size(name) >= (_TOWN if firm else _CITY) and (firm or tied(sentence, part)):
        return "locative"
    return _enumerated(sentence, part, found) if names.size(name) >= _TOWN else ""


def reached(sentence: Sentence, part: list[Token]) -> bool:
    """The object of a verb that takes places: "entered", "shelled"."""
    token = part[-1]
    return token.dep == "dobj" and sentence.tokens[token.head].lemma in names.listed("reached")


def _plain_reason(story: Story, sentence: Sentence, part: list[Token], name: str) -> str:
    alone = length(sentence, part) == len(part)
    if names.is_listed(name) and (alone or _is_area(name) and part[0].entity == "ORG"):
        return "listed"
    if fold(name) in story.places and fold(name) not in story.people and (alone or part[0].entity == "ORG"):
        return "named again"
    located = tied(sentence, part) or reached(sentence, part)
    return "locative" if alone and located and _nominal(part) else ""


def _enumerated(sentence: Sentence, part: list[Token], found: set[int]) -> str:
    """ "in Suba, Migori and Kisumu": one of the sisters is a place for sure."""
    if length(sentence, part) != len(part) or not _nominal(part):
        return ""
    tokens, first, last = sentence.tokens, part[0].i, part[-1].i
    before = first > 1 and tokens[first - 1].text in _BETWEEN
    after = last + 2 < len(tokens) and tokens[last + 1].text in _BETWEEN
    if before and first - 2 in found and (after or tokens[first - 1].text == "and"):
        return "in a list of places"
    return "in a list of places" if after and last + 2 in found and (before or tied(sentence, part)) else ""


def follows(sentence: Sentence, part: list[Token]) -> str:
    """The word behind the part, in small letters."""
    i = part[-1].i + 1
    return sentence.tokens[i].text.lower() if i < len(sentence.tokens) else ""


def _is_area(name: str) -> bool:
    return any(kind in _AREAS for kind in names.kinds(name))


def _nominal(part: list[Token]) -> bool:
    return all(t.pos == "PROPN" or t.text.islower() or t.text == "-" for t in part)


def length(sentence: Sentence, part: list[Token]) -> int:
    """How many words the capitalised run around the part has, the part included."""
    first, last = part[0].i, part[-1].i
    while first > 0 and _joined(sentence.tokens[first - 1]):
        first -= 1
    while last + 1 < len(sentence.tokens) and _joined(sentence.tokens[last + 1]):
        last += 1
    return last - first + 1


def _joined(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ") and token.entity != "NORP"


def _of_person(sentence: Sentence, part: list[Token]) -> bool:
    """Part of a longer name of a person."""
    around = [sentence.tokens[i] for i in (part[0].i - 1, part[-1].i + 1) if 0 <= i < len(sentence.tokens)]
    return all(t.entity == "PERSON" for t in part) and any(t.entity == "PERSON" and t.pos == "PROPN" for t in around)


def tied(sentence: Sentence, part: list[Token], by: str = "locative") -> bool:
    """Behind a preposition of place: "in", "near", "in the town of"."""
    i = part[0].i - 1
    while i >= 0 and sentence.tokens[i].text.lower() in names.listed("before"):
        if sentence.tokens[i].pos == "ADP" and sentence.tokens[i - 1].text.lower() not in names.listed("before"):
            break
        i -= 1
    return i >= 0 and sentence.tokens[i].text.lower() in names.listed(by)


def before_region(text: str, sentence: Sentence, part: list[Token]) -> bool:
    """ "Reading, Pennsylvania": a comma and a country or region behind the name."""
    tokens, i = sentence.tokens, part[-1].i + 1
    if i + 1 >= len(tokens) or tokens[i].text != ",":
        return False
    stop = [tokens[min(i + n, len(tokens) - 1)].span.end for n in (3, 2, 1)]
    return any(names.is_area_name(text[tokens[i + 1].span.start : end]) for end in stop)


def _behind_comma(sentence: Sentence, part: list[Token]) -> bool:
    return part[0].i > 1 and sentence.tokens[part[0].i - 1].text == ","
