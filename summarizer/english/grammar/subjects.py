"""Who is the subject of a verb: the phrase before it, an earlier verb's, or what a relative clause tells of."""

from summarizer.english.grammar.frames import Frame
from summarizer.english.grammar.morphology import verb_form
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import HAVE, VERBAL, Tag, Token, behind_last
from summarizer.lexicons import lemmas, word_set

BOUNDARY = frozenset({Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.QUOTE})
JOINS = frozenset({Tag.COORDINATOR, Tag.COMMA})
_RELATIVES = frozenset({"who", "which", "whom", "that"})
_BREAKS = frozenset({Tag.BREAK})
_DASHES = frozenset({"-", "--"})
_CONDITIONS = frozenset({"if", "unless"})
_NEVER_PASSIVE = frozenset(
    ["die", "say", "come", "go", "become", "arrive", "happen", "occur", "begin", "remain", "be", "explode"]
)
_ASKING = frozenset({Tag.ADVERB, Tag.VERB, Tag.BASE, Tag.ADJECTIVE, Tag.PARTICIPLE})
_BEING = frozenset({"being", "having"})
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
_OF_SOMEBODY = frozenset({"accuse", "blame", "suspect", "charge", "convict", "acquit"})
_SAYS_ON = lemmas("sayings", "telling") - lemmas("sayings", "addressing")
"""Verbs of saying that go on with what somebody says, and ask for nobody who is spoken to."""
_PARTS = frozenset({Tag.COMMA, Tag.BREAK, Tag.QUOTE})
_OF_SEVERAL = frozenset({"were", "are", "have", "work", "live"})


def fill_left(frame: Frame, earlier: list[Frame], tokens: list[Token], phrases: list[Phrase]) -> None:
    """The subject: the nearest clause's first phrase without a preposition, or one shared with an earlier verb."""
    previous = earlier[-1] if earlier else None
    floor = previous.verb + 1 if previous else 0
    before = frame.first - 1
    edge = before - 1 if before > 0 and tokens[before].tag is Tag.QUOTE and tokens[before].quoted else before
    start = behind_last(tokens, BOUNDARY, edge + 1, floor)
    opener = tokens[start - 1].tag if start else None
    if opener in (Tag.RELATIVE, Tag.SUBORDINATOR):
        frame.opener = tokens[start - 1].low
    own = _candidates(*_around_aside(start, frame.first, floor, tokens), tokens, phrases)
    if _opens_behind_comma(frame, own, tokens):
        own, frame.opener = own[-1:], ""
    if frame.infinitive or _is_bare_participle(frame, tokens) or tokens[frame.first].low in _BEING:
        frame.subjects = _with(frame, tokens, phrases) or _carried(frame, earlier, own, tokens)
    elif opener is Tag.RELATIVE and not own:
        frame.subjects = antecedent(start - 1, phrases, tokens)
    elif previous is None or start > floor:
        frame.subjects = first_run(own, tokens)
    else:
        frame.subjects = _after(previous, earlier, frame, own, tokens, phrases)


def _around_aside(start: int, end: int, floor: int, tokens: list[Token]) -> tuple[int, int]:
    """Where the subject stands: before an aside between dashes that ends at the verb, "the two sides - A and B - said"."""
    if not start == end > floor:
        return start, end
    opened = behind_last(tokens, _BREAKS, end - 1, floor) - 1
    dashes = {tokens[end - 1].low, tokens[opened].low}
    if opened < floor or not dashes <= _DASHES:
        return start, end
    return behind_last(tokens, BOUNDARY, opened, floor), opened


def _opens_behind_comma(frame: Frame, own: list[Phrase], tokens: list[Token]) -> bool:
    """Whether the clause opens right before the verb: "if a rocket strikes here, our guns will", where "strikes" is no verb."""
    if frame.opener not in _CONDITIONS or len(own) < 2:
        return False
    subject = own[-1]
    return subject.last == frame.first - 1 and tokens[subject.first - 1].tag is Tag.COMMA


def _candidates(start: int, end: int, tokens: list[Token], phrases: list[Phrase]) -> list[Phrase]:
    """The phrases between two places that may be subjects; of "Comrades, we will", "leave, or you will" only the pronoun."""
    segment = [each for each in phrases if start <= each.first and each.last < end]
    explains = {id(each.bracket) for each in segment if each.bracket is not None}
    own = [each for each in segment if not each.preposition and not _is_no_subject(each, tokens)]
    own = [each for each in own if id(each) not in explains] or own
    if not own or tokens[own[-1].head].tag is not Tag.PRONOUN:
        return own
    before = tokens[own[-1].first - 1]
    return own[-1:] if before.tag is Tag.COMMA or before.low == "or" else own


