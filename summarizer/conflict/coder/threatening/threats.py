"""Threats: an issuer who says that it, or those it speaks for, will do harm."""

from collections.abc import Iterator
from functools import cache

from summarizer.conflict.coder.discourse.sayings import Saying, Span, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.harms import (
    Harm,
    follows_or,
    harms_in,
    is_of_weapon,
    is_present,
    is_to_come,
    without_marks,
)
from summarizer.conflict.coder.threatening.terms import condition_in, deadline_in
from summarizer.conflict.coder.threatening.threatened import targets_of
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.incidents import mention, words_of
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag
from summarizer.lexicons import lemmas, pattern, word_set, words
from summarizer.lexicons.inflection import plural
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Threat, Value
from summarizer.schemas.vocabulary import ActorKind, ThreatStatus

_ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
_FORCEFUL: frozenset[ActorKind] = _ARMED | {"state", "official"}
"""Kinds that may have force at hand: what they say will befall somebody may be their own doing."""
_HE = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})
_STATUSES: dict[str, ThreatStatus] = {"hoax": "hoax", "taken_back": "withdrawn"}
"""Entries of threatening.toml whose words, in the sentence of a threat or the next, say what became of it."""


class Threats:
    """The threats of one article."""

    def __init__(self, acts: dict[int, list[Act]], voices: Speakers, actors: Roster) -> None:
        self._acts, self._voices, self._actors = acts, voices, actors
        done = (act for told in acts.values() for act in told if not act.unreal and act.stage == "accomplished")
        self._violent = {actors.of(doer, act.parsed) for act in done for doer in act.doers}

    def drafted(self) -> list[Threat]:
        """All of them, in the order of their words."""
        found: list[Threat] = []
        for saying in self._voices.sayings:
            speakers = self._voices.speakers(saying) or self._voices.unsigned(saying)
            if not speakers or not _is_said(saying):
                continue
            for parsed, span in self._voices.continued(saying):
                harms = self._harms(saying, speakers[0], parsed, span)
                said = (each for each in harms if self._voices.at(parsed, each.words[0]) is saying)
                harm = next((each for each in said if self._threatens(saying, speakers[0], each, span)), None)
                if harm is not None:
                    found.append(self._threat(len(found) + 1, saying, speakers[0], harm, span))
        return found

    # --- is it one? --------------------------------------------------------------------------------------

    def _harms(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Harm]:
        yield from harms_in(parsed, span, self._acts.get(parsed.sentence.number, []))
        if _matches(parsed, span, "whoever") and (self._warns(saying, speaker) or self._is_menacing(saying, speaker)):
            yield from self._dark(parsed, span)

    def _dark(self, parsed: Parsed, span: Span) -> Iterator[Harm]:
        """What will be done to whoever does something, in quoted words of no harm."""
        for frame in parsed.frames:
            quoted = span[0] <= frame.first <= span[1] and self._voices.quotation(parsed, frame.verb) is not None
            if quoted and is_to_come(frame, parsed) and not frame.infinitive:
                yield Harm(parsed, (frame.first, frame.verb), frame)

    def _threatens(self, saying: Saying, speaker: int, harm: Harm, span: Span) -> bool:
        if pattern("threatening", "peaceful_speakers").search(self._actors[speaker].role):
            return False
        if not harm.plain and _matches(harm.parsed, span, "other_than_harm"):
            return False
        if harm.frame is not None and harm.frame.negated and not self._is_armed(speaker):
            return False
        own = self._is_own(harm, speaker, saying)
        to_come = harm.frame is not None and is_to_come(harm.frame, harm.parsed)
        if own is False:
            return False
        if saying.base in lemmas("threatening", "committing"):
            return bool(own) or to_come or harm.certain or harm.noun is not None
        if own:
            return to_come and (harm.certain or self._is_forceful(saying, speaker))
        return self._befalls(saying, speaker, harm, span, to_come=to_come)

    def _befalls(self, saying: Saying, speaker: int, harm: Harm, span: Span, *, to_come: bool) -> bool:
        """Whether harm that nobody is said to do is the speaker's: it comes on a condition, or from somebody armed."""
        if to_come and is_of_weapon(harm):
            return True  # a caller says that a bomb will go off
        conditional, menacing = _matches(harm.parsed, span, "whoever"), self._is_menacing(saying, speaker)
        declared = _matches(harm.parsed, span, "declared")
        if any(self._voices.quotation(harm.parsed, at) is not None for at in harm.words):
            able = menacing or (conditional and (harm.certain or self._is_forceful(saying, speaker)))
            stands = harm.plain and conditional and is_present(harm.frame, harm.parsed)
            return able and (to_come or declared or stands)
        if menacing:
            conditional |= harm.plain and saying.base in lemmas("threatening", "warning")
            return declared or (conditional and to_come and _is_told_to_befall(harm))
        return conditional and to_come and _is_told_to_befall(harm) and self._warns(saying, speaker)

    def _warns(self, saying: Saying, speaker: int) -> bool:
        """Whether somebody who may have force at hand warns."""
        return saying.base in lemmas("threatening", "warning") and self._actors[speaker].kind in _FORCEFUL

    def _is_own(self, harm: Harm, speaker: int, saying: Saying) -> bool | None:
        """Whether the speaker will do it: True, False for somebody else, None where nobody is said to."""
        frame, act = harm.frame, harm.act
        bound = saying.frame is not None and saying.base in lemmas("threatening", "committing")
        if bound and frame is not None and frame.infinitive:
            return True
        doers = (act.doers or ([] if act.noun else act.weapons)) if act is not None else []
        if not doers and frame is not None and (act is None or act.noun) and not frame.passive:
            doers = frame.subjects
        for doer in doers:
            if self._means_speaker(doer, harm.parsed, speaker):
                return True
            if act is not None and not act.noun and self._actors.of(doer, harm.parsed) is not None:
                return False
        return None

    def _means_speaker(self, doer: Phrase, parsed: Parsed, speaker: int) -> bool:
        opener, head = parsed.tokens[doer.first].low, parsed.tokens[doer.head]
        if opener in word_set("threatening", "own"):
            return True
        if head.quoted and head.tag is Tag.PRONOUN:
            return False  # whoever speaks says "we" of itself
        if head.tag is not Tag.PRONOUN and opener not in word_set("functions", "possessives"):
            return self._actors.of(doer, parsed) in self._actors.party(speaker)
        actor = self._actors.referred(Phrase(doer.first, doer.first, doer.first), parsed)
        return actor in self._actors.party(speaker) or (actor is None and opener in _HE)

    # --- who says it -----------------------------------------------------------------------------------------

    def _is_forceful(self, saying: Saying, speaker: int) -> bool:
        return self._actors[speaker].kind in _FORCEFUL or self._is_menacing(saying, speaker)

    def _is_menacing(self, saying: Saying, speaker: int) -> bool:
        """Whether what comes is the speaker's doing: it bears arms, or has sent a letter."""
        sends = not word_set("threatening", "senders").isdisjoint(self._actors[speaker].role.split())
        sends |= saying.base in lemmas("threatening", "sending")
        return sends or self._is_armed(speaker) or self._voices.is_written(saying)

    def _is_armed(self, speaker: int) -> bool:
        party = [self._actors[each] for each in self._actors.party(speaker)]
        called = self._actors[speaker].is_called("armed_roles")
        looks = not _armed_looks().isdisjoint(self._actors[speaker].role.split())
        violent = any(each.id in self._violent and each.kind == "organisation" for each in party)
        return called or looks or violent or any(each.kind in _ARMED for each in party)

    # --- what it says ----------------------------------------------------------------------------------------

    def _threat(self, number: int, saying: Saying, issuer: int, harm: Harm, span: Span) -> Threat:
        parsed, said = harm.parsed, trimmed(harm.parsed, span)
        status, status_words = _status(parsed)
        return Threat(
            id=number,
            issuer=issuer,
            issuer_words=self._actors.words_for(issuer, saying.speakers, saying.parsed),
            relayed_by=self._voices.relayed(saying, issuer),
            cue=[mention(saying.parsed, *saying.cue)],
            content=[mention(parsed, *said)],
            targets=targets_of(harm),
            action=[mention(parsed, *_action(harm, said))],
            means=[words_of(parsed, each) for each in (harm.act.weapons[:1] if harm.act is not None else [])],
            condition=condition_in(parsed, said),
            deadline=deadline_in(parsed),
            form="explicit" if harm.certain else "implicit",
            status=status,
            status_words=status_words,
        )


