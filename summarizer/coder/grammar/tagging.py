"""Coarse parts of speech from word lists and the words around: no model, no statistics."""

from functools import cache

from summarizer.coder.grammar.marks import mark_quoted, take_in_names
from summarizer.coder.grammar.morphology import VerbForm, common_nouns, plural, verb_forms
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import lexicon, word_set, words

_CLOSED = (
    ("negations", Tag.NEGATION),
    ("auxiliaries", Tag.AUXILIARY),
    ("modals", Tag.MODAL),
    ("relative", Tag.RELATIVE),
    ("quantifiers", Tag.NUMBER),
    ("number_words", Tag.NUMBER),
    ("possessives", Tag.DETERMINER),
    ("determiners", Tag.DETERMINER),
    ("pronouns_subject", Tag.PRONOUN),
    ("pronouns_object", Tag.PRONOUN),
    ("coordinators", Tag.COORDINATOR),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("adverbs", Tag.ADVERB),
    ("adjectives", Tag.ADJECTIVE),
)
_RUN_CLASSES = (
    ("relative", Tag.RELATIVE),
    ("prepositions", Tag.PREPOSITION),
    ("subordinators", Tag.SUBORDINATOR),
    ("adverbs", Tag.ADVERB),
)
_MARKS = {
    ",": Tag.COMMA, '"': Tag.QUOTE, "(": Tag.OPEN, "[": Tag.OPEN, ")": Tag.CLOSE, "]": Tag.CLOSE,
    ":": Tag.BREAK, ";": Tag.BREAK, "-": Tag.BREAK, "--": Tag.BREAK, ".": Tag.BREAK, "!": Tag.BREAK, "?": Tag.BREAK,
    "...": Tag.BREAK, "/": Tag.COORDINATOR, "'s": Tag.POSSESSIVE, "'": Tag.POSSESSIVE,
}  # fmt: skip
_SETTLED = {
    "to": Tag.TO, "no": Tag.DETERMINER, "that": Tag.RELATIVE, "this": Tag.DETERMINER, "these": Tag.DETERMINER,
    "those": Tag.DETERMINER, "when": Tag.SUBORDINATOR, "where": Tag.SUBORDINATOR, "as": Tag.SUBORDINATOR,
    "after": Tag.SUBORDINATOR, "before": Tag.SUBORDINATOR, "since": Tag.SUBORDINATOR, "until": Tag.SUBORDINATOR,
}  # fmt: skip
"""Words of several classes, with the tag from which the words around lead on (see `_settle`)."""
_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.NAME, Tag.ADJECTIVE})
_NOMINAL = frozenset({Tag.NOUN, Tag.NAME, Tag.NUMBER, Tag.ADJECTIVE})
_HEADS = frozenset({Tag.NOUN, Tag.NAME})
_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER})
_PASSED_OVER = frozenset({Tag.ADVERB, Tag.NEGATION, Tag.QUOTE})
_OF_DOER = {"attribute": "to", "blame": "on", "ascribe": "to", "pin": "on"}
"""What stands behind the participle of a verb and before whoever did it, where that is not "by"."""
_FLOATING = frozenset({"all", "both", "each"})
_BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "am", "'re", "'m", "get", "got", "gets"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_SPEECH = frozenset({"say", "tell", "think", "believe"})
_TRIED = frozenset({"charge", "accuse", "suspect", "convict", "acquit"})
_OPENS_SPEECH = frozenset({Tag.QUOTE, Tag.COMMA, Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE})
_SUPPOSED = frozenset({"allege", "believe", "suspect", "think", "presume", "suppose", "say", "know", "understand"})
"""Verbs that before "to" are passive: "men believed to be rebels"."""
_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_AGED = ("-year-old", "-year-olds")
_PEOPLE_BY_STATE = frozenset({"dead", "missing", "sick", "elderly", "poor", "homeless", "disabled", "blind"})
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_CHARGE = 7  # words from what somebody is accused of to the verb
_GOVERNS_THAT = frozenset({"of", "for", "from", "about", "after", "before", "during", "behind"})
_OPENS_YEAR = frozenset({"in", "since", "by"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})


