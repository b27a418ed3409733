"""What a word for an act tells: the verb that it is, and who does it; of a noun, whose it is, or who does what it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.grammar.deeds import deeds
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import is_none, is_to_come, may_tell_of_none
from summarizer.english.grammar.negation import is_denied, negation_of, none_behind
from summarizer.english.grammar.parsing import parse, placed
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import Tag, within
from summarizer.english.passages import Span
from summarizer.lexicons import Phrases, lemmas, pattern, word_set


@dataclass(frozen=True, slots=True)
class ToldAct:
    """A word for an act that nothing denies.

    Attributes:
        parsed: its sentence.
        verb: the verb that it is; none of a noun.
        doers: who does it, as far as they are told in the words that were asked for.
    """

    parsed: Parsed
    verb: Frame | None
    doers: list[Phrase]

    @property
    def is_done(self) -> bool:
        """Whether it is a verb that does not tell of what is to come."""
        return self.verb is not None and not is_to_come(self.verb, self.parsed)

    @property
    def opening(self) -> list[int]:
        """Where the words of an active verb begin: its own, and its auxiliaries."""
        verb = self.verb
        group = self.parsed.tokens[verb.first : verb.verb + 1] if verb is not None and not verb.passive else ()
        return [token.start for token in group]

    def is_of(self, own: frozenset[str]) -> bool:
        """Whether one of these words stands among those who do it; "two men" are anybody's."""
        phrases = (self.parsed.tokens[each.first : each.last + 1] for each in self.doers)
        return any(token.low in own for tokens in phrases if tokens[0].tag is not Tag.NUMBER for token in tokens)


def acts_in(span: Span, document: Document, found: Phrases) -> Iterator[ToldAct]:
    """The words for an act between two places, but for those that are denied: "did not fire", "fired nothing".

    Args:
        span: start and end in the document.
        document: the article, in plain characters.
        found: finds the words.
    """
    for match in found.finditer(document.text, *span):
        parsed = parse(document, document.sentences[document.sentence_at(match.start()) - 1])
        inside = within(parsed.tokens, *match.span())
        denied = negation_of(match.start(), document) or none_behind(document.quote(*match.span()), document)
        if inside and denied is None:
            yield from _read(inside, span[0], parsed)


def _read(inside: range, begin: int, parsed: Parsed) -> Iterator[ToldAct]:
    verb, beside = parsed.verb_at(inside[0]), inside[0]
    if verb is not None and is_denied(verb, parsed):
        return
    is_verb = verb is not None and verb.verb in inside
    if verb is not None and is_verb and not verb.passive:
        beside = verb.first - 1
    doers = [*(verb.doers if verb is not None else ()), *parsed.phrases_at(beside)]
    yield ToldAct(
        parsed, verb if is_verb else None, [each for each in doers if parsed.tokens[each.first].start >= begin]
    )


# --- nouns for acts -----------------------------------------------------------------------------------


def is_an_act(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether a phrase is of an act: "two raids", "the burning of a mill"."""
    words = parsed.words(phrase)
    return pattern("harm", "attack").search(words) is not None or words.endswith("ing")


def has_act_for_object(words: Quote, verbs: frozenset[str], document: Document) -> bool:
    """Whether an act is the object of one of these verbs, and put down to nobody: "announced the burning of a mill".

    Args:
        words: among which the verb stands.
        verbs: base forms, some with the words that must follow.
        document: the article, in plain characters.
    """
    parsed, inside = placed(words, document)
    behind = (deed.frame.verb + 1 for deed in deeds(parsed, verbs) if deed.frame.verb in inside)
    objects = chain.from_iterable(parsed.phrases_at(at) or parsed.phrases_at(at + 1) for at in behind)
    return any(is_an_act(each, parsed) and each.hanging("by") is None for each in objects)


def tells_of_none(words: Quote, document: Document) -> bool:
    """Whether what words tell of is an act that was none: "there was no raid", "no trace of a raid".

    Args:
        words: of the article.
        document: the article, in plain characters.
    """
    if not may_tell_of_none(words.sentence, document):
        return False
    parsed, inside = placed(words, document)
    things = [each for each in parsed.phrases_of(inside) if parsed.tokens[each.head].low != "there"]
    none = [each for each in things if is_none(each, parsed)]
    first = [each for each in things[:1] if each in none and pattern("harm", "attack").search(parsed.words(each))]
    return bool(first) or any(pattern("cues", "traces").search(parsed.words(each)) for each in none)


def tells_of_success(words: Quote, document: Document) -> bool:
    """Whether words tell of fighting without saying who did it: of an enemy's losses, or of how an operation goes.

    Args:
        words: of the article.
        document: the article, in plain characters.
    """
    parsed, inside = placed(words, document)
    heads = {parsed.tokens[each.head].low for each in parsed.phrases_of(inside) if each.owner is None}
    done = (deed for deed in deeds(parsed, lemmas("cues", "success")) if deed.frame.verb in inside)
    lost = chain.from_iterable(deed.undergoers for deed in done if deed.frame.passive and not deed.doers)
    return not heads.isdisjoint(word_set("cues", "operation")) or any(_is_lost(each, parsed) for each in lost)


def _is_lost(phrase: Phrase, parsed: Parsed) -> bool:
    return parsed.tokens[phrase.head].low in word_set("titles", "fighters", "soldiers") or is_an_act(phrase, parsed)


def ends_with_auxiliary(words: Quote, document: Document) -> bool:
    """Whether words end with an auxiliary for the verb of the question before: "it was", "they did"."""
    parsed, inside = placed(words, document)
    return Tag.AUXILIARY in [parsed.tokens[at].tag for at in inside[-1:]]
