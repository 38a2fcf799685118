"""Which effect a cue has, where that depends on who acts or on what is governed, and what is done in any case."""

from __future__ import annotations

from dateline.records import Sentence, Status, Token
from dateline.says.status_clause import indicative, same_doer
from dateline.says.status_cues import Cue, status_cues
from dateline.says.status_links import NOUNS, Link
from dateline.tree import children, preposition

_AGAINST = frozenset({"negated", "prevented", "excluded", "possible"})


def effect_of(sentence: Sentence, cue: Cue, word: Token, token: Token, doer: int | None) -> str:
    """The row of the table of effects, where it depends on who acts or on what is governed."""
    lists = status_cues().lists
    effect = cue.effect
    if effect == "wanted":
        return "planned" if same_doer(sentence, word, token, doer) else "called_for"
    if effect == "attempted":
        return "same" if _is_attack(sentence, token) else "possible"
    if effect == "obliged" and word.tag in ("VBD", "VBN"):
        return "same"
    if effect in ("obliged", "needed"):
        return "planned" if first_person(sentence, word) else effect
    if effect == "permitted":
        return "possible" if word.tag in ("VBZ", "VBP") and not children(sentence, word.i, "aux") else "same"
    if effect == "approved":
        nouns = {token.lemma, *(t.lemma for t in preposition(sentence, token.i, "of"))}
        return "same" if nouns & lists["decrees"] else "planned"
    if effect == "ahead":
        return "planned" if token.lemma in lists["gatherings"] else "time"
    if effect == "called_for" and cue.kind == "verb" and indicative(sentence, token):
        return "reported"  # "insists that they did" as against "insists that they do"
    if effect in _AGAINST and token.lemma in lists["calls"]:
        return "actual"  # a request that is rejected or weighed has been made
    return effect


def is_past(sentence: Sentence, token: Token) -> bool:
    """Told as done whatever the main clause plans: "will meet after he left", "after the capture of the town"."""
    if token.pos in NOUNS:
        lists = status_cues().lists
        return token.lemma not in lists["gatherings"] and any(
            t.lemma in lists["definite"] for t in children(sentence, token.i)
        )
    helpers = children(sentence, token.i, "aux", "auxpass")
    return (helpers[0] if helpers else token).tag == "VBD"


def _is_attack(sentence: Sentence, token: Token) -> bool:
    attacks = status_cues().lists["attacks"]
    return token.lemma in attacks or any(t.lemma in attacks for t in children(sentence, token.i, "dobj"))


def is_fact(sentence: Sentence, token: Token, found: Link, how: str) -> bool:
    """What stands as done within a plan or a forecast: "by shelling" of an attempt, "sanctions imposed", "men shot"."""
    if found.slot == "by":
        return how == "attempted"
    if found.slot == "part" and sentence.tokens[found.governor].pos in NOUNS:
        return sentence.tokens[found.governor].lemma not in status_cues().lists["gatherings"]
    if token.pos in NOUNS:
        return any(
            t.tag == "VBN" and t.lemma in status_cues().lists["occur"] for t in children(sentence, token.i, "acl")
        )
    return found.slot in ("part", "clause", "dep") and is_past(sentence, token)


def is_topic(sentence: Sentence, token: Token, found: Link, status: Status) -> bool:
    """A plan, call or fear exists even where a forecast is made about it ("a plan to disarm them will need cash")."""
    verb = sentence.tokens[found.governor]
    cue = status_cues().by_word.get(("noun", token.lemma), ())
    return bool(cue) and status in (Status.PLANNED, Status.POSSIBLE) and verb.lemma not in status_cues().lists["occur"]


def is_said_to_occur(sentence: Sentence, token: Token, found: Link, status: Status) -> bool:
    """Whether a noun shares its verb's status ("will attend the summit", but "will condemn the attack")."""
    lists = status_cues().lists
    definite = any(t.lemma in lists["definite"] or t.dep == "poss" for t in children(sentence, token.i))
    if found.slot in ("subj", "obj") and sentence.tokens[found.governor].lemma in lists["occur"]:
        return True
    if status is Status.NEGATED:
        return not definite and found.slot in ("obj", "attr")
    return not definite or token.lemma in lists["gatherings"] or found.slot in ("compound",)


def first_person(sentence: Sentence, token: Token) -> bool:
    """Whether the speaker is the one who does it."""
    return any(t.text.lower() in ("we", "i") for t in children(sentence, token.i, "nsubj"))


def is_performed(sentence: Sentence, token: Token, modal: Token) -> bool:
    """ "I would urge them" urges them."""
    known = status_cues().lists["performatives"]
    return first_person(sentence, token) and modal.text.lower() == "would" and token.lemma in known


def is_ranked(sentence: Sentence, noun: int) -> bool:
    """ "the first to visit" visited."""
    ranks = status_cues().lists["ranks"]
    return any({t.lemma, t.text.lower()} & ranks for t in (sentence.tokens[noun], *children(sentence, noun)))
