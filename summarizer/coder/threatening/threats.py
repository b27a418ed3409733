"""Threats: an issuer who says that it, or those it speaks for, will do harm."""

from collections.abc import Iterator
from functools import cache

from summarizer.coder.discourse.quotations import without_marks
from summarizer.coder.discourse.sayings import Saying, is_carrier
from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.stretches import Span, trimmed
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.morphology import plural
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.people.actors import Registry
from summarizer.coder.threatening.conditions import condition_in, deadline_in
from summarizer.coder.threatening.harms import (
    Harm,
    follows_or,
    harms_in,
    is_of_weapon,
    is_present,
    is_to_come,
    made_by,
    within_condition,
)
from summarizer.coder.threatening.restating import linked
from summarizer.coder.threatening.threatened import targets_of
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.incidents import mention, words_of
from summarizer.lexicons import pattern, word_set, words
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Threat, Value
from summarizer.schemas.vocabulary import ActorKind, ThreatStatus

_ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
_FORCEFUL: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces", "state", "official"})
"""Kinds that may have force at hand: what they say will befall somebody may be their own doing."""


class Threats:
    """The threats of one article."""

    def __init__(self, acts: dict[int, list[Act]], speech: Speech, actors: Registry) -> None:
        self._acts, self._speech, self._actors = acts, speech, actors
        self.stretches: list[tuple[Parsed, Span]] = []
        done = (act for told in acts.values() for act in told if not act.unreal and act.stage == "accomplished")
        self._violent = {actors.of(doer, act.parsed) for act in done for doer in act.doers}

    def drafted(self) -> list[Threat]:
        """All of them, in the order of their words; tellings-again point to the fullest one."""
        found: list[Threat] = []
        for saying in self._speech.sayings:
            speakers = self._speech.speakers(saying) or self._speech.unsigned(saying)
            if not speakers or self._not_said(saying):
                continue
            for parsed, span in self._speech.continued(saying):
                harms = self._harms(saying, speakers[0], parsed, span)
                said = (each for each in harms if self._speech.at(parsed, each.words[0]) is saying)
                harm = next((each for each in said if self._threatens(saying, speakers[0], each, span)), None)
                if harm is not None:
                    found.append(self._threat(len(found) + 1, saying, speakers[0], harm, span))
                    self.stretches.append((parsed, span))
        return linked(found, self._actors.party)

    def _not_said(self, saying: Saying) -> bool:
        frame = saying.frame
        if saying.base in word_set("sayings", "supposing") or saying.base in word_set("threatening", "foretelling"):
            return True
        if _is_of_no_person(saying, self._known(saying)) or _is_charged_with(saying):
            return True
        spoken = saying.base == "threaten" or saying.base in word_set("sayings", "addressing")
        by = frame is not None and spoken and frame.passive and bool(saying.speakers)
        return frame is not None and (frame.negated or (frame.passive and not by) or bool(frame.modal))

    def _known(self, saying: Saying) -> bool:
        """Whether who threatens has a name, or belongs to somebody."""
        return any(self._actors[each].identity == "named" for each in self._speech.speakers(saying))

    # --- is it one? --------------------------------------------------------------------------------------

    def _harms(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Harm]:
        yield from harms_in(parsed, span, self._acts.get(parsed.sentence.number, []))
        warned = saying.base in word_set("threatening", "warning") and self._actors[speaker].kind in _FORCEFUL
        if (warned or self._is_menacing(saying, speaker)) and _conditional(parsed, span):
            yield from self._dark(saying, speaker, parsed, span)

    def _dark(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Harm]:
        """What an armed speaker will do, or what will befall whoever, on a condition, in words of no harm."""
        for frame in parsed.frames:
            inside = span[0] <= frame.first <= span[1] and self._speech.quotation(parsed, frame.verb) is not None
            if not inside or not is_to_come(frame, parsed) or within_condition(frame, parsed) or frame.infinitive:
                continue
            own = any(parsed.tokens[each.first].low in word_set("threatening", "own") for each in frame.subjects)
            if (frame.passive or frame.base not in word_set("threatening", "peaceful")) and not (frame.negated and own):
                yield Harm(parsed, (frame.first, frame.verb), frame)

    def _threatens(self, saying: Saying, speaker: int, harm: Harm, span: Span) -> bool:
        deadly = harm.plain or (harm.act is not None and harm.act.outcome == "killed")
        if not self._may_threaten(speaker) or (_has(harm, _behind_or(harm, span), "other_than_harm") and not deadly):
            return False
        if harm.frame is not None and harm.frame.negated and not self._negation_threatens(harm, speaker, span):
            return False
        if harm.parsed.low(*harm.words) in word_set("threatening", "fighting") and not self._may_mean(harm, speaker):
            return False
        veiled = _has(harm, harm.words, "veiled") and self._is_quoted(harm) and self._is_menacing(saying, speaker)
        if veiled or self._warns_of(saying, speaker, harm):
            return True
        if _is_of_justice(harm) and not self._armed(speaker):
            return False
        own = self._is_own(harm, speaker, saying)
        if own is False or (own and harm.undergone and harm.frame is not saying.frame):
            return False
        to_come = harm.frame is not None and is_to_come(harm.frame, harm.parsed)
        if saying.base in word_set("threatening", "committing"):
            told = harm.noun is not None or harm.act is not None or harm.plain
            return own is True or told or (self._armed(speaker) and to_come)
        if own:
            able = self._is_menacing(saying, speaker) or self._actors[speaker].kind in _FORCEFUL
            said_to = harm.frame is not None and any(
                harm.parsed.tokens[x.head].low == "you" for x in harm.frame.objects
            )
            return to_come and (able or harm.act is not None or harm.plain or said_to)
        return self._befalls(saying, speaker, harm, span)

    def _warns_of(self, saying: Saying, speaker: int, harm: Harm) -> bool:
        """ "Warned of dire consequences", said by somebody armed."""
        of = (
            harm.frame is saying.frame
            and saying.base in word_set("threatening", "warning")
            and harm.plain
            and harm.act is None
        )
        return of and self._is_menacing(saying, speaker)

    def _may_mean(self, harm: Harm, speaker: int) -> bool:
        """Whether words of fighting are more than a figure of speech: of somebody armed, or of the powerful against somebody."""
        aimed = harm.parsed.low(*harm.words) not in ("fight", "war") or (
            harm.frame is not None and bool(harm.frame.objects)
        )
        powerful = self._actors[speaker].kind in (*_FORCEFUL, "public_body", "organisation")
        struck = harm.frame.objects if harm.frame is not None else []
        at_forces = any("military" in harm.parsed.low(x.first, x.last).split() for x in struck)
        return self._armed(speaker) or at_forces or (powerful and aimed)

    def _negation_threatens(self, harm: Harm, speaker: int, span: Span) -> bool:
        """ "Whoever comes will not fly home", said by somebody armed."""
        return self._armed(speaker) and _conditional(harm.parsed, span)

    def _is_menacing(self, saying: Saying, speaker: int) -> bool:
        """Whether what comes is the speaker's doing: it bears arms, or has sent a letter."""
        sends = saying.base in word_set("threatening", "sending") or any(
            word in word_set("threatening", "senders") for word in self._actors[speaker].role.split()
        )
        return sends or self._armed(speaker) or self._speech.is_written(saying)

    def _befalls(self, saying: Saying, speaker: int, harm: Harm, span: Span) -> bool:
        """Whether harm that nobody is said to do is the speaker's: it comes on a condition, or from somebody armed."""
        to_come = harm.frame is not None and is_to_come(harm.frame, harm.parsed)
        if is_of_weapon(harm) and to_come and self._actors[speaker].kind in ("person", "people"):
            return True  # a caller says that a bomb will go off
        conditional, menacing = _conditional(harm.parsed, span), self._is_menacing(saying, speaker)
        forceful = menacing or self._actors[speaker].kind in _FORCEFUL
        if self._is_quoted(harm):
            told = harm.plain or harm.act is not None
            able = menacing or (conditional and (forceful or told))
            stands = _has(harm, span, "declared") or (harm.plain and conditional and is_present(harm))
            return able and (to_come or stands)
        if menacing:
            done = harm.passive or harm.plain or follows_or(harm.frame, harm.parsed)
            conditional = conditional or (harm.plain and saying.base in word_set("threatening", "warning"))
            return _has(harm, span, "declared") or (conditional and to_come and done)
        warned = forceful and saying.base in word_set("threatening", "warning")
        return warned and conditional and to_come and (harm.plain or (harm.act is not None and harm.passive))

    def _is_own(self, harm: Harm, speaker: int, saying: Saying) -> bool | None:
        """Whether the speaker will do it: True, False for somebody else, None where nobody is said to."""
        frame = harm.frame
        if (
            saying.base in word_set("threatening", "committing")
            and frame is not None
            and (frame is saying.frame or self._promised(frame, saying))
        ):
            return True
        if harm.act is not None:
            doers = harm.act.doers or (harm.act.weapons if not harm.act.noun else [])
            doers = doers or (frame.subjects if frame is not None and harm.act.noun else [])
        else:
            doers = list(frame.subjects) if frame is not None and not frame.passive else []
        if frame is not None and (maker := made_by(frame, harm.parsed)) is not None:
            doers = maker.subjects
        for doer in doers:
            if self._means_speaker(doer, harm.parsed, speaker) and not (
                harm.undergone and _is_third(doer, harm.parsed)
            ):
                return True
            if self._armed(speaker) and _is_of_fighters(doer, harm.parsed):
                return True
            if harm.act is not None and not harm.act.noun and self._actors.of(doer, harm.parsed) is not None:
                return False
        return None

    def _promised(self, frame: Frame, saying: Saying) -> bool:
        """Whether an infinitive is what a verb of committing binds to, or goes on from that: "to hunt down and kill"."""
        before = saying.frame
        return frame.infinitive and before is not None and frame.first > before.verb

    def _means_speaker(self, doer: Phrase, parsed: Parsed, speaker: int) -> bool:
        opener = parsed.tokens[doer.first].low
        if opener in word_set("threatening", "own"):
            return True
        if parsed.tokens[doer.head].quoted and parsed.tokens[doer.head].tag is Tag.PRONOUN:
            return False  # whoever speaks says "we" of itself
        pronoun = parsed.tokens[doer.head].tag is Tag.PRONOUN or opener in word_set("functions", "possessives")
        given = Phrase(doer.first, doer.first, doer.first) if pronoun else doer
        actor = self._actors.referred(given, parsed) if pronoun else self._actors.of(doer, parsed)
        if actor is None and doer.first == doer.last and opener in ("he", "she", "it", "they"):
            return True  # nobody else is told of
        if (
            actor is None
            and opener in ("his", "her", "its", "their")
            and parsed.tokens[doer.head].low in word_set("threatening", "own_fighters")
        ):
            return True
        return actor in self._actors.party(speaker)

    def _is_quoted(self, harm: Harm) -> bool:
        return any(self._speech.quotation(harm.parsed, at) is not None for at in harm.words)

    def _armed(self, speaker: int) -> bool:
        party = self._actors.party(speaker)
        entry = self._actors[speaker]
        called = pattern("sayings", "armed_roles").search(f"{entry.role} {entry.name.text}") is not None
        looks = _armed_persons() | word_set("threatening", "armed_looks")
        called = called or any(word in looks for word in entry.role.split())
        violent = any(each in self._violent and self._actors[each].kind == "organisation" for each in party)
        return called or violent or any(self._actors[each].kind in _ARMED for each in party)

    def _may_threaten(self, speaker: int) -> bool:
        entry = self._actors[speaker]
        peaceful = pattern("threatening", "peaceful_speakers").search(entry.role) is not None
        return entry.kind not in ("outlet", "monitor") and not peaceful

    # --- what it says ----------------------------------------------------------------------------------------

    def _threat(self, number: int, saying: Saying, issuer: int, harm: Harm, span: Span) -> Threat:
        parsed, said = harm.parsed, trimmed(harm.parsed, span)
        condition = condition_in(parsed, said, self._speech)
        outer = (actor for each in self._speech.outer(saying) for actor in self._speech.speakers(each)[:1])
        return Threat(
            id=number,
            issuer=issuer,
            issuer_words=self._issuer_words(saying, issuer),
            relayed_by=[each for each in dict.fromkeys(outer) if each != issuer],
            cue=[mention(saying.parsed, *saying.cue)],
            content=[mention(parsed, *said)],
            targets=targets_of(saying, harm, said, issuer, self._actors),
            action=[mention(parsed, *_action(harm, said))],
            means=[words_of(parsed, each) for each in (harm.act.weapons[:1] if harm.act is not None else [])],
            condition=condition,
            deadline=deadline_in(parsed, said),
            form="explicit" if harm.act is not None or harm.plain else "implicit",
            status=_status(parsed),
            status_words=_status_words(parsed),
        )

    def _issuer_words(self, saying: Saying, issuer: int) -> Value:
        if not saying.speakers:
            return []
        phrase = saying.speakers[0]
        here = mention(saying.parsed, phrase.first, phrase.last)
        return [] if self._actors[issuer].name.text in here.text else [here]


