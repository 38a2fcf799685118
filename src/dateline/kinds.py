"""The enumerations that records use; import them from dateline.records."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a stretch of story text is for; only headline, body and caption are coded."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


class MentionKind(StrEnum):
    """How the text refers to somebody."""

    NAME = "name"
    TITLE = "title"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    PLACE_NAME = "place-name"
    ADJECTIVE = "adjective"


class Status(StrEnum):
    """How the text presents the act itself, apart from who says so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    CALLED_FOR = "called_for"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Stance(StrEnum):
    """How a speaker stands to what is said."""

    SAYS = "says"
    CLAIMS = "claims"
    DENIES = "denies"
    DEMANDS = "demands"
    PROMISES = "promises"
    EXPECTS = "expects"
    HOPES = "hopes"
    WARNS = "warns"


class SourceKind(StrEnum):
    """What kind of source a link of an attribution chain is."""

    MEDIA = "media"
    OFFICIAL = "official"
    ORGANISATION = "organisation"
    WITNESS = "witness"
    PARTY = "party"
    DOCUMENT = "document"
    UNNAMED = "unnamed"


class Form(StrEnum):
    """The grammatical shape of a predicate that could be an event."""

    VERB = "verb"
    NOUN = "noun"
    LIGHT = "light verb"
    ADJECTIVE = "adjective"
