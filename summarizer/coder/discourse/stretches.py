"""Where in its sentence stands what is said: before the words of saying or behind them, from where, and how far."""

from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import word_set

Span = tuple[int, int]

MARKS = frozenset({Tag.COMMA, Tag.QUOTE, Tag.BREAK})
_JOINTS = frozenset({Tag.COMMA, Tag.BREAK, Tag.COORDINATOR, Tag.SUBORDINATOR})
_CONTRASTS = frozenset({"but", "while", "although", "though", "whereas", "contradicting"})
_LEADING = frozenset({"which", "that", "whom"})
_FAR = 12
_LIVES = frozenset({"life", "lives", "victim", "victims"})


def contents_of(frame: Frame, parsed: Parsed) -> list[Span]:
    """What the subject of a verb of saying says: before the verb, behind it, or around it."""
    quoting = quoting_verb(frame, parsed)
    subject = next(iter((quoting or frame).subjects), None)
    opens = min(subject.first, (quoting or frame).first) if subject is not None else (quoting or frame).first
    after = parsed.tokens[frame.verb + 1].tag if frame.verb + 1 < len(parsed.tokens) else Tag.BREAK
    mark = parsed.tokens[opens - 1] if opens > 1 else None
    follows_mark = mark is not None and mark.tag in MARKS and not (mark.tag is Tag.QUOTE and mark.quoted)
    ends_quotation = follows_mark and any(token.tag is Tag.QUOTE for token in parsed.tokens[opens - 2 : opens])
    closing = ends_quotation or after in MARKS or not _says_behind(frame, parsed)
    spoken = parsed.tokens[frame.first].tag is not Tag.ING or quoting is not None
    amid = frame.base == "say" and after is Tag.COMMA and opens > 2
    said_before = amid or has_clause(0, opens - 1, parsed)
    if spoken and frame.base in word_set("sayings", "content_first") and closing and follows_mark and said_before:
        return [*all_before(opens, parsed), *_resumed(frame, parsed)]
    taken = frame.base == "claim" and any(parsed.tokens[each.head].low in _LIVES for each in frame.objects)
    if taken or not _says_behind(frame, parsed):
        return []
    start, end = _start(frame, parsed), end_of(frame, parsed)
    return [(start, end)] if start <= end else []


def quoting_verb(frame: Frame, parsed: Parsed) -> Frame | None:
    """Of "quoted the caller as saying" the verb of quoting."""
    if frame.first == 0 or parsed.tokens[frame.first - 1].low != "as":
        return None
    return next((each for each in reversed(parsed.frames) if each.verb < frame.first and each.base == "quote"), None)


def led_by(frame: Frame, parsed: Parsed) -> list[Span]:
    """What is spoken of, where it stands before the speaker: "the bombing, which the army blames on", "a charge it denied"."""
    if not frame.subjects or frame.base not in word_set("sayings", "bare_object"):
        return []
    subject = frame.subjects[0]
    relative = next((at for at in range(subject.first - 1, 0, -1) if parsed.tokens[at].tag is Tag.RELATIVE), None)
    if frame.opener in _LEADING and relative is not None:
        before = [each for each in parsed.phrases if each.last < relative]
        return [(before[-1].first, before[-1].last)] if before else []
    return [(each.first, each.last) for each in frame.objects if each.last < subject.first]


def _says_behind(frame: Frame, parsed: Parsed) -> bool:
    """Whether a clause, a quotation or an object that may be said stands behind the verb."""
    rest = parsed.tokens[frame.verb + 1 :]
    if any(token.tag is Tag.QUOTE or (token.low == "that" and token.tag is Tag.SUBORDINATOR) for token in rest):
        return True
    if frame.base in word_set("sayings", "bare_object") and (_has_object(frame, rest) or led_by(frame, parsed)):
        return True
    return frame.base not in word_set("sayings", "quoting") and any(
        _is_said_by(each, frame, parsed) for each in parsed.frames
    )


def _has_object(frame: Frame, rest: list[Token]) -> bool:
    """Whether an object, or an act in -ing as one, stands behind the verb: "denied the raid", "denied raiding"."""
    deed = (
        bool(rest)
        and rest[0].tag is Tag.ING
        and frame.base in (*word_set("sayings", "denying"), *word_set("sayings", "admitting"))
    )
    other = [token.low for token in rest[:2]] in (["each", "other"], ["one", "another"])
    return deed or other or bool(frame.objects)


def _is_said_by(later: Frame, frame: Frame, parsed: Parsed) -> bool:
    """Whether a later verb stands in a clause that follows the saying without a comma."""
    if later.first <= frame.verb or later.reduced or parsed.tokens[later.first].tag is Tag.ING:
        return False
    return not any(
        token.tag in (Tag.COMMA, Tag.BREAK) for token in parsed.tokens[frame.verb + 1 : _opens(later, frame)]
    )


def _opens(later: Frame, frame: Frame) -> int:
    subject = later.subjects[0].first if later.subjects else later.first
    return subject if subject > frame.verb else later.first


