"""What a hedge doubts: that something was done or said, or only who did it."""

from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote
from summarizer.english.grammar.parsing import placed
from summarizer.lexicons import pattern


def is_of_the_doer(hedge: Quote, document: Document) -> bool:
    """Whether a hedge doubts only who did it: before "by …", as an adjective before somebody, or "men believed to …".

    Args:
        hedge: the words that leave something open.
        document: the article, in plain characters.
    """
    parsed, inside = placed(hedge, document)
    reduced = any(frame.reduced for frame in parsed.verbs_of(inside))
    behind = [each.preposition for each in parsed.phrases if each.first >= inside.stop]
    describes = pattern("modality", "author_hedge").fullmatch(hedge.text) is not None
    return describes or reduced or not _BY.isdisjoint(behind[:1])


_BY = frozenset({"by", "by order of"})


def opens_verb_of(hedge: Quote, words: Quote, document: Document) -> bool:
    """Whether a hedge stands right before the verb of some words, with its auxiliaries: "reportedly has denied".

    Args:
        hedge: the words that leave something open.
        words: that hold the verb, or what belongs to it.
        document: the article, in plain characters.
    """
    parsed, inside = placed(words, document)
    verb = parsed.verb_at(inside.start)
    return verb is not None and parsed.tokens[max(0, verb.first - 1)].start <= hedge.start < words.start
