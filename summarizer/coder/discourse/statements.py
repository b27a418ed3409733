"""Everything that somebody says about the events of an article, as statements of a draft."""

import re
from collections.abc import Iterator

from summarizer.coder.discourse.cases import NOBODY, Case, Verdict
from summarizer.coder.discourse.kinds import clause, span_of, verdicts
from summarizer.coder.discourse.meant import meant, nearest
from summarizer.coder.discourse.relations import Ties, relation_of, soldiers_in, struck_by, things_in
from summarizer.coder.discourse.sayings import Saying
from summarizer.coder.discourse.silences import Silence, silences_in
from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.stretches import Span, trimmed
from summarizer.coder.discourse.supposing import rumour, supposed
from summarizer.coder.discourse.told import Told, by_saying, told_in
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.people.actors import Registry
from summarizer.coder.violence.events import Event
from summarizer.coder.violence.incidents import mention
from summarizer.coder.violence.summing import added_up
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Statement, Value
from summarizer.schemas.vocabulary import Facet, StatementKind

_BACK = 4  # sentences from words that name no event to the event that they may mean
_CONTRADICTS: dict[StatementKind, list[Facet]] = {"deny_occurrence": ["happened"], "dispute": ["cause"]}
_LONGEST = 60  # tokens of what is given as said