def tag(tokens: list[Token], *, shouted: bool) -> None:
    """Set `tag` and `base` of every word of a sentence, and which words are quoted.

    Args:
        tokens: the sentence, in order.
        shouted: the article is in capitals, so that they tell nothing.
    """
    mark_quoted(tokens)
    closed, verbs = _closed(), verb_forms()
    for at, token in enumerate(tokens):
        token.tag = _looked_up(token, closed, first=at == 0, shouted=shouted)
        if token.low == "last" and at and tokens[at - 1].low in _BE:
            token.tag = Tag.ADVERB  # "was last shelled in"
        elif token.low == "that" and at and tokens[at - 1].low in _GOVERNS_THAT:
            token.tag = Tag.DETERMINER  # "spoke of that attack"
    _mark_runs(tokens)
    for at, token in enumerate(tokens):
        form = verbs.get(token.low)
        if form is not None and token.tag in (Tag.NOUN, Tag.ADJECTIVE):
            _tag_verb(tokens, at, form)
    if shouted:
        _join_names(tokens)
    _settle(tokens)
    _complete_conditions(tokens)
    take_in_names(tokens, shouted=shouted)


def _join_names(tokens: list[Token]) -> None:
    """A hyphen with blanks around it between two nouns is part of a name: "THE ORLEN - TARN PIPELINE"."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.low == "-" and before.tag is Tag.NOUN and after.tag is Tag.NOUN:
            token.tag = Tag.NOUN


@cache
def _closed() -> dict[str, Tag]:
    """Each word of a closed class with its tag; where classes share one, the first listed has it."""
    found: dict[str, Tag] = {}
    for entry, meaning in _CLOSED:
        for word in words("functions", entry):
            found.setdefault(word, meaning)
    return found


def _mark_runs(tokens: list[Token]) -> None:
    """Fixed runs of words: "in front of" is one preposition, "at least" an adverb.

    The last word has the tag, and the whole run as its `base`; those before it are passed over as adverbs.
    """
    known = _runs()
    at, end = 0, len(tokens) - 1
    while at < end:
        for rest, meaning in known.get((tokens[at].low, tokens[at + 1].low), ()):
            last = at + 1 + len(rest)
            if (
                all(token.low == word for token, word in zip(tokens[at + 2 : last + 1], rest, strict=False))
                and last <= end
            ):
                for token in tokens[at:last]:
                    token.tag = Tag.ADVERB
                tokens[last].tag, tokens[last].base = meaning, " ".join(token.low for token in tokens[at : last + 1])
                at = last
                break
        at += 1


@cache
def _runs() -> dict[tuple[str, str], list[tuple[tuple[str, ...], Tag]]]:
    """Runs of several words by their first two, the longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Tag]]] = {}
    qualifiers = words("numbers", "at_least", "more_than", "at_most", "fewer_than", "nearly", "about")
    classes = ((qualifiers, Tag.ADVERB), *((words("functions", entry), meaning) for entry, meaning in _RUN_CLASSES))
    for phrases, meaning in classes:
        for first, *rest in (phrase.split() for phrase in phrases):
            if rest:
                found.setdefault((first, rest[0]), []).append((tuple(rest[1:]), meaning))
    for runs in found.values():
        runs.sort(key=lambda each: -len(each[0]))
    return found


def _looked_up(token: Token, closed: dict[str, Tag], *, first: bool, shouted: bool) -> Tag:
    mark = _MARKS.get(token.low)
    if mark is not None:
        return mark
    if token.low in _SETTLED:
        return _SETTLED[token.low]
    if token.low[0].isdigit():
        return Tag.NOUN if token.low.endswith(_AGED) else Tag.NUMBER
    known = closed.get(token.low)
    capital = token.capital and not shouted
    if known is not None and not (capital and known is Tag.ADJECTIVE and not first):
        return known
    if token.low.endswith("ly") and len(token.low) > 4 and not capital and not _is_noun_in_ly(token.low):
        return Tag.ADVERB
    if capital and not (first and _is_common(token.low)):
        return Tag.NAME
    return Tag.NOUN


def _is_common(word: str) -> bool:
    """Whether a word with a capital may have it only for opening the sentence."""
    return word in verb_forms() or word in common_nouns() or word.removesuffix("s") in _carriers()


def _is_noun_in_ly(word: str) -> bool:
    return word in common_nouns() or word in verb_forms()


