"""Words of articles laid end to end → the same words where they stand in their article, and the names of who speaks."""

from collections.abc import Iterable

from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.digesting.uniting import United
from summarizer.conflict.wording.view import ELLIPSIS, in_order, near_spans
from summarizer.documents.quotes import Quote
from summarizer.schemas.brief import Actor, Statement
from summarizer.schemas.digest import Cite, Cites


def cite(article: ReadArticle, quote: Quote) -> Cite:
    """A quotation of an article."""
    paragraph = article.document.sentences[quote.sentence - 1].paragraph
    return Cite(article=article.key, paragraph=paragraph, **quote.model_dump())


def cites(united: United, quotes: Iterable[Quote]) -> Cites:
    """Quotations of articles laid end to end, each words once, in the order given."""
    found: dict[str, Cite] = {}
    for quote in quotes:
        found.setdefault(quote.text, cite(*united.laid.home(quote)))
    return tuple(found.values())


def said(united: United, statement: Statement) -> Cites:
    """The words of a statement in their order, those near each other with what stands between."""
    return passage(united, (*statement.cue, *statement.content))


def passage(united: United, quotes: Iterable[Quote]) -> Cites:
    """Quotations in the articles' order, near ones of a paragraph as one."""
    document = united.laid.document
    spans = near_spans(in_order(quotes), document.text)
    return cites(united, (document.quote(*span) for span in spans))


def name(united: United, actor: int | None) -> str:
    """How somebody is called; nothing for articles in their own voice."""
    known = united.items.speaker(actor)
    return called(known) if known else ""


def called(actor: Actor) -> str:
    """The name of an actor, or the description that stands for one."""
    return ELLIPSIS.join(quote.text for quote in actor.name or actor.aliases[:1])


def names(united: United, actors: Iterable[int | None]) -> tuple[str, ...]:
    """The same of several, each once."""
    return tuple(dict.fromkeys(name(united, actor) for actor in actors))


def bodies(united: United, actor: int | None) -> tuple[str, ...]:
    """What somebody belongs to, as articles state."""
    known = united.items.speaker(actor)
    return names(united, (tie.actor for tie in known.affiliations if tie.evidence)) if known else ()
