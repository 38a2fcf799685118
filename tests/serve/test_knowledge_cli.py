"""``dateline knowledge`` and ``dateline who`` as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

MINISTERS = """\
position,person,personID,start,end,gender
President,Yaw Darko,Q1,2009-01-07,2017-01-06,male
Minister of Foreign Affairs,Ama Sintim,Q2,2013-02-01,2017-01-06,female
Minister of Foreign Affairs,Ama Sintim,Q2,2013-99-01,,female
"""
TALKS = "Ama Sintim flew to Lomé on Monday. Sintim met officers of the Tano Lake Guard there.\n"


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of own knowledge for one test, with a list to import beside it."""
    monkeypatch.setenv("DATELINE_KNOWLEDGE", str(tmp_path / "own"))
    (tmp_path / "GHA.csv").write_text(MINISTERS)
    (tmp_path / "talks.txt").write_text(TALKS)
    return tmp_path / "own"


def asked(done: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_import_refuses_wrong_rows_and_keeps_the_rest(dateline: Run, own: Path) -> None:
    file = str(own.parent / "GHA.csv")
    done = dateline("knowledge", "import", "offices", file, "--dated", "2022-07-23")
    assert done.returncode == 1
    assert f"{file}:4: start 2013-99-01 is no date" in done.stderr
    first = {p.name: p.read_bytes() for p in own.iterdir()}
    assert set(first) == {"offices.csv", "sources.csv"}
    dateline("knowledge", "import", "offices", file, "--dated", "2022-07-23")
    assert {p.name: p.read_bytes() for p in own.iterdir()} == first
    listed = dateline("knowledge", "list").stdout
    assert listed.startswith("GHA.csv: offices, 2 terms of office, 0 actors, version ")
    assert listed.endswith(" of 2022-07-23\n")


def test_who_tells_office_and_source_on_the_day(dateline: Run, own: Path) -> None:
    dateline("knowledge", "import", "offices", str(own.parent / "GHA.csv"))
    line = asked(dateline("who", "Ama Sintim", "--on", "2015-05-05", "-f", "jsonl"))[0]
    assert (line["country"], line["sectors"], line["source"]) == ("GHA", ["GOV"], "GHA.csv")
    assert [o["title"] for o in line["office"]] == ["foreign minister"]
    after = asked(dateline("who", "Sintim", "--on", "2018-05-05", "-f", "jsonl"))[0]
    assert (after["sectors"], after["office"]) == (["ELI"], [])
    assert "no longer in office" in after["why"]


def test_who_reads_the_name_in_a_story(dateline: Run, own: Path) -> None:
    dateline("knowledge", "import", "offices", str(own.parent / "GHA.csv"))
    done = dateline("who", "Sintim", "--on", "2015-05-05", "--story", str(own.parent / "talks.txt"))
    assert done.returncode == 0
    assert "Sintim in" in done.stdout
    assert "same as before" in done.stdout


def test_own_cast_is_believed_in_stories(dateline: Run, own: Path) -> None:
    added = dateline("knowledge", "add", "Tano Lake Guard", "--country", "CIV", "--sector", "PRM", "--alias", "TLG")
    assert added.returncode == 0
    talks = ["--on", "2015-05-05", "--story", str(own.parent / "talks.txt"), "-f", "jsonl"]
    told = [x for x in asked(dateline("who", "Tano Lake Guard", *talks)) if "words" in x]
    assert [(x["country"], x["sectors"]) for x in told] == [("CIV", ["PRM"])]
    assert told[0]["why"] == "own cast: Tano Lake Guard of cast"


def test_nobody_is_one_clear_line(dateline: Run) -> None:
    done = dateline("who", "Xaviera Qwertz", "--on", "2021-09-14")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "dateline: Xaviera Qwertz: nobody of that name is known on 2021-09-14; add one with knowledge add\n"
    )


def test_shipped_rows_answer_too(dateline: Run) -> None:
    assert "Sung Kim" in dateline("who", "Sung Kim", "--on", "2021-09-14").stdout
    line = asked(dateline("who", "Pyongyang", "-f", "jsonl"))[0]
    assert (line["country"], line["sectors"], line["source"]) == ("PRK", ["GOV"], "shipped")


def test_removed_sources_leave_nothing(dateline: Run, own: Path) -> None:
    dateline("knowledge", "add", "Tano Lake Guard", "--country", "CIV")
    assert dateline("knowledge", "remove", "cast").returncode == 0
    assert list(own.iterdir()) == []
    gone = dateline("knowledge", "remove", "cast")
    assert (gone.returncode, gone.stderr) == (2, "dateline: cast: no such source; dateline knowledge list shows them\n")


def test_own_rows_change_the_fingerprint_of_records(dateline: Run) -> None:
    def coder() -> str:
        story = "Ethiopia denounced Eritrea on Friday.\n"
        return str(json.loads(dateline("code", "-", "-f", "jsonl", stdin=story).stdout.splitlines()[0])["coder"])

    before = coder()
    dateline("knowledge", "add", "Tano Lake Guard", "--country", "CIV")
    assert coder() != before
    dateline("knowledge", "remove", "cast")
    assert coder() == before