def _tag_verb(tokens: list[Token], at: int, form: VerbForm) -> None:
    """Decide whether a word that may be a verb is one here, and in which form."""
    token = tokens[at]
    if at > 1 and tokens[at - 1].low in _FLOATING and tokens[at - 2].tag in (Tag.NOUN, Tag.NAME):
        tokens[at - 1].tag = Tag.ADVERB  # "the three groups all claimed …"
    before = _before(tokens, at - 2 if _stands_behind_time(tokens, at) else at)
    reading = None if _opens_noun(tokens, at, before, form) else _reading(tokens, at, before, form)
    if reading is not None:
        token.tag, token.base = reading, form.base


def _stands_behind_time(tokens: list[Token], at: int) -> bool:
    """Whether a day or a year parts a verb from its subject or its auxiliary: "had on Monday attacked", "in 2021 seized"."""
    if at < 3:
        return False
    helper, opens, time = (token.low for token in tokens[at - 3 : at])
    if helper in _HAVE and opens in ("in", "on"):
        return time in word_set("times", "weekdays", "months") or _is_year(time)
    return opens in _OPENS_YEAR and _is_year(time) and tokens[at - 3].tag in (Tag.NOUN, Tag.NAME)


def _is_year(low: str) -> bool:
    return len(low) == 4 and low.isdigit() and low[:2] in ("19", "20")


def _reading(tokens: list[Token], at: int, before: Token | None, form: VerbForm) -> Tag | None:
    low, follows = tokens[at].low, tokens[at + 1] if at + 1 < len(tokens) else None
    lead = before.low.removesuffix("n't") if before else ""
    if before is not None and (before.tag in (Tag.TO, Tag.MODAL) or lead in _DO):
        return Tag.BASE if "base" in form.forms else _behind_to(tokens, at, form)
    if _goes_on(tokens, at, form, follows):
        return Tag.BASE
    if lead in _BE or lead in _HAVE:
        return _behind_auxiliary(lead, form)
    if before is not None and before.tag in _OPENS_PHRASE and _nominal_after_opener(form, follows, low):
        return None
    if before is None and low in _nominal_forms() and follows is not None and follows.tag not in _OPENS_OBJECT:
        return None
    if before is not None and low in _nominal_forms() and _stands_as_noun(tokens, at, before, follows):
        return None
    if "ing" in form.forms:
        adds = before is not None and before.tag is Tag.COMMA  # "…, threatening more attacks"
        described = (_is_adjective_like(low, follows) and not adds) or _closes_compound(tokens, at, follows)
        named = follows is not None and follows.low == "of" and lead not in _BE
        return None if described or named else Tag.ING
    if form.forms & {"past", "participle"}:
        return Tag.PARTICIPLE if _is_laid_to(tokens, at, form) else _past(low, before, follows, form)
    return Tag.VERB if _heads_a_line(tokens, at, before, follows) else _present(before, follows, form)


def _behind_auxiliary(lead: str, form: VerbForm) -> Tag | None:
    if "ing" in form.forms and lead in _BE:
        return Tag.ING
    return Tag.PARTICIPLE if "participle" in form.forms else None


def _heads_a_line(tokens: list[Token], at: int, before: Token | None, follows: Token | None) -> bool:
    """Whether the first verb of a line without a final mark stands here: "Front vows revenge", "Army denies bombing mill"."""
    subject = before is not None and before.tag in (Tag.NAME, Tag.NOUN)
    if not subject or tokens[at].low not in _headline_verbs() or follows is None or follows.tag in _MARKS.values():
        return False
    finite = any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) for token in tokens[:at])
    return not finite and tokens[-1].tag not in (Tag.BREAK, Tag.QUOTE)


@cache
def _headline_verbs() -> frozenset[str]:
    """The present forms of verbs of saying."""
    return frozenset(low for low, form in verb_forms().items() if form.base in _said() and "third" in form.forms)


def _is_laid_to(tokens: list[Token], at: int, form: VerbForm) -> bool:
    """ "An attack attributed to rebels": not "which the army attributed to rebels"."""
    first = at - 1
    while first >= 0 and tokens[first].tag in (*_NOMINAL, Tag.DETERMINER):
        first -= 1
    opens = first >= 0 and tokens[first].tag is Tag.RELATIVE
    return not opens and [token.low for token in tokens[at + 1 : at + 2]] == [_OF_DOER.get(form.base)]


