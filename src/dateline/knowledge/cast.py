"""The cast: who can act, as one immutable index over the tables of knowledge/who."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from dateline.knowledge.actors import Entry, Holder, Role, Sort, Words
from dateline.knowledge.load import cell, table, words
from dateline.knowledge.own import own
from dateline.knowledge.precedence import entries_beside, holders_beside
from dateline.knowledge.spelling import key, pieces, sound

__all__ = ["Cast", "Entry", "Holder", "Role", "Sort", "Words", "cast", "listed"]

K = TypeVar("K")
_WEAK = re.compile(r"weak: ([^.]+)")

_RANK = (
    Sort.COUNTRY, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.MEDIA, Sort.ORGANISATION, Sort.GROUP, Sort.SEAT,
    Sort.PERSON, Sort.ANYBODY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    names: Mapping[str, tuple[tuple[Words, tuple[Entry, ...]], ...]]  # first piece -> longer forms first
    roles: Mapping[Words, Role]
    holders: Mapping[Words, tuple[Holder, ...]]  # sorted name pieces -> offices
    sounds: Mapping[str, tuple[Holder, ...]]
    surnames: Mapping[str, tuple[Holder, ...]]
    incumbents: Mapping[str, tuple[Holder, ...]]  # country -> offices
    countries: Mapping[str, str]  # code -> name
    modifiers: Mapping[Words, str]  # former -> ELI ...
    longest_role: int = field(default=1)


@cache
def cast() -> Cast:
    """The shipped tables and the user's own rows, read once."""
    holders = holders_beside(tuple(_holders()), own().holders)
    by_form: dict[Words, list[Entry]] = defaultdict(list)
    shipped = (*_organisations(), *_groups(), *_media(), *_countries(), *_metonyms(), *_persons(holders))
    for entry in entries_beside(shipped, tuple(_players())):
        form = pieces(entry.form)
        if form and all((e.id, e.sort, e.start) != (entry.id, entry.sort, entry.start) for e in by_form[form]):
            by_form[form].append(entry)
    by_first: dict[str, list[tuple[Words, tuple[Entry, ...]]]] = defaultdict(list)
    for form, entries in by_form.items():
        by_first[form[0]].append((form, tuple(sorted(entries, key=lambda e: (not e.own, _RANK.index(e.sort))))))
    roles = {pieces(r.words): r for r in _roles()}
    return Cast(
        names=MappingProxyType({k: tuple(sorted(v, key=lambda x: (-len(x[0]), x[0]))) for k, v in by_first.items()}),
        roles=MappingProxyType(roles),
        holders=_grouped((key(name), h) for h in holders for name in (h.person, *h.aliases)),
        sounds=_grouped((sound(name), h) for h in holders for name in (h.person, *h.aliases)),
        surnames=_grouped((piece, h) for h in holders for n in (h.person, *h.aliases) for piece in set(pieces(n))),
        incumbents=_grouped((h.country, h) for h in holders),
        countries=MappingProxyType({r["code"]: r["name"] for r in _table("countries.csv", "code", "name")}),
        modifiers=MappingProxyType({pieces(r["word"]): r["effect"] for r in _table("modifiers.csv", "word", "effect")}),
        longest_role=max(map(len, roles), default=1),
    )


def _grouped(pairs: Iterable[tuple[K, Holder]]) -> Mapping[K, tuple[Holder, ...]]:
    out: dict[K, list[Holder]] = defaultdict(list)
    for k, holder in pairs:  # those of one row come together
        if not out[k] or out[k][-1] is not holder:
            out[k].append(holder)
    return MappingProxyType({k: tuple(v) for k, v in out.items()})


@cache
def listed(name: str) -> frozenset[str]:
    """The words of the list ``name`` of knowledge/who, read once."""
    return words(f"who/{name}.txt")


def _table(name: str, *columns: str) -> list[dict[str, str]]:
    return table(f"who/{name}", *columns)


