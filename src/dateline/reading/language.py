"""Which language a text is written in."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from dateline.knowledge.load import table, words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SHORTEST = 40  # letters; fewer do not tell a language from a list of names
SURE = 0.5
_ENGLISH_SHARE = 0.08  # of the words; other languages stay under 0.02
_READ = 6000  # characters
_UNQUOTED = 25  # letters that must be left without quotations for these to be set aside
_QUOTED = re.compile(r"[“„«][^”“»\n]{1,800}[”“»]|\"[^\"\n]{1,800}\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")
_CONFUSED = "pcm"  # Nigerian Pidgin is taken for English news from Nigeria, never the other way round


def language_of(text: str) -> tuple[str, float]:
    """The language code of ``text`` and how sure it is (0-1); quotations count only where there is little else."""
    sample = _reporter_words(text[:_READ])
    latin, other = _scripts(sample)
    if not latin and not other:
        return "en", 0.0
    found = [w.lower() for w in _WORD.findall(sample)]
    share = sum(w in _english() for w in found) / max(1, len(found))
    code, score = _identifier().classify(sample)
    if other > latin:
        return code, max(float(score), 0.99) if code != "en" else 0.0
    if share >= _ENGLISH_SHARE and len(found) >= 5:
        return "en", max(float(score) if code == "en" else 0.0, min(0.99, 0.5 + 2 * share))
    return code, float(score)


def is_foreign(text: str) -> str:
    """The code of the language of ``text`` when it is surely not English, else ""; short texts pass."""
    if sum(c.isalpha() for c in text[:_READ]) < SHORTEST:
        return ""
    code, score = language_of(text)
    return code if code != "en" and score >= SURE else ""


@cache
def name_of(code: str) -> str:
    """The English name of a language code; the code itself when it is unknown."""
    return {row["code"]: row["name"] for row in table("reading/languages.csv", "code", "name")}.get(code, code)


def _reporter_words(text: str) -> str:
    """The text without its quotations, which may be in any language, unless hardly anything is left then."""
    left = _QUOTED.sub(" ", text)
    return left if sum(c.isalpha() for c in left) >= _UNQUOTED else text


def _scripts(text: str) -> tuple[int, int]:
    letters = [c for c in text if c.isalpha()]
    latin = sum(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)
    return latin, len(letters) - latin


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([x for x in identifier.labels if x != _CONFUSED])
    return identifier


@cache
def _english() -> frozenset[str]:
    return words("reading/english.txt")