# --- words --------------------------------------------------------------------------------------------------


def _behind_or(harm: Harm, span: Span) -> Span:
    """The stretch without the demand before "or": "resign, or we will bury you"."""
    first = harm.frame.first if harm.frame is not None else harm.words[0]
    ors = [at for at in range(span[0], first) if harm.parsed.tokens[at].low == "or"]
    return (ors[-1] + 1, span[1]) if ors and ors[-1] < span[1] else span


def _is_third(doer: Phrase, parsed: Parsed) -> bool:
    """ "They will suffer" is said of others."""
    return parsed.tokens[doer.first].low in ("he", "she", "it", "they", "his", "her", "its", "their")


def _is_of_fighters(doer: Phrase, parsed: Parsed) -> bool:
    """ "Fighters", and no word more: those of whoever speaks for an armed party."""
    return (
        doer.first == doer.last
        and not doer.hangs
        and parsed.tokens[doer.head].low in word_set("threatening", "own_fighters")
    )


@cache
def _armed_persons() -> frozenset[str]:
    listed = [each for each in words("nouns", "armed_persons") if " " not in each]
    return frozenset((*listed, *(plural(each) for each in listed)))


def _is_of_no_person(saying: Saying, known: bool) -> bool:
    """ "The river threatens to destroy": what threatens is nobody."""
    if saying.base != "threaten" or not saying.speakers or known:
        return False
    phrase, parsed = saying.speakers[0], saying.parsed
    plain = parsed.tokens[phrase.head].tag is Tag.NOUN and denotes(phrase, parsed) in (None, "act", "things", "places")
    return (
        plain
        and not is_carrier(phrase, parsed)
        and parsed.tokens[phrase.head].low not in word_set("threatening", "persons")
    )


