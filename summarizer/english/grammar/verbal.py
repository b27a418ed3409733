"""Whether a word that may be a verb is one here, and in which form, from the words around it."""

from functools import cache

from summarizer.english.grammar.morphology import VerbForm, verb_form
from summarizer.english.grammar.tokens import BE, HAVE, NOMINAL, PASSED_OVER, Tag, Token
from summarizer.lexicons import lemmas, lexicon, word_set
from summarizer.lexicons.inflection import plural

_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.NUMBER})
_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION, Tag.TO, Tag.NUMBER})
_MAY_ACT = frozenset({Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE})
_SPEECH = frozenset({"say", "tell", "think", "believe"})
_DENIAL = frozenset({"deny", "reject", "dismiss", "refute"})
_MAY_BEFALL = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.PRONOUN, Tag.PREPOSITION})
"""What stands behind "or face", "or lose", "or suffer" where they are verbs."""
_TRIED = frozenset({"charge", "accuse", "suspect", "convict", "acquit"})
_SUPPOSED = frozenset({"allege", "believe", "suspect", "think", "presume", "suppose", "say", "know", "understand"})
"""Verbs that before "to" are passive: "men believed to be rebels"."""
_DO = frozenset({"do", "does", "did", "don't", "doesn't", "didn't"})


def tag_verb(tokens: list[Token], at: int, form: VerbForm) -> None:
    """Decide whether a word that may be a verb is one here, and in which form."""
    token = tokens[at]
    before = _before(tokens, at)
    reading = None if _opens_noun(tokens, at, before, form) else _reading(tokens, at, before, form)
    if reading is not None:
        token.tag, token.base = reading, form.base


def _reading(tokens: list[Token], at: int, before: Token | None, form: VerbForm) -> Tag | None:
    low, follows = tokens[at].low, tokens[at + 1] if at + 1 < len(tokens) else None
    lead = before.low.removesuffix("n't") if before else ""
    if before is not None and (before.tag in (Tag.TO, Tag.MODAL) or lead in _DO):
        return Tag.BASE if "base" in form.forms else None
    if _goes_on(tokens, at, form, follows):
        return Tag.BASE
    if lead in BE or lead in HAVE:
        return _behind_auxiliary(lead, form)
    if before is not None and before.tag in _OPENS_PHRASE and _nominal_after_opener(form, follows, low):
        return None
    if before is None and low in word_set("verbs", "nounlike_forms") and follows is not None:
        return None
    if (
        before is not None
        and low in word_set("verbs", "nounlike_forms")
        and _stands_as_noun(tokens, at, before, follows)
    ):
        return None
    if "ing" in form.forms:
        named = follows is not None and follows.low == "of"
        return None if named or _is_adjective_like(low, follows) else Tag.ING
    if form.forms & {"past", "participle"}:
        return _past(low, before, follows, form)
    return None if _opens_what_is_said(tokens, at) else _present(before, follows, form)


def _opens_what_is_said(tokens: list[Token], at: int) -> bool:
    """Whether a word stands behind "that" behind a verb, where its subject must come first: "said that rebel fighters"."""
    return at > 1 and tokens[at - 1].low == "that" and tokens[at - 2].tag is Tag.VERB


def _behind_auxiliary(lead: str, form: VerbForm) -> Tag | None:
    if "ing" in form.forms:
        return Tag.ING
    return Tag.PARTICIPLE if "participle" in form.forms else None


def _goes_on(tokens: list[Token], at: int, form: VerbForm, follows: Token | None) -> bool:
    """Whether a base form behind "and" continues a verb behind a modal or "to": "will come out and kill you"."""
    if at < 2 or tokens[at - 1].tag is not Tag.COORDINATOR or "base" not in form.forms:
        return False
    if tokens[at - 1].low == "or" and form.base in lemmas("threatening", "alternatives"):
        return follows is None or follows.tag in _MAY_BEFALL or form.base == "die"
    if tokens[at - 2].tag is Tag.COMMA and form.base in lemmas("sayings", "verbs"):
        return False
    if follows is None or follows.tag not in (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME):
        return False
    for token in reversed(tokens[: at - 1]):
        if token.tag in (Tag.BASE, Tag.VERB, Tag.BREAK, Tag.QUOTE, Tag.PARTICIPLE, Tag.ING):
            return token.tag is Tag.BASE
    return False


def _stands_as_noun(tokens: list[Token], at: int, before: Token, follows: Token | None) -> bool:
    """Whether a form that is mostly a noun is one: behind a preposition, or closing "the N" or the name of something."""
    if before.tag is Tag.PREPOSITION:
        governs = _has_object(tokens, at) or tokens[at - 1].low == "of"  # "suspected of killing party leader X"
        return not (tokens[at].low.endswith("ing") and governs)
    if follows is None and tokens[at].low.endswith("ing"):
        return True  # at the end of a headline: "Front claims bridge bombing"
    if follows is not None and follows.tag not in (Tag.PREPOSITION, Tag.COMMA, Tag.BREAK, Tag.ADVERB):
        return False
    first = at - 1
    while first >= 0 and tokens[first].tag in (Tag.NOUN, Tag.NAME, Tag.ADJECTIVE):
        first -= 1
    return before.tag is Tag.NAME or (first < at - 1 and first >= 0 and tokens[first].tag is Tag.DETERMINER)


