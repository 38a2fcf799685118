"""Files, folders and standard input to stories; every kind of bad input is one line and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import WrongUsage
from dateline.reading.decode import LONGEST
from dateline.reading.text import complaint, read, read_all
from dateline.records import Problem, Source, Story

BODY = "The envoys of three countries met in Lima on Tuesday and called on both sides to withdraw."
OTHER = "Riot police used tear gas against several thousand marchers in front of Congress on Thursday."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Envoys meet</title>
<meta property="og:site_name" content="The Harmattan Times"><meta property="og:title" content="Envoys meet in Lima">
<meta property="article:published_time" content="2021-09-14T10:00:00Z">
<link rel="canonical" href="https://harmattan.example/world/1"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Envoys meet in Lima</h1><p>{BODY}</p>
<p>A second round will be held next week in Quito, the foreign minister of Ecuador said.</p></article></body></html>"""


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _story(path: Path | str, **given: object) -> Story:
    items = list(read(path, **given))  # type: ignore[arg-type]
    assert len(items) == 1
    assert isinstance(items[0], Story), items
    return items[0]


def _problem(path: Path | str) -> Problem:
    items = list(read(path))
    assert len(items) == 1
    assert isinstance(items[0], Problem), items
    assert "\n" not in items[0].where + items[0].message
    return items[0]


def _from_lines(folder: Path, *records: object) -> list[Story | Problem]:
    lines = [r if isinstance(r, str) else json.dumps(r) for r in records]
    return list(read(_file(folder, "stories.jsonl", "\n".join(lines) + "\n")))


def _message(folder: Path, record: object) -> str:
    """The complaint about one record between two good ones, which must be read."""
    before, item, after = _from_lines(folder, {"id": "a", "text": BODY}, record, {"id": "z", "text": OTHER})
    assert isinstance(before, Story)
    assert isinstance(after, Story)
    assert isinstance(item, Problem), item
    assert item.where.endswith("stories.jsonl:2")
    assert "\n" not in item.message
    return item.message


# ---- good input


def test_plain_text_is_kept_as_it_came(tmp_path: Path) -> None:
    text = f"  {BODY}\r\n\r\n“{OTHER}”\n\n"
    assert _story(_file(tmp_path, "a.txt", text)).text == text


def test_options_apply_to_plain_text(tmp_path: Path) -> None:
    story = _story(_file(tmp_path, "a.txt", BODY), published=date(2021, 9, 15), source="Harmattan")
    assert (story.published, story.source, story.language) == (date(2021, 9, 15), Source("Harmattan"), "en")


