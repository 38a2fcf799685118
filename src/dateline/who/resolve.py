"""Mentions to actors: description before name, the office of the day, and what the rest of the story tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.knowledge.cast import listed
from dateline.knowledge.spelling import pieces
from dateline.records import Actor, Mention, MentionKind, Resolved, Sentence
from dateline.who.aside import acting
from dateline.who.facts import Facts, facts_of
from dateline.who.names import names_of
from dateline.who.owners import Setting
from dateline.who.scene import scene_of
from dateline.who.tell import famous, tell
from dateline.who.told import Told, written

_OWNING = frozenset({MentionKind.PRONOUN, MentionKind.NAME, MentionKind.DESCRIPTION, MentionKind.TITLE})
_OWN_SECTORS = frozenset({"MIL", "COP", "JUD", "LEG", "OPP", "REB", "PRM", "SPY", "UAF", "REF"})


def resolve(
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    on: date | None,
    story_countries: Mapping[str, float] | None = None,
) -> tuple[Resolved, ...]:
    """Who is meant: a Resolved for each actor of a mention, none where nothing tells; ``on`` is the day of the acts."""
    mentions = acting(mentions, sentences)
    hits = names_of(tuple(sentences))
    setting = Setting({s.index: s for s in sentences}, hits, scene_of(sentences, story_countries), on)
    facts = facts_of(mentions, sentences)
    place = {m.id: n for n, m in enumerate(mentions)}
    own = [tell(f, setting) for f in facts]
    known = _through_owners(facts, _through_chains(facts, own, place))
    known = _through_sectors(facts, _through_titles(facts, known))
    out = []
    for fact, told in zip(facts, known, strict=True):
        for t in told or _guess(fact, setting):
            out.append(_resolved(fact.mention, _scenic(fact, t, setting)))
    return tuple(out)


def _through_chains(facts: Sequence[Facts], own: list[list[Told]], place: Mapping[int, int]) -> list[list[Told]]:
    """Give every mention what the others of its chain know, to later and to earlier ones."""
    roots = _roots(facts, place)
    best: dict[int, Told] = {}
    names: dict[int, str] = {}
    for n, told in enumerate(own):
        if len(told) == 1 and (roots[n] not in best or _worth(told[0]) > _worth(best[roots[n]])):
            best[roots[n]] = told[0]
        if facts[n].mention.kind is MentionKind.NAME and len(facts[n].core) > len(names.get(roots[n], "").split()):
            names[roots[n]] = written(facts[n].core)
    best = {root: _under_name(told, names.get(root, "")) for root, told in best.items()}
    out: list[list[Told]] = []
    for n, fact in enumerate(facts):
        follows = fact.mention.follows
        if len(follows) > 1:
            out.append(_all_of([out[place[f]] for f in follows]))
        elif roots[n] in best and _takes(fact, own[n], best[roots[n]]):
            out.append([_inherited(best[roots[n]], own[n])])
        elif not own[n] and follows and fact.mention.kind is not MentionKind.ADJECTIVE:
            out.append([_followed(t) for t in out[place[follows[0]]]])
        else:
            out.append(own[n])
    return out


def _roots(facts: Sequence[Facts], place: Mapping[int, int]) -> list[int]:
    """The first mention of the chain of every mention."""
    roots: list[int] = []
    for n, fact in enumerate(facts):
        follows = fact.mention.follows
        roots.append(roots[place[follows[0]]] if len(follows) == 1 else n)
    return roots


def _under_name(told: Told, name: str) -> Told:
    """The actor of a chain under the fullest name in it, unless a table already names him."""
    if not name or not told.id.startswith(("role:", "name:")):
        return told
    return replace(told, id=f"name:{'-'.join(pieces(name))}", name=name)


def _through_owners(facts: Sequence[Facts], known: Sequence[list[Told]]) -> list[list[Told]]:
    """Its troops, the Trump administration, Tamimi's father: the country of whom the words before the noun mean."""
    out = list(known)
    owners: dict[tuple[int, int], int] = {}
    for n, fact in enumerate(facts):
        for t in fact.core:
            owners[fact.mention.sentence, t.i] = n
    place = {f.mention.id: n for n, f in enumerate(facts)}
    for n, fact in enumerate(facts):
        told = out[n]
        if len(told) != 1 or told[0].country or not told[0].sectors:
            continue
        before = [owners.get((fact.mention.sentence, k), n) for k in range(fact.tokens[0].i, fact.role_start)]
        lands = {t.country for k in before if k != n and facts[k].mention.kind in _OWNING for t in out[k] if t.country}
        lands |= _shared_adjective(facts, n, owners, out)
        earlier = [t for f in fact.mention.follows for t in out[place[f]] if t.country]
        if len(lands) == 1 and not fact.relational:
            out[n] = [replace(told[0], country=lands.pop(), score=0.7, why=f"{told[0].why}, possessed")]
        elif len(earlier) == 1:
            out[n] = [replace(told[0], country=earlier[0].country, score=0.6, why=f"{told[0].why}, as before")]
    return out


