"""Which attributions cover an event, and who their speakers are."""

from dateline.reading.parse import parse_text
from dateline.records import Actor, Attribution, Mention, MentionKind, Resolved, SourceKind, Span
from dateline.says.chain import chain, name, reporters
from dateline.says.speech import find


def over(text: str, word: str, *, background: bool = True) -> list[str]:
    """The sources of the chain over ``word``, outermost first."""
    sentences = parse_text(text)
    start = text.index(word)
    span = Span(start, start + len(word))
    sentence = None if background else next(s for s in sentences if s.span.start <= start < s.span.end)
    return [_source(text, a) for a in chain(find(text, sentences), span, sentence)]


def _source(text: str, a: Attribution) -> str:
    return text[a.source.start : a.source.end] if a.source else ""


def resolved(text: str, words: str, *sectors: str) -> Resolved:
    span = Span(text.index(words), text.index(words) + len(words))
    mention = Mention(0, span, span, 0, 0, MentionKind.NAME)
    return Resolved(mention, Actor(words, words, "PRK", sectors), 1.0, "test")


def test_the_reported_event_has_its_reporter() -> None:
    assert over("KCNA said the country launched two missiles.", "launched") == ["KCNA"]


def test_the_reporter_does_not_report_his_own_saying() -> None:
    assert over("KCNA said the country launched two missiles.", "said") == []


def test_a_speech_act_is_not_attributed_to_its_own_subject() -> None:
    assert over("The envoy called on Seoul to return to the talks.", "called on") == []
    assert over("The premier condemned the raid.", "condemned") == []


def test_a_speech_act_has_the_one_who_reports_it() -> None:
    assert over("Yonhap said the envoy condemned the raid.", "condemned") == ["Yonhap"]


def test_a_condemned_raid_is_not_reported_by_the_one_who_condemns_it() -> None:
    assert over("The premier condemned the raid on the village.", "raid") == []


def test_nested_reports_come_outermost_first() -> None:
    text = "Yonhap said the ministry had claimed that troops crossed the river."
    assert over(text, "crossed") == ["Yonhap", "the ministry"]


def test_what_stands_outside_the_content_is_the_voice_of_the_reporter() -> None:
    text = "Troops crossed the river. The ministry said the bridge was intact."
    assert over(text, "crossed") == []


def test_an_event_in_a_quotation_of_several_sentences_is_attributed() -> None:
    text = '"They burned the school. We fled," the teacher said.'
    assert over(text, "burned") == ["the teacher"]


def test_a_relative_clause_is_background_when_the_sentence_is_given() -> None:
    text = "The army said it had freed the girls who were kidnapped in May."
    assert over(text, "kidnapped") == ["The army"]
    assert over(text, "kidnapped", background=False) == []
    assert over(text, "freed", background=False) == ["The army"]


def test_the_speaker_is_the_mention_in_the_source() -> None:
    text = "The Belna agency said the president of Kiria had fled."
    known = (resolved(text, "The Belna agency", "JRN"), resolved(text, "the president of Kiria", "GOV"))
    (link,) = name(find(text, parse_text(text)), known)
    assert link.speaker is known[0]
    assert link.kind is SourceKind.MEDIA


def test_a_relative_pronoun_is_whom_it_follows() -> None:
    text = "Marek Dolan, who said the coup had failed, left."
    known = (resolved(text, "Marek Dolan", "GOV"),)
    said = next(a for a in name(find(text, parse_text(text)), known) if a.rule.startswith("speech.say"))
    assert said.speaker is known[0]
    assert said.kind is SourceKind.OFFICIAL


def test_a_rebel_speaker_is_a_party() -> None:
    text = "The Northern Front said the town had fallen."
    (link,) = name(find(text, parse_text(text)), (resolved(text, "The Northern Front", "REB"),))
    assert link.kind is SourceKind.PARTY


def test_an_unknown_source_keeps_what_its_words_told() -> None:
    text = "Witnesses said shots were fired."
    (link,) = name(find(text, parse_text(text)), ())
    assert link.speaker is None
    assert link.kind is SourceKind.WITNESS


def test_a_speaker_is_no_reporter_of_his_own_threat() -> None:
    text = 'Belna reported that the marshal said "we will burn their fields".'
    known = (resolved(text, "Belna", "JRN"), resolved(text, "the marshal", "MIL"))
    links = name(find(text, parse_text(text)), known)
    span = Span(text.index("burn"), text.index("burn") + 4)
    assert [a.speaker for a in reporters(chain(links, span), ["the marshal"])] == [known[0]]
