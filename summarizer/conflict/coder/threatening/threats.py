"""Threats: an issuer who says that it, or those it speaks for, will do harm."""

from collections.abc import Iterator
from datetime import date

from summarizer.conflict.coder.discourse.sayings import Saying, Span, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.threatening.force import Force
from summarizer.conflict.coder.threatening.harms import Harm, harms_in, weapons_to_come, whoever
from summarizer.conflict.coder.threatening.rulings import Menace, Rulings
from summarizer.conflict.coder.threatening.sides import Sides
from summarizer.conflict.coder.threatening.tense import is_to_come
from summarizer.conflict.coder.threatening.terms import condition_in, deadline_in
from summarizer.conflict.coder.threatening.threatened import targets_of
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.incidents import mention, words_of
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.tokens import Tag, behind_last
from summarizer.lexicons import lemmas, pattern
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Threat, Value
from summarizer.schemas.vocabulary import ThreatStatus

_RELATIVES = frozenset({Tag.RELATIVE})
_NEAR = 3  # tokens behind a verb of saying within which the day stands on which it was said
_STATUSES: dict[str, ThreatStatus] = {"hoax": "hoax", "taken_back": "withdrawn"}
"""Entries of threatening.toml whose words, in the sentence of a threat or the next, say what became of it."""


class Threats:
    """The threats of one article."""

    def __init__(self, acts: dict[int, list[Act]], voices: Speakers, actors: Roster, report: date | None) -> None:
        self._acts, self._voices, self._actors, self._report = acts, voices, actors, report
        self._force = Force(acts, voices, actors)
        self._rulings = Rulings(voices, self._force, Sides(actors, self._force))

    def drafted(self) -> list[Threat]:
        """All of them, in the order of their words."""
        found: list[Threat] = []
        for saying in self._voices.sayings:
            speakers = self._voices.speakers(saying) or self._voices.unsigned(saying)
            if not (speakers and _is_said(saying)) or self._force.threatens_nobody(saying, speakers[0]):
                continue
            for parsed, span in self._voices.continued(saying):
                menace = next(self._menaces(saying, speakers[0], parsed, span), None)
                if menace is not None:
                    found.append(self._threat(len(found) + 1, menace))
        return found

    def _menaces(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Menace]:
        """What is a threat in a stretch of what somebody says."""
        harms = self._harms(saying, speaker, parsed, span)
        said = (each for each in harms if self._voices.at(parsed, each.words[0]) is saying)
        menaces = (Menace(saying, speaker, harm, span) for harm in said)
        yield from (menace for menace in menaces if self._rulings.threatens(menace))

    def _harms(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Harm]:
        yield from harms_in(parsed, span, self._acts.get(parsed.sentence.number, []))
        if saying.base in lemmas("threatening", "committing"):
            yield from weapons_to_come(parsed, span)
        warns = saying.base in lemmas("threatening", "warning") and self._force.is_forceful(saying, speaker)
        if whoever(parsed, span) and (warns or self._force.is_menacing(saying, speaker)):
            yield from self._dark(parsed, span)

    def _dark(self, parsed: Parsed, span: Span) -> Iterator[Harm]:
        """What will be done to whoever does something, in quoted words of no harm."""
        for frame in parsed.frames:
            quoted = span[0] <= frame.first <= span[1] and self._voices.quotation(parsed, frame.verb) is not None
            if quoted and is_to_come(frame, parsed) and not frame.infinitive:
                yield Harm(parsed, (frame.first, frame.verb), frame)

    # --- what it says ----------------------------------------------------------------------------------------

    def _threat(self, number: int, menace: Menace) -> Threat:
        saying, issuer, harm, parsed = menace.saying, menace.speaker, menace.harm, menace.harm.parsed
        said = trimmed(parsed, menace.span)
        status, status_words = _old(menace, self._report) or _status(parsed)
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
    if base in lemmas("sayings", "supposing") | lemmas("threatening", "foretelling"):
        return False
    if frame is None:
        return True
    told = bool(saying.speakers) and (base == "threaten" or base in lemmas("sayings", "addressing"))
    return not (frame.negated or frame.modal) and (told or not frame.passive)


def _action(harm: Harm, said: Span) -> Span:
    """The words for the harm with what it is done to."""
    first = max(harm.words[0], said[0])
    struck = harm.act.targets if harm.act is not None else []
    return first, max(first, min(said[1], max([harm.words[1], *(each.last for each in struck)])))


def _old(menace: Menace, report: date | None) -> tuple[ThreatStatus, Value] | None:
    """Whether it was made long before this news: "in 1994 the group threatened to"."""
    parsed, (first, last) = menace.saying.parsed, menace.saying.cue
    clause = behind_last(parsed.tokens, _RELATIVES, first)  # "a quarrel ten years ago in which it threatened to"
    near = {0, 1, *range(first, last + _NEAR + 1)}
    around = (each for each in parsed.times if each.first in near or each.last in range(clause - _NEAR, clause))
    old = next((each for each in around if each.is_old(report)), None)
    return ("background", [mention(parsed, old.first, old.last)]) if old is not None else None


def _status(parsed: Parsed) -> tuple[ThreatStatus, Value]:
    """What became of a threat, where its sentence or the next says so."""
    for sentence in parsed.document.sentences[parsed.sentence.number - 1 : parsed.sentence.number + 1]:
        for entry, status in _STATUSES.items():
            match = pattern("threatening", entry).search(parsed.document.text, sentence.start, sentence.end)
            if match:
                return status, [Mention(sentence=sentence.number, text=match.group())]
    return "current", []
