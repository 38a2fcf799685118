"""From the words of a mention to whom it means: description before name, then the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.knowledge.cast import Entry, Holder, Role, Sort, cast
from dateline.knowledge.spelling import pieces
from dateline.records import MentionKind
from dateline.who.facts import Facts
from dateline.who.match import role_at
from dateline.who.offices import (
    as_offices,
    before_office,
    holders_by_surname,
    holders_named,
    in_office,
    incumbent,
    likeliest,
    one_person,
    row_of,
    sectors_of,
)
from dateline.who.owners import Owner, Setting, country_of, entry_of, owners_of
from dateline.who.told import Told, written

_LANDS = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.SEAT})


def tell(fact: Facts, setting: Setting) -> list[Told]:
    """Whom the mention means by its own words: two for "US and South Korean officials", none when they do not tell."""
    kind = fact.mention.kind
    if kind is MentionKind.PRONOUN:
        return []
    entry = entry_of(fact.entries, fact.core[0].entity, setting)
    if entry is not None and entry.own:
        return [_of_own(entry, fact, setting)]
    if entry is not None and entry.sort is not Sort.PERSON and (kind is not MentionKind.NAME or not fact.person):
        return [_of_entry(entry, fact, setting)]
    if fact.entries and entry is None and not fact.person:
        return []
    if kind is MentionKind.NAME and (fact.person or (not fact.entries and holders_named(_text(fact)))):
        return _person(fact, setting)
    return _described(fact, setting)


def _of_entry(entry: Entry, fact: Facts, setting: Setting) -> Told:
    country = country_of(entry, setting)
    sectors = entry.sectors
    if entry.sort is Sort.PEOPLE and fact.tokens[0].text.lower() == "the" and not fact.number:
        sectors = ("GOV",) if len(fact.tokens) == 2 else sectors
    return Told(entry.id, entry.name, country, sectors, 0.95, f"{entry.sort.value} name: {entry.row}")


def _of_own(entry: Entry, fact: Facts, setting: Setting) -> Told:
    """An actor whom the user listed himself; the words of the story tell what the list leaves open."""
    owners = [] if entry.countries else owners_of(fact, setting, fact.role_start)
    country = entry.countries[0] if entry.countries else "".join(o.country for o in owners[:1])
    sectors = entry.sectors or _sectors(fact, owners, setting)
    if sectors == ("GOV",) and _effect(fact) == "ELI":
        sectors = ("ELI",)
    offices = as_offices([h for h in holders_named(entry.name) if h.country == country], setting.on)
    return Told(entry.id, entry.name, country, sectors, 0.95, f"own cast: {entry.row}", offices if setting.on else ())


# --- persons -----------------------------------------------------------------------------------------------------


def _person(fact: Facts, setting: Setting) -> list[Told]:
    name = written(fact.core)
    slug = "-".join(fact.words)
    owners = owners_of(fact, setting, fact.role_start)
    country = owners[0].country if owners else ""
    holders = holders_named(name)
    if country and {h.country for h in holders} - {country}:
        holders = tuple(h for h in holders if h.country == country)
    if not holders and fact.role is not None and len(fact.words) == 1:
        holders = holders_by_surname(name, country, pieces(fact.role.words), setting.on)
    holders = tuple(likeliest(holders, setting.on))
    if holders and one_person(holders):
        return [_officer(fact, holders, country, setting)]
    sectors = _sectors(fact, owners, setting)
    if fact.address is not None:
        sectors = sectors or tuple(x for x in (fact.address.sector,) if x)
        if fact.role is None and setting.scene.counts.get(fact.address.country, 0.0):
            country = country or fact.address.country
    if not country and not sectors:
        return []
    return [Told(f"name:{slug}", name, country, sectors, 0.9 if country else 0.5, _why(fact, owners))]


def _officer(fact: Facts, holders: Sequence[Holder], country: str, setting: Setting) -> Told:
    """A person of the office table: what he held on the day, or what he is after it."""
    on, person = setting.on, holders[0].person
    offices = as_offices(holders, on)
    land = country or (offices[0].of if offices else holders[0].country)
    role_sectors = _sectors(fact, [], setting) if fact.role is not None else ()
    if offices:
        sectors = role_sectors or sectors_of(offices[0].title)
        why = f"office on the day: {offices[0].title} of {offices[0].of}"
    elif on is not None and all(before_office(h, on) for h in holders):
        sectors, why = role_sectors, "not yet in office"
    else:
        sectors, why = role_sectors or ("ELI",), "no longer in office"
    if _effect(fact) == "ELI":
        sectors = ("ELI",)
    slug = "-".join(pieces(person))
    return Told(f"person:{slug}", person, land, sectors, 0.95, f"{why} ({row_of(holders[0])})", offices)


def famous(fact: Facts, setting: Setting) -> Told | None:
    """A bare surname that only one holder of a high office of the story's countries has on the day."""
    if setting.on is None or len(fact.words) != 1 or not fact.person:
        return None
    found = [h for h in cast().surnames.get(fact.words[0], ()) if in_office(h, setting.on)]
    found = [h for h in found if setting.scene.counts.get(h.country, 0) > 0 and pieces(h.person)[-1:] == fact.words]
    if not found or not one_person(found):
        return None
    return replace(_officer(fact, found, "", setting), score=0.7)


