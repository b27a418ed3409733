"""Check 1: every mention of a draft looked up in the article, word for word, and located.

Typography is folded; nothing else is. No mention is accepted because it is nearly there.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, partial
from itertools import chain, groupby, islice
from operator import attrgetter
from typing import Any, NamedTuple

from summarizer.documents.characters import Folded
from summarizer.documents.document import Document, Sentence
from summarizer.documents.quotes import Part, Quote, Quotes
from summarizer.pointing.audit import Finding, ItemKind, Rejected
from summarizer.pointing.boundaries import cuts
from summarizer.pointing.check import Code
from summarizer.pointing.folding import fold, fold_article
from summarizer.pointing.located import AnItem, Grounded, Located
from summarizer.pointing.roles import Before, Beside, Item, Mention, Roles, located_form, roles, step_into, words_in

CHECK = "grounding"
CODES = {
    "moved": Code("note", "The words stand in another sentence than the one named."),
    "repeated": Code("note", "The words stand more than once in their sentence; one place was taken."),
    "apart": Code("note", "The words stand neither in a sentence that tells the item nor in one beside it."),
    "too_many_mentions": Code("warn", "More than three mentions were given; the first three were kept."),
    "ambiguous": Code(
        "reject", "The words are not in the sentence named, and in several others; the value was dropped."
    ),
    "absent": Code("reject", "The words are not in the article; the value was dropped."),
    "empty": Code("note", "A mention held no words, and was left out."),
    "nothing_left": Code("reject", "A part of it was left without words, and was dropped."),
    "duplicate_id": Code("reject", "An item before it has the same id; the later one was dropped."),
}
"""Everything that grounding can find."""

MOST_MENTIONS = 3
"""Mentions that one value may have."""
MOST_PLACES = 1000
"""Places of some words in their sentence among which the one is looked for that goes with other words there."""
_FOLDS = re.compile("[^ -_a-~]|--|  ")
"""What folding may change; words without it are as they are."""


@dataclass(frozen=True)
class Index:
    """A document made ready for looking up; build one for all lookups in it."""

    document: Document
    folded: Folded
    starts: tuple[int, ...] = field(repr=False)
    """Where each sentence starts in the document."""

    @classmethod
    def of(cls, document: Document) -> "Index":
        """Fold a document's text."""
        return cls(document, fold_article(document.text), tuple(sentence.start for sentence in document.sentences))

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence starts and ends in the folded text."""
        at = self.folded.folded_offset
        return tuple((at(sentence.start), at(sentence.end)) for sentence in self.document.sentences)

    @cached_property
    def edges(self) -> frozenset[int]:
        """The same places together: what is glued to a sentence there is no part of its words."""
        return frozenset(chain.from_iterable(self.spans))

    def cuts_nothing(self, start: int, end: int) -> bool:
        """Whether folded.text[start:end] cuts no word, number or letter apart at either edge."""
        return not any(cuts(self.folded, edge) for edge in {start, end} - self.edges)

    @cached_property
    def anywhere(self) -> Callable[[str], Quotes]:
        """The first places of some words in two sentences of the document, which is gone through once for them."""
        return cache(partial(_anywhere, index=self))

    def sentence(self, number: int) -> Sentence | None:
        """The sentence with this number, if there is one."""
        return self.document.sentences[number - 1] if 1 <= number <= len(self.starts) else None

    def reach(self, sentence: Sentence) -> int:
        """Where words that start in a sentence must end: with it, or with the one after it in its paragraph."""
        following = self.sentence(sentence.number + 1)
        if following is None or following.paragraph != sentence.paragraph:
            return sentence.end
        return following.end


@dataclass(frozen=True)
class Placement:
    """Where a mention was found, or why not.

    `codes` are keys of `CODES`: none for words found once, in the sentence named. `quote` is None
    where the mention is rejected; `places` then holds two of the places of ambiguous words.
    """

    quote: Quote | None
    codes: tuple[str, ...] = ()
    places: Quotes = ()

    @property
    def found(self) -> Quotes:
        """The quotation, if there is one."""
        return () if self.quote is None else (self.quote,)

    @property
    def concerned(self) -> Quotes:
        """The words that its codes are about."""
        return self.found or self.places


def find(mention: Mention, index: Index) -> Placement:
    """Look a mention up: in the sentence that it names, else where the article has it only once.

    The words must stand at word and number boundaries. They may run on from their sentence into the
    next one of the paragraph. Quotation marks around them count only where the article has them.

    Args:
        mention: what was proposed; its sentence need not be there.
        index: of the article.
    """
    forms = _forms(mention.text)
    if not forms:
        return Placement(None, ("empty",))
    for words in forms:
        if here := _in_sentence(words, index, mention.sentence):
            return Placement(here[0], ("repeated",) if len(here) > 1 else ())
    for words in forms:
        if places := _elsewhere(words, index, mention.sentence):
            return _moved(words, index, places)
    return Placement(None, ("absent",))


def _placed(quotes: Quotes, anchors: Quotes, near: Before | Beside, index: Index) -> Quotes:
    """Words that stand several times in their sentence, at the place that goes with other words there."""
    if isinstance(near, Beside):
        return tuple(_beside(quote, anchors, index) for quote in quotes)
    if len(quotes) == 1 and anchors:
        return (_before(quotes[0], anchors[0], index),)
    return quotes


def _moved_along(quotes: Quotes, given: Sequence[Mention], located: Quotes, index: Index) -> Quotes:
    """Words given with the number of others that stand in another sentence, in that sentence if they stand there too.

    Args:
        quotes: the words, where they were found first.
        given: the others as they were proposed.
        located: where these stand; if one was dropped, nothing moves.
        index: of the article.
    """
    numbers = {mention.sentence: quote.sentence for mention, quote in zip(given, located, strict=False)}
    moved = tuple(_first_in(numbers.get(quote.sentence, quote.sentence), quote, index) for quote in quotes)
    return moved if len(given) == len(located) else quotes


def _first_in(number: int, quote: Quote, index: Index) -> Quote:
    """The first place of the quotation's words in this sentence; the quotation where there is none, or in its own."""
    if number == quote.sentence:
        return quote
    sentence = index.document.sentences[number - 1]
    return next(iter(_all_places(quote, sentence.start, sentence.end, index)), quote)


