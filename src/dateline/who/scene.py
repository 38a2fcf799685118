"""The countries that a story is about, which decide between names that several countries share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.cast import Entry, Sort
from dateline.knowledge.spelling import pieces
from dateline.records import Sentence
from dateline.who.match import Hit
from dateline.who.names import names_of

_LANDS = frozenset({Sort.COUNTRY, Sort.ADJECTIVE, Sort.PEOPLE, Sort.CAPITAL, Sort.SEAT})
_SHORT = 3  # letters; shorter weak names of groups (IS, TAK) need the group's full name in the story
_CLEAR = 0.6  # share of the mentions of countries that makes one the scene


@dataclass(frozen=True, slots=True)
class Scene:
    counts: Mapping[str, float]
    near: Mapping[int, Mapping[str, float]]  # sentence -> countries in it and the two before it
    ids: frozenset[str] = frozenset()  # rows that the story names unmistakably

    @property
    def main(self) -> str:
        """The country that most mentions are of, "" when none stands out."""
        return _leader(self.counts, _CLEAR)

    def main_near(self, sentence: int) -> str:
        """The only country of the neighbourhood, "" when there are several."""
        return _leader(self.near.get(sentence, {}), 0.99)

    def likely(self, sentence: int) -> str:
        """The country most spoken of in the neighbourhood, of equals the one of the story, "" when all are equal."""
        near = self.near.get(sentence, {})
        weights = {c: n + 0.5 * near.get(c, 0.0) for c, n in self.counts.items() if not near or c in near}
        ranked = sorted(weights, key=lambda c: (-weights[c], c))
        if len(ranked) > 1 and weights[ranked[0]] == weights[ranked[1]]:
            return ""
        return ranked[0] if ranked else ""


def _leader(counts: Mapping[str, float], share: float) -> str:
    total = sum(counts.values())
    if not total:
        return ""
    top = max(sorted(counts), key=lambda c: counts[c])
    return top if counts[top] >= share * total else ""


def scene_of(sentences: Sequence[Sentence], told: Mapping[str, float] | None = None) -> Scene:
    """Count the unmistakable names of countries; ``told`` adds weights from outside, one being one mention."""
    names = names_of(tuple(sentences))
    by_sentence = {i: Counter(_strong(hits)) for i, hits in names.items()}
    total: Counter[str] = Counter()
    for counts in by_sentence.values():
        total.update(counts)
    weights: dict[str, float] = dict(total)
    for country, weight in (told or {}).items():
        weights[country] = weights.get(country, 0.0) + weight
    near = {i: _sum(by_sentence.get(k, Counter()) for k in range(i - 2, i + 1)) for i in by_sentence}
    ids = frozenset(e.id for hits in names.values() for h in hits for e in h.entries if not e.weak)
    return Scene(weights, near, ids)


def _sum(counters: Iterable[Counter[str]]) -> Mapping[str, float]:
    out: Counter[str] = Counter()
    for c in counters:
        out.update(c)
    return dict(out)


def _strong(hits: Iterable[Hit]) -> list[str]:
    out: list[str] = []
    for hit in hits:
        lands = {c for e in hit.entries if e.sort in _LANDS and not e.weak for c in e.countries}
        if len(lands) == 1:
            out += lands
    return out


def choose(entries: Sequence[Entry], scene: Scene, label: str) -> Entry | None:
    """The entry that a name with several meanings has in this story, None where it is anybody's guess."""
    countries = {e.countries for e in entries}
    sure = [e for e in entries if not e.weak]
    if sure and sure[0].own:
        return sure[0]
    if sure and len({e.countries for e in sure}) == 1:
        return sure[0]
    if len(countries) > 1:
        ranked = sorted(entries, key=lambda e: (-_weight(e, scene), e.form))
        first, second = _weight(ranked[0], scene), _weight(ranked[1], scene)
        if ranked[0].form in _SOUTHERN:
            return next(e for e in entries if e.countries == ("KOR",))
        return ranked[0] if first > second else None
    entry = entries[0]
    if _weight(entry, scene) > 0 or entry.id in scene.ids or entry.form in _SOUTHERN:
        return entry
    if entry.sort in (Sort.GROUP, Sort.ORGANISATION) and len(entry.form) > _SHORT:
        return entry if entry.sort is Sort.GROUP or len(pieces(entry.form)) > 1 else None
    return entry if label in ("GPE", "NORP") and entry.form == entry.name else None


def _weight(entry: Entry, scene: Scene) -> float:
    return max((scene.counts.get(c, 0.0) for c in entry.countries), default=0.0)


_SOUTHERN = frozenset({"Korea", "Korean", "Koreans"})  # said of the South unless the North is meant by name