# --- words --------------------------------------------------------------------------------------------------


def _is_said(saying: Saying) -> bool:
    """Whether somebody speaks of itself: supposes and foretells nothing, and is not only said to have threatened."""
    frame, base = saying.frame, saying.base
    if base in lemmas("sayings", "supposing") | lemmas("threatening", "foretelling"):
        return False
    if frame is None:
        return True
    told = bool(saying.speakers) and (base == "threaten" or base in lemmas("sayings", "addressing"))
    return not (frame.negated or frame.modal) and (told or not frame.passive)


def _is_told_to_befall(harm: Harm) -> bool:
    """Whether the words tell what becomes of somebody."""
    frame = harm.frame
    return harm.plain or (frame is not None and (frame.passive or follows_or(frame, harm.parsed)))


@cache
def _armed_looks() -> frozenset[str]:
    """Words for people who bear arms against the law, and for those who look it."""
    listed = [each for each in words("nouns", "armed_persons") if " " not in each]
    return frozenset((*listed, *map(plural, listed))) | word_set("threatening", "armed_looks")


def _matches(parsed: Parsed, span: Span, entry: str) -> bool:
    """Whether a stretch of speech holds words of an entry."""
    return pattern("threatening", entry).search(without_marks(parsed.text(*span))) is not None


def _action(harm: Harm, said: Span) -> Span:
    """The words for the harm with what it is done to."""
    first = max(harm.words[0], said[0])
    struck = harm.act.targets if harm.act is not None else []
    return first, max(first, min(said[1], max([harm.words[1], *(each.last for each in struck)])))


def _status(parsed: Parsed) -> tuple[ThreatStatus, Value]:
    """What became of a threat, where its sentence or the next says so."""
    for sentence in parsed.document.sentences[parsed.sentence.number - 1 : parsed.sentence.number + 1]:
        for entry, status in _STATUSES.items():
            match = pattern("threatening", entry).search(parsed.document.text, sentence.start, sentence.end)
            if match:
                return status, [Mention(sentence=sentence.number, text=match.group())]
    return "current", []
