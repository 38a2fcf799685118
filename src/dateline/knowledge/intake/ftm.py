"""FollowTheMoney entities, one JSON object a line: persons, bodies, and who occupied which position."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from dateline.knowledge.actors import Holder, Player, Sort, Words
from dateline.knowledge.intake.found import Intake, Refused, name_in, numbered
from dateline.knowledge.intake.lands import code_of, land_of_office
from dateline.knowledge.intake.offices import term
from dateline.knowledge.intake.titles import title_of
from dateline.knowledge.load import cell, table
from dateline.knowledge.spelling import pieces

_LANDS = ("country", "jurisdiction", "nationality", "citizenship", "mainCountry")
_NAMES = ("name", "alias", "previousName", "abbreviation", "weakAlias")


@dataclass(frozen=True, slots=True)
class _Entity:
    line: int
    id: str
    schema: str
    properties: Mapping[str, tuple[str, ...]]

    def all(self, *names: str) -> list[str]:
        return [v for n in names for v in self.properties.get(n, ())]


@dataclass(slots=True)
class _Graph:
    """The entities of a file by id; held open while it is read."""

    entities: dict[str, _Entity] = field(default_factory=dict)
    terms: list[_Entity] = field(default_factory=list)
    busy: set[str] = field(default_factory=set)  # persons with a term of office


def read_ftm(path: Path, text: str, source: str) -> Intake:
    """Terms of office from Occupancy with its Person and Position; other persons and bodies with country and topics."""
    found, graph = Intake(source), _Graph()
    for n, line in numbered(text):
        if line.strip():
            with found.row(f"{path}:{n}"):
                _file(graph, n, _object(line))
    for term_of in graph.terms:
        with found.row(f"{path}:{term_of.line}"):
            found.holders.append(_holder(graph, term_of, source))
    for entity in graph.entities.values():
        if entity.schema in _schemata() and entity.id not in graph.busy:
            with found.row(f"{path}:{entity.line}"):
                _take_player(found, entity)
    found.holders = list(dict.fromkeys(found.holders))
    return found


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise Refused(f"no JSON ({error}); write one object a line") from None
    if not isinstance(value, dict) or not isinstance(value.get("properties"), dict) or "schema" not in value:
        raise Refused("no entity; it needs id, schema and properties")
    return value


def _file(graph: _Graph, line: int, value: Mapping[str, Any]) -> str:
    """Keep an entity, and those nested in its properties; returns its id."""
    if not isinstance(value.get("id"), str):
        raise Refused("the entity has no id; give it one")
    properties: dict[str, tuple[str, ...]] = {}
    for name, told in value["properties"].items():
        values = told if isinstance(told, list) else [told]
        nested = [
            _file(graph, line, v) for v in values if isinstance(v, dict) and isinstance(v.get("properties"), dict)
        ]
        properties[name] = (*(v for v in values if isinstance(v, str)), *nested)
    entity = _Entity(line, value["id"], str(value.get("schema")), properties)
    if entity.schema == "Occupancy":
        graph.terms.append(entity)
    else:
        graph.entities[entity.id] = entity
    return entity.id


def _holder(graph: _Graph, occupancy: _Entity, source: str) -> Holder:
    person, post = _end(graph, occupancy, "holder"), _end(graph, occupancy, "post")
    position = name_in(next(iter(post.all("name")), ""), "name of the position")
    land = _land(post) or land_of_office(position) or _land(person)
    if not land:
        raise Refused(f"{position} has no country; add country to the Position")
    start, end = term(max(occupancy.all("startDate"), default=""), max(occupancy.all("endDate"), default=""))
    names = _names(person)
    graph.busy.add(person.id)
    return Holder(land, title_of(position, land), names[0], names[1:], start, end, "1.0" if end else "0.7", source)


def _end(graph: _Graph, occupancy: _Entity, role: str) -> _Entity:
    ids = occupancy.all(role)
    if not ids or ids[0] not in graph.entities:
        raise Refused(f"{role} {ids[0] if ids else '(none)'} is not in the file; add that entity")
    return graph.entities[ids[0]]


def _take_player(found: Intake, entity: _Entity) -> None:
    sort, own = _schemata()[entity.schema]
    names, land = _names(entity), _land(entity)
    sectors = tuple(dict.fromkeys([*own, *(_topics()[t] for t in entity.all("topics") if t in _topics())]))
    if not land and not sectors:
        found.known += 1  # tells nothing about who this is
        return
    weak = tuple(n for n in names if len(pieces(n)) == 1)
    found.players.append(Player(names[0], names[1:], land, sectors, "", "", sort, weak, found.source))


def _names(entity: _Entity) -> Words:
    """Every name that can be matched, the main one first."""
    usable = (n for n in entity.all(*_NAMES) if pieces(n) and "|" not in n)
    names = tuple(dict.fromkeys(" ".join(n.split()) for n in usable))
    if not names:
        raise Refused(f"{entity.id} has no name in Latin letters; add name or alias")
    return names


def _land(entity: _Entity) -> str:
    return next((c for c in map(code_of, entity.all(*_LANDS)) if c), "")


@cache
def _schemata() -> Mapping[str, tuple[Sort, Words]]:
    rows = table("who/ftm_schemata.csv", "schema", "sort", "sector")
    return {r["schema"]: (Sort(r["sort"]), cell(r["sector"])) for r in rows}


@cache
def _topics() -> Mapping[str, str]:
    return {r["topic"]: r["sector"] for r in table("who/ftm_topics.csv", "topic", "sector")}
