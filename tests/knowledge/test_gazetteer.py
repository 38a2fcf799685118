"""The gazetteer: names to places, and the compiled file under it."""

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from dateline.knowledge import geonames
from dateline.knowledge.gazetteer import admin_place, country_place, lookup


def test_spelling_does_not_count() -> None:
    assert lookup("SANAA") == lookup("Sana'a") == lookup("sana’a")


def test_the_supplement_comes_before_the_towns() -> None:
    kinds = [p.precision for p in lookup("Gaza")]
    assert kinds.index("region") < kinds.index("city")


def test_towns_come_by_population() -> None:
    assert [p.country for p in lookup("Tripoli")][:2] == ["LBY", "LBN"]


def test_countries_and_divisions_have_their_own_doors() -> None:
    korea, texas = country_place("PRK"), admin_place("USA", "TX")
    assert korea is not None
    assert texas is not None
    assert (korea.precision, texas.precision) == ("country", "region")


def test_nothing_is_nowhere() -> None:
    assert lookup("") == lookup("Xyzzyqua") == ()
    assert country_place("XXX") is None


def test_two_at_once_compile_one_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with ProcessPoolExecutor(2) as pool:
        paths = {f.result() for f in [pool.submit(geonames.prepare), pool.submit(geonames.prepare)]}
    assert paths == set((tmp_path / "dateline").iterdir())
    told: list[str] = []
    geonames.prepare(told.append)
    assert told == []


def test_a_torn_file_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = geonames.prepare()
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    told: list[str] = []
    assert geonames.prepare(told.append).read_bytes() == whole
    assert len(told) == 1


def test_an_unwritable_home_falls_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder", encoding="utf8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocker))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert geonames.prepare().is_relative_to(tmp_path)
