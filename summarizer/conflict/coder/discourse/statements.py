"""Everything that somebody says about the events of an article, as statements of a draft."""

from operator import attrgetter

from summarizer.conflict.coder.discourse.kinds import verdicts
from summarizer.conflict.coder.discourse.sayings import Span, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.discourse.standing import Ties, relation_of
from summarizer.conflict.coder.discourse.told import Told, nearest, told_in
from summarizer.conflict.coder.discourse.wordings import Ruling, Wording
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.events import Event, tells_its_own
from summarizer.conflict.coder.violence.incidents import mention
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.tokens import Tag, behind_last, within
from summarizer.lexicons import pattern, word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import About, Statement, Value
from summarizer.schemas.vocabulary import Facet, StatementKind

_TELLING: frozenset[StatementKind] = frozenset({"claim", "acknowledge", "blame", "assert", "confirm"})
_BACK = 4  # sentences from words that deny or doubt to the event that they may mean; of those that tell, one
_SILENCES: tuple[StatementKind, ...] = ("no_claim", "no_comment", "unverified")
_CONTRADICTS: dict[StatementKind, list[Facet]] = {"deny_occurrence": ["happened"], "dispute": ["cause"]}
_LONGEST = 60  # tokens of what is given as said
_CLAUSE = frozenset({Tag.BREAK, Tag.QUOTE, Tag.COMMA})