def _before(count: Quote, noun: Quote, index: Index) -> Quote:
    """Of the places of these words in their sentence, the last that ends before the noun; the given one if none does.

    A count such as "a" stands many times in its sentence: it counts the noun that it precedes.
    """
    if noun.sentence != count.sentence or noun.start < count.end:
        return count
    start = index.document.sentences[count.sentence - 1].start
    return [count, *_all_places(count, start, noun.start, index)][-1]


def _beside(cue: Quote, content: Quotes, index: Index) -> Quote:
    """Of the places of words of saying in their sentence, the one nearest to what is said: "X said …, but Y said …"."""
    said = next((quote for quote in content if quote.sentence == cue.sentence), None)
    if said is None:
        return cue
    sentence = index.document.sentences[cue.sentence - 1]
    places = _all_places(cue, sentence.start, sentence.end, index)
    return min([cue, *places], key=lambda at: max(said.start - at.end, at.start - said.end, 0))


def _all_places(quote: Quote, start: int, end: int, index: Index) -> list[Quote]:
    """Every place of the words of a quotation within a stretch of the article."""
    folded = index.folded
    words = folded.text[folded.folded_offset(quote.start) : folded.folded_offset(quote.end)]
    return list(islice(_places(words, index, folded.folded_offset(start), folded.folded_offset(end)), MOST_PLACES))


def ground(proposed: Part, document: Document, form: type[Located]) -> Grounded:
    """Locate every mention of a draft; what is not in the article is dropped and told.

    Never raises for a draft of the schema. Paths in findings count positions as in the draft.

    Args:
        proposed: the draft.
        document: the article.
        form: the class of the located items, which names the lists of the draft.
    """
    walk = _Walk(Index.of(document), proposed)
    items = {name: walk.items(kind, getattr(proposed, name)) for kind, name in form.lists.items()}
    return Grounded(form(document, **items), tuple(walk.findings), tuple(walk.rejected))


