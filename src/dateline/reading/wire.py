"""What the stretches of a wire story are for (headline, byline, dateline, credit, caption ...); nothing is deleted.

The patterns are data (knowledge/reading/wire.yaml), tried on one line at a time: first on the whole line, then on its
end and its beginning, then on what is left. Precision comes first: a sentence marked by mistake is an event lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.errors import BadKnowledge
from dateline.knowledge.load import cell, document, lines, table
from dateline.reading.headline import looks_like_one, repeats_title
from dateline.records import Role, Span, Zone

_FILE = "reading/wire.yaml"
_EDGE = 10  # lines that count as the top or the end of a story
_WINDOW = 420  # characters of a line that heads and tails are looked for in: keeps the time linear
_LONGEST_LINE = 1600  # a line longer than this is a whole story, never one piece of furniture
_LONGEST_CAPTION = 700
_LONGEST_LINK = 140
_MOST_LINKS = 12


@dataclass(frozen=True, slots=True)
class WireRule:
    """One row of wire.yaml; ``rest`` is the role of what the rule leaves of the line, None = undecided."""

    id: str
    at: str  # line head tail rest
    near: str  # top end any
    role: Role
    rest: Role | None
    pattern: re.Pattern[str]
    opens: str
    examples: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # with the line break
    first: int  # without outer white space
    last: int
    near: frozenset[str] = frozenset({"any"})


def mark(text: str, title: str = "") -> tuple[Zone, ...]:
    """The zones of ``text``: they cover all of it, in order, without overlap."""
    zones: list[Zone] = []
    headline_possible = True
    written = _lines(text)
    for n, line in enumerate(written):
        if line.first == line.last:
            zones.append(Zone(Span(line.start, line.end), Role.BODY))
            continue
        opened, parts = _parts(text, line)
        if headline_possible and len(parts) == 1 and _is_headline(text, line, parts[0].role, title):
            parts, opened = [Zone(Span(line.first, line.last), Role.HEADLINE)], False
        headline_possible = False
        zones += _stretched(line, parts)
        if opened and (links := _links(text, written[n + 1 :])):
            zones += links
            break
    return _joined(zones)


def dateline_of(zones: Iterable[Zone]) -> Zone | None:
    """The first dateline of a story, with its place as ``value``."""
    return next((z for z in zones if z.role is Role.DATELINE), None)


def dateline_day(text: str, zone: Zone) -> Span | None:
    """The words of a dateline zone that give its day ("Dec. 30"), None when it has none."""
    hit = _day_pattern().search(text, zone.span.start, zone.span.end)
    return Span(hit.start(1), hit.end(1)) if hit else None


@cache
def rules() -> tuple[WireRule, ...]:
    """The rows of wire.yaml in order; earlier ones win."""
    return tuple(_rule(row, _fragments()) for row in document(_FILE)["rules"])


@cache
def _fragments() -> dict[str, str]:
    return dict(document(_FILE)["fragments"]) | _names()


@cache
def _day_pattern() -> re.Pattern[str]:
    return re.compile(_filled(r"(?:, |^)({day})", _fragments()), re.MULTILINE)


@cache
def agency_names() -> dict[str, str]:
    """Every way an agency or outlet is written -> its name."""
    rows = table("reading/agencies.csv", "name", "kind", "written")
    return {form: row["name"] for row in rows for form in cell(row["written"])}


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    start = 0
    for piece in text.splitlines(keepends=True) if "\n" not in text else _by_newline(text):
        end = start + len(piece)
        first = end - len(piece.lstrip())
        last = max(first, start + len(piece.rstrip()))
        found.append(_Line(start, end, first, last))
        start = end
    return _placed(found)


def _by_newline(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _placed(found: list[_Line]) -> list[_Line]:
    filled = [i for i, x in enumerate(found) if x.last > x.first]
    top, end = set(filled[:_EDGE]), set(filled[-_EDGE:])
    near = {i: frozenset({"any"} | ({"top"} if i in top else set()) | ({"end"} if i in end else set())) for i in filled}
    return [_Line(x.start, x.end, x.first, x.last, near.get(i, x.near)) for i, x in enumerate(found)]


def _parts(text: str, line: _Line) -> tuple[bool, list[Zone]]:
    """Whether a list of links follows, and the zones of the line without its outer white space."""
    if line.last - line.first <= _LONGEST_LINE:
        for rule in _at("line", line.near):
            if hit := rule.pattern.fullmatch(text, line.first, line.last):
                return rule.opens == "links", [_zone(hit, line.first, line.last, rule)]
    return False, _peeled(text, line)


def _peeled(text: str, line: _Line) -> list[Zone]:
    tails, stop, after = _tails(text, line)
    heads, start, before = _heads(text, line, stop)
    if start < stop:
        role = before or after or _rest(text, line, start, stop)
        if role is Role.CAPTION and stop - start > _LONGEST_CAPTION:
            role = Role.BODY
        heads.append(Zone(Span(start, stop), role))
    return heads + tails


def _tails(text: str, line: _Line) -> tuple[list[Zone], int, Role | None]:
    zones: list[Zone] = []
    stop, left, role = line.last, line.last, None
    while stop > line.first:
        found = next(((r, h) for r in _at("tail", line.near) if (h := _at_end(r, text, line.first, stop))), None)
        if found is None:
            break
        rule, hit = found
        zones.insert(0, _zone(hit, hit.start(), left, rule))
        role = role if role is Role.CAPTION else rule.rest
        left = hit.start()
        stop = line.first + len(text[line.first : left].rstrip())
    return zones, left, role if role is Role.CAPTION else None


def _at_end(rule: WireRule, text: str, first: int, stop: int) -> re.Match[str] | None:
    start = max(first, stop - _WINDOW)
    while hit := rule.pattern.search(text, start, stop):
        if hit.end() == stop:
            return hit if hit.end() > hit.start() else None
        start = hit.start() + 1
    return None


def _heads(text: str, line: _Line, stop: int) -> tuple[list[Zone], int, Role | None]:
    zones: list[Zone] = []
    start, role = line.first, None
    for _ in range(3):
        limit = min(stop, start + _WINDOW)
        found = ((r, h) for r in _at("head", line.near) if (h := r.pattern.match(text, start, limit)))
        rule, hit = next(found, (None, None))
        if rule is None or hit is None or hit.end() == start:
            break
        zones.append(_zone(hit, start, hit.end(), rule))
        start, role = hit.end(), rule.rest
        if role is Role.BODY:
            break
    return zones, start, role if role is Role.CAPTION else None


def _rest(text: str, line: _Line, start: int, stop: int) -> Role:
    for rule in _at("rest", line.near):
        if stop - start <= _LONGEST_CAPTION and rule.pattern.fullmatch(text, start, stop):
            return rule.role
    return Role.BODY


def _is_headline(text: str, line: _Line, role: Role, title: str) -> bool:
    """A first line that is not marked as something else, or that is marked but repeats the title."""
    place = (line.first, line.last)
    return repeats_title(text, place, title) or (
        role is Role.BODY and not title.strip() and looks_like_one(text, place)
    )


def _zone(hit: re.Match[str], start: int, end: int, rule: WireRule) -> Zone:
    named = hit.groupdict()
    value = next((named[k] for k in ("place", "value") if named.get(k)), "")
    if rule.role in (Role.CREDIT, Role.BYLINE):
        value = _agency(value or hit.group()) or value
    return Zone(Span(start, end), rule.role, value.strip(" ,"))


def _agency(words: str) -> str:
    hit = _agency_pattern().search(words)
    return agency_names()[hit.group()] if hit else ""


def _links(text: str, after: list[_Line]) -> list[Zone]:
    """What follows "Read more:", when it is nothing but a short list of titles up to the end of the story."""
    filled = [x for x in after if x.last > x.first]
    if not filled or len(filled) > _MOST_LINKS or any(x.last - x.first > _LONGEST_LINK for x in filled):
        return []
    sentences = sum(text[x.last - 1] in '.”"' for x in filled)
    if sentences * 2 > len(filled):
        return []
    return [Zone(Span(x.start, x.end), Role.BOILERPLATE) for x in after]


def _stretched(line: _Line, parts: list[Zone]) -> list[Zone]:
    """The zones of a line with the white space around it."""
    out = list(parts)
    out[0] = Zone(Span(line.start, out[0].span.end), out[0].role, out[0].value)
    out[-1] = Zone(Span(out[-1].span.start, line.end), out[-1].role, out[-1].value)
    return out


def _joined(zones: list[Zone]) -> tuple[Zone, ...]:
    """Neighbouring body zones and neighbouring boilerplate as one zone each."""
    out: list[Zone] = []
    for zone in zones:
        if out and out[-1].role is zone.role and zone.role in (Role.BODY, Role.BOILERPLATE):
            out[-1] = Zone(Span(out[-1].span.start, zone.span.end), zone.role)
        else:
            out.append(zone)
    return tuple(out)


@cache
def _at(at: str, near: frozenset[str]) -> tuple[WireRule, ...]:
    return tuple(r for r in rules() if r.at == at and r.near in near)


@cache
def _agency_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_either(agency_names())}(?!\w)")


def _names() -> dict[str, str]:
    rows = table("reading/agencies.csv", "name", "kind", "written")
    photo = [form for row in rows if row["kind"] == "photo" for form in cell(row["written"])]
    capitals = [form for row in table("who/countries.csv", "capital") for form in cell(row["capital"])]
    cities = [*lines("reading/cities.txt"), *capitals]
    return {
        "agency": rf"{_either(agency_names())}(?!\w)",
        "photo": _either(photo),
        "city": _either(cities),
        "CITY": _either(c.upper() for c in cities),
    }


def _either(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(x) for x in sorted(set(forms), key=lambda x: (-len(x), x))) + ")"


def _rule(row: dict[str, object], fragments: dict[str, str]) -> WireRule:
    try:
        return WireRule(
            id=str(row["id"]),
            at=str(row["at"]),
            near=str(row["near"]),
            role=Role(str(row["role"])),
            rest=Role(str(row["rest"])) if "rest" in row else None,
            pattern=re.compile(_filled(str(row["pattern"]), fragments)),
            opens=str(row.get("opens", "")),
            examples=tuple(row["examples"]),  # type: ignore[arg-type]
            never=tuple(row["never"]),  # type: ignore[arg-type]
        )
    except (KeyError, ValueError, re.error) as error:
        raise BadKnowledge(f"{_FILE}: rule {row.get('id')}: {error!r}; mend this row") from error


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    for _ in range(4):  # fragments may hold fragments
        pattern = re.sub(r"\{(\w*[a-zA-Z]\w*)\}", lambda m: fragments[m.group(1)], pattern)
    return pattern