# --- descriptions ------------------------------------------------------------------------------------------------


def _described(fact: Facts, setting: Setting) -> list[Told]:
    """A title, role noun or unknown organisation with the countries that its words name."""
    limit = fact.core[-1].i if fact.role is not None else fact.core[-1].i + 1
    owners = owners_of(fact, setting, limit)
    sectors = _sectors(fact, owners, setting)
    why = _why(fact, owners)
    out = []
    for owner in owners or []:
        role = "-".join(fact.role_words) if fact.role else "-".join(fact.words)
        told = Told(f"role:{owner.country}:{role}", _text(fact), owner.country, sectors, 0.9, why)
        out.append(_incumbent(fact, told, setting))
    if out:
        return out
    if not sectors and fact.mention.kind is not MentionKind.NAME:
        return []
    score = 0.4 if sectors else 0.2
    return [Told(f"name:{'-'.join(fact.words)}", _text(fact), "", sectors, score, why)]


def _text(fact: Facts) -> str:
    return written(fact.core if fact.mention.kind is MentionKind.NAME else fact.tokens)


def _incumbent(fact: Facts, told: Told, setting: Setting) -> Told:
    """The person in office, where the title names an office that one person held on the day."""
    if fact.role is None or fact.role.kind != "office" or fact.plural or setting.on is None or _effect(fact) == "ELI":
        return told
    holder = incumbent(told.country, pieces(fact.role.words), setting.on)
    if holder is None:
        return told
    slug = "-".join(pieces(holder.person))
    offices = as_offices([holder], setting.on)
    return replace(told, id=f"person:{slug}", name=holder.person, offices=offices)


def _effect(fact: Facts) -> str:
    """What a word before the noun makes of the role: former -> ELI, rebel -> REB."""
    last = ""
    for t in fact.tokens:
        if t.i >= fact.core[0].i and fact.mention.kind is not MentionKind.NAME:
            break
        effect = cast().modifiers.get(pieces(t.text), "keep")
        if effect not in ("keep", "drop"):
            last = effect
    return last


def _sectors(fact: Facts, owners: Sequence[Owner], setting: Setting) -> tuple[str, ...]:
    """By the role noun; the organisation's own where the noun only says that somebody belongs to it."""
    effect = _effect(fact)
    role = fact.role or _role_inside(fact, setting)
    own = role.sectors if role else ()
    body = next((o.entry for o in owners if o.entry.sort not in _LANDS or o.entry.sort is Sort.SEAT), None)
    if effect and (effect == "ELI" or own in ((), ("GOV",), ("MIL",), ("PTY",))):
        return (effect,) if own or effect != "ELI" else ()
    if body is None or not body.sectors:
        return own
    plain = own in ((), ("GOV",)) or (role is not None and role.kind == "voice")
    armed = body.sort is Sort.GROUP and own in (("MIL",), ("COP",), ("PTY",))  # the fighters of a group are no army
    return body.sectors if plain or armed else own


def _role_inside(fact: Facts, setting: Setting) -> Role | None:
    """The role noun inside the name of an unknown body: "Egyptian Organization for Human Rights"."""
    if fact.mention.kind is not MentionKind.NAME or fact.person:
        return None
    sentence = setting.sentences[fact.mention.sentence]
    found = (role_at(sentence, t.i, fact.core[0].i) for t in reversed(fact.core))
    return next((hit[1] for hit in found if hit is not None and hit[1].kind == "body"), None)


def _why(fact: Facts, owners: Sequence[Owner]) -> str:
    role = f"role noun {fact.role.words}" if fact.role else "name"
    return role + "".join(f", {o.entry.row}" for o in owners)
