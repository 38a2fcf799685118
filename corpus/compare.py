"""The corpus beside real stories: sentence length, passives, quotations, nominal predicates, events a sentence.

python -m corpus.compare STORIES.jsonl     real stories with a "text"; those in which little is coded are left out
Both sides are measured by the same parser and the same coder, so that the figures can be compared.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.notation import load
from dateline.coder import annotate, claims_of, read
from dateline.records import Form, Reading, Role, Story

HERE = Path(__file__).resolve().parent
POLITICAL = 0.2  # claims a sentence, from which a real story is like what the corpus imitates
TOO_FAR = 1 / 3


@dataclass(slots=True)
class Figures:
    """Counts over many stories."""

    sentences: int = 0
    words: int = 0
    passives: int = 0
    quotes: int = 0
    predicates: int = 0
    nominal: int = 0
    events: int = 0

    def shares(self) -> dict[str, float]:
        n = max(1, self.sentences)
        return {
            "words a sentence": self.words / n,
            "sentences with a passive": self.passives / n,
            "sentences with a quotation": self.quotes / n,
            "nominal predicates": self.nominal / max(1, self.predicates),
            "events a sentence": self.events / n,
        }


def main(path: Path) -> int:
    """Print the comparison, what differs by more than a third marked."""
    ours = _measured((Story(p.id, p.text, published=p.published) for p in load(HERE / "passages")), 0.0).shares()
    rows = [json.loads(x) for x in path.read_text(encoding="utf8").splitlines() if x.strip()]
    real = _measured((Story(str(n), row["text"]) for n, row in enumerate(rows)), POLITICAL).shares()
    for name, there in real.items():
        far = abs(ours[name] - there) > TOO_FAR * there
        note = "   DIFFERS by more than a third" if far else ""
        print(f"{name:28} corpus {ours[name]:6.2f}   real {there:6.2f}{note}")
    return 0


def _measured(stories: Iterable[Story], least: float) -> Figures:
    total = Figures()
    for story in stories:
        reading = read(story)
        layers = annotate(reading)
        claims = len(claims_of(reading, layers))
        if not reading.sentences or claims / len(reading.sentences) < least:
            continue
        kept = [c for c in layers.candidates if not c.rejected]
        total.predicates += len(kept)
        total.nominal += sum(c.form in (Form.NOUN, Form.LIGHT) for c in kept)
        total.events += len(kept)
        _count(reading, total)
    return total


def _count(reading: Reading, total: Figures) -> None:
    for sentence in reading.sentences:
        if sentence.role is not Role.BODY:
            continue
        total.sentences += 1
        total.words += sum(t.pos not in ("PUNCT", "SPACE") for t in sentence.tokens)
        total.passives += any(t.dep in ("auxpass", "nsubjpass") for t in sentence.tokens)
        total.quotes += any(t.text in ('"', "“", "”", "''", "``") for t in sentence.tokens)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
