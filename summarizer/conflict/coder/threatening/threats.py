"""Threats: an issuer who says that it, or those it speaks for, will do harm."""

from collections.abc import Iterator
from functools import cache

from summarizer.conflict.coder.discourse.sayings import Saying, Span, is_carrier, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.grammar.frames import Parsed
from summarizer.conflict.coder.grammar.morphology import plural
from summarizer.conflict.coder.meaning.denoting import denotes
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.harms import (
    Harm,
    follows_or,
    harms_in,
    is_of_weapon,
    is_present,
    is_to_come,
    weapons_to_come,
    whoever,
    without_marks,
)
from summarizer.conflict.coder.threatening.sides import Sides
from summarizer.conflict.coder.threatening.terms import condition_in, deadline_in
from summarizer.conflict.coder.threatening.threatened import targets_of
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.incidents import mention, words_of
from summarizer.lexicons import pattern, word_set, words
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Threat, Value
from summarizer.schemas.vocabulary import ActorKind, IncidentKind, ThreatStatus

_ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
_FORCEFUL: frozenset[ActorKind] = _ARMED | {"state", "official"}
"""Kinds that may have force at hand: what they say will befall somebody may be their own doing."""
_DYING = frozenset({"die", "perish"})
"""Verbs of what nobody need have done."""
_LITERAL: frozenset[IncidentKind] = frozenset({"bombing", "arson", "kidnapping", "shelling", "execution"})
"""Acts whose words are hardly figures of speech."""
_STATUSES: dict[str, ThreatStatus] = {"hoax": "hoax", "taken_back": "withdrawn"}
"""Entries of threatening.toml whose words, in the sentence of a threat or the next, say what became of it."""


