"""Warnings of somebody that somebody else may attack."""

from summarizer.coder.discourse.sayings import Saying
from summarizer.coder.discourse.speech import Speech
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.people.actors import Registry
from summarizer.coder.violence.acts import Act
from summarizer.coder.violence.incidents import mention, words_of
from summarizer.lexicons import word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import ThirdPartyWarning

Stretch = tuple[Parsed, Span]


def warnings_in(
    acts: dict[int, list[Act]], speech: Speech, actors: Registry, taken: list[Stretch]
) -> list[ThirdPartyWarning]:
    """Every warning of an article, in the order of its words.

    Args:
        acts: the mentions of acts by sentence.
        speech: who says what.
        actors: the actors of the article.
        taken: stretches of speech that are threats.
    """
    found: list[ThirdPartyWarning] = []
    for saying in speech.sayings:
        if saying.base not in word_set("threatening", "warning") or (saying.frame is not None and saying.frame.negated):
            continue
        speakers = speech.speakers(saying)
        for parsed, span in speech.continued(saying) if speakers else ():
            act = next((each for each in acts.get(parsed.sentence.number, ()) if _is_feared(each, span)), None)
            if act is None or any(parsed is other and span == where for other, where in taken):
                continue
            feared = [actor for doer in act.doers if (actor := actors.of(doer, parsed)) is not None]
            if set(feared) & actors.party(speakers[0]):
                continue
            found.append(
                ThirdPartyWarning(
                    id=len(found) + 1,
                    speaker=speakers[0],
                    speaker_words=_speaker_words(saying, actors[speakers[0]].name),
                    feared=feared,
                    cue=[mention(saying.parsed, *saying.cue)],
                    content=[mention(parsed, *_without_marks(parsed, span))],
                    place=[words_of(parsed, each) for each in act.places[:1]],
                )
            )
    return found


def _is_feared(act: Act, span: Span) -> bool:
    """Whether an act is told there as one that may come."""
    modal = act.frame is not None and act.frame.modal in word_set("threatening", "may")
    governed = any(
        frame.modal in word_set("threatening", "may") and (act.phrase in frame.subjects or act.phrase in frame.objects)
        for frame in act.parsed.frames
    )
    return span[0] <= act.at <= span[1] and (modal or governed or act.unreal)


def _speaker_words(saying: Saying, name: Mention) -> list[Mention]:
    phrase = saying.speakers[0]
    here = mention(saying.parsed, phrase.first, phrase.last)
    return [] if name.text in here.text else [here]


def _without_marks(parsed: Parsed, span: Span) -> Span:
    first, last = span
    while last > first and not parsed.tokens[last].low[0].isalnum():
        last -= 1
    return first, last