def _is_charged_with(saying: Saying) -> bool:
    """ "Was charged with threatening to kill": a court tells of it, and nobody threatens."""
    frame, tokens = saying.frame, saying.parsed.tokens
    if frame is None or frame.first == 0 or tokens[frame.first - 1].low not in ("with", "of", "for"):
        return False
    before = next((each for each in reversed(saying.parsed.frames) if each.verb < frame.first), None)
    return before is not None and before.base in word_set("threatening", "trying")


def _is_of_justice(harm: Harm) -> bool:
    """ "Hunt down the killers": those who are pursued have done something."""
    struck = [
        *(harm.frame.objects if harm.frame is not None else []),
        *(harm.frame.circumstances if harm.frame else []),
    ]
    pursued = any(harm.parsed.tokens[each.head].low in word_set("threatening", "pursued") for each in struck)
    return pursued and harm.frame is not None and harm.frame.base in word_set("threatening", "pursuing")


def _conditional(parsed: Parsed, span: Span) -> bool:
    """Whether what is said depends on what somebody does."""
    return _matches(parsed, span, "whoever")


def _matches(parsed: Parsed, span: Span, entry: str) -> bool:
    return pattern("threatening", entry).search(without_marks(parsed.text(*span))) is not None


def _has(harm: Harm, span: Span, entry: str) -> bool:
    """Whether the stretch of speech, or the sentence that it opens, holds words of an entry."""
    return _matches(harm.parsed, span, entry)


