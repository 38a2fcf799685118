"""The commands as a user types them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.conftest import Run

REPORT = "The Kenyan foreign minister met the Somali president in Nairobi on Tuesday, Reuters reported.\n"
WAR = "Ethiopia denounced Eritrea on Friday.\n"


def test_code_prints_json_lines(dateline: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    done = dateline("code", str(tmp_path / "a.txt"), "--published", "2021-03-10", "-f", "jsonl")
    line = json.loads(done.stdout.splitlines()[0])
    assert done.returncode == 0
    assert (line["type"], line["status"], line["date"]["value"]) == ("CONSULT", "actual", "2021-03-09")
    assert {a["country"] for a in line["actors"]} == {"KEN", "SOM"}
    assert line["attribution"][0]["name"] == "Reuters"
    assert line["evidence"]["quote"] in REPORT
    assert "1 story" in done.stderr


def test_code_reads_standard_input(dateline: Run) -> None:
    done = dateline("code", "-", "-f", "jsonl", stdin=WAR)
    assert [json.loads(x)["type"] for x in done.stdout.splitlines()] == ["ACCUSE"]


def test_csv_has_one_row_a_claim(dateline: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(dateline("code", "-", "-f", "csv", stdin=WAR).stdout)))
    assert [(r["type"], r["actor_countries"], r["recipient_countries"]) for r in rows] == [("ACCUSE", "ETH", "ERI")]


def test_table_names_who_did_what(dateline: Run) -> None:
    out = dateline("code", "-", stdin=WAR).stdout
    assert "Ethiopia (ETH GOV)" in out
    assert "ACCUSE disapprove" in out
    assert "*denounced*" in out


def test_output_file_appears_whole(dateline: Run, tmp_path: Path) -> None:
    done = dateline("code", "-", "-f", "jsonl", "-o", str(tmp_path / "out.jsonl"), stdin=WAR)
    assert done.stdout == ""
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["out.jsonl"]


def test_min_probability_leaves_out(dateline: Run) -> None:
    assert dateline("code", "-", "-f", "jsonl", "--min-probability", "1", stdin=WAR).stdout == ""


def test_bad_records_are_told_and_the_others_coded(dateline: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    path.write_text('{"id": "a", "text": "%s"}\n{broken\n{"id": "b"}\n' % WAR.strip())
    done = dateline("code", str(path), str(tmp_path / "none.txt"), "-f", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    complaints = [x for x in done.stderr.splitlines() if x.startswith("dateline: ")]
    assert len(complaints) == 3
    assert all(str(tmp_path) in x for x in complaints)


def test_wrong_usage_is_2(dateline: Run) -> None:
    done = dateline("code", "-", "--published", "yesterday", stdin=WAR)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert dateline("code", "-", "-f", "xml", stdin=WAR).returncode == 2


def test_foreign_story_is_refused_by_name_of_language(dateline: Run) -> None:
    done = dateline(
        "code", "-", stdin="Le ministre des Affaires étrangères a rencontré son homologue à Paris hier soir.\n"
    )
    assert done.returncode == 1
    assert "French" in done.stderr


def test_without_a_publication_date_no_year_is_invented(dateline: Run) -> None:
    text = "The envoys met in Tokyo on September 14, the Japanese foreign ministry said.\n"
    line = json.loads(dateline("code", "-", "-f", "jsonl", stdin=text).stdout.splitlines()[0])
    assert line["date"]["timex"] == "XXXX-09-14"
    assert (line["date"]["value"], line["date"]["earliest"]) == ("", None)


def test_annotate_prints_the_layers(dateline: Run) -> None:
    line = json.loads(dateline("annotate", "-", "--published", "2021-03-10", stdin=REPORT).stdout)
    assert {"id", "sentences", "mentions", "timex", "toponyms", "attrs"} <= set(line)
    assert ["DATE", "2021-03-09"] in [t[2:] for t in line["timex"]]
    assert any(m["country"] == "SOM" for m in line["mentions"])
    assert line["attrs"][0]["source"]


def test_relate_types_the_marked_pair(dateline: Run, tmp_path: Path) -> None:
    row = {"id": 7, "marked": "<s>Chad</s> condemned the raid by <t>Sudanese militiamen</t> on Monday."}
    (tmp_path / "r.jsonl").write_text(json.dumps(row) + "\n")
    found = json.loads(dateline("relate", str(tmp_path / "r.jsonl")).stdout)
    assert (found["id"], found["root"], found["quad"]) == (7, "ACCUSE", "verbal conflict")


def test_explain_says_why(dateline: Run) -> None:
    out = dateline("explain", "-", stdin=WAR + "The weather was mild.\n").stdout
    assert "accuse.condemn" in out
    assert "coded as claim" in out
    assert "no word here is a known predicate" in out


def test_explain_one_sentence(dateline: Run) -> None:
    out = dateline("explain", "-", "--sentence", "1", stdin=WAR + "The weather was mild.\n").stdout
    assert "[1]" in out
    assert "[0]" not in out


def test_demo_shows_the_examples(dateline: Run) -> None:
    done = dateline("demo")
    assert done.returncode == 0
    assert done.stdout.count("who -> did -> whom") == 5
    assert "5 stories" in done.stderr
