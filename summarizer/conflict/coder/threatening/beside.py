"""What stands beside threats and is none: warnings that somebody else may attack, and readiness for force."""

from collections.abc import Iterator

from summarizer.conflict.coder.discourse.sayings import Span, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.grammar.frames import Parsed
from summarizer.conflict.coder.grammar.tokens import within
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.incidents import mention, words_of
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.draft import Statement, ThirdPartyWarning
from summarizer.schemas.vocabulary import ActorKind

_READY: frozenset[ActorKind] = frozenset({"armed_group", "armed_forces", "state", "official", "public_body", "person"})


def warnings_in(
    acts: dict[int, list[Act]], voices: Speakers, actors: Roster, taken: list[tuple[Parsed, Span]]
) -> list[ThirdPartyWarning]:
    """Every warning of an article, in the order of its words.

    Args:
        acts: the mentions of acts by sentence.
        voices: who says what.
        actors: the actors of the article.
        taken: stretches of speech that are threats.
    """
    found: list[ThirdPartyWarning] = []
    for saying in voices.sayings:
        negated = saying.frame is not None and saying.frame.negated
        speakers = voices.speakers(saying) if saying.base in word_set("threatening", "warning") else []
        for parsed, span in voices.continued(saying) if speakers and not negated else ():
            act = next((each for each in acts.get(parsed.sentence.number, ()) if _is_feared(each, span)), None)
            feared = [actors.of(doer, parsed) for doer in act.doers] if act is not None else []
            threat = any(parsed is other and span == where for other, where in taken)
            if act is None or threat or actors.party(speakers[0]) & set(feared):
                continue
            warning = ThirdPartyWarning(
                id=len(found) + 1,
                speaker=speakers[0],
                speaker_words=actors.words_for(speakers[0], saying.speakers, saying.parsed),
                feared=[actor for actor in feared if actor is not None],
                cue=[mention(saying.parsed, *saying.cue)],
                content=[mention(parsed, *trimmed(parsed, span))],
                place=[words_of(parsed, each) for each in act.places[:1]],
            )
            found.append(warning)
    return found


def _is_feared(act: Act, span: Span) -> bool:
    """Whether an act is told there as one that may come."""
    may = (each for each in act.parsed.frames if each.modal in word_set("threatening", "may"))
    governed = any(each is act.frame or act.phrase in (*each.subjects, *each.objects) for each in may)
    return span[0] <= act.at <= span[1] and (governed or act.unreal)


def postures_in(sentences: list[Parsed], voices: Speakers, actors: Roster, *, after: int) -> Iterator[Statement]:
    """Every posture of an article: who is ready, or does not rule force out; `after` is the last id that is taken."""
    for parsed in sentences:
        match = pattern("cues", "posture_only").search(parsed.document.text, parsed.sentence.start, parsed.sentence.end)
        inside = within(parsed.tokens, *match.span()) if match else range(0)
        frame = next((each for each in parsed.frames if inside and each.verb >= inside[0]), None)
        saying = voices.at(parsed, inside[0]) if inside else None
        if frame is None or not (saying or frame.subjects):
            continue
        ready = voices.speakers(saying) if saying else [actors.of(frame.subjects[0], parsed, otherwise="organisation")]
        if ready[:1] in ([], [None]) or actors[ready[0] or 0].kind not in _READY:
            continue
        after += 1
        objects = [each.last for each in (*frame.objects, *frame.circumstances)]
        content = min(frame.first, inside[0]), max([inside[-1], frame.verb, *objects])
        cue = [mention(parsed, inside[0], inside[-1])]
        yield Statement(id=after, kind="posture", speaker=ready[0], cue=cue, content=[mention(parsed, *content)])
