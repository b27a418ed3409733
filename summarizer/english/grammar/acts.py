"""What a word for an act tells: the verb that it is, and who does it; of a noun, whose it is, or who does what it hangs on."""

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.documents.document import Document
from summarizer.english.grammar.frames import Frame, Parsed
from summarizer.english.grammar.mood import is_to_come
from summarizer.english.grammar.negation import is_denied, negation_of
from summarizer.english.grammar.parsing import parse
from summarizer.english.grammar.phrases import Phrase
from summarizer.english.grammar.tokens import within
from summarizer.english.passages import Span
from summarizer.lexicons import Phrases


@dataclass(frozen=True, slots=True)
class Act:
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
        """Whether one of these words stands among those who do it."""
        return any(token.low in own for each in self.doers for token in self.parsed.tokens[each.first : each.last + 1])


def acts_in(span: Span, document: Document, found: Phrases) -> Iterator[Act]:
    """The words for an act between two places, but for those that are denied.

    Args:
        span: start and end in the document.
        document: the article, in plain characters.
        found: finds the words.
    """
    for match in found.finditer(document.text, *span):
        parsed = parse(document, document.sentences[document.sentence_at(match.start()) - 1])
        inside = within(parsed.tokens, *match.span())
        if inside and negation_of(match.start(), document) is None:
            yield from _read(inside, span[0], parsed)


def _read(inside: range, begin: int, parsed: Parsed) -> Iterator[Act]:
    verb, beside = parsed.verb_at(inside[0]), inside[0]
    if verb is not None and is_denied(verb, parsed):
        return
    is_verb = verb is not None and verb.verb in inside
    if verb is not None and is_verb and not verb.passive:
        beside = verb.first - 1
    doers = [*(verb.doers if verb is not None else ()), *parsed.phrases_at(beside)]
    yield Act(parsed, verb if is_verb else None, [each for each in doers if parsed.tokens[each.first].start >= begin])
