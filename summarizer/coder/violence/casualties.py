"""What an act did to people: one count per outcome and mention."""

from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.violence.acts import Act
from summarizer.lexicons import word_set
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Casualty


def casualties_of(act: Act) -> list[Casualty]:
    """The counts that one mention gives, without their source."""
    if act.noun and not act.unreal:
        return _toll(act)
    if act.outcome is None or act.unreal or act.noun:
        return []
    cue = _mention(act.parsed, *act.words)
    found = []
    for target in act.targets:
        count, whom = _split(target, act.parsed)
        if count:
            found.append(Casualty(outcome=act.outcome, count=count, whom=whom, cue=[cue]))
    return found


def _toll(act: Act) -> list[Casualty]:
    """Of "the death toll from the bombing rose to 34" the last count."""
    parsed = act.parsed
    for frame in parsed.frames:
        toll = next((each for each in frame.subjects if parsed.tokens[each.head].low == "toll"), None)
        if toll is None or act.phrase not in toll.hangs or frame.base not in word_set("roles", "tolling"):
            continue
        reached = [*frame.objects, *(each for each in frame.circumstances if each.preposition in ("to", "at"))]
        for phrase in reached:
            count, whom = _split(phrase, parsed)
            if count and not frame.negated and not frame.modal:
                return [
                    Casualty(outcome="killed", count=count, whom=whom, cue=[_mention(parsed, toll.first, toll.head)])
                ]
    return []


def _split(phrase: Phrase, parsed: Parsed) -> tuple[list[Mention], list[Mention]]:
    """The number with its qualifier, and the noun that it counts."""
    last = phrase.first - 1
    for at in range(phrase.first, phrase.last + 1):
        token = parsed.tokens[at]
        if token.tag is Tag.NUMBER or token.low in ("a", "an") or (token.tag is Tag.ADVERB and last == at - 1):
            last = at
        else:
            break
    while last >= phrase.first and parsed.tokens[last].tag is Tag.ADVERB:
        last -= 1
    if last < phrase.first:
        return [], []
    counted = phrase.hangs[0] if phrase.hangs and phrase.hangs[0].preposition == "of" else None
    if last < phrase.last:
        whom = [_mention(parsed, last + 1, phrase.last)]
    else:
        whom = [_mention(parsed, counted.first, counted.last)] if counted else []
    return [_mention(parsed, phrase.first, last)], whom


def _mention(parsed: Parsed, first: int, last: int) -> Mention:
    return Mention(sentence=parsed.sentence.number, text=parsed.text(first, last))