def resolve(quote: Quote, document: Document) -> bool:
    """Whether a quotation is what the document has at its place, in the sentence that it names.

    Args:
        quote: from anywhere; its numbers may be any.
        document: the article.
    """
    if not 1 <= quote.sentence <= len(document.sentences):
        return False
    sentence = document.sentences[quote.sentence - 1]
    if not sentence.start <= quote.start < min(sentence.end, quote.end):
        return False
    return quote.end <= len(document.text) and document.text[quote.start : quote.end] == quote.text


# --- looking up -----------------------------------------------------------------------------------


def _forms(text: str) -> tuple[str, ...]:
    """The folded words to look for: as given, and without quotation marks around them."""
    given = fold(text).text.strip() if _FOLDS.search(text.strip()) else text.strip()
    forms = dict.fromkeys((given, given.strip("\"' ")))
    return tuple(filter(has_words, forms))


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return any(map(str.isalnum, text))


def _in_sentence(words: str, index: Index, number: int) -> tuple[Quote, ...]:
    """The first places, at most two, where the words start in this sentence."""
    sentence = index.sentence(number)
    if sentence is None:
        return ()
    start, end = index.spans[number - 1]
    found: list[Quote] = []
    for quote in islice(_places(words, index, start, end + len(words)), 2):
        if quote.start >= sentence.end:
            break
        found.append(quote)
    return tuple(found)


def _elsewhere(words: str, index: Index, number: int) -> tuple[Quote, ...]:
    """The one place in the document; of several, those next to the sentence named, or else the first two."""
    near = (*_in_sentence(words, index, number - 1)[:1], *_in_sentence(words, index, number + 1)[:1])
    return near or index.anywhere(words)


def _anywhere(words: str, index: Index) -> Quotes:
    places = groupby(_places(words, index, 0, len(index.folded.text)), key=attrgetter("sentence"))
    return tuple(islice((next(here) for _, here in places), 2))


def _moved(words: str, index: Index, places: tuple[Quote, ...]) -> Placement:
    if len(places) > 1:
        return Placement(None, ("ambiguous",), places)
    repeated = len(_in_sentence(words, index, places[0].sentence)) > 1
    return Placement(places[0], ("moved", "repeated") if repeated else ("moved",))


def _places(words: str, index: Index, start: int, end: int) -> Iterator[Quote]:
    """Every place of the words within a stretch of the folded text, in order, not overlapping."""
    while (start := index.folded.text.find(words, start, end)) >= 0:
        quote = _quote_at(words, start, index)
        if quote is None:
            start += 1
        else:
            yield quote
            start += len(words)


def _quote_at(words: str, at: int, index: Index) -> Quote | None:
    """The quotation of words that stand at this place of the folded text, if nothing is cut apart there."""
    after = at + len(words)
    if not index.cuts_nothing(at, after):
        return None
    quote = _quote(index, *index.folded.original_span(at, after))
    if quote is None or quote.text == words:
        return quote
    # Where the two differ, an edge lies within …, which the map widened.
    return quote if fold(quote.text).text == words else None


def _quote(index: Index, start: int, end: int) -> Quote | None:
    """A quotation, if its words lie in one sentence, or in two that follow each other in a paragraph."""
    number = bisect_right(index.starts, start)
    sentence = index.sentence(number)
    if sentence is None or start >= sentence.end or end > index.reach(sentence):
        return None
    return Quote(sentence=number, start=start, end=end, text=index.document.text[start:end])


# --- walking a draft ------------------------------------------------------------------------------