def _is_no_subject(phrase: Phrase, tokens: list[Token]) -> bool:
    """Whether a phrase without preposition only tells the time, "this morning", or is "itself"."""
    head = tokens[phrase.head].low
    if tokens[phrase.first].low in ("this", "last") and head in word_set("times", "day_parts", "seasons"):
        return True
    return head in _REFLEXIVE or head in word_set("times", "weekdays", "months", "relative", "units")


def _is_bare_participle(frame: Frame, tokens: list[Token]) -> bool:
    return tokens[frame.verb].tag in (Tag.ING, Tag.PARTICIPLE) and frame.first == frame.verb


def _with(frame: Frame, tokens: list[Token], phrases: list[Phrase]) -> list[Phrase]:
    """Of "with rebels holding the bridge", the rebels."""
    if tokens[frame.verb].tag is not Tag.ING:
        return []
    return [each for each in phrases if each.last == frame.first - 1 and each.preposition == "with"]


def _carried(frame: Frame, earlier: list[Frame], own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The subject of an infinitive or a participle: what it directly follows, or an earlier verb's."""
    previous = earlier[-1] if earlier else None
    nearest = own[-1:] if own and own[-1].last == frame.first - 1 else []
    if previous is None and frame.reduced:  # "the message, signed by the rebels, said"
        return own[-1:] if own and tokens[own[-1].last + 1].tag is Tag.COMMA else nearest
    if previous is None or nearest:
        return nearest
    before = tokens[frame.first - 1].tag
    if frame.reduced and before is Tag.COORDINATOR:
        frame.reduced, frame.passive = False, previous.passive
        return previous.subjects
    if [before, tokens[frame.first].tag] == [Tag.COMMA, Tag.ING]:
        return _shared(frame, earlier, tokens)
    if frame.reduced and before is not Tag.COMMA:
        return previous.subjects if frame.base in _OF_SOMEBODY else []
    if previous.base in _OF_SOMEBODY:
        return previous.undergoers
    return previous.objects[-1:] if frame.infinitive and previous.objects else previous.subjects


def _after(
    previous: Frame, earlier: list[Frame], frame: Frame, own: list[Phrase], tokens: list[Token], phrases: list[Phrase]
) -> list[Phrase]:
    """The subject where nothing but an earlier verb bounds the clause on the left."""
    between = range(frame.first - 1, previous.verb, -1)
    joint = next((at for at in between if tokens[at].tag in JOINS), None)
    if joint is None:
        whole = told_of(previous, tokens, phrases) if not own else []
        return whole or _unjoined(previous, frame, own, tokens)
    both = both_who_say(frame, own, tokens)
    if both:
        return both
    behind = [each for each in own if each.first > joint] or _with_apposition(own, joint, frame, tokens)
    if behind:
        return behind[:1]
    if tokens[joint].tag is Tag.COMMA:
        within = [each for each in reversed(earlier) if each.opener or each.reduced]
        clause = next((each for each in within if each.opener in _RELATIVES), within[0] if within else None)
        if clause is not None:
            return told_of(clause, tokens, phrases) or clause.subjects
    return _shared(frame, earlier, tokens)


def _shared(frame: Frame, earlier: list[Frame], tokens: list[Token]) -> list[Phrase]:
    """The subject that a verb shares with an earlier one; of "denied that his men had fired and said", who denied.

    Behind a clause that somebody says or denies a verb of saying may go on with either: where its tense does not tell
    with which, it has no subject.
    """
    inner = _finite(earlier, frame, tokens) if tokens[frame.first].tag is not Tag.ING else earlier[-1]
    outer = _who_tells(inner, earlier, tokens) if frame.base in lemmas("sayings", "verbs") else None
    if outer is None:
        return inner.subjects
    denied, plain = outer.base in lemmas("sayings", "denying"), frame.base in lemmas("sayings", "telling")
    if not denied and (not plain or _may_speak(inner, tokens)):
        return inner.subjects
    return outer.subjects if frame.base in _SAYS_ON and _is_set_apart(frame, inner, tokens) else []


def _who_tells(inner: Frame, earlier: list[Frame], tokens: list[Token]) -> Frame | None:
    """The verb of saying whose clause a verb with its subject stands in: "denied that his men had fired"."""
    opens = inner.subjects[0].first if inner.subjects else 0
    outer = next((each for each in reversed(earlier) if each.verb < opens), None)
    if outer is None or outer.base not in lemmas("sayings", "verbs"):
        return None
    between = {token.tag for token in tokens[outer.verb + 1 : opens]}
    return outer if between.isdisjoint(_PARTS) else None


def _may_speak(inner: Frame, tokens: list[Token]) -> bool:
    """Whether who is told of says something too: "a man rang the newsroom and said"; or is the speaker, as "it"."""
    return inner.base in lemmas("sayings", "issuing", "spreading") or tokens[inner.subjects[0].head].tag is Tag.PRONOUN


def _is_set_apart(frame: Frame, inner: Frame, tokens: list[Token]) -> bool:
    """Whether the tense of a verb of saying is not that of the clause before it: "had fired … and said"."""
    led = tokens[inner.first].low in HAVE or bool(inner.modal)
    return tokens[frame.first].tag is Tag.ING or (led and frame.first == frame.verb)


def both_who_say(frame: Frame, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The two who speak behind what they say: "…, the mayor and two farmers said".

    Args:
        frame: the verb of saying, or another: then nobody.
        phrases: those of the sentence.
        tokens: the sentence.
    """
    if frame.base not in lemmas("sayings", "content_first"):
        return []
    pair = [each for each in phrases if each.last < frame.first][-2:]
    joints = [(tokens[each.first - 1].tag, each.last) for each in pair]
    wanted = [(Tag.COMMA, each.first - 2) for each in pair[1:]] + [(Tag.COORDINATOR, frame.first - 1)]
    return pair if joints == wanted else []


def who_says(frame: Frame, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Those who speak behind what they say: "…, the mayor, Ada Venn, said", "…, residents, farmers and police said".

    Args:
        frame: the verb of saying, or another: then nobody.
        phrases: those of the sentence.
        tokens: the sentence.
    """
    before = [each for each in phrases if end_of(each) < frame.first and not each.preposition]
    if frame.base not in lemmas("sayings", "content_first") or not before:
        return []
    run = before[-1:]
    for each in reversed(before[:-1]):
        joint = {token.tag for token in tokens[end_of(each) + 1 : run[0].first]}
        if tokens[each.first - 1].tag is not Tag.COMMA or not joint <= JOINS:
            break
        run.insert(0, each)
    set_off = Tag.COMMA in {token.tag for token in tokens[end_of(run[-1]) + 1 : frame.first]}
    joined = tokens[run[-1].first - 1].tag is Tag.COORDINATOR
    if set_off == joined or len(run) == 1:
        return []
    return run if joined else run[-2:]


def _finite(earlier: list[Frame], frame: Frame, tokens: list[Token]) -> Frame:
    """The verb that a verb joins: of "they promised to stop and said", the first."""
    alike = (each for each in reversed(earlier) if not _goes_with(each, tokens))
    return next(alike, earlier[-1]) if is_finite(frame, tokens) else earlier[-1]


def is_finite(frame: Frame, tokens: list[Token]) -> bool:
    """Whether a verb may be the first of a clause: not in "to leave or be shot"."""
    first = tokens[frame.first]
    if first.low == "have":
        return tokens[frame.first - 1].low != "or"
    return first.tag in VERBAL and first.low != "be"


def _with_apposition(own: list[Phrase], joint: int, frame: Frame, tokens: list[Token]) -> list[Phrase]:
    """Of "…, the front's chief, Dara Venn, warned", the chief."""
    if len(own) < 2:
        return []
    whole, name = own[-2:]
    opens = tokens[whole.first - 1].tag in JOINS | {Tag.VERB, Tag.SUBORDINATOR}
    parts = [token.tag for token in tokens[end_of(whole) + 1 : name.first]]
    return [whole] if opens and joint + 1 == frame.first and parts == [Tag.COMMA] else []


def told_of(clause: Frame, tokens: list[Token], phrases: list[Phrase]) -> list[Phrase]:
    """What a relative clause with a subject of its own tells of: "the bombing, which the army blamed on rebels, …"."""
    relative = next((at for at in range(clause.first - 1, 0, -1) if tokens[at].tag is Tag.RELATIVE), None)
    if clause.opener not in _RELATIVES or relative is None or not clause.subjects:
        return []
    return antecedent(relative, phrases, tokens) if clause.subjects[0].first > relative else []


def _unjoined(previous: Frame, frame: Frame, own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The subject behind an earlier verb with nothing between that joins or parts the two."""
    alone = frame.first == frame.verb and tokens[frame.verb].tag is Tag.VERB and _may_be_participle(tokens[frame.verb])
    alone = alone and not _says(frame, tokens)
    if previous.reduced or _describes(previous, tokens) or previous.opener in _RELATIVES:
        return previous.subjects if not own or previous.objects else own[:1]
    if alone and frame.base not in _NEVER_PASSIVE and previous.circumstances and not own and not frame.objects:
        frame.passive = frame.reduced = True  # "in a village located near …"
        return previous.circumstances[-1:]
    bare = frame.infinitive or (alone and not frame.objects)
    if not own and tokens[previous.verb].tag is Tag.VERB and not bare:
        previous.passive = previous.reduced = True  # "the man killed in the attack was …"
        return previous.subjects
    led = tokens[frame.first].tag in (Tag.MODAL, Tag.AUXILIARY) and _goes_with(previous, tokens)
    return own[:1] or (previous.subjects if led else [])


def _goes_with(frame: Frame, tokens: list[Token]) -> bool:
    """Whether a verb only goes with another: "trucks seen leaving will be shelled", "men trying to cross would"."""
    return frame.infinitive or tokens[frame.first].tag is Tag.ING


def _says(frame: Frame, tokens: list[Token]) -> bool:
    """Whether "that" or a colon leads from a verb to what is said: a leaflet dropped on the town "warned that"."""
    return [token.low for token in tokens[frame.verb + 1 : frame.verb + 2]] in (["that"], [":"])


def _describes(previous: Frame, tokens: list[Token]) -> bool:
    """Whether a verb in -ing stands directly behind its subject: "any ship heading for the port is"."""
    opens = previous.first == previous.verb and tokens[previous.first].tag is Tag.ING
    return opens and [each.last for each in previous.subjects[-1:]] == [previous.first - 1]


def _may_be_participle(token: Token) -> bool:
    form = verb_form(token.low)
    return form is not None and "participle" in form.forms


def antecedent(relative: int, phrases: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """What a relative clause is about: the phrase before it, or, behind "X, the head of Y, who", X."""
    before = [each for each in phrases if each.last < relative]
    asking = _ASKING | {Tag.PREPOSITION} if tokens[relative].low == "who" else _ASKING
    if tokens[relative - 1].tag in asking:
        return []  # "it is not known which side fired"
    if len(before) > 1 and tokens[before[-1].head].tag is Tag.NUMBER:
        return before[-2:-1]  # "of Ada Rusk, 58, who": her age
    if not before or tokens[relative - 1].tag is not Tag.COMMA or not tokens[relative].low.startswith("who"):
        return [each for each in before if _is_name_of(each, before[-1:], tokens)][-1:] or before[-1:]
    free = [each for each in before if not each.preposition] or before
    if before[-1].preposition and not any(before[-1] in each.hangs for each in free):
        return before[-1:]
    if relative + 1 < len(tokens) and tokens[relative + 1].low in _OF_SEVERAL:
        return []
    found = free[-1]
    for each in reversed(free[:-1]):
        if [token.tag for token in tokens[end_of(each) + 1 : found.first]] != [Tag.COMMA]:
            break
        found = each
    return [found]


def _is_name_of(whole: Phrase, last: list[Phrase], tokens: list[Token]) -> bool:
    """Whether a name goes on with "of" and the last phrase: "the Army of Liberation, which"."""
    named = all(tokens[each.head].tag is Tag.NAME for each in (whole, *last))
    return named and [each for each in whole.hangs[:1] if each.preposition == "of"] == last


def first_run(own: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """The first phrase, with those that a coordinator joins to it."""
    run = own[:1]
    listed: list[Phrase] = []
    for phrase in own[1:]:
        gap = {token.tag for token in tokens[end_of((listed or run)[-1]) + 1 : phrase.first]}
        if not gap or not gap <= JOINS | {Tag.BREAK}:
            break
        listed.append(phrase)
        if Tag.COORDINATOR in gap:
            run += listed
            listed = []
    return run


def end_of(phrase: Phrase) -> int:
    """The last token of a phrase and what hangs on it."""
    return (phrase.hangs or [phrase])[-1].last