class Threats:
    """The threats of one article."""

    def __init__(self, acts: dict[int, list[Act]], voices: Speakers, actors: Roster) -> None:
        self._acts, self._voices, self._actors, self._sides = acts, voices, actors, Sides(actors)
        done = (act for told in acts.values() for act in told if not act.unreal and act.stage == "accomplished")
        self._violent = {actors.of(doer, act.parsed) for act in done for doer in act.doers}

    def drafted(self) -> list[Threat]:
        """All of them, in the order of their words."""
        found: list[Threat] = []
        for saying in self._voices.sayings:
            speakers = self._voices.speakers(saying) or self._voices.unsigned(saying)
            if not speakers or not _is_said(saying) or self._is_thing(saying, speakers[0]):
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
        if saying.base in word_set("threatening", "committing"):
            yield from weapons_to_come(parsed, span)
        if whoever(parsed, span) and (self._warns(saying, speaker) or self._is_menacing(saying, speaker)):
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
        if not self._is_literal(harm, saying, speaker) and _matches(harm.parsed, span, "other_than_harm"):
            return False
        if not harm.plain and _matches(harm.parsed, span, "defending"):
            return False
        if harm.frame is not None and harm.frame.negated and not self._is_armed(speaker):
            return False
        own = self._sides.is_own(harm, speaker, saying)
        to_come = harm.frame is not None and is_to_come(harm.frame, harm.parsed)
        if own is False:
            return False
        if harm.weak:
            return to_come and self._has_force(harm, speaker, saying, own=own)
        if saying.base in word_set("threatening", "committing"):
            return bool(own) or to_come or harm.certain or harm.noun is not None
        if harm.frame is not None and harm.frame is saying.frame:
            return self._is_of_group(speaker)  # "warned of more attacks"
        if own:
            forceful = self._sides.has_force(harm) or self._is_forceful(saying, speaker)
            return to_come and (harm.certain or forceful)
        return self._befalls(saying, speaker, harm, span, to_come=to_come)

    def _has_force(self, harm: Harm, speaker: int, saying: Saying, *, own: bool | None) -> bool:
        """Whether those will do it who can do harm by it: armed speakers, the army of a president, promised missiles."""
        committed = saying.base in word_set("threatening", "committing")
        armed = self._sides.has_force(harm) or self._is_armed(speaker)
        return armed and bool(own or committed)

    def _is_literal(self, harm: Harm, saying: Saying, speaker: int) -> bool:
        """Whether words of harm are meant as they stand, whatever words of law, trade or sport are around them."""
        burns = harm.act is not None and harm.act.kind in _LITERAL
        return harm.plain or burns or self._is_menacing(saying, speaker)

    def _befalls(self, saying: Saying, speaker: int, harm: Harm, span: Span, *, to_come: bool) -> bool:
        """Whether harm that nobody is said to do is the speaker's: it comes on a condition, or from somebody armed."""
        conditional, menacing = whoever(harm.parsed, span), self._is_menacing(saying, speaker)
        if to_come and is_of_weapon(harm):  # a caller says that a bomb will go off
            return menacing or self._actors[speaker].kind in ("person", "people")
        declared = _matches(harm.parsed, span, "declared")
        if any(self._voices.quotation(harm.parsed, at) is not None for at in harm.words):
            dies = harm.frame is not None and harm.frame.base in _DYING
            able = menacing or (conditional and not dies and (harm.certain or self._is_forceful(saying, speaker)))
            stands = harm.plain and conditional and is_present(harm.frame, harm.parsed)
            return able and (to_come or declared or stands)
        befalls, inflicted = to_come and _is_told_to_befall(harm), harm.inflicted and harm.certain
        if menacing:
            comes = (
                to_come and harm.noun is not None and harm.noun in harm.frame.subjects and self._is_of_group(speaker)
            )
            warned = harm.plain and saying.base in word_set("threatening", "warning")
            return declared or comes or (befalls and (conditional or warned or inflicted))
        lawful = _matches(harm.parsed, span, "other_than_harm")  # "whoever is convicted will be hanged"
        able = self._warns(saying, speaker) or (inflicted and not lawful and self._sides.commands(speaker))
        return befalls and conditional and able

    def _warns(self, saying: Saying, speaker: int) -> bool:
        """Whether somebody who may have force at hand warns."""
        return saying.base in word_set("threatening", "warning") and self._actors[speaker].kind in _FORCEFUL

    def _is_thing(self, saying: Saying, speaker: int) -> bool:
        """Whether what threatens is nobody that a list knows: "heavy rain threatened to drown the lower town"."""
        actor, parsed = self._actors[speaker], saying.parsed
        if saying.base != "threaten" or actor.identity == "named" or actor.kind not in ("person", "people"):
            return False
        unknown = (each for each in saying.speakers if denotes(each, parsed) is None and not is_carrier(each, parsed))
        listed = word_set("threatening", "persons") | word_set("threatening", "senders")
        return any(parsed.tokens[each.head].low not in listed for each in unknown)

    # --- who says it -----------------------------------------------------------------------------------------

    def _is_forceful(self, saying: Saying, speaker: int) -> bool:
        return self._actors[speaker].kind in _FORCEFUL or self._is_menacing(saying, speaker)

    def _is_menacing(self, saying: Saying, speaker: int) -> bool:
        """Whether what comes is the speaker's doing: it bears arms, or has sent a letter."""
        sends = not word_set("threatening", "senders").isdisjoint(self._actors[speaker].role.split())
        sends |= saying.base in word_set("threatening", "sending")
        return sends or self._is_armed(speaker) or self._voices.is_written(saying)

    def _is_of_group(self, speaker: int) -> bool:
        """Whether it speaks for an armed group, whose warnings are of what it will do."""
        return any(self._actors[each].kind == "armed_group" for each in self._actors.party(speaker))

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
            targets=targets_of(harm, saying, self._actors),
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
    if base in word_set("sayings", "supposing") or base in word_set("threatening", "foretelling"):
        return False
    if frame is None:
        return True
    told = bool(saying.speakers) and (base == "threaten" or base in word_set("sayings", "addressing"))
    return not (frame.negated or frame.modal) and (told or not frame.passive)


def _is_told_to_befall(harm: Harm) -> bool:
    """Whether the words tell what becomes of somebody."""
    frame = harm.frame
    if harm.plain or frame is None:
        return harm.plain
    comes = harm.noun is not None and harm.noun in frame.subjects
    return comes or frame.passive or follows_or(frame, harm.parsed)


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
