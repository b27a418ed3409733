"""What an article tells of its main event, as it is compared with others: words, names, places, days, tolls, kinds of act.

Only what is told at the head counts for days, places, tolls and kinds. A word weighs the more the fewer articles have it, in the
whole or within its own publisher: what a paper writes in every article tells none of them apart.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from operator import attrgetter

from summarizer.conflict.linking.leading_tolls import Tolls, tolls_in
from summarizer.conflict.linking.spellings import skeleton
from summarizer.conflict.linking.when import event_days
from summarizer.lexicons import lexicon, pattern, word_set, words
from summarizer.origins import PrintedArticle
from summarizer.origins.shingles import own_sentences

BODY, HEAD, LEAD = 5000, 700, 1200
"""Characters of the body whose words count, that make up its head, and in which days, tolls and kinds are looked for."""
KEPT = 120
"""Words of an article, the weightiest, that are compared."""
REFERENCE = 400
"""Articles among which the rarity of names is as it is counted; the weights were fitted on sets of about that size."""
FEWEST_OF_PUBLISHER = 5
"""Articles from which what a publisher always writes is known."""
WORD = re.compile(r"\d+-(?:year|month|day)-old|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
_PLACE = re.compile(
    rf"\b(?:{'|'.join(sorted(words('digesting', 'locative'), key=len, reverse=True))})\s+"
    r"((?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:al|el|as|ez|ed|de|la|of)?[- ]?[A-Z][\w’'-]+){0,3})"
)
_ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s")
_BROAD = frozenset({"ground_assault", "cyber"})
"""Kinds that no words of their own bear out."""


@dataclass(slots=True)
class Traits:
    """One article as it is compared.

    Attributes:
        key: of the article.
        day: of publication, as an ordinal.
        publisher: folded.
        words, head: what it tells, and what its head tells: a weight by word, the squares adding up to 1.
        names: that stand in it, `head_names` in its head, `places` after words such as "in" there.
        days: told in its lead, as ordinals, the first first.
        years: of an act that a brief tells; none where it tells neither year nor day.
        tolls: told in its lead.
        kinds: of violence that its lead has words for.
        aftermath: how much of its lead is of what came of it, 0 to 1.
        stated: words by which a brief tells where it was and whom it struck, `stated_names` those with capitals; none
            without a brief.
        by_model: a language model did.
    """

    key: str
    day: int
    publisher: str
    words: dict[str, float] = field(default_factory=dict)
    head: dict[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    head_names: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    days: tuple[int, ...] = ()
    years: frozenset[int] = frozenset()
    tolls: Tolls = field(default_factory=Tolls)
    kinds: frozenset[str] = frozenset()
    aftermath: float = 0.0
    stated: frozenset[str] = frozenset()
    stated_names: frozenset[str] = frozenset()
    by_model: bool = False


@dataclass(frozen=True)
class ComparedArticles:
    """All articles as they are compared, in order of age, with how rare each name is among them."""

    traits: tuple[Traits, ...]
    rarity: Mapping[str, float]
    places: Mapping[str, float]
    stated: Mapping[str, float] = field(default_factory=dict)


def corpus_of(articles: Iterable[PrintedArticle]) -> ComparedArticles:
    """What each article tells, weighed by what the others tell.

    Args:
        articles: in any order; without a day of publication they can't be placed, and are taken to be of one unknown day.
    """
    told = sorted(articles, key=attrgetter("age"))
    sentences = own_sentences(told)
    bodies = {
        article.key: tuple(_cut((s for s in sentences[article.key] if s != article.title), BODY)) for article in told
    }
    is_name = _capitals(bodies.values())
    counted = [_Counted.of(article, bodies[article.key], is_name) for article in told]
    vectors = (
        _weighed(told, [each.words for each in counted], KEPT),
        _weighed(told, [each.head for each in counted], KEPT),
    )
    for each, body, head in zip(counted, *vectors, strict=True):
        each.traits.words, each.traits.head = body, head
    traits = tuple(each.traits for each in counted)
    return ComparedArticles(
        traits, rarity_of(map(attrgetter("names"), traits)), rarity_of(map(attrgetter("places"), traits))
    )


@dataclass(slots=True)
class _Counted:
    """An article's words, counted, and what else it tells."""

    traits: Traits
    words: Counter[str]
    head: Counter[str]

    @classmethod
    def of(cls, article: PrintedArticle, body: Sequence[str], is_name: Callable[[str], bool]) -> "_Counted":
        lead = (article.title, *_cut(body[:10], LEAD))
        published = article.published or date.max
        traits = Traits(article.key, published.toordinal(), article.publisher)
        traits.days = event_days(lead[:8], published) if article.published else ()
        traits.tolls = tolls_in(lead[:7])
        traits.kinds = frozenset(kind for kind in _kinds() if any(map(pattern("violence", kind).search, lead[:5])))
        traits.aftermath = _aftermath(lead)
        traits.places = frozenset(_places(lead[:7], is_name))
        counted = cls(traits, Counter(), Counter())
        counted._count(article.title, body, is_name)
        return counted

    def _count(self, title: str, body: Iterable[str], is_name: Callable[[str], bool]) -> None:
        names: set[str] = set()
        self._count_words(title, 2, True, is_name, names)
        in_head, read, head_names = True, len(title), frozenset[str]()
        for sentence in body:
            if in_head and read >= HEAD:
                in_head, head_names = False, frozenset(names)
            self._count_words(sentence, 2 if in_head else 1, in_head, is_name, names)
            read += len(sentence)
        self.traits.names = frozenset(names)
        self.traits.head_names = frozenset(names) if in_head else head_names

    def _count_words(
        self, sentence: str, weight: int, in_head: bool, is_name: Callable[[str], bool], names: set[str]
    ) -> None:
        for word in WORD.findall(sentence):
            folded = word.lower()
            if folded not in stop_words() and (len(word) > 2 or word.isdigit()):
                base = stem(folded)
                self.words[base] += weight
                if in_head:
                    self.head[base] += 1
                if word[0].isupper() and is_name(folded):
                    names.add(skeleton(word))


