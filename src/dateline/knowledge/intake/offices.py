"""Tables of office-holders: EveryPolitician's and the results of Wikidata queries."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.knowledge.actors import Holder
from dateline.knowledge.days import first_day, last_day, term_day
from dateline.knowledge.intake.found import Intake, Refused, name_in
from dateline.knowledge.intake.lands import code_of, land_in, land_of_office
from dateline.knowledge.intake.titles import title_of

Row = Mapping[str, str]
# What a column may be called, the best first; Wikidata has an address beside each label.
_POSITION = ("positionlabel", "position", "officelabel", "office", "title")
_PERSON = ("personlabel", "person", "holderlabel", "holder", "name")
_ID = ("personid", "person", "holder", "id")
_START = ("start", "startdate", "starttime", "from")
_END = ("end", "enddate", "endtime", "until")
_COUNTRY = ("code", "iso3", "countrycode", "countrylabel", "country")


def read_offices(path: Path, text: str, source: str, country: str = "") -> Intake:
    """The terms of office of a CSV file, of ``country`` or that of a column, the file's name or the title."""
    found = Intake(source)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [c.strip().lower() for c in next(reader, [])]
    lacking = [names[1] for names in (_POSITION, _PERSON) if not set(names) & set(header)]
    if lacking:
        found.refused.append(f"{path}:1: the header lacks {' and '.join(lacking)}; name the columns so")
        return found
    told = country or (code_of(path.stem) if len(path.stem) == 3 else "")
    persons: dict[str, str] = {}
    for cells in reader:
        if any(c.strip() for c in cells):
            with found.row(f"{path}:{reader.line_num}"):
                found.holders.append(_holder(dict(_square(header, cells)), country, told, persons, source))
    found.holders = list(dict.fromkeys(found.holders))
    return found


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(",;\t", key=header.count)


def _square(header: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    if len(cells) != len(header):
        raise Refused(f"{len(cells)} cells, the header has {len(header)}; quote cells that hold a separator")
    return zip(header, cells, strict=True)


def _holder(row: Row, forced: str, told: str, persons: dict[str, str], source: str) -> Holder:
    position, person = name_in(_cell(row, _POSITION), "position"), name_in(_cell(row, _PERSON), "person")
    number = _number(row)
    first = persons.setdefault(number, person) if number else person  # one number, several spellings: one person
    start, end = term(_cell(row, _START), _cell(row, _END))
    land = forced or _land(row) or told or land_of_office(position)
    if not land:
        raise Refused("no country; add --country or a column code, or name the file by its code (USA.csv)")
    aliases = () if first == person else (person,)
    return Holder(land, title_of(position, land), first, aliases, start, end, "1.0" if end else "0.7", source)


def term(start: str, end: str) -> tuple[str, str]:
    """The days of a term of office; Refused when they are no dates, missing or in the wrong order."""
    days = []
    for what, text in (("start", start), ("end", end)):
        try:
            days.append(term_day(text))
        except ValueError:
            raise Refused(f"{what} {text} is no date; write YYYY, YYYY-MM or YYYY-MM-DD") from None
    if not any(days):
        raise Refused("neither start nor end; give one of them")
    if first_day(days[0]) > last_day(days[1]):
        raise Refused(f"the end {days[1]} is before the start {days[0]}; mend the dates")
    return days[0], days[1]


def _land(row: Row) -> str:
    told = _cell(row, _COUNTRY)
    return land_in(told) if told else ""


def _cell(row: Row, names: Sequence[str]) -> str:
    """The first cell of that meaning that is filled and no address or number of Wikidata."""
    found = [row[n].strip() for n in names if row.get(n, "").strip()]
    text = next((x for x in found if not _is_number(x)), "")
    if found and not text:
        raise Refused(f"{found[0]} is an address, no name; ask for the label ({names[0]}) as well")
    return text


def _number(row: Row) -> str:
    """The Wikidata number of the person, "" where none is given."""
    found = (row[n].strip() for n in _ID if n in row)
    return next((x.rpartition("/")[2] for x in found if _is_number(x)), "")


def _is_number(text: str) -> bool:
    last = (
        text.rpartition("/")[2]
        if text.startswith(("http://www.wikidata.org/entity/", "https://www.wikidata.org/"))
        else text
    )
    return last[:1] == "Q" and last[1:].isdigit()
