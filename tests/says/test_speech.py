"""Who says it: sources, contents, quotations and the nesting of reports, on sentences of our own."""

import pytest

from dateline.reading.parse import parse, parse_text
from dateline.records import Attribution, Role, SourceKind, Span, Stance, Zone
from dateline.says.speech import find


def attributions(text: str) -> tuple[Attribution, ...]:
    return find(text, parse_text(text))


def told(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every outermost attribution, as written."""
    return [as_written(text, a) for a in attributions(text) if a.depth == 0]


def as_written(text: str, a: Attribution) -> tuple[str, str, str]:
    source = text[a.source.start : a.source.end] if a.source else ""
    return source, text[a.cue.start : a.cue.end], " ... ".join(text[c.start : c.end] for c in a.content)


def by(text: str, cue: str) -> Attribution:
    return next(a for a in attributions(text) if text[a.cue.start : a.cue.end].lower() == cue)


SIMPLE = [
    (
        "The interior minister said that four men had been arrested.",
        ("The interior minister", "said", "that four men had been arrested"),
    ),
    ("Officials said the port would reopen on Monday.", ("Officials", "said", "the port would reopen on Monday")),
    ("The port would reopen on Monday, officials said.", ("officials", "said", "The port would reopen on Monday")),
    (
        "The port, a harbour official said, would reopen on Monday.",
        ("a harbour official", "said", "The port ... would reopen on Monday"),
    ),
    (
        '"We have nothing to hide," said Lena Brandt, the company\'s lawyer.',
        ("Lena Brandt, the company's lawyer", "said", '"We have nothing to hide,"'),
    ),
    ('"We are staying," he told reporters.', ("he", "told", '"We are staying,"')),
    (
        "The envoy told AFP that the talks had been useful.",
        ("The envoy", "told", "that the talks had been useful"),
    ),
    (
        "According to the harbour master, the ship left at dawn.",
        ("the harbour master", "According to", "the ship left at dawn"),
    ),
    (
        "The ship left at dawn, according to two port officials.",
        ("two port officials", "according to", "The ship left at dawn"),
    ),
    ("The army denied that it had shelled the market.", ("The army", "denied", "that it had shelled the market")),
    ("The rebels vowed to retake the airport.", ("The rebels", "vowed", "to retake the airport")),
    ("The junta threatened to close the border.", ("The junta", "threatened", "to close the border")),
    ("Both sides agreed to exchange prisoners.", ("Both sides", "agreed", "to exchange prisoners")),
    (
        "The mediator urged both armies to pull back.",
        ("The mediator", "urged", "both armies to pull back"),
    ),
    (
        "Opposition leaders called for an early election.",
        ("Opposition leaders", "called for", "an early election"),
    ),
    (
        "The report said nine villages were burned.",
        ("The report", "said", "nine villages were burned"),
    ),
    (
        "A statement by the ministry said the flight was safe.",
        ("A statement by the ministry", "said", "the flight was safe"),
    ),
    (
        "The minister, who resigned in May, said the vote was fair.",
        ("The minister, who resigned in May", "said", "the vote was fair"),
    ),
    (
        "The governor is confident that the bridge will hold.",
        ("The governor", "confident", "that the bridge will hold"),
    ),
    (
        "It is not known how many people died, the spokeswoman added.",
        ("the spokeswoman", "added", "It is not known how many people died"),
    ),
    (
        "The convoy was hit near the river, state news agency Belna reported.",
        ("state news agency Belna", "reported", "The convoy was hit near the river"),
    ),
    ("Mayor: bridge to reopen in spring", ("Mayor", ":", "bridge to reopen in spring")),
]


@pytest.mark.parametrize(("text", "expected"), SIMPLE, ids=[t for t, _ in SIMPLE])
def test_who_said_what(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


def test_a_quotation_on_both_sides_of_the_speaker_is_one_content() -> None:
    text = '"The road is closed," the driver said, "and nobody knows why."'
    assert told(text) == [("the driver", "said", '"The road is closed," ... "and nobody knows why."')]


def test_a_quotation_of_several_sentences_is_taken_whole() -> None:
    text = '"The road is closed. Nobody knows why," the driver said.'
    assert told(text) == [("the driver", "said", '"The road is closed. Nobody knows why,"')]


def test_a_floating_quotation_belongs_to_the_speaker_before_it() -> None:
    text = 'The coach said the match was lost early. "We never woke up."'
    assert told(text) == [("The coach", "said", 'the match was lost early ... "We never woke up."')]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = '"We asked for water," the farmer said. "Nobody came.\n\n"Then the cattle died."'
    ((source, _, content),) = told(text)
    assert source == "the farmer"
    assert content.endswith('"Then the cattle died."')


def test_a_quotation_without_its_closing_mark_ends_with_the_paragraph() -> None:
    text = 'The clerk said: "We open at nine.\n\nThe square was empty.'
    contents = [content for _, _, content in told(text)]
    assert contents and not any("square" in content for content in contents)


def test_a_colon_leads_to_a_quotation_in_the_next_paragraph() -> None:
    text = 'The bishop wrote:\n\n"There will be no second letter."'
    assert ("The bishop", "wrote", '"There will be no second letter."') in told(text)


def test_double_apostrophes_are_quotation_marks() -> None:
    text = "''We will rebuild,'' the abbot said."
    assert told(text) == [("the abbot", "said", "''We will rebuild,''")]


def test_curly_marks_are_quotation_marks() -> None:
    text = "“We will rebuild,” the abbot said."
    assert told(text) == [("the abbot", "said", "“We will rebuild,”")]


def test_a_quoted_phrase_alone_is_no_report() -> None:
    assert told('The so-called "peace train" arrived at noon.') == []


def test_a_relative_pronoun_can_be_the_source() -> None:
    text = "Ilic, who says the court is biased, refused the food."
    assert ("who", "says", "the court is biased") in told(text)


def test_a_participle_has_the_speaker_of_the_sentence() -> None:
    text = "The union ended the strike, saying the company had kept its word."
    assert ("The union", "saying", "the company had kept its word") in told(text)


def test_what_the_reporter_adds_with_citing_is_not_said() -> None:
    text = "The agency said the general was dismissed, citing a military source."
    said = by(text, "said")
    assert as_written(text, said)[2] == "the general was dismissed"
    assert as_written(text, by(text, "citing"))[0] == "a military source"


def test_reportedly_is_its_own_unnamed_source() -> None:
    text = "The warlord was reportedly killed in the raid."
    found = by(text, "reportedly")
    assert found.source == found.cue
    assert found.kind is SourceKind.UNNAMED


def test_is_believed_to_has_no_source() -> None:
    text = "The hostages are believed to be alive."
    found = by(text, "are believed")
    assert found.source is None


def test_a_passive_report_has_its_source_after_by() -> None:
    text = "The raid was condemned by the archbishop."
    assert told(text) == [("the archbishop", "was condemned", "The raid")]


def test_quoted_by_an_agency_as_saying_nests() -> None:
    text = "The admiral was quoted by Tass as saying the fleet was ready."
    inner, outer = by(text, "saying"), by(text, "was quoted")
    assert as_written(text, inner)[0] == "The admiral"
    assert as_written(text, outer)[0] == "Tass"
    assert (outer.depth, inner.depth) == (0, 1)


def test_an_agency_that_quotes_somebody_is_the_outer_source() -> None:
    text = "Interfax quoted the admiral as saying the fleet was ready."
    inner, outer = by(text, "saying"), by(text, "quoted")
    assert as_written(text, inner)[0] == "the admiral"
    assert as_written(text, outer)[0] == "Interfax"
    assert (outer.depth, inner.depth) == (0, 1)


def test_a_report_in_a_report_lies_one_deeper() -> None:
    text = "Yonhap said the ministry had claimed that the missile flew 900 kilometres."
    assert (by(text, "said").depth, by(text, "had claimed").depth) == (0, 1)


def test_three_reports_within_each_other_count_up() -> None:
    text = "The paper reported that an aide said the president believes the coup failed."
    assert [by(text, cue).depth for cue in ("reported", "said", "believes")] == [0, 1, 2]


def test_a_report_within_a_quotation_is_never_outermost() -> None:
    text = '"The doctors told my sister that he would live," the widow said.'
    assert by(text, "said").depth == 0
    assert by(text, "told").depth == 1


def test_an_agency_at_the_end_covers_the_report_before_it() -> None:
    text = "The president said that the wall would stand, reported Belna, the state agency."
    assert as_written(text, by(text, "reported"))[0] == "Belna, the state agency"
    assert by(text, "reported").depth < by(text, "said").depth


def test_content_never_holds_its_own_cue() -> None:
    text = "The road, the mayor said on Friday, would be repaired, and the bridge, he added, would follow."
    for a in attributions(text):
        assert not any(c.start < a.cue.end and a.cue.start < c.end for c in a.content)


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    [
        ("The army denied that it had fired first.", "denied", Stance.DENIES),
        ("The rebels claimed that they held the dam.", "claimed", Stance.CLAIMS),
        ("The union demanded that the minister resign.", "demanded", Stance.DEMANDS),
        ("The premier promised that prices would fall.", "promised", Stance.PROMISES),
        ("Traders expect the ban to end soon.", "expect", Stance.EXPECTS),
        ("Doctors hope that the vaccine will arrive.", "hope", Stance.HOPES),
        ("The agency warned that wells were running dry.", "warned", Stance.WARNS),
        ("The clerk said the office was closed.", "said", Stance.SAYS),
    ],
)
def test_the_stance_is_that_of_the_verb(text: str, cue: str, stance: Stance) -> None:
    assert by(text, cue).stance is stance


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A senior official said the tests had stopped.", SourceKind.OFFICIAL),
        ("Witnesses said shots were fired.", SourceKind.WITNESS),
        ("KCNA said the launch had succeeded.", SourceKind.MEDIA),
        ("The leaked memo said the reactor was unsafe.", SourceKind.DOCUMENT),
        ("Two sources said the deal was close.", SourceKind.UNNAMED),
        ("The rebels said the town had fallen.", SourceKind.PARTY),
    ],
)
def test_the_kind_follows_from_the_words_of_the_source(text: str, kind: SourceKind) -> None:
    assert by(text, "said").kind is kind


def test_a_credit_is_the_source_of_a_caption_only() -> None:
    text = "Soldiers guard the bridge in the old town (Reuters)"
    caption = parse(text, [Zone(Span(0, len(text)), Role.CAPTION)])
    assert [a.rule for a in find(text, caption)] == ["speech.credit"]
    assert find(text, parse_text(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The club added two players.",
        "Rebels attacked the town at dawn.",
        "He called his mother.",
        "The court released three prisoners.",
        "Update: The bridge was opened to cars again on Friday.",
        "The price rose to ten dollars per barrel.",
    ],
)
def test_an_act_that_is_no_saying_gives_nothing(text: str) -> None:
    assert told(text) == []


def test_a_text_without_words_gives_nothing() -> None:
    assert find("", ()) == ()


def test_a_missing_closing_mark_does_not_turn_the_marks_around() -> None:
    text = '"Who will feed them? "Who will pay?" the nurse asked. The hall was empty, and "ward four" was shut.'
    contents = [content for source, _, content in told(text) if source == "the nurse"]
    assert contents and not any("empty" in content for content in contents)
