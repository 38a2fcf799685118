"""Short ways to ask the room: what a text names, what it means, and where an act took place."""

from collections.abc import Callable

import pytest

from dateline.reading.parse import parse_text
from dateline.records import Located, Place
from dateline.where.attach import place_of
from dateline.where.find import find
from dateline.where.resolve import resolve

Places = Callable[..., dict[str, Located]]
Where = Callable[[str, str], str]


@pytest.fixture(name="places")
def _places() -> Places:
    """Text -> name as written -> its first place."""

    def read(text: str, dateline: str = "") -> dict[str, Located]:
        sentences = parse_text(text)
        found = resolve(find(text, sentences), sentences, dateline)
        return {text[p.span.start : p.span.end]: p for p in reversed(found)}

    return read


@pytest.fixture(name="country")
def _country(places: Places) -> Callable[..., str]:
    """The country of a name in a text, with the first-level division where it is American."""

    def read(name: str, text: str, dateline: str = "") -> str:
        place = places(text, dateline)[name].place or Place("", "")
        return f"{place.country} {place.admin1}" if place.country == "USA" and place.admin1 else place.country

    return read


@pytest.fixture(name="where")
def _where() -> Where:
    """Text and predicate word -> the words of its place, "" for none."""

    def read(text: str, word: str) -> str:
        sentences = parse_text(text)
        found = resolve(find(text, sentences), sentences)
        for sentence in sentences:
            for token in sentence.tokens:
                if token.text == word:
                    place = place_of(sentence, token.i, (token.i,), found)
                    return text[place.span.start : place.span.end] if place else ""
        raise AssertionError(f"no word {word} in {text}")

    return read