def _goes_on(tokens: list[Token], at: int, form: VerbForm, follows: Token | None) -> bool:
    """Whether a base form behind "and" continues a verb behind a modal or "to": "will come out and kill you"."""
    if at < 2 or tokens[at - 1].tag is not Tag.COORDINATOR or "base" not in form.forms:
        return False
    if follows is None or follows.tag not in (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME):
        return False
    for token in reversed(tokens[: at - 1]):
        if token.tag in (Tag.BASE, Tag.VERB, Tag.BREAK, Tag.QUOTE, Tag.PARTICIPLE, Tag.ING):
            return token.tag is Tag.BASE
    return False


def _closes_compound(tokens: list[Token], at: int, follows: Token | None) -> bool:
    """Whether a noun in -ing stands within a name of a thing: "a police training college"."""
    before = _before(tokens, at)
    if before is None or before.tag is not Tag.NOUN or follows is None or follows.tag is not Tag.NOUN:
        return False
    return tokens[at].low in word_set("verbs", "compounding") and not follows.low.endswith("s")


def _behind_to(tokens: list[Token], at: int, form: VerbForm) -> Tag | None:
    """ "Pleaded guilty to torching a shop": a preposition, and no mark of an infinitive."""
    governed = tokens[at - 1].low == "to" and "ing" in form.forms and _has_object(tokens, at)
    return Tag.ING if governed else None


def _stands_as_noun(tokens: list[Token], at: int, before: Token, follows: Token | None) -> bool:
    """Whether a form that is mostly a noun is one: behind a preposition, or closing "the N" or the name of something."""
    if tokens[at].low in ("reading", "saying") and before.low in _carriers() and follows is not None:
        return follows.tag not in _OPENS_SPEECH  # 'a note saying "…"'
    if before.tag is Tag.PREPOSITION:
        return not (tokens[at].low.endswith("ing") and (_has_object(tokens, at) or _is_of_charge(tokens, at)))
    if follows is None and before.tag is Tag.NOUN and tokens[at].low.endswith("ing"):
        return True  # at the end of a headline: "Front claims bridge bombing"
    if follows is not None and follows.tag not in (Tag.PREPOSITION, Tag.COMMA, Tag.BREAK, Tag.ADVERB):
        return False
    first = at - 1
    while first >= 0 and tokens[first].tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
        first -= 1
    return before.tag is Tag.NAME or (first < at - 1 and first >= 0 and tokens[first].tag is Tag.DETERMINER)


