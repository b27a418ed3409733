"""Who is the subject of a verb: the phrase before it, an earlier verb's, or what a relative clause tells of."""

from summarizer.coder.grammar.frames import Frame
from summarizer.coder.grammar.morphology import verb_forms
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.runs import antecedent, first_run, is_age, without_apposition
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import word_set

BOUNDARY = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
_RELATIVES = frozenset({"who", "which", "whom", "that"})
_SPEECH = frozenset({"say", "allege", "believe", "claim", "think", "insist", "suspect"})
_NEVER_PASSIVE = frozenset(
    {"die", "say", "come", "go", "become", "arrive", "happen", "occur", "begin", "remain", "be", "explode"}
)
_BEING = frozenset({"being", "having"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
_OF_SOMEBODY = frozenset({"accuse", "blame", "suspect", "charge", "convict", "acquit"})


def fill_left(frame: Frame, earlier: list[Frame], tokens: list[Token], phrases: list[Phrase]) -> None:
    """The subject: the nearest clause's first phrase without a preposition, or one shared with an earlier verb."""
    previous = earlier[-1] if earlier else None
    floor = previous.verb + 1 if previous else 0
    edge = frame.first - 1 - _opens_amid(frame.first - 1, tokens)
    start = next((at + 1 for at in range(edge, floor - 1, -1) if tokens[at].tag in BOUNDARY), floor)
    opener = tokens[start - 1] if start else None
    if opener is not None and opener.tag in (Tag.RELATIVE, Tag.SUBORDINATOR):
        frame.opener = opener.low
    segment = [each for each in phrases if start <= each.first and each.last < frame.first]
    explains = {id(each.bracket) for each in segment if each.bracket is not None}
    own = [each for each in segment if not each.preposition and not _is_no_subject(each, tokens)]
    own = [each for each in own if id(each) not in explains] or own
    if own and tokens[own[-1].head].tag is Tag.PRONOUN and _opens_clause(own[-1].first - 1, tokens):
        own = own[-1:]  # "Comrades, we will": nobody whom the words call upon
    if frame.infinitive or _is_bare_participle(frame, tokens) or tokens[frame.first].low in _BEING:
        main = _adds(frame, earlier, tokens) if not (own and _between_commas(own[-1], frame, tokens)) else None
        adding = _with_subject(frame, phrases, tokens) or (main.subjects if main else [])
        frame.subjects = adding or _carried(frame, previous, own, tokens, opens=start > floor)
    elif opener is not None and opener.tag is Tag.RELATIVE and not own:
        frame.subjects = antecedent(start - 1, phrases, tokens)
    elif previous is not None and not own and _goes_on_behind_quotation(frame, start, tokens):
        frame.subjects = previous.subjects
    elif previous is None or start > floor:
        frame.subjects = first_run(own, tokens)
    elif not own and _is_of_speech(previous):
        said_of = _spoken_of(previous, phrases, tokens)
        frame.subjects = said_of or _after(previous, earlier, frame, own, tokens, phrases)
    else:
        frame.subjects = _after(previous, earlier, frame, own, tokens, phrases)
        if tokens[frame.first - 1].tag is Tag.COMMA:
            frame.subjects = without_apposition(frame.subjects, phrases, tokens)
    _part_object(frame, own, tokens)


def _goes_on_behind_quotation(frame: Frame, start: int, tokens: list[Token]) -> bool:
    """ "His men are “near” and will shoot": a verb behind "and" that a closing mark parts from the one before."""
    return frame.first == start + 1 and tokens[start].tag is Tag.COORDINATOR and tokens[start - 1].tag is Tag.QUOTE


def _closes_before_and(start: int, tokens: list[Token]) -> bool:
    """Whether a quotation ends and "and" goes on with the clause around it: 'chanted "…" and threatened'."""
    ends = start > 0 and tokens[start - 1].tag is Tag.QUOTE and not tokens[start - 1].quoted
    return ends and tokens[start].tag is Tag.COORDINATOR


def _opens_clause(at: int, tokens: list[Token]) -> bool:
    """Whether a comma, or a comma and "and", stands here."""
    if at > 0 and tokens[at].tag is Tag.COORDINATOR:
        if tokens[at].low == "or":
            return True
        at -= 1
    return at >= 0 and tokens[at].tag is Tag.COMMA


def _opens_amid(at: int, tokens: list[Token]) -> bool:
    """Whether a quotation opens amid a clause: 'the men "will be shot"'."""
    amid = at > 0 and tokens[at].tag is Tag.QUOTE and tokens[at].quoted
    return amid and tokens[at - 1].tag not in (*BOUNDARY, Tag.COMMA)


def _part_object(frame: Frame, own: list[Phrase], tokens: list[Token]) -> None:
    """Take as object what stands before the subject without a mark: "a charge the rebels denied"."""
    subject = next((each for each in own if [each] != frame.subjects and each.last == frame.first - 1), None)
    if subject is None or frame.passive or len(frame.subjects) != 1 or frame.objects or frame.infinitive:
        return
    opens = tokens[subject.first].tag in (Tag.DETERMINER, Tag.PRONOUN)
    if opens and frame.subjects[0].last == subject.first - 1:
        frame.objects, frame.subjects = frame.subjects, [subject]


def _is_of_speech(frame: Frame) -> bool:
    return frame.base in _SPEECH and frame.opener in _RELATIVES and bool(frame.subjects) and not frame.objects


def _spoken_of(previous: Frame, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Of "the bridge, which the army says was blown up": the bridge."""
    relative = previous.subjects[0].first - 1
    return antecedent(relative, phrases, tokens) if relative >= 0 and tokens[relative].tag is Tag.RELATIVE else []


def _is_bare_participle(frame: Frame, tokens: list[Token]) -> bool:
    return tokens[frame.verb].tag in (Tag.ING, Tag.PARTICIPLE) and frame.first == frame.verb


def _carried(
    frame: Frame, previous: Frame | None, own: list[Phrase], tokens: list[Token], *, opens: bool
) -> list[Phrase]:
    """The subject of an infinitive or a participle: what it directly follows, what opens its clause, or an earlier verb's."""
    before = tokens[frame.first - 1] if frame.first else None
    nearest = own[-1] if own and own[-1].last == frame.first - 1 else None
    joint = next((token for token in reversed(tokens[: frame.first]) if token.tag is not Tag.ADVERB), None)
    if frame.reduced and previous is not None and joint is not None and joint.tag is Tag.COORDINATOR:
        frame.reduced, frame.passive = False, previous.passive
        return previous.subjects
    if frame.reduced and nearest is None and before is not None and before.tag is not Tag.COMMA:
        tried = frame.base in _OF_SOMEBODY and own == []
        return previous.subjects if previous is not None and (tried or _is_found_so(previous, frame)) else []
    if nearest is not None:
        return [nearest]
    if previous is not None and (previous.opener or opens) and own and _between_commas(own[-1], frame, tokens):
        return own[-1:]
    if previous is None:
        return own[-1:] if not frame.infinitive and own and _between_commas(own[-1], frame, tokens) else []
    if previous.base in _OF_SOMEBODY and before is not None and before.low in ("of", "for", "with"):
        return previous.undergoers
    if frame.infinitive and previous.objects and not previous.passive:
        return previous.objects[-1:]
    if before is not None and before.low == "as" and previous.base in ("quote", "cite", "report") and previous.objects:
        return previous.objects[:1]  # "quoted the general as saying"
    if previous.base in _SPEECH and not previous.subjects and before is not None and before.tag is Tag.COMMA:
        return previous.objects[:1]  # '"…," said the mayor, threatening …'
    return previous.subjects


def _with_subject(frame: Frame, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """ "With the caller adding that": the phrase directly before is the subject in spite of its preposition."""
    if tokens[frame.verb].tag is not Tag.ING or frame.first != frame.verb:
        return []
    return [each for each in phrases if each.last == frame.first - 1 and each.preposition == "with"]


def _adds(frame: Frame, earlier: list[Frame], tokens: list[Token]) -> Frame | None:
    """The main verb before "…, saying", where an infinitive stands between: "gave them a day to go, saying"."""
    if tokens[frame.verb].tag is not Tag.ING or frame.first == 0 or tokens[frame.first - 1].tag is not Tag.COMMA:
        return None
    if not earlier or not earlier[-1].infinitive:
        return None
    return next((each for each in reversed(earlier) if not each.infinitive and not each.reduced), None)


def _is_found_so(previous: Frame, frame: Frame) -> bool:
    """ "Was found shot dead"."""
    return previous.base == "find" and previous.passive and frame.first == previous.verb + 1


def _between_commas(phrase: Phrase, frame: Frame, tokens: list[Token]) -> bool:
    """ "When it was over, the governor, speaking …": the phrase opens the clause that a participle goes on with."""
    before = tokens[phrase.first - 1].tag if phrase.first else Tag.BREAK
    return before in (Tag.COMMA, Tag.QUOTE, Tag.BREAK) and [
        token.tag for token in tokens[phrase.last + 1 : frame.first]
    ] == [Tag.COMMA]


def _after(
    previous: Frame,
    earlier: list[Frame],
    frame: Frame,
    own: list[Phrase],
    tokens: list[Token],
    phrases: list[Phrase],
) -> list[Phrase]:
    """The subject where nothing but an earlier verb bounds the clause on the left."""
    joint = next(
        (at for at in range(frame.first - 1, previous.verb, -1) if tokens[at].tag in (Tag.COORDINATOR, Tag.COMMA)), None
    )
    if joint is None:
        supposed = earlier[-2] if len(earlier) > 1 and previous.infinitive and previous.base == "be" else None
        if supposed is not None and supposed.reduced and supposed.subjects:
            return supposed.subjects  # "men believed to be rebels killed"
        around = next((each for each in reversed(earlier) if each.opener in _RELATIVES), None)
        if around is previous and not own and (whole := told_of(previous, tokens, phrases)):
            return whole
        if around is not None and previous.infinitive and tokens[frame.first].tag is Tag.AUXILIARY:
            return around.subjects  # "the men who tried to follow him were shot"
        return _unjoined(previous, frame, own, tokens) or (around.subjects if around else [])
    behind = [each for each in own if each.first > joint]
    if behind:
        return [*_joined_before(joint, own, tokens), *behind[:1]]
    if tokens[joint].tag is Tag.COMMA and _stands_between_commas(previous, tokens):
        return previous.subjects
    if joint == frame.first - 1 and (main := _before_relative(joint, earlier, phrases, tokens)):
        return main
    if tokens[joint].tag is Tag.COMMA:
        within = [each for each in reversed(earlier) if each.opener or (each.reduced and not _is_closed(each, earlier))]
        clause = next((each for each in within if each.opener in _RELATIVES), next(iter(within), None))
        if clause is not None:
            return told_of(clause, tokens, phrases) or clause.subjects
    return _coordinate(previous, earlier, frame, tokens).subjects


def _is_closed(clause: Frame, earlier: list[Frame]) -> bool:
    """Whether the main verb stands behind a short clause on its subject: "residents reached by phone said"."""
    return any(each.verb > clause.verb and not each.reduced and each.subjects == clause.subjects for each in earlier)


def _coordinate(previous: Frame, earlier: list[Frame], frame: Frame, tokens: list[Token]) -> Frame:
    """The verb that a finite one goes on from: of "told them to stay and said" not the infinitive."""
    if previous.subjects and not previous.infinitive:
        return previous
    if tokens[frame.first].tag not in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) or tokens[frame.first].low == "be":
        return previous
    told = (each for each in reversed(earlier) if each.subjects and not (each.infinitive or each.reduced))
    return next(told, previous)


def _joined_before(joint: int, own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Of "…, police and hospital sources said" the police, which a comma parts from what is said."""
    first = next((each for each in own if each.last == joint - 1), None)
    opens = first is not None and first.first > 0 and tokens[first.first - 1].tag in (Tag.COMMA, Tag.QUOTE)
    return [first] if first is not None and opens and tokens[joint].tag is Tag.COORDINATOR else []


def told_of(clause: Frame, tokens: list[Token], phrases: list[Phrase]) -> list[Phrase]:
    """What a relative clause with a subject of its own tells of: "the bombing, which the army blamed on rebels, …"."""
    relative = next((at for at in range(clause.first - 1, 0, -1) if tokens[at].tag is Tag.RELATIVE), None)
    if clause.opener not in _RELATIVES or relative is None or not clause.subjects:
        return []
    return antecedent(relative, phrases, tokens) if clause.subjects[0].first > relative else []


def _stands_between_commas(previous: Frame, tokens: list[Token]) -> bool:
    """ "The governor, speaking by telephone, denied …": what is between has the same subject."""
    opens = previous.first
    return tokens[opens].tag is Tag.ING and opens > 0 and tokens[opens - 1].tag is Tag.COMMA


def _before_relative(joint: int, earlier: list[Frame], phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Of "the baker of Orlen, whose shop is known, was": the baker."""
    opens = next((at for at in range(joint - 1, 0, -1) if tokens[at].tag in (Tag.RELATIVE, Tag.BREAK)), 0)
    if tokens[opens].tag is not Tag.RELATIVE or tokens[opens - 1].tag is not Tag.COMMA:
        return []
    bounds = [each.verb for each in earlier if each.verb < opens]
    bounds += [at for at in range(opens) if tokens[at].tag in BOUNDARY]
    clause = (each for each in phrases if max(bounds, default=-1) < each.first and each.last < opens)
    return first_run([each for each in clause if not each.preposition and not _is_no_subject(each, tokens)], tokens)


def _unjoined(previous: Frame, frame: Frame, own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The subject behind an earlier verb with nothing between that joins or parts the two."""
    spoken_for = previous.circumstance("for", "on behalf of") if previous.base == "speak" else None
    if spoken_for is not None and previous.infinitive and not own:
        return [spoken_for]  # "a caller claiming to speak for the Front told …"
    alone = frame.first == frame.verb and tokens[frame.verb].tag is Tag.VERB and may_be_participle(tokens[frame.verb])
    if alone and not own and _is_found_so(previous, frame):
        frame.passive = True
        return previous.subjects
    if not own and any(tokens[each.head].low in _REFLEXIVE for each in previous.objects):
        return previous.circumstances[:1] if previous.circumstance("as") else previous.subjects
    if previous.reduced or _describes(previous, tokens) or previous.opener in ("who", "which", "that"):
        return previous.subjects if not own or previous.objects else own[:1]
    if alone and frame.base not in _NEVER_PASSIVE and previous.circumstances and not own and not frame.objects:
        frame.passive = frame.reduced = True  # "in a village located near …"
        return previous.circumstances[-1:]
    bare = frame.infinitive or (alone and not frame.objects)
    if not own and not previous.objects and tokens[previous.verb].tag is Tag.VERB and not bare:
        previous.passive = previous.reduced = True  # "the man killed in the attack was …"
        return previous.subjects
    return own[:1]


def _describes(previous: Frame, tokens: list[Token]) -> bool:
    """Whether a verb in -ing stands directly behind its subject: "any ship heading for the port is"."""
    opens = previous.first == previous.verb and tokens[previous.first].tag is Tag.ING
    names_itself = any(tokens[each.head].low in _REFLEXIVE for each in previous.objects)
    return opens and not names_itself and [each.last for each in previous.subjects[-1:]] == [previous.first - 1]


def may_be_participle(token: Token) -> bool:
    """Whether a word has the form of a participle."""
    form = verb_forms().get(token.low)
    return form is not None and "participle" in form.forms


def _is_no_subject(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether a phrase without preposition only tells the time, "this morning", or is "itself"."""
    times = word_set("times", "weekdays", "months", "relative", "units")
    if tokens[phrase.first].low == "last" and [token.low for token in tokens[phrase.last + 1 : phrase.last + 3]] == [
        ",",
        "in",
    ]:
        return True  # "Last census, in 2015, two clerks were killed"
    if tokens[phrase.first].low in ("this", "last") and tokens[phrase.head].low in word_set(
        "times", "day_parts", "seasons"
    ):
        return True
    return tokens[phrase.head].low in _REFLEXIVE or (tokens[phrase.head].low in times and not is_age(phrase, tokens))
