"""What stands beside threats and is none: warnings that somebody else may attack."""

from summarizer.conflict.coder.discourse.sayings import Span, trimmed
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.grammar.frames import Parsed
from summarizer.conflict.coder.people.roster import Roster
from summarizer.conflict.coder.violence.acts import Act
from summarizer.conflict.coder.violence.incidents import mention, words_of
from summarizer.lexicons import word_set
from summarizer.schemas.draft import ThirdPartyWarning


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