class Statements:
    """The statements of one article, in the order of their words."""

    def __init__(
        self, sentences: list[Parsed], events: list[Event], acts: dict[int, list[Act]], voices: Speakers, actors: Roster
    ) -> None:
        self._sentences, self._acts, self._voices, self._actors = sentences, acts, voices, actors
        self._told = told_in(events, voices, actors)
        self._of_event: dict[int, list[Told]] = {number: [] for number in range(1, len(events) + 1)}
        self._in_sentence: dict[int, list[Told]] = {}
        for each in self._told:
            self._of_event[each.event].append(each)
            self._in_sentence.setdefault(each.at[0], []).append(each)
        placed = {id(each.act) for each in self._told}
        others = (act for told in acts.values() for act in told if id(act) not in placed and tells_its_own(act))
        unplaced = (Told(act, 0, None, quoted=False, doers=[]) for act in others)  # of no event, and may be meant
        self._acts_told = sorted((*self._told, *unplaced), key=attrgetter("at"))
        self._found: list[Statement] = []
        self._said: set[tuple[StatementKind, int | None, int, tuple[int, ...]]] = set()

    def drafted(self) -> list[Statement]:
        """All of them."""
        held: dict[int, list[Told]] = {}
        for each in self._told:
            held.setdefault(id(each.saying), []).append(each)
        judged: list[tuple[Wording, Ruling, list[int]]] = []
        for saying in self._voices.sayings:
            stretches = list(self._voices.continued(saying))
            case = Wording(saying, self._voices.speakers(saying), held.get(id(saying), []), self._actors, stretches)
            judged.extend((case, verdict, self._about(case, verdict)) for verdict in verdicts(case))
        concerned: dict[int, list[tuple[Wording, Ruling]]] = {}
        for case, verdict, about in judged:
            for number in about:
                concerned.setdefault(number, []).append((case, verdict))
        ties = {number: self._ties(number, concerned.get(number, [])) for number in self._of_event}
        for case, verdict, about in judged:
            self._say(case, verdict, about, ties)
        for parsed in self._sentences:
            self._be_silent(parsed)
        for number in self._of_event:
            self._assert(number)
        return self._found

    # --- sayings ------------------------------------------------------------------------------------------

    def _about(self, case: Wording, verdict: Ruling) -> list[int]:
        if verdict.told:
            return list(dict.fromkeys(each.event for each in verdict.told))
        near = ((act, span) for parsed, span in case.stretches for act in self._acts[parsed.sentence.number])
        if any(span[0] <= act.at <= span[1] and tells_its_own(act) for act, span in near):
            return []
        tells, at = verdict.kind in _TELLING, (case.parsed.sentence.number, case.saying.cue[0])
        event = nearest(self._acts_told, at, 1 if tells else _BACK, undone=tells)
        return [event] if event else []

    def _ties(self, number: int, concerned: list[tuple[Wording, Ruling]]) -> Ties:
        claimed = (case.circle() for case, verdict in concerned if verdict.kind in ("claim", "acknowledge"))
        told = self._of_event[number]
        accused = {actor for _, verdict in concerned if verdict.kind == "blame" for actor in verdict.whom}
        accused |= {doer for each in told for doer in each.doers}
        return Ties(frozenset().union(*claimed), frozenset(accused))

    def _say(self, case: Wording, verdict: Ruling, about: list[int], ties: dict[int, Ties]) -> None:
        speakers: list[int | None] = [None] if verdict.silent else list(case.speakers)
        for speaker in speakers:
            keys = {(verdict.kind, speaker, event, tuple(verdict.whom)): event for event in about}
            fresh = [event for key, event in keys.items() if key not in self._said]
            self._said.update(keys)
            if fresh:
                self._bear_arms(speaker, verdict.kind)
                links = [self._link(speaker, verdict.kind, event, ties[event]) for event in fresh]
                self._found.append(self._statement(case, verdict, speaker, links))

    def _link(self, speaker: int | None, kind: StatementKind, event: int, ties: Ties) -> About:
        if speaker is None:
            return About(incident=event, relation="outlet")
        relation, evidence = relation_of(speaker, kind, ties, self._actors)
        return About(incident=event, relation=relation, evidence=evidence)

    def _bear_arms(self, speaker: int | None, kind: StatementKind) -> None:
        """Whoever claims an act of violence and is a body of no known kind is an armed group."""
        for member in self._actors.party(speaker) if kind == "claim" else ():
            if self._actors[member].kind == "organisation":
                self._actors[member].kind = "armed_group"

    def _statement(self, case: Wording, verdict: Ruling, speaker: int | None, about: list[About]) -> Statement:
        saying, (first, last) = case.saying, case.saying.cue
        if verdict.silent:  # "no group claimed": the negation stands in the subject
            first = min([first, *(each.first for each in saying.speakers)])
        cue = [mention(case.parsed, first, last)]
        content = self._content(case, verdict)
        return Statement(
            id=len(self._found) + 1,
            kind=verdict.kind,
            speaker=speaker,
            speaker_words=self._actors.words_for(speaker, saying.speakers, case.parsed),
            relayed_by=self._voices.relayed(saying, speaker),
            cue=cue,
            content=content,
            hedge=cue if verdict.hedged else _hedges(content, verdict.told),
            about=about,
            whom=verdict.whom,
            role=verdict.role if verdict.kind == "blame" else "unspecified",
            contradicts=_CONTRADICTS.get(verdict.kind, []),
        )

    def _content(self, case: Wording, verdict: Ruling) -> Value:
        for parsed, (first, last) in case.stretches if verdict.kind != "blame" else ():
            spans = [
                _clause(each) for each in verdict.told if each.act.parsed is parsed and first <= each.act.at <= last
            ]
            if spans:
                return [mention(parsed, max(first, min(spans)[0]), min(last, max(end for _, end in spans)))]
        if not case.saying.contents:
            return []
        first, last = trimmed(case.parsed, case.saying.contents[0])
        return [mention(case.parsed, first, min(last, first + _LONGEST))]

    # --- silence, and the article's own voice ----------------------------------------------------------------

    def _be_silent(self, parsed: Parsed) -> None:
        """Words that say that nobody has claimed, that somebody does not comment, or that something cannot be checked."""
        for kind in _SILENCES:
            match = pattern("sayings", kind).search(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
            inside = within(parsed.tokens, *match.span()) if match is not None else range(0)
            told = self._in_sentence.get(parsed.sentence.number)
            event = told[-1].event if told else nearest(self._told, (parsed.sentence.number, 0), _BACK)
            if not inside or event is None:
                continue
            frame = next((each for each in parsed.frames if each.verb >= inside[0] and each.subjects), None)
            speaker = self._silent(kind, frame, parsed) if frame is not None else None
            if (kind, speaker, event, ()) in self._said or (kind == "no_comment" and speaker is None):
                continue
            cue = [mention(parsed, inside[0], inside[-1])]
            about = [About(incident=event, relation="outlet" if speaker is None else "not_stated")]
            number = len(self._found) + 1
            self._found.append(Statement(id=number, kind=kind, speaker=speaker, cue=cue, content=cue, about=about))

    def _silent(self, kind: StatementKind, frame: Frame, parsed: Parsed) -> int | None:
        """Who does not comment; or who "could not confirm" it, where that is told by no pronoun."""
        silent = frame.subjects[0]
        if kind == "no_comment":
            return self._actors.of(silent, parsed, otherwise="person")
        tells = kind == "unverified" and not frame.passive and self._actors.is_somebody(silent, parsed)
        return self._actors.of(silent, parsed) if tells else None

    def _assert(self, number: int) -> None:
        """What the article tells of an event in its own voice: once, and once more for each named doer."""
        told = self._of_event[number]
        own = [each for each in told if _is_in_own_voice(each) and (each is told[0] or not each.back)]
        if not own or (_is_only_blast(own) and not _is_only_blast([each for each in told if each.saying is not None])):
            return
        plain = next((each for each in own if not _doubts(each)), own[0])
        seen: set[int] = set()
        for each in (plain, *(each for each in own if each is not plain)):
            whom = [doer for doer in each.doers if doer not in seen]
            seen.update(whom)
            if each is plain or whom:
                self._found.append(self._outlet(number, each, whom))

    def _outlet(self, number: int, told: Told, whom: list[int]) -> Statement:
        parsed = told.act.parsed
        return Statement(
            id=len(self._found) + 1,
            kind="assert",
            cue=[mention(parsed, *told.act.words)],
            content=[mention(parsed, *_clause(told))],
            hedge=_doubts(told),
            about=[About(incident=number, relation="outlet")],
            whom=whom,
        )


def _is_in_own_voice(told: Told) -> bool:
    """Whether the article tells it as a fact, in nobody's words, and no noun such as "claim of" keeps its distance."""
    if told.saying is not None or told.quoted or told.denied or told.act.unreal:
        return False
    first = told.act.phrase.first if told.act.phrase is not None else told.act.words[0]
    before = {token.low for token in told.act.parsed.tokens[max(0, first - 4) : first]}
    return before.isdisjoint(word_set("sayings", "of_distance"))


def _is_only_blast(told: list[Told]) -> bool:
    """Whether mentions tell no more than an explosion and the harm that it did, which only others may call an attack."""
    blasts = {each.at[0] for each in told if each.act.told_as == "explosion"}
    harm = {each.at for each in told if each.act.of_act or (each.at[0] in blasts and each.act.outcome is not None)}
    return not any(each.doers or not (each.act.told_as == "explosion" or each.at in harm) for each in told)


def _hedges(content: Value, told: list[Told]) -> Value:
    """Words within what is said that leave it open; of whom it struck, "suspected rebels", they leave open who that is."""
    struck = " ".join(each.act.parsed.words(target) for each in told for target in each.act.targets)
    found = ((each, match.group()) for each in content for match in pattern("modality", "hedge").finditer(each.text))
    return [Mention(sentence=each.sentence, text=words) for each, words in found if words not in struck][:3]


def _doubts(told: Told) -> Value:
    """The words by which the article leaves an act open, from the last mark before it."""
    parsed = told.act.parsed
    first, last = _clause(told)
    opens = behind_last(parsed.tokens, _CLAUSE, first)
    return _hedges([mention(parsed, opens, last)], [told])


def _clause(told: Told) -> Span:
    """The tokens of an act with its doers and targets."""
    act = told.act
    phrases = [*act.doers, *act.targets, *([act.phrase] if act.phrase is not None else [])]
    firsts, lasts = [each.first for each in phrases], [each.last for each in phrases]
    return min([act.words[0], *firsts]), max([act.words[1], *lasts])
