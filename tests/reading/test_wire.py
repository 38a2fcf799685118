"""Marking of wire copy: every rule by its own examples, the zones as a whole, and real shapes of stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.wire import WireRule, dateline_day, dateline_of, mark, rules
from dateline.records import Role, Zone


def _examples(field: str) -> list[tuple[WireRule, str]]:
    return [(rule, text) for rule in rules() for text in getattr(rule, field)]


def _brackets(example: str) -> tuple[str, str]:
    """The text of an example and the piece of it that is to be marked (the outermost brackets)."""
    start, end = example.index("["), example.rindex("]")
    return example[:start] + example[start + 1 : end] + example[end + 1 :], example[start + 1 : end]


def _fired(rule: WireRule, text: str) -> str | None:
    if rule.at == "head":
        hit = rule.pattern.match(text)
    elif rule.at == "tail":
        hit = next((h for i in range(len(text)) if (h := rule.pattern.search(text, i)) and h.end() == len(text)), None)
    else:
        hit = rule.pattern.fullmatch(text)
    return hit.group() if hit and hit.group() else None


@pytest.mark.parametrize(("rule", "example"), _examples("examples"), ids=lambda x: getattr(x, "id", str(x)[:40]))
def test_rule_marks_its_example(rule: WireRule, example: str) -> None:
    text, wanted = _brackets(example)
    assert _fired(rule, text) == wanted


@pytest.mark.parametrize(("rule", "text"), _examples("never"), ids=lambda x: getattr(x, "id", str(x)[:40]))
def test_rule_leaves_the_rest_alone(rule: WireRule, text: str) -> None:
    assert _fired(rule, text) is None


def test_every_rule_has_an_example_and_a_never() -> None:
    assert [r.id for r in rules() if not r.examples or not r.never] == []


def test_rule_names_are_unique() -> None:
    assert len({r.id for r in rules()}) == len(rules())


def _marked(text: str, title: str = "") -> list[tuple[str, str]]:
    return [
        (z.role.value, text[z.span.start : z.span.end].strip()) for z in mark(text, title) if z.role is not Role.BODY
    ]


def _covers(text: str, zones: tuple[Zone, ...]) -> bool:
    edges = [0, *(z.span.end for z in zones)]
    return (
        [z.span.start for z in zones] == edges[:-1]
        and edges[-1] == len(text)
        and all(z.span.end > z.span.start for z in zones)
    )


STORY = """Envoys seek way out of border row

By Ada Fontaine, Harmattan Press

LIMA, Peru, Sept. 14 (Meridian) - The envoys of three countries met on Tuesday.

“We see progress,” said one of them. He did not say when the troops would leave.

Photo: Soldiers stand at the bridge of Puerto Azul. (Harmattan Press/T. Lee)

ADVERTISEMENT

A second round is set for May. (Reporting by Ada Fontaine; Editing by Tom Lee)