def _shared_adjective(
    facts: Sequence[Facts], n: int, owners: Mapping[tuple[int, int], int], out: Sequence[list[Told]]
) -> set[str]:
    """The country of "US jets" for the helicopters of "US jets and helicopters"."""
    fact = facts[n]
    head = next((t for t in fact.tokens if t.i == fact.mention.head), None)
    if head is None or head.dep != "conj" or fact.tokens[0].pos in ("DET", "NUM"):
        return set()
    first = owners.get((fact.mention.sentence, head.head))
    if first is None or facts[first].mention.kind is MentionKind.NAME or not facts[first].hits:
        return set()
    return {t.country for t in out[first] if t.country}


def _through_titles(facts: Sequence[Facts], known: Sequence[list[Told]]) -> list[list[Told]]:
    """The president, where somebody in the story is one: the nearest person before, whose office the title names."""
    out: list[list[Told]] = []
    held: dict[tuple[str, ...], Told] = {}
    for fact, told in zip(facts, known, strict=True):
        for t in told:
            held |= {pieces(office.title): t for office in t.offices if fact.person}
        role = fact.role
        if len(told) == 1 and not told[0].country and told[0].sectors == ("GOV",) and role and not fact.plural:
            holder = held.get(pieces(role.words)) if fact.definite and fact.mention.kind is MentionKind.TITLE else None
            told = [_followed(holder)] if holder else told
        out.append(told)
    return out


def _through_sectors(facts: Sequence[Facts], known: Sequence[list[Told]]) -> list[list[Told]]:
    """The soldiers of a story in which all other soldiers are one country's are that country's, too."""
    seen: dict[str, Counter[str]] = {}
    for told in known:
        for t in told:
            if t.country and len(t.sectors) == 1 and t.sectors[0] in _OWN_SECTORS:
                seen.setdefault(t.sectors[0], Counter())[t.country] += 1
    out = []
    for fact, told in zip(facts, known, strict=True):
        if len(told) == 1 and not told[0].country and not fact.relational and told[0].sectors[:1]:
            counts = seen.get(told[0].sectors[0], Counter())
            top = max(sorted(counts), key=lambda c: counts[c], default="")
            if top and counts[top] >= 0.75 * counts.total() and len(told[0].sectors) == 1:
                why = f"{told[0].why}; the others of that kind are of {top}"
                told = [replace(told[0], country=top, score=0.5, why=why)]
        out.append(told)
    return out


def _worth(told: Told) -> float:
    return told.score + (0.5 if told.country else 0) + (0.1 if told.sectors else 0)


def _takes(fact: Facts, own: Sequence[Told], best: Told) -> bool:
    """Whether the chain knows better than the mention's own words: persons always, others where these lack it."""
    if not own:
        return True
    if len(own) > 1:
        return False
    return not own[0].country or (fact.person and own[0].country == best.country)


def _inherited(best: Told, own: Sequence[Told]) -> Told:
    if own and own[0].id == best.id:
        return best
    return _followed(best)


def _followed(told: Told) -> Told:
    return replace(told, score=round(told.score * 0.9, 3), why=f"same as before: {told.why}")


def _all_of(lists: Sequence[Sequence[Told]]) -> list[Told]:
    return [replace(t, score=round(t.score * 0.8, 3), why=f"together: {t.why}") for told in lists for t in told]


def _guess(fact: Facts, setting: Setting) -> list[Told]:
    found = famous(fact, setting) if fact.mention.kind is MentionKind.NAME else None
    if found is not None:
        return [found]
    if fact.mention.kind is MentionKind.NAME and fact.person:
        name = written(fact.core)
        return [Told(f"name:{'-'.join(fact.words)}", name, "", (), 0.2, "a name that no table knows")]
    return []


def _scenic(fact: Facts, told: Told, setting: Setting) -> Told:
    """Add the country of the scene to people who belong to no named one, where the scene is clear."""
    if told.country or not set(told.sectors) & listed("scenic_sectors") or fact.relational:
        return told
    if fact.role is not None and fact.role.kind == "thing":
        return told  # a missile may be anybody's
    named = "GOV" in told.sectors and (told.id.startswith("name:") and fact.person)
    scene, at = setting.scene, fact.mention.sentence
    country = scene.main or scene.main_near(at) or ("" if named else scene.likely(at))
    if not country:
        return told
    return replace(told, country=country, score=min(told.score, 0.5), why=f"{told.why}; the story is about {country}")


def _resolved(mention: Mention, told: Told) -> Resolved:
    actor = Actor(told.id, told.name, told.country, told.sectors, told.offices)
    return Resolved(mention, actor, told.score, told.why)
