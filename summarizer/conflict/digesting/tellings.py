"""Articles → what each of them tells of each incident, copies as one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.conflict.digesting.read_articles import ReadArticle
from summarizer.conflict.linking import IncidentTelling, ToldArticle, act_told
from summarizer.origins import CopyGroup
from summarizer.schemas.brief import AssessedIncident


@dataclass(frozen=True)
class IncidentPart:
    """One incident of one article, or, without an incident, an article that tells none."""

    article: ReadArticle
    incident: AssessedIncident | None

    @property
    def key(self) -> str:
        """What it is known by."""
        return f"{self.article.key}#{self.incident.id if self.incident else 0}"

    @property
    def is_news(self) -> bool:
        """Whether the article tells it as an act of this news."""
        return self.incident is not None and self.incident.frame == "current"


@dataclass(frozen=True)
class ToldText:
    """What one text tells of one incident, with the parts of all its copies that do; the origin's first."""

    telling: IncidentTelling
    parts: tuple[IncidentPart, ...]


def told_texts(group: CopyGroup, articles: Mapping[str, ReadArticle]) -> tuple[ToldText, ...]:
    """What a text tells, incident by incident.

    Args:
        group: the copies of one text, or an article that has none.
        articles: by their keys.

    Returns:
        One for each incident of the origin, and for each that only a copy tells; a copy's incident is the origin's whose
        sentences it is told in.
    """
    found: list[list[IncidentPart]] = []
    for member in group.members:
        for part in _parts(articles[member.key]):
            home = _home(part, found)
            if home is None:
                found.append([part])
            else:
                found[home].append(part)
    return tuple(ToldText(_telling(parts[0], group.origin.key), tuple(parts)) for parts in found)


def _parts(article: ReadArticle) -> Iterator[IncidentPart]:
    """Its incidents; of an article in which the coder found none, the whole: it misses much."""
    yield from (IncidentPart(article, incident) for incident in article.incidents or [None] * article.by_rules)


def _home(part: IncidentPart, found: Sequence[Sequence[IncidentPart]]) -> int | None:
    """The incident among those found whose sentences this one shares most, none of its own article's.

    Where a model found one incident each in the text and its copy, that is one, also where its sentences were changed.
    """
    if len(found) == len(part.article.incidents) == 1 and not part.article.by_rules:
        return 0
    sentences = told_in(part)
    shared = [
        (len(sentences & told_in(parts[0])) if parts[0].article is not part.article else 0, -number)
        for number, parts in enumerate(found)
        if all(other.article is not part.article for other in parts)
    ]
    most, number = max(shared, default=(0, 0))
    return -number if most else None


def told_in(part: IncidentPart) -> frozenset[str]:
    """The sentences that tell an incident, as they are compared; of no incident, all."""
    document = part.article.document
    numbers: Iterable[int] = range(1, len(document.sentences) + 1)
    if part.incident is not None:
        numbers = sentence_numbers(part)
    return frozenset(plain(document.words(number)) for number in numbers)


def sentence_numbers(part: IncidentPart) -> tuple[int, ...]:
    """The sentences that its incident, and what is said of that, is quoted from."""
    items = part.article.items
    if part.incident is None:
        return ()
    told = (part.incident, *items.statements_on(part.incident.id))
    return tuple(sorted({number for item in told for number in items.sentences(item)}))


def plain(sentence: str) -> str:
    """A sentence as it is compared between copies: letters and figures only."""
    return "".join(filter(str.isalnum, sentence)).lower()


def own_sentences(part: IncidentPart) -> tuple[int, ...]:
    """The sentences that tell an incident: of the main one all but those that tell others only, of others what is said of them.

    What the coder took apart may be one: where it read, the main incident has every sentence.
    """
    article = part.article
    if part.incident is not article.main:
        return sentence_numbers(part)
    apart = () if article.by_rules else (other for other in article.incidents if other is not part.incident)
    others = {number for other in apart for number in sentence_numbers(IncidentPart(article, other))}
    others.difference_update(sentence_numbers(part))
    return tuple(each.number for each in article.document.sentences if each.number not in others)


def _telling(part: IncidentPart, within: str) -> IncidentTelling:
    """The words that are compared."""
    article = part.article
    document = article.document
    main = part.incident is article.main
    kept = own_sentences(part)
    whole = len(kept) == len(document.sentences)
    printed = replace(
        article.printed,
        key=part.key,
        title=article.printed.title if main else "",
        text=document.text if whole else "\n".join(map(document.words, kept)),
    )
    act = act_told(part.incident, article.brief) if part.incident else None
    return IncidentTelling(ToldArticle(printed, act), within, main)
