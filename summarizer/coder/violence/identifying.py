"""Who the dead and the wounded of an act told before were: "the dead were X and Y", "X is among the wounded"."""

from collections.abc import Iterator
from functools import cache

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes, is_person, may_be_name
from summarizer.coder.violence.acts import Act, Row
from summarizer.coder.violence.slots import can_be_struck, without_appositions
from summarizer.lexicons import lexicon, word_set
from summarizer.schemas.vocabulary import Outcome

_SAYING_WHO = frozenset({"be", "include", "identify", "name"})
_VERBS: dict[Outcome, str] = {"killed": "kill", "wounded": "wound", "captured": "kidnap"}
_GATHERING = frozenset({"one", "two", "three", "some", "several", "most"})


def identified_in(parsed: Parsed) -> list[Act]:
    """Mentions that only tell who was struck; they join what was told before and open no event."""
    if parsed.bare_words.isdisjoint(_struck_words()):
        return []
    return [act for frame in parsed.frames for act in _identified(frame, parsed)]


def _identified(frame: Frame, parsed: Parsed) -> Iterator[Act]:
    if frame.negated or frame.modal or frame.base not in _SAYING_WHO:
        return
    among = frame.circumstance("among")
    as_whom = [each for each in frame.circumstances if each.preposition == "as"]
    if frame.base in ("identify", "name"):
        pairs = [(each, as_whom or frame.objects[1:]) for each in frame.undergoers[:1]]
    elif among is not None and frame.base == "be":
        pairs = [(among, frame.subjects)]
    else:
        pairs = [(each, frame.objects) for each in frame.subjects[:1]]
    for struck, people in pairs:
        found = _of(struck, people, parsed)
        if found is not None:
            yield found


def _of(struck: Phrase, people: list[Phrase], parsed: Parsed) -> Act | None:
    """The mention, where one side points back to people who were struck and the other says who they are."""
    outcome = _outcome(struck, parsed)
    if outcome is None:
        return None
    row = _row(outcome)
    act = Act(parsed, row["kind"], (struck.head, struck.head), noun=False, row=row, phrase=struck, only_joins=True)
    act.outcome = outcome
    told = (each for each in without_appositions(people, parsed) if _tells_who(each, act))
    act.targets.extend(told)
    return act if act.targets else None


def _tells_who(phrase: Phrase, act: Act) -> bool:
    head = act.parsed.tokens[phrase.head]
    if head.tag in (Tag.PRONOUN, Tag.NUMBER) or not can_be_struck(phrase, act):
        return False
    named = denotes(phrase, act.parsed) is None and may_be_name(phrase, act.parsed)
    return is_person(phrase, act.parsed) or (named and act.parsed.tokens[phrase.first].tag is not Tag.DETERMINER)


def _outcome(phrase: Phrase, parsed: Parsed) -> Outcome | None:
    """What became of the people that a phrase points back to, or None where it points to none."""
    tokens = parsed.tokens
    of = phrase.hanging("of")
    if tokens[phrase.head].low in _GATHERING and of is not None:
        return _outcome(of, parsed)
    if tokens[phrase.first].low not in word_set("roles", "pointing"):
        return None
    inner = {tokens[at].low for at in range(phrase.first, phrase.head + 1)}
    outcomes: tuple[Outcome, ...] = ("killed", "wounded", "captured")
    return next((each for each in outcomes if inner & word_set("roles", f"were_{each}")), None)


@cache
def _struck_words() -> frozenset[str]:
    return word_set("roles", "were_killed", "were_wounded", "were_captured")


@cache
def _row(outcome: Outcome) -> Row:
    rows: list[Row] = lexicon("acts")["act"]
    plain = (row for row in rows if row.get("outcome") == outcome and not row.get("weak") and not row.get("stage"))
    return next(row for row in plain if _VERBS[outcome] in row.get("verbs", ()))