def _action(harm: Harm, said: Span) -> Span:
    """The words for the harm with what it is done to."""
    first = harm.words[0]
    last = harm.words[1]
    if harm.act is not None:
        last = max([last, *(each.last for each in harm.act.targets if each.first > first)])
    return max(first, said[0]), max(first, min(last, said[1]))


def _status(parsed: Parsed) -> ThreatStatus:
    return (
        "hoax"
        if pattern("threatening", "hoax").search(_near(parsed))
        else "withdrawn"
        if _is_taken_back(parsed)
        else "current"
    )


def _is_taken_back(parsed: Parsed) -> bool:
    return pattern("threatening", "taken_back").search(_near(parsed)) is not None


def _near(parsed: Parsed) -> str:
    """The sentence and the one behind it."""
    number = parsed.sentence.number
    sentences = parsed.document.sentences[number - 1 : number + 1]
    return " ".join(parsed.document.text[each.start : each.end] for each in sentences)


def _status_words(parsed: Parsed) -> Value:
    number = parsed.sentence.number
    for sentence in parsed.document.sentences[number - 1 : number + 1]:
        for entry in ("hoax", "taken_back"):
            match = pattern("threatening", entry).search(parsed.document.text, sentence.start, sentence.end)
            if match:
                return [Mention(sentence=sentence.number, text=match.group())]
    return []
