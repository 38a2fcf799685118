"""Place names to places: by size, by what else the story names, by "City, Region", by the dateline."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from dateline.knowledge.gazetteer import divisions, supplement
from dateline.knowledge.geonames import fold
from dateline.records import Located, Sentence, Span
from dateline.where.names import capitalised, is_area_name, listed, short_forms
from dateline.where.options import Name, Option, near, options_of, within

_COMMA = 2  # characters between a name and its region
_KEPT = 5  # candidates
_HINTED = 6.0
_COUNTRY = 2.5
_ADMIN = 2.0
_NEAR = 2.0
_DATELINE = 1.5
_ROUNDS = 3
Belief = dict[Name, tuple[float, ...]]


def resolve(found: tuple[Located, ...], sentences: tuple[Sentence, ...], dateline: str = "") -> tuple[Located, ...]:
    """The place of every name, one meaning a name and story; those that no gazetteer knows keep ``place`` None."""
    named = _named(found, sentences)
    names = _grouped(named)
    scores = _weigh(list(names), _context(sentences), _home(dateline))
    return tuple(_chosen(p, names_of, scores) for p, names_of in zip(found, _same(named, names), strict=True))


def _chosen(located: Located, name: Name, scores: Mapping[Name, tuple[float, ...]]) -> Located:
    if not name.options:
        return replace(located, why=f"{located.why}; unknown")
    ranked = sorted(zip(scores[name], range(len(name.options)), strict=True), key=lambda x: (-x[0], x[1]))
    best = name.options[ranked[0][1]]
    total = sum(exp(min(s - ranked[0][0], 0)) for s, _ in ranked)
    why = "in " + name.hint if name.hint else "only one" if len(name.options) == 1 else "context"
    candidates = tuple(name.options[i].place for _, i in ranked[:_KEPT])
    return replace(
        located, place=best.place, score=round(1 / total, 3), why=f"{located.why}; {why}", candidates=candidates
    )


def _named(found: Sequence[Located], sentences: Sequence[Sentence]) -> list[Name]:
    """The names in order; one that tells where the name before it lies ("Buffalo, New York") is a region itself."""
    out: list[Name] = []
    told = ""
    for located, after in zip(found, [*found[1:], None][: len(found)], strict=True):
        name = _name_of(located, sentences[located.sentence], told)
        out.append(name)
        close = after is not None and 0 < after.span.start - located.span.end <= _COMMA
        told = name.hint if close and name.hint and _fits(name) else ""
    return out


def _name_of(located: Located, sentence: Sentence, told: str) -> Name:
    text = _words(sentence, located.span)
    adjective = "adjective" in located.why
    kind = _kind_behind(sentence, located)
    wide: tuple[Option, ...] = ()
    if kind and not adjective:
        wide = _divisions(f"{text} {kind}", text)
    elif told == text:
        kind, wide = "region", _regions(text)
    return Name(fold(f"{text} {kind}"), _hint(sentence, located), wide or options_of(text, adjective))


def _kind_behind(sentence: Sentence, located: Located) -> str:
    """The "province" of "Aceh province": it says which Aceh."""
    after = next((t for t in sentence.tokens if t.span.start >= located.span.end), None)
    if after and (after.text == "State" or after.text in listed("divisions")):
        return after.text.lower()
    return ""


def _divisions(full: str, bare: str) -> tuple[Option, ...]:
    return tuple(o for o in options_of(full) or options_of(bare) if o.place.precision == "region")


def _words(sentence: Sentence, span: Span) -> str:
    """The words of the span as they are written, one space between them where the text has any."""
    out, last = "", span.start
    for t in sentence.tokens:
        if span.start <= t.span.start < span.end:
            out += (" " if t.span.start > last and out else "") + t.text
            last = t.span.end
    return out


def _hint(sentence: Sentence, located: Located) -> str:
    """The region behind a comma or in brackets, as written: "Paris, Texas", "Tripoli (Lebanon)"."""
    after = [t for t in sentence.tokens if t.span.start >= located.span.end]
    if len(after) < 2 or after[0].text not in (",", "("):
        return ""
    for n in (3, 2, 1):
        words = after[1 : n + 1]
        if len(words) == n and capitalised(words[0]):
            name = _words(sentence, Span(words[0].span.start, words[-1].span.end))
            if is_area_name(name):
                return name
    return ""


def _grouped(named: Sequence[Name]) -> dict[Name, int]:
    """Each name once with how often it stands; a name without a hint takes the first hint of its like."""
    hints: dict[str, str] = {}
    for name in named:
        if name.hint and _fits(name):
            hints.setdefault(name.folded, name.hint)
    return Counter(_with_hint(n, hints) for n in named)


def _with_hint(name: Name, hints: Mapping[str, str]) -> Name:
    if name.hint and not _fits(name):
        name = replace(name, hint="")
    return name if name.hint else replace(name, hint=hints.get(name.folded, ""))


def _fits(name: Name) -> bool:
    """Whether any option lies where the hint says ("in London, Britain", not "in London, Texas and Rome")."""
    return any(within(o, r.place) for r in _regions(name.hint) for o in name.options if o.place.precision != "country")


def _regions(hint: str) -> tuple[Option, ...]:
    found = [e for full in short_forms().get(hint, (hint,)) for e in divisions(full)]
    return tuple(Option(e.place, 8.0, e.countries, e.radius_km) for e in found)


def _same(named: Sequence[Name], names: Mapping[Name, int]) -> list[Name]:
    hints: dict[str, str] = {}
    for n in names:
        if n.hint:
            hints.setdefault(n.folded, n.hint)
    return [_with_hint(n, hints) for n in named]


def _home(dateline: str) -> tuple[Option, ...]:
    city, _, region = dateline.partition(",")
    options = options_of(city.strip().title() if city.isupper() else city.strip())
    inside = [o for o in options for r in _regions(region.strip()) if within(o, r.place)]
    return tuple((inside or options)[:1])


def _context(sentences: Sequence[Sentence]) -> Mapping[tuple[str, str], float]:
    """How often countries and divisions are named anywhere, inside longer names too ("Texas Department of ...")."""
    votes: dict[tuple[str, str], float] = defaultdict(float)
    for sentence in sentences:
        tokens = sentence.tokens
        for i in range(len(tokens)):
            if not capitalised(tokens[i]):
                continue
            for n in (2, 1):
                words = tokens[i : i + n]
                if len(words) == n and capitalised(words[-1]):
                    name = " ".join(t.text for t in words)
                    full = short_forms().get(name, (name,))[0]
                    found = [e for e in supplement(full) if e.kind == "admin1"]
                    for e in found:
                        votes[(e.place.country, e.place.admin1)] += 1 / len(found)
                    if found:
                        break
    return votes


def _weigh(
    names: Sequence[Name], context: Mapping[tuple[str, str], float], home: tuple[Option, ...]
) -> dict[Name, tuple[float, ...]]:
    """The score of every option: its own weight and what the other names of the story say, settled in a few rounds."""
    base = {n: tuple(_own(n, o, home) for o in n.options) for n in names}
    scores = dict(base)
    for _ in range(_ROUNDS):
        beliefs = {n: _shares(scores[n]) for n in names}
        countries, admins = _votes(beliefs, context)
        scores = {
            n: tuple(
                base[n][i] + _support(n, o, beliefs, countries, admins) if len(n.options) > 1 else base[n][i]
                for i, o in enumerate(n.options)
            )
            for n in names
        }
    return scores


def _own(name: Name, option: Option, home: tuple[Option, ...]) -> float:
    score = option.prior
    if name.hint and any(within(option, r.place) for r in _regions(name.hint)):
        score += _HINTED
    for h in home:
        score += _DATELINE * near(option, h)
        if set(option.countries) & set(h.countries):
            score += 0.5 * _DATELINE
            score += 0.5 * _DATELINE * (option.place.admin1 == h.place.admin1)
    return score


def _shares(scores: Sequence[float]) -> tuple[float, ...]:
    top = max(scores, default=0.0)
    raw = [exp(1.5 * (s - top)) for s in scores]
    return tuple(r / sum(raw) for r in raw)


def _votes(
    beliefs: Belief, context: Mapping[tuple[str, str], float]
) -> tuple[dict[str, dict[Name, float]], dict[tuple[str, str], dict[Name | None, float]]]:
    countries: dict[str, dict[Name, float]] = defaultdict(dict)
    admins: dict[tuple[str, str], dict[Name | None, float]] = defaultdict(dict)
    for name, shares in beliefs.items():
        for option, share in zip(name.options, shares, strict=True):
            for code in option.countries:
                countries[code][name] = countries[code].get(name, 0.0) + share / len(option.countries)
            if option.place.admin1:
                key = (option.place.country, option.place.admin1)
                admins[key][name] = admins[key].get(name, 0.0) + share
    for key, n in context.items():
        admins[key][None] = min(n, 5.0)
    return countries, admins


def _support(
    name: Name,
    option: Option,
    beliefs: Belief,
    countries: Mapping[str, Mapping[Name, float]],
    admins: Mapping[tuple[str, str], Mapping[Name | None, float]],
) -> float:
    others = [n for n in beliefs if n.folded != name.folded]
    if not others:
        total = sum(v for k, v in _flat(admins))
        key = (option.place.country, option.place.admin1)
        return _ADMIN * admins.get(key, {}).get(None, 0.0) / total if total else 0.0
    weight = len(others) + 1.0
    mine = max(
        (sum(v for n, v in countries[c].items() if n.folded != name.folded) for c in option.countries), default=0
    )
    score = _COUNTRY * mine / weight
    key = (option.place.country, option.place.admin1)
    if option.place.admin1:
        votes = sum(v for n, v in admins[key].items() if n is None or n.folded != name.folded)
        score += _ADMIN * min(1.0, votes / 3)
    closest = max(
        (s * near(option, o) for n in others for o, s in zip(n.options, beliefs[n], strict=True) if s > 0.1),
        default=0.0,
    )
    return score + _NEAR * closest


def _flat(admins: Mapping[tuple[str, str], Mapping[Name | None, float]]) -> list[tuple[tuple[str, str], float]]:
    return [(k, v[None]) for k, v in admins.items() if None in v]
