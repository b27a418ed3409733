"""Whether a word that may be a verb is one here, and in which form, from the words around it."""

from functools import cache

from summarizer.coder.grammar.classes import BE, MARKS, NOMINAL, PASSED_OVER, VERBAL, carriers
from summarizer.coder.grammar.morphology import VerbForm, plural, verb_forms
from summarizer.coder.grammar.tokens import Tag, Token
from summarizer.lexicons import lexicon, word_set, words

_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.NAME, Tag.ADJECTIVE})
_HEADS = frozenset({Tag.NOUN, Tag.NAME})
_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER})
_OF_DOER = {"attribute": "to", "blame": "on", "ascribe": "to", "pin": "on"}
"""What stands behind the participle of a verb and before whoever did it, where that is not "by"."""
_FLOATING = frozenset({"all", "both", "each"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve"})
_SPEECH = frozenset({"say", "tell", "think", "believe"})
_TRIED = frozenset({"charge", "accuse", "suspect", "convict", "acquit"})
_OPENS_SPEECH = frozenset({Tag.QUOTE, Tag.COMMA, Tag.BREAK, Tag.SUBORDINATOR, Tag.RELATIVE})
_SUPPOSED = frozenset({"allege", "believe", "suspect", "think", "presume", "suppose", "say", "know", "understand"})
"""Verbs that before "to" are passive: "men believed to be rebels"."""
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
_CHARGE = 7  # words from what somebody is accused of to the verb
_OPENS_YEAR = frozenset({"in", "since", "by"})
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})


def tag_verb(tokens: list[Token], at: int, form: VerbForm) -> None:
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
    if lead in BE or lead in _HAVE:
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
        named = follows is not None and follows.low == "of" and lead not in BE
        return None if described or named else Tag.ING
    if form.forms & {"past", "participle"}:
        return Tag.PARTICIPLE if _is_laid_to(tokens, at, form) else _past(low, before, follows, form)
    return Tag.VERB if _heads_a_line(tokens, at, before, follows) else _present(before, follows, form)


def _behind_auxiliary(lead: str, form: VerbForm) -> Tag | None:
    if "ing" in form.forms and lead in BE:
        return Tag.ING
    return Tag.PARTICIPLE if "participle" in form.forms else None


def _heads_a_line(tokens: list[Token], at: int, before: Token | None, follows: Token | None) -> bool:
    """Whether the first verb of a line without a final mark stands here: "Front vows revenge", "Army denies bombing mill"."""
    subject = before is not None and before.tag in (Tag.NAME, Tag.NOUN)
    if not subject or tokens[at].low not in _headline_verbs() or follows is None or follows.tag in MARKS.values():
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
    while first >= 0 and tokens[first].tag in (*NOMINAL, Tag.DETERMINER):
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
    if tokens[at].low in ("reading", "saying") and before.low in carriers() and follows is not None:
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
    return tokens[at - 1].low == "of" and follows in NOMINAL and any(each.base in _CHARGING for each in around)


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether what follows can only be governed by a verb: "accused of kidnapping six farmers", "of bombing the mill"."""
    after = next((token for token in tokens[at + 1 :] if token.tag is not Tag.ADVERB), None)
    return after is not None and after.tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER)


def _opens_noun(tokens: list[Token], at: int, before: Token | None, form: VerbForm) -> bool:
    """Whether a past form is the first word of a listed noun: "the revolutionary armed forces"."""
    helped = before is not None and before.low in BE | _HAVE
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
        (follows is not None and follows.tag in NOMINAL)
        or low in _adjective_like()
        or "ing" in form.forms
        or low == "shot"
    )


def _is_adjective_like(low: str, follows: Token | None) -> bool:
    """Whether a participle stands before its noun; before a number it is a verb: "burned six houses"."""
    return low in _adjective_like() and follows is not None and follows.tag in NOMINAL - {Tag.NUMBER}


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
def _said() -> frozenset[str]:
    return frozenset(words("sayings", "verbs"))


def _is_finite(token: Token) -> bool:
    """Whether a word is an auxiliary, or a past form that no noun is written like."""
    form = verb_forms().get(token.low)
    return token.tag in VERBAL or (form is not None and "past" in form.forms and form.base not in _noun_like())


def _before(tokens: list[Token], at: int) -> Token | None:
    """The nearest word before that is neither adverb nor negation."""
    return next((token for token in reversed(tokens[:at]) if token.tag not in PASSED_OVER), None)


@cache
def _noun_like() -> frozenset[str]:
    return frozenset(words("verbs", "nounlike"))


@cache
def _adjective_like() -> frozenset[str]:
    return frozenset(words("verbs", "adjectivelike"))