class Statements:
    """The statements of one article, in the order of their words."""

    def __init__(self, sentences: list[Parsed], events: list[Event], speech: Speech, actors: Registry) -> None:
        self._sentences, self._events, self._speech, self._actors = sentences, events, speech, actors
        self._told = told_in(events, speech, actors)
        self._made: list[tuple[Verdict, Saying | None, int | None, list[int]]] = []
        self._found: list[Statement] = []
        self._said: set[tuple[StatementKind, int | None, int, tuple[int, ...]]] = set()

    def drafted(self) -> list[Statement]:
        """All of them."""
        held = by_saying(self._told)
        judged: list[tuple[Case, Verdict]] = []
        for saying in self._speech.sayings:
            stretches = list(self._speech.continued(saying))
            case = Case(saying, self._speech.speakers(saying), held.get(id(saying), []), self._actors, stretches)
            judged.extend((case, verdict) for verdict in verdicts(case))
        about = [(case, verdict, self._about(case, verdict)) for case, verdict in judged]
        ties = {number: self._ties(number, about) for number in range(1, len(self._events) + 1)}
        for case, verdict in judged:
            self._say(case, verdict, ties)
        for silence in silences_in(self._sentences):
            self._be_silent(silence)
        for number in range(1, len(self._events) + 1):
            self._assert(number)
        return self._found

    # --- sayings ------------------------------------------------------------------------------------------

    def _about(self, case: Case, verdict: Verdict) -> list[int]:
        told = [number for each in verdict.told for number in added_up(each.act, self._events) or [each.event]]
        found = list(dict.fromkeys(told))
        if found or not verdict.nearest:
            return found
        back = 1 if verdict.kind == "dispute" else _BACK
        event = meant(self._told, case, back, frozenset(verdict.whom or case.speakers))
        if verdict.kind == "dispute" and event is not None and self._upholds(case.speakers, event):
            return []
        return [event] if event is not None else []

    def _upholds(self, speakers: list[int], event: int) -> bool:
        """Whether one of the speakers has itself told of the event."""
        said = (each.saying for each in self._told if each.event == event and each.saying is not None)
        return any(set(self._speech.speakers(saying)) & set(speakers) for saying in said)

    def _ties(self, number: int, about: list[tuple[Case, Verdict, list[int]]]) -> Ties:
        concerned = [(case, verdict) for case, verdict, events in about if number in events]
        claimed = (
            verdict.by or case.speakers for case, verdict in concerned if verdict.kind in ("claim", "acknowledge")
        )
        claimants = {member for by in claimed for each in by for member in self._actors.party(each)}
        told = [each for each in self._told if each.event == number]
        accused = {actor for _, verdict in concerned if verdict.kind == "blame" for actor in verdict.whom}
        accused |= {doer for each in told for doer in each.doers}
        struck = struck_by(told, self._actors)
        return Ties(frozenset(claimants), frozenset(accused), struck, soldiers_in(told), things_in(told))

    def _say(self, case: Case, verdict: Verdict, ties: dict[int, Ties]) -> None:
        events = self._about(case, verdict)
        if not events:
            return
        speakers: list[int | None] = [None] if verdict.silent else list(verdict.by or case.speakers)
        if verdict.kind == "claim" and len(case.speakers) > 1 and not verdict.by:  # a joint claim is one
            verdict.whom, speakers = case.speakers, speakers[:1]
        for speaker in speakers:
            if verdict.kind == "deny_occurrence" and not verdict.told and self._is_accused(speaker, events, ties):
                verdict.kind = "deny_responsibility"  # "called the claim a lie", said by the accused
            if verdict.kind == "deny_occurrence" and not verdict.told and case.object_in("charging_words"):
                events = [each for each in events if not self._is_fact(each)]  # only who did it is denied
            fresh = [each for each in events if (verdict.kind, speaker, each, tuple(verdict.whom)) not in self._said]
            if not fresh:
                continue
            about = []
            for event in fresh:
                self._said.add((verdict.kind, speaker, event, tuple(verdict.whom)))
                if verdict.kind == "claim" and speaker is not None:
                    self._bears_arms(speaker)
                relation, evidence = relation_of(speaker, verdict, ties[event], self._actors)
                about.append(About(incident=event, relation=relation, evidence=evidence))
            self._found.append(self._statement(case, verdict, speaker, about))

    def _is_accused(self, speaker: int | None, events: list[int], ties: dict[int, Ties]) -> bool:
        circle = self._actors.party(speaker)
        return any(circle & ties[each].accused and not circle & ties[each].claimants for each in events)

    def _bears_arms(self, speaker: int) -> None:
        """Whoever claims an act of violence and is a body of no known kind is an armed group."""
        for member in self._actors.party(speaker):
            if self._actors[member].kind == "organisation":
                self._actors[member].kind = "armed_group"

    def _statement(self, case: Case, verdict: Verdict, speaker: int | None, about: list[About]) -> Statement:
        saying, parsed = case.saying, case.parsed
        first, last = verdict.cue or saying.cue
        if verdict.silent:  # "no group claimed": the negation stands in the subject
            first = min([first, *(each.first for each in saying.speakers if each.first < first)])
        cue = [mention(parsed, first, last)]
        content = self._content(case, verdict)
        return Statement(
            id=len(self._found) + 1,
            kind=verdict.kind,
            speaker=speaker,
            speaker_words=self._speaker_words(saying, speaker),
            relayed_by=self._relayed(saying, speaker),
            cue=cue,
            content=content,
            hedge=cue if verdict.hedged else self._hedges(content),
            about=about,
            whom=verdict.whom,
            role=verdict.role if verdict.kind == "blame" else "unspecified",
            contradicts=_CONTRADICTS.get(verdict.kind, []),
        )

    def _content(self, case: Case, verdict: Verdict) -> Value:
        for parsed, (first, last) in self._speech.continued(case.saying) if verdict.kind != "blame" else ():
            span = span_of([each for each in verdict.told if first <= each.act.at <= last], parsed)
            if span is not None:
                return [mention(parsed, max(first, span[0]), min(last, span[1]))]
        if not case.saying.contents:
            return []
        first, last = trimmed(case.parsed, case.saying.contents[0])
        return [mention(case.parsed, first, min(last, first + _LONGEST))]

    def _speaker_words(self, saying: Saying, speaker: int | None) -> Value:
        """The words at this place, where they are not the actor's name."""
        if speaker is None or not saying.speakers:
            return []
        phrase = saying.speakers[0]
        here = mention(saying.parsed, phrase.first, phrase.last)
        return [] if self._actors[speaker].name.text in here.text else [here]

    def _relayed(self, saying: Saying, speaker: int | None) -> list[int]:
        outer = (actor for each in self._speech.outer(saying) for actor in self._speech.speakers(each)[:1])
        return [actor for actor in dict.fromkeys(outer) if actor != speaker]

    def _hedges(self, content: Value) -> Value:
        """Words within what is said that leave it open."""
        return [
            Mention(sentence=each.sentence, text=match.group()) for each in content for match in hedges_in(each.text)
        ][:3]

    # --- silence, and the article's own voice ----------------------------------------------------------------

    def _be_silent(self, silence: Silence) -> None:
        parsed = silence.parsed
        acts = [each.event for each in self._told if each.act.parsed is parsed and not each.denied]
        event = acts[-1] if acts else nearest(self._told, parsed.sentence.number, silence.cue[0], _BACK)
        speaker = self._actors.of(silence.speaker, parsed, otherwise="person") if silence.speaker else None
        if event is None or (silence.kind == "no_comment" and speaker is None):
            return
        if (silence.kind, speaker, event, ()) in self._said:
            return
        self._said.add((silence.kind, speaker, event, ()))
        cue = mention(parsed, *silence.cue)
        self._found.append(
            Statement(
                id=len(self._found) + 1,
                kind=silence.kind,
                speaker=speaker,
                cue=[cue],
                content=[cue],
                about=[About(incident=event, relation="outlet" if speaker is None else "not_stated")],
            )
        )

    def _assert(self, number: int) -> None:
        """What the article tells of an event in its own voice: once, and once more for each named doer."""
        own = [each for each in self._told if each.event == number and self._in_own_voice(each, number)]
        if not own:
            return
        plain = next((each for each in own if not self._hedged(each)), own[0])
        named = [each for each in own if each.doers]
        tellings = [plain] + [each for each in named if each is not plain]
        seen: set[int] = set()
        for place, each in enumerate(tellings):
            fought = each.act.told_as == "clashes" and self._hedged(each)  # both sides fight: nobody is suspected
            whom = [] if fought else [doer for doer in each.doers if doer not in seen]
            seen.update(whom)
            if place == 0 or whom:
                self._found.append(self._outlet(number, each, whom))
        for each in own:
            self._suspect(number, each)

    def _suspect(self, number: int, told: Told) -> None:
        """ "Men alleged to be members of the Red Front": whom the article itself only supposes to be the doers."""
        parsed = told.act.parsed
        for cue, called, otherwise in supposed(told.act):
            actor = self._actors.of(called, parsed, otherwise=otherwise)
            if (
                actor is None
                or not (self._actors[actor].identity == "named" or self._actors[actor].affiliations)
                or ("blame", None, number, (actor,)) in self._said
            ):
                continue
            self._said.add(("blame", None, number, (actor,)))
            words = [mention(parsed, cue[0], cue[1])]
            self._found.append(
                Statement(
                    id=len(self._found) + 1,
                    kind="blame",
                    cue=words,
                    content=[mention(parsed, min(cue[0], called.first), max(cue[1], called.last))],
                    hedge=words,
                    about=[About(incident=number, relation="outlet")],
                    whom=[actor],
                    role="carried_out",
                )
            )

    def _is_fact(self, number: int) -> bool:
        """Whether the article tells of an event in its own voice, without a hedge."""
        told = (each for each in self._told if each.event == number and self._in_own_voice(each, number))
        return any(not self._hedged(each) for each in told)

    def _in_own_voice(self, told: Told, number: int) -> bool:
        unclaimed = told.saying is not None and self._claims_nobody(told.saying)
        if (told.saying is not None and not unclaimed) or told.quoted or told.denied or told.act.unreal:
            return False
        first = next(each for each in self._told if each.event == number)
        distant = _at_distance(told) and not unclaimed
        return not (distant or (told.back and told is not first and not told.doers))

    def _claims_nobody(self, saying: Saying) -> bool:
        """Whether nobody claims it: of "no one has claimed the raid" the article tells the raid."""
        opener = saying.parsed.tokens[saying.speakers[0].first].low if saying.speakers else ""
        negated = saying.frame is not None and saying.frame.negated
        return saying.base == "claim" and not self._speech.speakers(saying) and (opener in NOBODY or negated)

    def _hedged(self, told: Told) -> bool:
        return (
            told.hearsay is not None
            or rumour(told) is not None
            or bool(self._hedges([mention(told.act.parsed, *_with_lead(told))]))
        )

    def _outlet(self, number: int, told: Told, whom: list[int]) -> Statement:
        act = told.act
        hearsay = (
            [mention(act.parsed, *told.hearsay.cue)]
            if told.hearsay is not None and told.hearsay.parsed is act.parsed
            else []
        )
        return Statement(
            id=len(self._found) + 1,
            kind="assert",
            cue=[mention(act.parsed, *act.words)],
            content=[mention(act.parsed, *clause(told))],
            hedge=[*hearsay, *_rumoured(told), *self._hedges([mention(act.parsed, *_with_lead(told))])],
            about=[About(incident=number, relation="outlet")],
            whom=whom,
        )


def hedges_in(text: str) -> Iterator[re.Match[str]]:
    """Hedges in some words, without those that doubt nothing."""
    idle = [match.span() for match in pattern("modality", "not_hedge").finditer(text)]
    for match in pattern("modality", "hedge").finditer(text):
        if not any(start <= match.start() < end for start, end in idle):
            yield match


def _with_lead(told: Told) -> Span:
    """The clause of an act from its last mark: hedges stand before what they doubt."""
    first, last = clause(told)
    tokens = told.act.parsed.tokens
    while first > 0 and tokens[first - 1].tag not in (Tag.BREAK, Tag.QUOTE, Tag.COMMA):
        first -= 1
    return first, last


def _at_distance(told: Told) -> bool:
    """Whether a noun such as "claim of" keeps the article's distance from the act."""
    first = told.act.phrase.first if told.act.phrase is not None else told.act.words[0]
    before = [token.low for token in told.act.parsed.tokens[max(0, first - 4) : first]]
    return any(word in word_set("sayings", "of_distance") for word in before)


def _rumoured(told: Told) -> Value:
    at = rumour(told)
    return [] if at is None else [mention(told.act.parsed, at, at)]