def _cut(sentences: Iterable[str], length: int) -> Iterator[str]:
    """The first sentences, up to the one with which they are this long."""
    read = 0
    for sentence in sentences:
        yield sentence
        read += len(sentence)
        if read > length:
            return


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in lexicon("violence") if kind not in _BROAD)


@cache
def stop_words() -> frozenset[str]:
    """Words that stand in every article, and those for days: they are read as days."""
    common = "the a an of in on at to and for with by from as is was were are be been has have had that this it its his her their"
    rest = "he she they who which said says after before over into out up about not but or also than more one two when while will"
    return frozenset((*common.split(), *rest.split(), "would", "could", "there", "all", "what", "just"))


@cache
def _dates() -> frozenset[str]:
    return frozenset(map(str.lower, words("datelines", "months", "weekdays")))


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word in small letters without its ending, roughly."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _capitals(bodies: Iterable[Iterable[str]]) -> Callable[[str], bool]:
    """Whether a word is a name: within sentences it stands with a capital more often than without."""
    more: Counter[str] = Counter()
    for body in bodies:
        for sentence in body:
            for word in islice(WORD.findall(sentence), 1, None):
                more[word.lower()] += 1 if word[0].isupper() else -1
    names = frozenset(word for word, often in more.items() if often > 0 and word not in _dates())
    return names.__contains__


def _places(lead: Iterable[str], is_name: Callable[[str], bool]) -> Iterator[str]:
    for sentence in lead:
        for found in _PLACE.findall(sentence):
            yield from (skeleton(word) for word in WORD.findall(found) if len(word) > 2 and is_name(word.lower()))


def _aftermath(lead: Sequence[str]) -> float:
    """A word in the title counts twice; four are all that can be."""
    title, *body = (
        sum(word.lower() in word_set("digesting", "aftermath") for word in WORD.findall(said)) for said in lead
    )
    return min(1.0, (3 * title + sum(body)) / 4)


def _weighed(
    articles: Sequence[PrintedArticle], counted: Sequence[Counter[str]], kept: int
) -> Iterator[dict[str, float]]:
    """Each article's words by weight, the weightiest only; those that no other article has say nothing here."""
    among: Counter[str] = Counter()
    within: dict[str, Counter[str]] = defaultdict(Counter)
    size = Counter(article.publisher for article in articles)
    for article, words_of in zip(articles, counted, strict=True):
        among.update(words_of.keys())
        within[article.publisher].update(words_of.keys())
    for article, words_of in zip(articles, counted, strict=True):
        own, printed = within[article.publisher], size[article.publisher]
        is_known = bool(article.publisher) and printed >= FEWEST_OF_PUBLISHER
        rare = {word: math.log((len(articles) + 1) / among[word]) for word in words_of if among[word] > 1}
        if is_known:
            rare |= {w: min(r, math.log((printed + 1) / own[w])) for w, r in rare.items() if own[w] > 2}
        yield _unit({word: (1 + math.log(words_of[word])) * rarity for word, rarity in rare.items()}, kept)


def _unit(weights: dict[str, float], kept: int) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:kept]
    return {word: weight / length for word, weight in heaviest}


def rarity_of(held: Iterable[frozenset[str]]) -> dict[str, float]:
    """By name, the logarithm of the share of articles that have it, turned about.

    It is stretched so that a name that stands in one article counts alike among few articles and many.
    """
    among: Counter[str] = Counter()
    size = 1
    for names in held:
        among.update(names)
        size += 1
    stretched = math.log(REFERENCE) / math.log(max(2, size))
    return {name: stretched * math.log(size / number) for name, number in among.items()}