def has_clause(first: int, last: int, parsed: Parsed) -> bool:
    """Whether a quotation or a main verb stands between two tokens."""
    quoted = any(parsed.tokens[at].tag is Tag.QUOTE for at in range(first, last + 1))
    main = (each for each in parsed.frames if not each.opener.startswith("who"))
    return quoted or any(first <= each.first and each.verb <= last for each in main)


def all_before(opens: int, parsed: Parsed) -> list[Span]:
    """All before the words of saying, or before the mark there."""
    last = opens - 1
    while last >= 0 and parsed.tokens[last].tag in MARKS:
        last -= 1
    return [(0, last)] if last >= 0 else []


def _resumed(frame: Frame, parsed: Parsed) -> list[Span]:
    """What goes on behind "…, he said, …"; not what the article adds by "and"."""
    at = frame.verb + 1
    while at < len(parsed.tokens) and parsed.tokens[at].tag is not Tag.QUOTE:
        at += 1
    if at < len(parsed.tokens) - 1:
        return [(at + 1, len(parsed.tokens) - 1)]
    at = frame.verb + 1
    comma = at < len(parsed.tokens) - 1 and parsed.tokens[at].tag is Tag.COMMA
    adds = comma and parsed.tokens[at + 1].tag in (
        Tag.COORDINATOR,
        Tag.PREPOSITION,
        Tag.SUBORDINATOR,
        Tag.ING,
        Tag.RELATIVE,
    )
    return [(at + 1, len(parsed.tokens) - 1)] if comma and not adds else []


def _start(frame: Frame, parsed: Parsed) -> int:
    """The first token of what is said: behind "that", the one who is spoken to, or when it was said."""
    tokens, at = parsed.tokens, frame.verb + 1
    following = next((each.first for each in parsed.frames if each.first > frame.verb), len(tokens))
    addressed = frame.base in word_set("sayings", "addressing")
    for place in range(at, at if frame.objects and not addressed else min(following, at + _FAR)):
        if tokens[place].low == "that" and tokens[place].tag in (Tag.SUBORDINATOR, Tag.RELATIVE):
            return place + 1
        if tokens[place].tag is Tag.QUOTE or tokens[place].low == ":":
            break
    if addressed and frame.objects and frame.base != "warn":
        return frame.objects[0].last + 1
    while at < len(tokens) - 1 and tokens[at].tag in MARKS:
        at += 1
    return at


def end_of(frame: Frame, parsed: Parsed) -> int:
    """The last token of what is said: the sentence's, or before another saying of its own, or a contrast."""
    last = len(parsed.tokens) - 1
    if parsed.tokens[frame.verb].quoted:  # what somebody is quoted as telling ends with the quotation
        last = next((at - 1 for at in range(frame.verb, last + 1) if not parsed.tokens[at].quoted), last)
    for at in range(frame.verb + 1, last):
        token = parsed.tokens[at]
        if token.low in _CONTRASTS and not token.quoted and parsed.tokens[at - 1].tag in MARKS:
            last = at - 2
            break
    last = min(last, _closes(frame, parsed) or last)
    for later in parsed.frames:
        if later.first > frame.verb and _is_saying(later) and (edge := _own_clause(later, frame, parsed)):
            return min(last, edge)
    return last


def _closes(frame: Frame, parsed: Parsed) -> int | None:
    """The token before the comma that ends a clause amid another: "the raid, claimed by rebels, was"."""
    if not (frame.reduced or frame.opener in _LEADING):
        return None
    for later in parsed.frames:
        at = later.first - 1
        main = later.first > frame.verb and later.subjects and later.subjects[0].first < frame.first
        if main and at > frame.verb + 1 and parsed.tokens[at].tag is Tag.COMMA:
            return at - 1
    return None


def _own_clause(later: Frame, frame: Frame, parsed: Parsed) -> int | None:
    """The token before the clause of a later saying that does not stand within what is said, or None."""
    if later.infinitive or parsed.tokens[later.first].quoted:
        return None
    subject = later.subjects[0] if later.subjects else None
    opens = subject.first if subject is not None and subject.first > frame.verb else later.first
    opens = min([opens, *(each.first for each in later.objects if each.first > frame.verb)])
    if subject is not None and subject.last < frame.first and subject not in frame.subjects:
        return None
    at = opens - 1
    if parsed.tokens[at].tag not in _JOINTS or parsed.tokens[at].low in ("that", "whether", "if"):
        return None
    if parsed.tokens[at].tag is Tag.COORDINATOR and parsed.tokens[at - 1].tag is Tag.COMMA:
        at -= 1
    return at - 1 if at - 1 > frame.verb else None


def _is_saying(frame: Frame) -> bool:
    """Whether a verb is one of saying."""
    return frame.base in word_set("sayings", "verbs")


def trimmed(parsed: Parsed, span: Span) -> Span:
    """The span without marks at its ends."""
    first, last = span
    while first < last and parsed.tokens[first].tag in MARKS:
        first += 1
    while last > first and parsed.tokens[last].tag in MARKS:
        last -= 1
    return first, last