Copyright 2021 Harmattan Press. All rights reserved.
"""


def test_whole_story() -> None:
    assert _marked(STORY) == [
        ("headline", "Envoys seek way out of border row"),
        ("byline", "By Ada Fontaine, Harmattan Press"),
        ("dateline", "LIMA, Peru, Sept. 14 (Meridian) -"),
        ("boilerplate", "Photo:"),
        ("caption", "Soldiers stand at the bridge of Puerto Azul."),
        ("credit", "(Harmattan Press/T. Lee)"),
        ("boilerplate", "ADVERTISEMENT"),
        ("credit", "(Reporting by Ada Fontaine; Editing by Tom Lee)"),
        ("boilerplate", "Copyright 2021 Harmattan Press. All rights reserved."),
    ]


def test_dateline_tells_place_and_day() -> None:
    zone = dateline_of(mark(STORY))
    assert zone is not None
    day = dateline_day(STORY, zone)
    assert day is not None
    assert (zone.value, STORY[day.start : day.end]) == ("LIMA, Peru", "Sept. 14")


def test_dateline_without_day() -> None:
    text = "BEIJING -- The ministry protested on Friday."
    zone = dateline_of(mark(text))
    assert zone is not None
    assert dateline_day(text, zone) is None


def test_story_without_dateline() -> None:
    assert dateline_of(mark("The ministry protested on Friday.")) is None


def test_photo_credit_names_its_agency() -> None:
    text = "The envoy speaks to reporters in Lima on May 3 – Photo: REUTERS\nThe envoy met the president."
    assert [(z.role, z.value) for z in mark(text)] == [(Role.CAPTION, ""), (Role.CREDIT, "Reuters"), (Role.BODY, "")]


def test_two_credits_after_one_caption() -> None:
    text = "Smoke rises over the port. (Ministry of Safety via AP) (Associated Press)"
    assert [z.role.value for z in mark(text)] == ["caption", "credit", "credit"]


def test_first_line_is_headline_by_its_title() -> None:
    text = "World Envoys seek way out of border row\nThe envoys met on Tuesday in the capital of Peru."
    assert _marked(text, "Envoys seek way out of border row") == [
        ("headline", "World Envoys seek way out of border row")
    ]


def test_first_sentence_that_says_what_the_title_says_stays_body() -> None:
    assert _marked("Envoys met in Lima on Tuesday.\nThey ate.", "Envoys met in Lima on Tuesday morning") == []


def test_first_line_is_no_headline_when_the_title_is_another() -> None:
    assert _marked("Soldiers at the bridge\nThe envoys met on Tuesday.", "Border row: a way out?") == []


def test_list_of_links_at_the_end() -> None:
    text = "The envoys met on Tuesday.\nRead more:\nA short history of the row\nWho is Ada Vega?"
    assert _marked(text) == [("boilerplate", "Read more:\nA short history of the row\nWho is Ada Vega?")]


def test_sentences_after_read_more_stay() -> None:
    body = "The envoys met on Tuesday in Lima and called on both governments to withdraw their troops from the border."
    text = f"Read more\n{body} {body}\n{body}"
    assert _marked(text) == [("boilerplate", "Read more")]


def test_post_keeps_its_words_and_names_its_author() -> None:
    text = "We will not give in. pic.twitter.com/abc — Ada Vega (@adavega) December 28, 2017"
    zones = mark(text)
    assert [(z.role.value, z.value) for z in zones] == [("body", ""), ("boilerplate", ""), ("credit", "Ada Vega")]


def test_story_on_one_line_is_never_one_caption() -> None:
    text = "The envoys met. " * 200 + "(AFP/Getty Images)"
    assert [z.role for z in mark(text)] == [Role.BODY, Role.CREDIT]


def test_windows_line_breaks() -> None:
    text = "Envoys seek way out\r\nBy Ada Fontaine\r\nLIMA (Meridian) - The envoys met on Tuesday and talked.\r\n"
    assert [z.role.value for z in mark(text)] == ["headline", "byline", "dateline", "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported on Friday that the minister had resigned.",
        "The photo released by the ministry shows a launcher.",
        "Police advertised a reward and asked witnesses to share what they knew.",
        "By Monday the rebels had taken three towns.",
        "Kim Jong Un - the leader of the North - watched the launch.",
        "More than 40 people were killed, the Associated Press said.",
        "Follow-up talks are planned for May.",
        "The president of the EU (left) and his guest signed it.",
        "He asked readers of the New York Times to wait.",
        "NATO — an alliance of 32 states — condemned the attack.",
        "The copyright of the film was seized by the court in 2018.",
        "It was recommended that the two sides meet.",
        '"Get out," he told the ambassador, who left on Sunday.',
        'The spokesman said: "Read more before you judge."',
        "U.S. officials met envoys of the CDU/CSU and the SPD.",
    ],
)
def test_body_sentences_stay_body(sentence: str) -> None:
    assert _marked(f"The envoys met on Tuesday.\n{sentence}\nThe talks go on.") == []


def test_empty_text_has_no_zones() -> None:
    assert mark("") == ()


def test_long_line_takes_linear_time_and_is_covered() -> None:
    text = "The envoys met (again) / and - again, 2018 Photo " * 20_000
    assert _covers(text, mark(text))


FURNITURE = st.sampled_from(
    [
        "Photo: ",
        "(Reuters)",
        " - ",
        "LIMA",
        "By Ada ",
        "Read more:",
        "\n",
        "\r\n",
        " — ",
        "©",
        "2018",
        "/",
        "@a",
        "[",
        ")",
        " ",
        "AP",
    ]
)


@given(st.lists(st.one_of(FURNITURE, st.text(max_size=8)), max_size=30).map("".join), st.text(max_size=20))
def test_zones_cover_any_text_once_and_in_order(text: str, title: str) -> None:
    assert _covers(text, mark(text, title))