def _is_of_charge(tokens: list[Token], at: int) -> bool:
    """Whether it is what somebody is accused or suspected of: "suspected of killing party leader X"."""
    around = tokens[max(0, at - _CHARGE) : at - 1]
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.BREAK
    return tokens[at - 1].low == "of" and follows in _NOMINAL and any(each.base in _CHARGING for each in around)


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether what follows can only be governed by a verb: "accused of kidnapping six farmers", "of bombing the mill"."""
    after = next((token for token in tokens[at + 1 :] if token.tag is not Tag.ADVERB), None)
    return after is not None and after.tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER)


def _opens_noun(tokens: list[Token], at: int, before: Token | None, form: VerbForm) -> bool:
    """Whether a past form is the first word of a listed noun: "the revolutionary armed forces"."""
    helped = before is not None and before.low in _BE | _HAVE
    behind = " ".join(token.low for token in tokens[at : at + 2])
    return not helped and form.forms <= {"past", "participle"} and behind in _opened_nouns()


@cache
def _opened_nouns() -> frozenset[str]:
    """Listed nouns of two words, singular and plural: the first may look like a verb."""
    pairs = [noun for table in lexicon("nouns").values() for noun in table.get("words", ()) if noun.count(" ") == 1]
    return frozenset(form for noun in pairs for form in (noun, plural(noun)))


@cache
def _nominal_forms() -> frozenset[str]:
    return frozenset(words("verbs", "nounlike_forms"))


def _nominal_after_opener(form: VerbForm, follows: Token | None, low: str) -> bool:
    """After a determiner or adjective a bare form is a noun; a past form is an adjective if a noun follows."""
    if form.forms <= {"base", "third"}:
        return True
    return (
        (follows is not None and follows.tag in _NOMINAL)
        or low in _adjective_like()
        or "ing" in form.forms
        or low == "shot"
    )


def _is_adjective_like(low: str, follows: Token | None) -> bool:
    """Whether a participle stands before its noun; before a number it is a verb: "burned six houses"."""
    return low in _adjective_like() and follows is not None and follows.tag in _NOMINAL - {Tag.NUMBER}


def _past(low: str, before: Token | None, follows: Token | None, form: VerbForm) -> Tag | None:
    """A past form: finite, or a participle in a short relative clause, or before its noun."""
    free = before is None or before.low == "that" or before.low in word_set("times", "months", "weekdays")
    if _is_adjective_like(low, follows) and (
        free or (before is not None and before.tag not in (Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE))
    ):
        return None
    if low == "armed" and follows is not None and follows.tag in _HEADS:
        return None  # "the Orla armed forces"
    if "past" not in form.forms:
        return Tag.PARTICIPLE
    supposed = form.base in _SUPPOSED and follows is not None and follows.low == "to"
    tried = form.base in _TRIED and follows is not None and follows.low in ("with", "of")
    if supposed or tried or ("participle" in form.forms and follows is not None and follows.low == "by"):
        return Tag.PARTICIPLE  # "men alleged to be", "charged with murder", "a bomb planted by"
    return Tag.VERB


def _present(before: Token | None, follows: Token | None, form: VerbForm) -> Tag | None:
    """A base or third-person form is a verb after a subject pronoun, or between two phrases."""
    if before is None:
        return None
    if before.low == "that" and form.base in _noun_like() and follows is not None and _is_finite(follows):
        return None  # "said that rebels killed"
    if before.tag in (Tag.PRONOUN, Tag.RELATIVE):
        return Tag.VERB
    if form.base in _SPEECH and before.tag in (Tag.NOUN, Tag.NAME):
        return Tag.VERB
    if before.tag is Tag.COORDINATOR and "third" in form.forms and form.base in _said() - _noun_like():
        opens = follows is not None and follows.tag in (Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.TO)
        return Tag.VERB if opens else None  # "… and accuses the army of"
    if form.base == "deny" and before.tag is Tag.COMMA:
        return Tag.VERB  # "Ada Rusk, of Torvik, denies murdering"
    if before.tag not in (Tag.NOUN, Tag.NAME) or (form.base in _noun_like() and not _is_told_by(before, follows, form)):
        return None
    opens = follows is not None and follows.tag in {Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION, Tag.TO, Tag.NUMBER}
    asked = form.base in _said() or form.base in words("sayings", "addressing")
    told = asked and "base" in form.forms and before.low.endswith("s")  # "posters ask contractors to"
    opens = opens or (told and follows is not None and follows.tag in (Tag.NOUN, Tag.NAME))
    return Tag.VERB if opens or (follows is not None and follows.low == "that") else None


def _is_told_by(before: Token, follows: Token | None, form: VerbForm) -> bool:
    """Whether a noun-like verb of saying has a subject: "which the army blames on", "police suspect the"."""
    if follows is None or form.base not in _said():
        return False
    number = "base" if before.low.endswith("s") or before.low in ("police", "people") else "third"
    return number in form.forms and (follows.tag is Tag.DETERMINER or follows.low in ("on", "that"))


@cache
def _carriers() -> frozenset[str]:
    return frozenset(words("sayings", "carriers"))


@cache
def _said() -> frozenset[str]:
    return frozenset(words("sayings", "verbs"))


def _is_finite(token: Token) -> bool:
    """Whether a word is an auxiliary, or a past form that no noun is written like."""
    form = verb_forms().get(token.low)
    return token.tag in _VERBAL or (form is not None and "past" in form.forms and form.base not in _noun_like())


def _settle(tokens: list[Token]) -> None:
    """Words whose class only the words around tell: `to`, `that`, and conjunctions that may be prepositions."""
    for at, token in enumerate(tokens):
        if token.tag is Tag.TO:
            after = _after(tokens, at)
            if after is None or after.tag not in (Tag.BASE, Tag.AUXILIARY):
                token.tag = Tag.PREPOSITION
        elif token.low in _SELF and at and tokens[at - 1].low in _BE:
            token.tag = Tag.ADVERB  # "was himself shot"
        elif token.low == "that":
            token.tag = _that(tokens[at - 1] if at else None, _after(tokens, at))
        elif token.low in ("after", "before", "since", "until", "as") and (
            _time_follows(tokens, at) or not _clause_follows(tokens, at)
        ):
            token.tag = Tag.PREPOSITION
        elif (
            _stands_for_people(tokens, at)
            or (token.low == "may" and _is_month(tokens, at))
            or (token.low == "round" and _closes_noun(tokens, at))
        ):
            token.tag = Tag.NOUN
        elif token.low in _qualifiers() and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.NUMBER:
            token.tag = Tag.ADVERB


def _stands_for_people(tokens: list[Token], at: int) -> bool:
    """Whether "the dead" or the like has no noun behind it."""
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.BREAK
    stated = tokens[at].tag is Tag.ADJECTIVE and tokens[at].low in _PEOPLE_BY_STATE
    return stated and at > 0 and tokens[at - 1].low == "the" and follows not in _NOMINAL


def _closes_noun(tokens: list[Token], at: int) -> bool:
    """Whether a word that may be a preposition is a noun before its verb: "a mortar round struck", "the round was fired"."""
    follows = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.BREAK
    return at > 0 and tokens[at - 1].tag in (Tag.DETERMINER, Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE) and follows in _VERBAL


def _is_month(tokens: list[Token], at: int) -> bool:
    """Whether a number stands beside "may"."""
    return any(token.tag is Tag.NUMBER and token.low[0].isdigit() for token in tokens[max(0, at - 1) : at + 2])


@cache
def _qualifiers() -> frozenset[str]:
    """Single words that bound a number where one follows, and are prepositions elsewhere."""
    tables = ("more_than", "at_most", "fewer_than", "nearly", "about")
    return frozenset(word for word in words("numbers", *tables) if " " not in word)


def _complete_conditions(tokens: list[Token]) -> None:
    """A clause behind "if" has a verb: where none is seen up to its end, the word that may be one is it."""
    for at, token in enumerate(tokens):
        if token.tag is not Tag.SUBORDINATOR or token.low not in _OPENS_CONDITION:
            continue
        last: int | None = None
        for place in range(at + 2, len(tokens)):
            if tokens[place].tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE, Tag.PRONOUN, *_VERBAL):
                last = None if tokens[place].tag in _VERBAL else last
                break
            form = verb_forms().get(tokens[place].low)
            subject = tokens[place - 1].tag in (Tag.NOUN, Tag.NAME)
            if subject and tokens[place].tag is Tag.NOUN and form is not None and "third" in form.forms:
                last = place
        if last is not None:
            tokens[last].tag, tokens[last].base = Tag.VERB, verb_forms()[tokens[last].low].base


_OPENS_CONDITION = frozenset({"if", "unless", "when", "once", "until"})


def _that(before: Token | None, after: Token | None) -> Tag:
    governs = before is not None and before.tag in (Tag.NOUN, Tag.NAME, Tag.PREPOSITION)
    if governs and after is not None and after.tag in _VERBAL:
        return Tag.RELATIVE
    if (before is None or before.tag is Tag.PREPOSITION) and (after is None or after.tag is not Tag.DETERMINER):
        return Tag.DETERMINER
    return Tag.SUBORDINATOR


_VERBAL = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.MODAL})


def _time_follows(tokens: list[Token], at: int) -> bool:
    """Whether nothing but an hour of the day stands behind: "before dawn but failed", "after midnight and killed"."""
    hour, end = (tokens[place].low if place < len(tokens) else "" for place in (at + 1, at + 2))
    joined = end in ("and", "but", ",") or end == "when"
    return joined and hour in word_set("times", "day_parts", "hours")


def _clause_follows(tokens: list[Token], at: int) -> bool:
    """Whether a verb of its own comes before the next mark."""
    if (
        tokens[at].low == "since"
        and at + 1 < len(tokens)
        and tokens[at + 1].low in word_set("times", "weekdays", "months")
    ):
        return False  # "since Monday"
    for token in tokens[at + 1 :]:
        if token.tag in (Tag.COMMA, Tag.BREAK, Tag.QUOTE):
            return False
        if token.tag in _VERBAL:
            return True
    return False


def _before(tokens: list[Token], at: int) -> Token | None:
    """The nearest word before that is neither adverb nor negation."""
    return next((token for token in reversed(tokens[:at]) if token.tag not in _PASSED_OVER), None)


def _after(tokens: list[Token], at: int) -> Token | None:
    """The nearest word behind that is neither adverb nor negation."""
    return next((token for token in tokens[at + 1 :] if token.tag not in _PASSED_OVER), None)


@cache
def _noun_like() -> frozenset[str]:
    return frozenset(words("verbs", "nounlike"))


@cache
def _adjective_like() -> frozenset[str]:
    return frozenset(words("verbs", "adjectivelike"))