@dataclass
class _Walk:
    """One pass over a draft, collecting what is said of it."""

    index: Index
    proposed: Part
    findings: list[Finding] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    def items(self, kind: ItemKind, proposed: Iterable[Item[Mention]]) -> dict[int, AnItem]:
        """The items of one list by id, located."""
        located: dict[int, AnItem] = {}
        for item in proposed:
            at = _At(kind, item.id)
            if item.id in located:
                self.tell("duplicate_id", at.within("id"))
            else:
                located[item.id] = located_form(type(item))(**self.fields(item, at))
        return located

    def fields(self, part: Part, at: "_At") -> dict[str, Any]:
        """The fields of a part, located."""
        declared = roles(type(part))
        fields: dict[str, Any] = dict(vars(part))
        for name in declared.holding:
            if fields[name]:
                fields[name] = self.held(fields[name], at.within(name), name, declared)
        for name, near in declared.placed.items():
            anchors = fields[near.field]
            along = _moved_along(fields[name], getattr(part, near.field), anchors, self.index)
            if along != fields[name]:
                self.tell("moved", at.within(name), along)
            fields[name] = _placed(along, anchors, near, self.index)
        return fields

    def held(self, held: Sequence[Any], at: "_At", name: str, declared: Roles) -> tuple[Part, ...]:
        """What the field of this name holds, located."""
        if name in declared.parts:
            return self.parts(held, at)
        if name in declared.apart:
            return self.apart(held, at)
        return self.value(held, at)

    def parts(self, members: Sequence[Part], at: "_At") -> tuple[Part, ...]:
        """The parts of a list that have something to say."""
        return tuple(chain(*(self.part(member, at.within(position)) for position, member in enumerate(members))))

    def part(self, part: Part, at: "_At") -> tuple[Part, ...]:
        """A part of an item, located; nothing where the words without which it says nothing were dropped."""
        fields = self.fields(part, at)
        needed = roles(type(part)).substance
        if needed and not any(fields[name] for name in needed):
            self.tell("nothing_left", at)
            return ()
        return (located_form(type(part))(**fields),)

    def apart(self, mentions: Sequence[Mention], at: "_At") -> Quotes:
        """The quotations of values that are listed together."""
        return tuple(chain(*(self.value((mention,), at.within(position)) for position, mention in enumerate(mentions))))

    def value(self, mentions: Sequence[Mention], at: "_At") -> Quotes:
        """The quotations of a value; none of them if any of its mentions is rejected.

        A value without one of its parts could say something else than was proposed.
        """
        if len(mentions) > MOST_MENTIONS:
            self.tell("too_many_mentions", at)
        placed = [self.place(mention, at) for mention in mentions[:MOST_MENTIONS]]
        return tuple(chain(*placed)) if all(placed) else ()

    def place(self, mention: Mention, at: "_At") -> Quotes:
        """The quotation of a mention, if there is one; what is to be said of where it stands is told."""
        placement = self.placed(mention)
        for code in placement.codes:
            self.tell(code, at, placement.concerned)
        if "absent" in placement.codes:
            self.rejected.append(Rejected(item=at.item, id=at.id, field=at.path, raw=mention.text))
        return placement.found

    def placed(self, mention: Mention) -> Placement:
        """Where a mention was found; of several sentences, in that where all others stand that name the same one.

        Who counts the sentences wrongly counts them alike for all that it quotes of one.
        """
        placement = find(mention, self.index)
        if "ambiguous" not in placement.codes:
            return placement
        number = self.renumbered.get(mention.sentence, mention.sentence)
        again = find(mention.model_copy(update={"sentence": number}), self.index)
        if {"moved", "ambiguous"}.intersection(again.codes):
            return placement
        return replace(again, codes=("moved", *again.codes))

    @cached_property
    def renumbered(self) -> Mapping[int, int]:
        """For a number, the one sentence in which all the words stand that were given under it, where they stand in one.

        Words that stand in several sentences, and in none of those named, are left out of account.
        """
        stand: defaultdict[int, set[int]] = defaultdict(set)
        for _, mention in words_in(self.proposed):
            placement = find(mention, self.index)  # type: ignore[arg-type]  # what is proposed holds no quotations
            stand[mention.sentence].update(quote.sentence for quote in placement.found)
        return {named: found.pop() for named, found in stand.items() if len(found) == 1}

    def tell(self, code: str, at: "_At", quotes: Quotes = ()) -> None:
        """Record a finding."""
        row = CODES[code]
        self.findings.append(
            Finding(
                check=CHECK,
                code=code,
                severity=row.severity,
                item=at.item,
                id=at.id,
                field=at.path,
                message=row.message,
                quotes=quotes,
            )
        )


class _At(NamedTuple):
    """A place in a draft: an item, and the path of a value within it."""

    item: ItemKind
    id: int
    path: str = ""

    def within(self, step: str | int) -> "_At":
        """The place of a field, or of a member of a list."""
        return _At(self.item, self.id, step_into(self.path, step))