def test_id_is_made_of_text_and_source(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", BODY)
    same, again, other = _story(path).id, _story(path).id, _story(path, source="X").id
    assert len(same) == 16
    assert same == again != other


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = f"São Paulo – “{BODY}” The café owners’ strike went on."
    assert _story(_file(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_unknown_ending_is_looked_into(tmp_path: Path) -> None:
    assert _story(_file(tmp_path, "a.dispatch", BODY)).text == BODY
    assert _story(_file(tmp_path, "b.dispatch", json.dumps({"text": OTHER}))).text == OTHER
    assert _story(_file(tmp_path, "c.dispatch", PAGE)).title == "Envoys meet in Lima"


def test_html(tmp_path: Path) -> None:
    story = _story(_file(tmp_path, "a.html", PAGE), published=date(2000, 1, 1), source="given")
    assert BODY in story.text
    assert "Home" not in story.text
    assert (story.published, story.source.name) == (date(2021, 9, 14), "The Harmattan Times")
    assert story.url == "https://harmattan.example/world/1"


def test_html_in_a_text_file_and_in_another_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="cp1251">').replace("Quito", "Quito, «Мир»")
    assert "«Мир»" in _story(_file(tmp_path, "a.txt", page.encode("cp1251"))).text


def test_json_lines_with_own_names(tmp_path: Path) -> None:
    record = {"id": 7, "text": BODY, "title": "Envoys meet", "published": "2021-09-15", "source": "AP", "url": "u"}
    (story,) = _from_lines(tmp_path, record)
    assert story == Story("7", BODY, "Envoys meet", date(2021, 9, 15), Source("AP"), "u")


def test_news_please_names(tmp_path: Path) -> None:
    record = {
        "maintext": BODY,
        "title": "Envoys meet",
        "date_publish": "2021-09-15 10:11:12",
        "date_download": "2021-09-16 00:00:00",
        "source_domain": "harmattan.example",
        "url": "https://harmattan.example/1",
        "language": "en",
        "authors": ["A"],
    }
    (story,) = _from_lines(tmp_path, record)
    assert isinstance(story, Story)
    assert (story.text, story.published, story.source.name) == (BODY, date(2021, 9, 15), "harmattan.example")
    assert story.retrieved_at is not None


@pytest.mark.parametrize("field", ["event_text", "story text", "story_text"])
def test_ngec_names(tmp_path: Path, field: str) -> None:
    record = {"id": "n1", "pub_date": "20210915", "publisher": "Harmattan", "headline": "Envoys", field: BODY}
    (story,) = _from_lines(tmp_path, record)
    assert story == Story("n1", BODY, "Envoys", date(2021, 9, 15), Source("Harmattan"))


def test_source_as_object_and_defaults_for_the_rest(tmp_path: Path) -> None:
    path = _file(
        tmp_path,
        "a.jsonl",
        json.dumps({"id": "1", "text": BODY, "source": {"name": "AP", "country": "USA", "url": "u"}})
        + "\n\n"
        + json.dumps({"id": "2", "text": OTHER, "published": None, "source": ""}),
    )
    first, second = read(path, published=date(2020, 2, 2), source="given")
    assert isinstance(first, Story)
    assert isinstance(second, Story)
    assert (first.source, second.source) == (Source("AP", "USA", "u"), Source("given"))
    assert (first.published, second.published) == (date(2020, 2, 2), date(2020, 2, 2))


@pytest.mark.parametrize(
    "written",
    ["2021-09-15", "20210915", "2021/09/15", "2021-09-15T23:59:00+09:00", "2021-09-15T00:00:00Z", "2021-09-15 17:52"]
    + ["Wed, 15 Sep 2021 10:00:00 GMT", 20210915],
)
def test_dates(tmp_path: Path, written: str | int) -> None:
    (story,) = _from_lines(tmp_path, {"text": BODY, "published": written})
    assert isinstance(story, Story)
    assert story.published == date(2021, 9, 15)


@pytest.mark.parametrize("indent", [None, 2])
def test_json_array(tmp_path: Path, indent: int | None) -> None:
    path = _file(tmp_path, "a.json", json.dumps([{"text": BODY}, {"text": OTHER}], indent=indent))
    assert [s.text for s in read(path) if isinstance(s, Story)] == [BODY, OTHER]


def test_json_objects_over_many_lines(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.json", "\n".join(json.dumps({"text": t}, indent=2) for t in (BODY, OTHER)))
    assert [s.text for s in read(path) if isinstance(s, Story)] == [BODY, OTHER]


def test_array_larger_than_one_reading(tmp_path: Path) -> None:
    records = [{"id": str(n), "text": f"{BODY} " * 30 + str(n)} for n in range(200)]
    items = list(read(_file(tmp_path, "a.json", json.dumps(records))))
    assert [s.id for s in items if isinstance(s, Story)] == [str(n) for n in range(200)]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.json.gz", "a.ndjson.gz", "a.txt.gz", "a.html.gz"])
def test_gzip(tmp_path: Path, name: str) -> None:
    content = {"txt": BODY, "tml": PAGE}.get(name[-6:-3], json.dumps({"text": BODY}) + "\n")
    assert BODY in _story(_file(tmp_path, name, gzip.compress(content.encode()))).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    text = "\n".join(json.dumps({"text": f"{t} Erdoğan"}, ensure_ascii=False) for t in (BODY, OTHER))
    items = list(read(_file(tmp_path, "a.jsonl", text.encode(encoding))))
    assert [s.text for s in items if isinstance(s, Story)] == [f"{BODY} Erdoğan", f"{OTHER} Erdoğan"]


def test_one_line_in_another_encoding(tmp_path: Path) -> None:
    line = json.dumps({"text": f"{BODY} São Paulo"}, ensure_ascii=False).encode("cp1252")
    good = json.dumps({"text": f"{OTHER} Ağrı"}, ensure_ascii=False).encode()
    items = list(read(_file(tmp_path, "a.jsonl", line + b"\n" + good)))
    assert [s.text for s in items if isinstance(s, Story)] == [f"{BODY} São Paulo", f"{OTHER} Ağrı"]


def test_unusual_line_separators_do_not_cut_a_record(tmp_path: Path) -> None:
    text = f"{BODY}\u2028{OTHER}\x85"
    items = list(read(_file(tmp_path, "a.jsonl", json.dumps({"text": text}, ensure_ascii=False))))
    assert [s.text for s in items if isinstance(s, Story)] == [text]


@pytest.mark.parametrize("content", [BODY, PAGE, json.dumps({"text": BODY}), json.dumps([{"text": BODY}])])
def test_standard_input_is_looked_into(content: str) -> None:
    (story,) = read("-", stdin=io.BytesIO(content.encode()))
    assert isinstance(story, Story)
    assert BODY in story.text


def test_standard_input_with_many_lines() -> None:
    lines = "\n".join(json.dumps({"id": str(n), "text": BODY}) for n in range(3))
    assert [s.id for s in read("-", stdin=io.BytesIO(lines.encode())) if isinstance(s, Story)] == ["0", "1", "2"]


def test_folder_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    _file(tmp_path, "b.txt", BODY)
    _file(tmp_path, "a.html", PAGE)
    _file(tmp_path, ".hidden.txt", OTHER)
    _file(tmp_path, "picture.png", b"\x89PNG\0")
    _file(tmp_path / "sub", "c.jsonl", json.dumps({"id": "c", "text": OTHER}))
    stories = [s for s in read(tmp_path) if isinstance(s, Story)]
    assert [s.text[:10] for s in stories] == ["Envoys mee", BODY[:10], OTHER[:10]]


def test_two_classic_lines_of_shell(tmp_path: Path) -> None:
    first, second = _file(tmp_path, "a.txt", BODY), _file(tmp_path, "b.txt", OTHER)
    assert [s.text for s in read_all([first, second]) if isinstance(s, Story)] == [BODY, OTHER]


# ---- bad files


@pytest.mark.parametrize("content", ["", " \n\n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json"])
def test_empty_file(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert _problem(_file(tmp_path, name, content)).message.startswith(("is empty", "holds no record"))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a"])
def test_binary(tmp_path: Path, name: str) -> None:
    found = _problem(_file(tmp_path, name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0" + bytes(range(256)) * 20))
    assert found.where.endswith(name)
    assert "binary" in found.message


def test_binary_far_into_the_file(tmp_path: Path) -> None:
    assert "binary" in _problem(_file(tmp_path, "a.txt", BODY * 200 + "\0")).message


def test_unknown_encoding(tmp_path: Path) -> None:
    assert "UTF-8" in _problem(_file(tmp_path, "a.txt", bytes(range(128, 256)) * 20)).message


def test_file_too_large_for_one_story(tmp_path: Path) -> None:
    assert "MB" in _problem(_file(tmp_path, "a.txt", b"x" * (LONGEST + 1))).message


def test_line_of_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as out:
        out.write(b'{"id": "long", "text": "')
        for _ in range(50):
            out.write(b"x" * 2**20)
        out.write(b'"}\n' + json.dumps({"id": "short", "text": BODY}).encode())
    long, short = read(path)
    assert isinstance(long, Problem)
    assert long.where.endswith("a.jsonl:1")
    assert isinstance(short, Story)


def test_html_without_an_article(tmp_path: Path) -> None:
    page = "<html><body><nav><a href='/'>Home</a><a href='/world'>World</a></nav></body></html>"
    assert "no article" in _problem(_file(tmp_path, "a.html", page)).message


def test_missing_file(tmp_path: Path) -> None:
    assert _problem(tmp_path / "no.txt").message == "no such file; check the name"


def test_name_that_no_file_can_have() -> None:
    assert "cannot be read" in _problem("a\0b.txt").message
    assert "cannot be read" in _problem("x" * 5000).message


def test_file_without_read_permission(tmp_path: Path) -> None:
    assert "permission" in complaint(PermissionError(13, "Permission denied"))
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = _file(tmp_path, "a.txt", BODY)
    path.chmod(0)
    assert "permission" in _problem(path).message


def test_broken_gzip(tmp_path: Path) -> None:
    assert "gzip" in _problem(_file(tmp_path, "a.txt.gz", b"no gzip at all, just text")).message


def test_gzip_cut_off_keeps_what_came_before(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": str(n), "text": f"{BODY} {n * 7919}"}) for n in range(3000))
    items = list(read(_file(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode())[:-4000])))
    assert sum(isinstance(x, Story) for x in items) > 100
    assert isinstance(items[-1], Problem)
    assert "gzip" in items[-1].message


def test_folder_without_stories(tmp_path: Path) -> None:
    _file(tmp_path, "picture.png", b"\x89PNG\0")
    assert "holds no story" in _problem(tmp_path).message


def test_problems_do_not_stop_the_next_file(tmp_path: Path) -> None:
    items = list(read_all([tmp_path / "no.txt", _file(tmp_path, "a.txt", BODY), _file(tmp_path, "b.txt", "")]))
    assert [type(x) for x in items] == [Problem, Story, Problem]


def test_odd_file_name_is_shown_on_one_line(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/no\n\xff.txt")
    found = _problem(path)
    assert found.where.isprintable()
    found.where.encode()


# ---- bad records


@pytest.mark.parametrize("line", ['{"text": "cut o', '{"text": }', "{'text': 'x'}", "not json", "[" * 100_000])
def test_broken_json_line(tmp_path: Path, line: str) -> None:
    assert "broken JSON" in _message(tmp_path, line)


@pytest.mark.parametrize(
    ("line", "kind"), [("[1]", "a list"), ('"a"', "a string"), ("3", "a number"), ("null", "null")]
)
def test_json_that_is_no_object(tmp_path: Path, line: str, kind: str) -> None:
    assert _message(tmp_path, line).startswith(f"holds {kind}, not an object")


@pytest.mark.parametrize("record", [{"id": "x"}, {"text": ""}, {"text": " \n"}, {"text": None}, {}])
def test_missing_text(tmp_path: Path, record: object) -> None:
    assert "has no text" in _message(tmp_path, record)


@pytest.mark.parametrize("text", [3, ["a"], {"a": 1}, True])
def test_text_that_is_no_string(tmp_path: Path, text: object) -> None:
    assert "not a string" in _message(tmp_path, {"text": text})


@pytest.mark.parametrize("field", ["title", "url", "source", "id"])
def test_other_field_that_is_no_string(tmp_path: Path, field: str) -> None:
    assert f"{field} is a list" in _message(tmp_path, {"text": BODY, field: ["a"]})


@pytest.mark.parametrize(
    "written",
    [
        "2021-13-45",
        "2021-02-30",
        "yesterday",
        "0025-01-01",
        "9999-01-01",
        "15/09/2021",
        "2021",
        True,
        12,
        1.5,
        [2021],
        {},
    ]
    + ["٢٠٢١-٠٩-١٥x", "2021-09-1", "Wed, 99 Sep 2021 10:00:00"],
)
def test_date_that_is_none(tmp_path: Path, written: object) -> None:
    assert "YYYY-MM-DD" in _message(tmp_path, {"text": BODY, "published": written})


def test_second_story_with_the_same_id(tmp_path: Path) -> None:
    assert "read before" in _message(tmp_path, {"id": "a", "text": OTHER})


def test_same_id_in_two_files(tmp_path: Path) -> None:
    items = list(read_all([_file(tmp_path, "a.txt", BODY), _file(tmp_path, "b.txt", BODY)]))
    assert [type(x) for x in items] == [Story, Problem]


@pytest.mark.parametrize("text", [f"{BODY}\0", "\0"])
def test_nul_in_a_record(tmp_path: Path, text: str) -> None:
    assert "binary" in _message(tmp_path, {"text": text})


@pytest.mark.parametrize("field", ["text", "title", "id", "source", "url"])
def test_half_a_character(tmp_path: Path, field: str) -> None:
    assert f"{field} has half a character" in _message(tmp_path, {"text": BODY, field: f"{BODY} \ud83d"})


def test_foreign_story(tmp_path: Path) -> None:
    text = "Ngoại trưởng hai nước đã gặp nhau tại Hà Nội hôm thứ Ba để bàn về tình hình biên giới."
    assert _message(tmp_path, {"text": text}) == "story is in Vietnamese; only English is coded, translate it first"


def test_array_that_breaks_off(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.json", json.dumps([{"text": BODY}, {"text": OTHER}])[:-20])
    first, second = read(path)
    assert isinstance(first, Story)
    assert isinstance(second, Problem)
    assert second.where.endswith("a.json:2")
    assert "broken JSON" in second.message


def test_array_in_a_file_of_lines(tmp_path: Path) -> None:
    assert "holds a list" in _problem(_file(tmp_path, "a.jsonl", json.dumps([{"text": BODY}]))).message


def test_file_with_an_empty_array(tmp_path: Path) -> None:
    assert "holds no record" in _problem(_file(tmp_path, "a.json", "[]")).message


# ---- wrong usage


def test_empty_name_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage):
        list(read(""))


def test_standard_input_twice_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage):
        list(read_all(["-", "-"]))


# ---- anything at all


STARTS = st.sampled_from(
    [b"", b"<html><body><p>", b'{"text": "', b"[{", b"\xff\xfe", b"\xfe\xff\0{", b"\x1f\x8b\x08", b"\xef\xbb\xbf"]
)


@settings(deadline=None)
@given(STARTS, st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.jsonl.gz", "a"]))
def test_no_input_raises(start: bytes, rest: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for item in read(_file(Path(folder), name, start + rest)):
            assert isinstance(item, Story | Problem)
            assert not isinstance(item, Problem) or item.message.isprintable()