def _countries() -> Iterator[Entry]:
    for row in _table("countries.csv", "code", "name", "variants", "adjectives", "people", "capital", "seats", "weak"):
        code, weak = row["code"], set(cell(row["weak"]))
        forms = [(Sort.COUNTRY, f) for f in (row["name"], *cell(row["variants"]))]
        forms += [(Sort.ADJECTIVE, f) for f in cell(row["adjectives"])]
        forms += [(Sort.PEOPLE, f) for f in cell(row["people"])]
        forms += [(Sort.CAPITAL, f) for f in cell(row["capital"])]
        known = {f for _, f in forms} | {f.partition("=")[0] for f in cell(row["seats"])}
        forms += [(_weak_sort(f), f) for f in weak - known]
        for sort, form in forms:
            sectors = ("CVL",) if sort is Sort.PEOPLE else ("GOV",)
            yield Entry(sort, form, f"country:{code}", row["name"], (code,), sectors, f"countries {code}", form in weak)
        for seat in cell(row["seats"]):
            form, _, sector = seat.partition("=")
            slug = "-".join(pieces(form))
            yield Entry(
                Sort.SEAT, form, f"seat:{slug}", form, (code,), (sector or "GOV",), f"countries {code}", form in weak
            )


def _weak_sort(form: str) -> Sort:
    if form.endswith("s") and form[:1].isupper():
        return Sort.PEOPLE
    return Sort.ADJECTIVE if form.endswith(("n", "ese", "i")) else Sort.COUNTRY


def _metonyms() -> Iterator[Entry]:
    for row in _table("metonyms.csv", "phrase", "code", "sector"):
        slug = "-".join(pieces(row["phrase"]))
        yield Entry(
            Sort.SEAT, row["phrase"], f"seat:{slug}", row["phrase"], cell(row["code"]), cell(row["sector"]),
            f"metonyms {row['phrase']}",
        )  # fmt: skip


def _organisations() -> Iterator[Entry]:
    for row in _table("organisations.csv", "name", "variants", "country", "sectors", "kind", "weak"):
        yield from _rows(Sort.ORGANISATION, "org", row, set(cell(row["weak"])), row["kind"])


def _groups() -> Iterator[Entry]:
    roaming = {row["name"]: row["countries"] for row in _table("roaming.csv", "name", "countries")}
    for row in _table("groups.csv", "name", "variants", "country", "sectors", "from", "until", "note"):
        weak = _WEAK.search(row["note"])
        if row["name"] in roaming:  # active in several countries: the story tells which
            row = {**row, "country": f"{row['country']}|{roaming[row['name']]}"}
        yield from _rows(Sort.GROUP, "group", row, set(cell(weak[1])) if weak else set(), "", row["from"], row["until"])


def _media() -> Iterator[Entry]:
    for row in _table("media.csv", "name", "variants", "country", "kind", "state"):
        yield from _rows(Sort.MEDIA, "media", {**row, "sectors": "JRN"}, set(), row["kind"])


def _rows(
    sort: Sort, prefix: str, row: Mapping[str, str], weak: set[str], kind: str, start: str = "", end: str = ""
) -> Iterator[Entry]:
    slug = "-".join(pieces(row["name"]))
    for form in (row["name"], *cell(row["variants"])):
        yield Entry(
            sort, form, f"{prefix}:{slug}", row["name"], cell(row["country"]), cell(row["sectors"]),
            f"{sort.value}s {row['name']}", form in weak or bool(weak & {"yes", "1"}), start, end, kind,
        )  # fmt: skip


def _holders() -> Iterator[Holder]:
    for row in _table("offices.csv", "country", "title", "person", "aliases", "start", "end", "sure"):
        yield Holder(
            row["country"], row["title"], row["person"], cell(row["aliases"]), row["start"], row["end"], row["sure"]
        )


def _persons(holders: tuple[Holder, ...]) -> Iterator[Entry]:
    done: set[tuple[str, str]] = set()
    for h in holders:
        forms = [f for f in (h.person, *h.aliases) if (f, h.person) not in done]
        done.update((f, h.person) for f in forms)
        for form in forms:
            if len(pieces(form)) > 1 or form in h.aliases:
                yield Entry(
                    Sort.PERSON, form, f"person:{'-'.join(pieces(h.person))}", h.person, (h.country,), (),
                    f"offices {h.person}", source=h.source,
                )  # fmt: skip


def _players() -> Iterator[Entry]:
    for p in own().players:
        slug, row = "-".join(pieces(p.name)), f"{p.name} of {p.source}"
        prefix = {Sort.ORGANISATION: "org", Sort.ANYBODY: "name"}.get(p.kind, p.kind.value)
        countries = (p.country,) if p.country else ()
        for form in (p.name, *p.variants):
            yield Entry(
                p.kind, form, f"{prefix}:{slug}", p.name, countries, p.sectors, row, form in p.weak, p.start, p.end,
                "listed", p.source,
            )  # fmt: skip


def _roles() -> Iterator[Role]:
    for row in _table("roles.csv", "role", "sectors", "kind"):
        yield Role(row["role"], cell(row["sectors"]), row["kind"])
