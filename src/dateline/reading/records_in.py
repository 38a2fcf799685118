"""JSON records to stories: our own field names, news-please's and NGEC's."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import TextIO

from dateline.errors import UnreadableStory
from dateline.knowledge.load import cell, table
from dateline.reading.decode import LONGEST, check_characters, limited_lines, record_text
from dateline.records import Source, Story

Record = tuple[str, object]  # where it stood, and what it holds: an object, or the complaint about it

_CHUNK = 1 << 16
_DAY = re.compile(r"(\d{4})([-/]?)(\d{2})\2(\d{2})(?:[T ].*)?$")
_MAIL_DAY = re.compile(r"(?:[A-Za-z]{3,9},? )?\d{1,2}[ -][A-Za-z]{3}[ -]\d{4}\b")
_YEARS = range(1600, 2200)  # newspapers exist since 1605
_REMEDY = "write it as YYYY-MM-DD or leave it out"


def line_records(stream: TextIO, name: str) -> Iterator[Record]:
    """The records of a JSON lines stream; blank lines are passed over."""
    for number, line in limited_lines(stream):
        where = f"{name}:{number}"
        if line is None:
            message = f"the line is longer than {LONGEST >> 20} MB; split it into one story a line"
            yield where, UnreadableStory(where, message)
        elif line.strip():
            yield where, _parsed(line, where)


def value_records(stream: TextIO, name: str) -> Iterator[Record]:
    """The records of a JSON file: the members of an array, or objects one after another over any number of lines."""
    decoder = json.JSONDecoder()
    buffer, number, more = "", 0, True
    while True:
        buffer = buffer.lstrip("\ufeff \t\r\n,[]" if number else "\ufeff \t\r\n,[")
        if not buffer and not more:
            return
        where = f"{name}:{number + 1}"
        try:
            value, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError) as error:
            if buffer.startswith("]") and not number:
                return
            if more and len(buffer) < LONGEST:
                piece = stream.read(max(_CHUNK, len(buffer)))
                buffer, more = buffer + piece, bool(piece)
                continue
            yield where, _broken(where, error, "; nothing after it can be read")
            return
        number += 1
        buffer = buffer[end:]
        yield where, value


def story_of(record: object, where: str) -> Story:
    """The story in one JSON object; its id is empty when the record has none."""
    if isinstance(record, UnreadableStory):
        raise record
    if not isinstance(record, Mapping):
        raise UnreadableStory(where, f"holds {_named(record)}, not an object; give one JSON object for each story")
    text = _string(record, "text", where)
    if not text.strip():
        names = ", ".join(_names("text")[1:3])
        raise UnreadableStory(where, f"has no text; put the story into the field text (or {names})")
    return Story(
        id=_identity(record, where),
        text=text,
        title=_string(record, "title", where),
        published=day_of(_first(record, "published"), where),
        source=_source(_first(record, "source"), where),
        url=_string(record, "url", where),
        retrieved_at=_moment(_first(record, "retrieved")),
    )


def content_id(text: str, source: str) -> str:
    """Sixteen hex digits that change with the text or the name of its source."""
    return hashlib.sha256(f"{text}\0{source}".encode()).hexdigest()[:16]


def day_of(value: object, where: str) -> date | None:
    """The day a date field names, None when it is empty; anything else that is no date of a newspaper is refused."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    day = _day(written)
    if day is None or day.year not in _YEARS:
        raise UnreadableStory(where, f"published is no date: {_short(value)}; {_REMEDY}")
    return day


def _day(written: str) -> date | None:
    try:
        if hit := _DAY.match(written):
            return date(int(hit.group(1)), int(hit.group(3)), int(hit.group(4)))
        return parsedate_to_datetime(written).date() if _MAIL_DAY.match(written) else None
    except (ValueError, TypeError, OverflowError):
        return None


def _parsed(line: str, where: str) -> object:
    try:
        return json.loads(record_text(line, where).strip("\ufeff \t\r\n"))
    except UnreadableStory as complaint:
        return complaint
    except (ValueError, RecursionError) as error:
        return _broken(where, error)


def _broken(where: str, error: Exception, after: str = "") -> UnreadableStory:
    if isinstance(error, json.JSONDecodeError):
        reason = f"{error.msg[0].lower()}{error.msg[1:]} at character {error.pos + 1}"
    else:
        reason = "nested too deep" if isinstance(error, RecursionError) else "a number with too many digits"
    return UnreadableStory(where, f"is broken JSON ({reason}){after}; mend or drop it")


def _first(record: Mapping[object, object], field: str) -> object:
    """The first of the names of a field that holds something."""
    return next((v for n in _names(field) if (v := record.get(n)) is not None and v != ""), None)


def _string(record: Mapping[object, object], field: str, where: str) -> str:
    value = _first(record, field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnreadableStory(where, f"{field} is {_named(value)}, not a string; put it in quotation marks")
    check_characters(value, where, field)
    return value


def _identity(record: Mapping[object, object], where: str) -> str:
    value = _first(record, "id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", where).strip()


def _source(value: object, where: str) -> Source:
    if not isinstance(value, Mapping):
        return Source(_string({"source": value}, "source", where))
    name = next((v for k in ("name", "title", "domain") if isinstance(v := value.get(k), str) and v), "")
    country, url = (v if isinstance(v := value.get(k), str) else "" for k in ("country", "url"))
    check_characters(name + country + url, where, "source")
    return Source(name, country, url)


def _moment(value: object) -> datetime | None:
    """When the story was fetched; told to people only, so a strange value is passed over."""
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _named(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds = {str: "a string", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return kinds.get(type(value), "null")


def _short(value: object) -> str:
    shown = json.dumps(value, ensure_ascii=True, default=str)
    return shown if len(shown) <= 40 else f"{shown[:36]}..."


@cache
def _names(field: str) -> tuple[str, ...]:
    rows = table("reading/fields.csv", "field", "names")
    return next(cell(row["names"]) for row in rows if row["field"] == field)
