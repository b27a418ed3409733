"""Threats: an issuer who says that it, or those it speaks for, will do harm."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from summarizer.coder.actors import Registry
from summarizer.coder.acts import Act
from summarizer.coder.conditions import condition_in, deadline_in
from summarizer.coder.denoting import denotes
from summarizer.coder.frames import Frame, Parsed
from summarizer.coder.incidents import mention, words_of
from summarizer.coder.morphology import verb_forms
from summarizer.coder.phrases import Phrase
from summarizer.coder.restating import linked
from summarizer.coder.sayings import Saying, Span
from summarizer.coder.speech import Speech
from summarizer.coder.tokens import Tag
from summarizer.lexicons import pattern, word_set, words
from summarizer.schemas.draft import Mention, Target, Threat, Value
from summarizer.schemas.vocabulary import ActorKind, TargetKind, ThreatStatus

_ARMED: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces"})
_CONDITIONS = frozenset({"if", "unless", "until"})
_PEOPLE = frozenset(
    {"armed_persons", "officials", "military_persons", "civilians", "collective", "forces", "armed_group"}
)


@dataclass(slots=True)
class Harm:
    """Harm to come in a stretch of speech: the words for it, the verb that governs them, and the act where it is one."""

    parsed: Parsed
    words: Span
    frame: Frame | None
    act: Act | None
    plain: bool


class Threats:
    """The threats of one article."""

    def __init__(self, acts: dict[int, list[Act]], speech: Speech, actors: Registry) -> None:
        self._acts, self._speech, self._actors = acts, speech, actors
        self.stretches: list[tuple[Parsed, Span]] = []

    def drafted(self) -> list[Threat]:
        """All of them, in the order of their words; tellings-again point to the fullest one."""
        found: list[Threat] = []
        for saying in self._speech.sayings:
            speakers = self._speech.speakers(saying)
            if not speakers or self._not_said(saying):
                continue
            for parsed, span in self._speech.continued(saying):
                harms = [*self._harms(parsed, span), *self._dark(saying, speakers[0], parsed, span)]
                said = (each for each in harms if self._speech.at(parsed, each.words[0]) is saying)
                harm = next((each for each in said if self._threatens(saying, speakers[0], each, span)), None)
                if harm is not None:
                    found.append(self._threat(len(found) + 1, saying, speakers[0], harm, span))
                    self.stretches.append((parsed, span))
        return linked(found)

    def _not_said(self, saying: Saying) -> bool:
        frame = saying.frame
        return frame is not None and (
            frame.negated or frame.passive or frame.modal in ("will", "would", "could", "may", "might")
        )

    # --- is it one? --------------------------------------------------------------------------------------

    def _harms(self, parsed: Parsed, span: Span) -> Iterator[Harm]:
        """Acts that are told as to come, and other words of harm, from left to right."""
        for act in self._acts.get(parsed.sentence.number, ()):
            if span[0] <= act.at <= span[1] and act.stage == "accomplished" and not _is_denied(act):
                yield Harm(parsed, act.words, act.frame or _governing(parsed, act.words), act, plain=False)
        text = parsed.document.text
        first, last = parsed.tokens[span[0]].start, parsed.tokens[span[1]].end
        for match in pattern("threatening", "harm").finditer(text, first, last):
            inside = [at for at, token in enumerate(parsed.tokens) if match.start() <= token.start < match.end()]
            if not inside or any(at in parsed.figurative for at in inside):
                continue
            plain = (
                pattern("threatening", "plain_harm").search(text, match.start(), min(last, match.end() + 12))
                is not None
            )
            yield Harm(parsed, (inside[0], inside[-1]), _governing(parsed, (inside[0], inside[-1])), None, plain=plain)

    def _dark(self, saying: Saying, speaker: int, parsed: Parsed, span: Span) -> Iterator[Harm]:
        """What an armed speaker says will befall whoever does something, in words of no harm: "will be found there"."""
        if not self._armed(speaker) or pattern("threatening", "whoever").search(parsed.text(*span)) is None:
            return
        for frame in parsed.frames:
            quoted = self._speech.quotation(parsed, frame.verb) is not None
            if (
                quoted
                and span[0] <= frame.first <= span[1]
                and frame.modal in _of("will")
                and frame.opener not in _of("whoever")
            ):
                yield Harm(parsed, (frame.first, frame.verb), frame, None, plain=False)

    def _threatens(self, saying: Saying, speaker: int, harm: Harm, span: Span) -> bool:
        if harm.frame is not None and harm.frame.negated and not _has(harm, span, "whoever"):
            return False
        if _has(harm, span, "other_than_harm") and not harm.plain:
            return False
        if saying.base in _of("committing"):
            return self._is_own(harm, speaker, saying) is not False
        return self._will(harm, speaker, saying, span)

    def _will(self, harm: Harm, speaker: int, saying: Saying, span: Span) -> bool:
        """Said in other words: the speaker will do it, or it will befall somebody on a condition."""
        own = self._is_own(harm, speaker, saying)
        to_come = harm.frame is not None and (harm.frame.modal in _of("will") or _is_meant(harm.frame, harm.parsed))
        if own is False:
            return False
        if own:
            return to_come or (_is_ready(harm) and _has(harm, span, "whoever"))
        conditional, armed = _has(harm, span, "whoever"), self._armed(speaker)
        if not self._may_threaten(speaker):
            return False
        if _is_of_weapon(harm) and to_come and self._actors[speaker].kind in ("person", "people"):
            return True  # a caller says that a bomb will go off
        if not self._is_quoted(harm):
            return saying.base in _of("warning") and conditional and harm.act is not None and _is_passive(harm)
        return (conditional or armed) and (to_come or (harm.plain and _is_present(harm)))

    def _is_own(self, harm: Harm, speaker: int, saying: Saying) -> bool | None:
        """Whether the speaker will do it: True, False for somebody else, None where nobody is said to."""
        doers = harm.act.doers if harm.act is not None else list(harm.frame.subjects) if harm.frame is not None else []
        if (
            saying.base in _of("committing")
            and harm.frame is not None
            and (harm.frame.infinitive or harm.frame is saying.frame)
        ):
            return True
        if harm.act is not None and not doers and harm.act.weapons and harm.act.noun is False:
            doers = harm.act.weapons
        circle = self._actors.party(speaker)
        for doer in doers:
            opener = harm.parsed.tokens[doer.first].low
            if opener in word_set("threatening", "own"):
                return True
            pronoun = harm.parsed.tokens[doer.head].tag is Tag.PRONOUN or opener in word_set("functions", "possessives")
            given = Phrase(doer.first, doer.first, doer.first) if pronoun else doer
            actor = self._actors.referred(given, harm.parsed) if pronoun else self._actors.of(doer, harm.parsed)
            if actor in circle:
                return True
            if actor is not None and harm.act is not None:
                return False
        return None

    def _is_quoted(self, harm: Harm) -> bool:
        return self._speech.quotation(harm.parsed, harm.words[0]) is not None

    def _armed(self, speaker: int) -> bool:
        return any(self._actors[each].kind in _ARMED for each in self._actors.party(speaker))

    def _may_threaten(self, speaker: int) -> bool:
        return self._actors[speaker].kind not in ("outlet", "monitor")

    # --- what it says ----------------------------------------------------------------------------------------

    def _threat(self, number: int, saying: Saying, issuer: int, harm: Harm, span: Span) -> Threat:
        parsed, said = harm.parsed, _trimmed(harm.parsed, span)
        condition = condition_in(parsed, said, self._speech)
        outer = (actor for each in self._speech.outer(saying) for actor in self._speech.speakers(each)[:1])
        return Threat(
            id=number,
            issuer=issuer,
            issuer_words=self._issuer_words(saying, issuer),
            relayed_by=[each for each in dict.fromkeys(outer) if each != issuer],
            cue=[mention(saying.parsed, *saying.cue)],
            content=[mention(parsed, *said)],
            targets=self._targets(saying, harm, said),
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

    def _targets(self, saying: Saying, harm: Harm, said: Span) -> list[Target]:
        """Whom or what the act would strike; else whom the words address; else who stands as its subject, or earlier."""
        parsed = harm.parsed
        act = harm.act
        struck = [*act.targets, *(act.phrase.hangs if act.phrase is not None else [])] if act is not None else []
        for where, phrases in (
            (parsed, struck),
            (saying.parsed, self._addressed(saying)),
            (parsed, list(harm.frame.subjects) if harm.frame is not None else []),
            (
                parsed,
                [each for each in parsed.phrases if said[0] <= each.first < harm.words[0] and not each.preposition],
            ),
            (parsed, list(harm.frame.objects) if harm.frame is not None else []),
            (parsed, _behind(harm, said)),
        ):
            for phrase in phrases:
                if (
                    where is not parsed or said[0] <= phrase.first <= said[1] or phrases is struck
                ) and self._may_be_target(phrase, where):
                    return [Target(kind=_target_kind(phrase, where), text=[words_of(where, phrase)])]
        return []

    def _addressed(self, saying: Saying) -> list[Phrase]:
        """Whom the words of saying have as their object: "warned Velland that"."""
        if saying.frame is None or saying.base not in (*words("sayings", "addressing"), "threaten"):
            return []
        return [each for each in saying.frame.objects if self._actors.of(each, saying.parsed) is not None]

    def _may_be_target(self, phrase: Phrase, parsed: Parsed) -> bool:
        token = parsed.tokens[phrase.head]
        if any(phrase in frame.subjects and frame.opener in _CONDITIONS for frame in parsed.frames):
            return False  # "if the prisoners are not freed, we will …": the harm is not theirs
        opener = parsed.tokens[phrase.first].low
        if (
            token.tag is Tag.PRONOUN
            or opener in word_set("threatening", "own")
            or token.low in word_set("threatening", "harm")
        ):
            return False
        if denotes(phrase, parsed) in ("act", "weapon"):
            return False
        return not any(time.first <= phrase.head <= time.last for time in parsed.times)


# --- words --------------------------------------------------------------------------------------------------


def _governing(parsed: Parsed, span: Span) -> Frame | None:
    """The verb that words are, or the nearest before them."""
    before = [each for each in parsed.frames if each.first <= span[1]]
    return before[-1] if before else None


def _is_denied(act: Act) -> bool:
    return act.frame is not None and act.frame.negated


def _is_meant(frame: Frame, parsed: Parsed) -> bool:
    """ "Going to", "about to", "ready to" before an infinitive."""
    lead = parsed.tokens[frame.first - 1].low if frame.first else ""
    return frame.infinitive and lead in ("going", "about", "ready", "determined", "set", "sworn")


def _is_of_weapon(harm: Harm) -> bool:
    """Whether it is a weapon that will do the harm: "a bomb would go off"."""
    subjects = harm.frame.subjects if harm.frame is not None else []
    weapons = [*subjects, *(harm.act.weapons if harm.act is not None else [])]
    return any(denotes(each, harm.parsed) == "weapon" for each in weapons)


def _behind(harm: Harm, said: Span) -> list[Phrase]:
    """What stands behind the words for the harm and a closing mark: 'vowed to "crush" the rebels'."""
    tokens = harm.parsed.tokens
    for phrase in harm.parsed.phrases:
        between = tokens[harm.words[1] + 1 : phrase.first]
        if harm.words[1] < phrase.first <= said[1] and between and all(token.tag is Tag.QUOTE for token in between):
            return [] if phrase.preposition else [phrase]
    return []


def _is_passive(harm: Harm) -> bool:
    return harm.frame is not None and harm.frame.passive


def _is_present(harm: Harm) -> bool:
    """Whether the verb tells nothing past: "is next", "begin to count them as targets"."""
    if harm.frame is None or harm.parsed.tokens[harm.frame.first].low == "be":
        return True
    verb = harm.parsed.tokens[harm.frame.verb]
    form = verb_forms().get(verb.low)
    return verb.low not in ("was", "were") and (form is None or "past" not in form.forms)


def _is_ready(harm: Harm) -> bool:
    return harm.frame is not None and harm.frame.infinitive


def _has(harm: Harm, span: Span, entry: str) -> bool:
    """Whether the stretch of speech, or the sentence that it opens, holds words of an entry."""
    return pattern("threatening", entry).search(harm.parsed.text(*span)) is not None


def _action(harm: Harm, said: Span) -> Span:
    """The words for the harm with what it is done to."""
    first = harm.words[0]
    last = harm.words[1]
    if harm.act is not None:
        last = max([last, *(each.last for each in harm.act.targets if each.first > first)])
    return max(first, said[0]), max(first, min(last, said[1]))


def _target_kind(phrase: Phrase, parsed: Parsed) -> TargetKind:
    low = parsed.tokens[phrase.head].low
    if denotes(phrase, parsed) in _PEOPLE or low in ("whoever", "anyone", "those"):
        return "people" if low.endswith(("s", "people", "men")) else "person"
    return "thing"


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


def _trimmed(parsed: Parsed, span: Span) -> Span:
    """The span without marks at its ends."""
    first, last = span
    marks = (Tag.COMMA, Tag.BREAK, Tag.QUOTE)
    while first < last and parsed.tokens[first].tag in marks:
        first += 1
    while last > first and parsed.tokens[last].tag in marks:
        last -= 1
    return first, last


@cache
def _of(entry: str) -> frozenset[str]:
    return frozenset(words("threatening", entry))