def _has_object(tokens: list[Token], at: int) -> bool:
    """Whether what follows can only be governed by a verb: "accused of kidnapping six farmers", "of bombing the mill"."""
    return any(token.tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER) for token in tokens[at + 1 : at + 2])


def _opens_noun(tokens: list[Token], at: int, before: Token | None, form: VerbForm) -> bool:
    """Whether a past form is the first word of a listed noun: "the revolutionary armed forces"."""
    helped = before is not None and before.low in BE | HAVE
    behind = " ".join(token.low for token in tokens[at : at + 2])
    return not helped and form.forms <= {"past", "participle"} and behind in _opened_nouns()


@cache
def _opened_nouns() -> frozenset[str]:
    """Listed nouns of two words, singular and plural: the first may look like a verb."""
    pairs = [noun for table in lexicon("nouns").values() for noun in table.get("words", ()) if noun.count(" ") == 1]
    return frozenset(form for noun in pairs for form in (noun, plural(noun)))


def _nominal_after_opener(form: VerbForm, follows: Token | None, low: str) -> bool:
    """After a determiner or adjective a bare form is a noun; a past form is an adjective if a noun follows."""
    if form.forms <= {"base", "third"}:
        return True
    return (
        (follows is not None and follows.tag in NOMINAL | {Tag.AUXILIARY, Tag.MODAL})
        or low in word_set("verbs", "adjectivelike")
        or "ing" in form.forms
    )


def _is_adjective_like(low: str, follows: Token | None) -> bool:
    """Whether a participle stands before its noun; before a number it is a verb: "burned six houses"."""
    return low in word_set("verbs", "adjectivelike") and follows is not None and follows.tag in NOMINAL - {Tag.NUMBER}


def _past(low: str, before: Token | None, follows: Token | None, form: VerbForm) -> Tag | None:
    """A past form: finite, or a participle in a short relative clause, or before its noun."""
    if _is_adjective_like(low, follows) and (before is None or before.tag not in _MAY_ACT):
        return None
    if "past" not in form.forms:
        return Tag.PARTICIPLE
    behind = follows.low if follows is not None else ""
    supposed = behind == "to" and form.base in _SUPPOSED  # "men alleged to be"
    tried = behind in ("with", "of") and form.base in _TRIED  # "charged with murder"
    undergone = "participle" in form.forms and form.base not in word_set("verbs", "objectless")
    free = before is None or before.low not in word_set("functions", "pronouns_subject")  # not "he said by telephone"
    done = behind == "by" and free and undergone  # "a bomb planted by", but "they retaliated by"
    return Tag.PARTICIPLE if supposed or tried or done else Tag.VERB


def _present(before: Token | None, follows: Token | None, form: VerbForm) -> Tag | None:
    """A base or third-person form is a verb after a subject pronoun, or between two phrases."""
    if before is None:
        return None
    if (
        before.low == "that"
        and form.base in word_set("verbs", "nounlike")
        and follows is not None
        and verb_form(follows.low) is not None
    ):
        return None  # "said that rebels killed"
    if before.tag in (Tag.PRONOUN, Tag.RELATIVE) or _speaks_on(before, follows, form):
        return Tag.VERB
    denies = form.base in _DENIAL and follows is not None and follows.tag in NOMINAL  # "ministry denies convoy was hit"
    if (denies or form.base in _SPEECH) and before.tag in (Tag.NOUN, Tag.NAME):
        return Tag.VERB
    if (
        before.tag is Tag.COORDINATOR
        and "third" in form.forms
        and form.base in lemmas("sayings", "verbs") - word_set("verbs", "nounlike")
    ):
        return Tag.VERB if follows is not None else None  # "… and accuses the army of"
    if before.tag not in (Tag.NOUN, Tag.NAME) or form.base in word_set("verbs", "nounlike") or follows is None:
        return None
    return Tag.VERB if follows.tag in _OPENS_OBJECT or follows.low == "that" else None


def _speaks_on(before: Token, follows: Token | None, form: VerbForm) -> bool:
    """ "They hold the bridge, and say they will burn it"."""
    says = before.tag is Tag.COORDINATOR and form.base in _SPEECH and "base" in form.forms
    return says and follows is not None and (follows.tag is Tag.PRONOUN or follows.low == "that")


def _before(tokens: list[Token], at: int) -> Token | None:
    """The nearest word before that is neither adverb nor negation."""
    return next((token for token in reversed(tokens[:at]) if token.tag not in PASSED_OVER), None)
