"""Whose words are whose in an article: speakers of every sentence, and of quotations that run on beyond one."""

from collections.abc import Iterable

from summarizer.coder.discourse.quotations import Span, answers_in, issued_in, quotations_in
from summarizer.coder.discourse.sayings import Saying, is_carrier, sayings_in
from summarizer.coder.grammar.frames import Frame, Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag, within
from summarizer.coder.meaning.denoting import may_be_name
from summarizer.coder.people.actors import Registry
from summarizer.lexicons import word_set

_TERM = 4  # words up to which a quotation is a term and no speech
_AUTHORS = frozenset({"of", "from", "by", "for"})


class Speech:
    """Every saying of an article, and who speaks at each of its words."""

    def __init__(self, sentences: list[Parsed], actors: Registry) -> None:
        self._sentences = sentences
        self._actors = actors
        self.sayings: list[Saying] = [each for parsed in sentences for each in sayings_in(parsed)]
        self._in: dict[int, list[Saying]] = {}
        for saying in self.sayings:
            self._in.setdefault(saying.parsed.sentence.number, []).append(saying)
        self._quotations = quotations_in(sentences[0].document) if sentences else []
        given = self._given()
        self._quotations = [*given, *(each for each in self._quotations if not _within(each, given))]
        self._owners = given | self._owned(given)

    def at(self, parsed: Parsed, token: int) -> Saying | None:
        """The innermost saying that a token stands in, or None where it stands in none."""
        covering = [each for each in self._in.get(parsed.sentence.number, ()) if each.holds(token)]
        if covering:
            return min(covering, key=_width)
        return self._owners.get(self.quotation(parsed, token) or (-1, -1))

    def outer(self, saying: Saying) -> list[Saying]:
        """The sayings that report this one, the nearest first."""
        around = [
            each
            for each in self._in.get(saying.parsed.sentence.number, ())
            if each is not saying and each.holds(saying.cue[0])
        ]
        return sorted(around, key=_width)

    def quotation(self, parsed: Parsed, token: int) -> Span | None:
        """The quotation, as offsets, that a token stands within; a term of a few words is none."""
        at = parsed.tokens[token].start
        found = next(((start, end) for start, end in self._quotations if start <= at < end), None)
        return found if found and len(parsed.document.text[found[0] : found[1]].split()) >= _TERM else None

    def continued(self, saying: Saying) -> Iterable[tuple[Parsed, Span]]:
        """Every stretch that the saying holds: its own sentence's, and further sentences of its quotations."""
        yield from ((saying.parsed, span) for span in saying.contents)
        for quotation, owner in self._owners.items():
            if owner is saying:
                yield from self._stretches(quotation, saying)

    def speakers(self, saying: Saying) -> list[int]:
        """The actors who speak; of a letter or a statement its author."""
        found = (self._speaker(each, saying) for each in saying.speakers)
        return list(dict.fromkeys(each for each in found if each is not None))

    def before(self, parsed: Parsed) -> Parsed | None:
        """The sentence before, in the same paragraph."""
        number = parsed.sentence.number
        earlier = self._sentences[number - 2] if number > 1 else None
        same = earlier is not None and earlier.sentence.paragraph == parsed.sentence.paragraph
        return earlier if same else None

    def unsigned(self, saying: Saying) -> list[int]:
        """What carries the words, where nothing tells who wrote them: "an unsigned card"."""
        for phrase in saying.speakers:
            parsed = saying.parsed
            carrier = (parsed, phrase) if is_carrier(phrase, parsed) else self._carrier_before(phrase, parsed)
            if carrier is None or carrier[0].tokens[carrier[1].head].low.removesuffix("s") not in word_set(
                "sayings", "private_carriers"
            ):
                continue
            actor = self._actors.described(carrier[1], carrier[0])
            if actor is not None:
                return [actor]
        return []

    def is_written(self, saying: Saying) -> bool:
        """Whether a letter, a recording or the like says it."""
        parsed = saying.parsed
        return any(
            is_carrier(each, parsed) or self._carrier_before(each, parsed) is not None for each in saying.speakers
        )

    def _speaker(self, phrase: Phrase, saying: Saying) -> int | None:
        parsed = saying.parsed
        if parsed.tokens[phrase.first].low in ("no", "nobody", "none", "neither"):
            return None
        if phrase.last == phrase.first and parsed.tokens[phrase.first].tag is Tag.DETERMINER:
            return self._actors.referred(phrase, parsed)  # "its threat"
        if not is_carrier(phrase, parsed):
            carrier = self._carrier_before(phrase, parsed)
            if carrier is not None:
                return self._author(carrier[1], carrier[0])
            return self._actors.of(phrase, parsed, otherwise="person") or self._actors.described(phrase, parsed)
        return self._author(phrase, parsed)

    def _carrier_before(self, phrase: Phrase, parsed: Parsed) -> tuple[Parsed, Phrase] | None:
        """What carries the words, where "it" stands for that: the subject that opens the sentence before."""
        if parsed.tokens[phrase.head].low not in ("it", "one", "another") or parsed.sentence.number < 2:
            return None
        before = self._sentences[parsed.sentence.number - 2]
        if before.sentence.paragraph != parsed.sentence.paragraph:
            return None
        first = next((each for each in before.phrases if not each.preposition), None)
        if first is not None and is_carrier(first, before):
            return before, first
        letters = word_set("sayings", "private_carriers")
        sent = [each for each in before.phrases if before.tokens[each.head].low.removesuffix("s") in letters]
        return (before, sent[-1]) if sent else None

    def _author(self, phrase: Phrase, parsed: Parsed) -> int | None:
        """Who wrote, signed or issued what carries the words."""
        if phrase.owner is not None:
            return self._actors.of(phrase.owner, parsed, otherwise="organisation")
        for each in phrase.hangs:
            if each.preposition in _AUTHORS and not is_carrier(each, parsed):
                author = self._actors.of(each, parsed, otherwise="organisation")
                if author is not None:
                    return author
        opener = parsed.tokens[phrase.first].low
        if opener in word_set("functions", "possessives") and opener in word_set("titles", "it", "he", "they"):
            return self._actors.referred(Phrase(phrase.first, phrase.first, phrase.first), parsed)
        return self._signed(phrase, parsed) or self._issuer(phrase, parsed)

    def _signed(self, carrier: Phrase, parsed: Parsed) -> int | None:
        """ "A letter signed by X", "leaflets dropped over the town by X"."""
        sending = word_set("sayings", "issuing", "spreading")
        for frame in parsed.frames:
            near = carrier.last < frame.first <= carrier.last + 3
            told = near or (carrier.last < frame.first and frame.reduced)
            behind = told and not any(t.tag is Tag.BREAK for t in parsed.tokens[carrier.last + 1 : frame.first])
            if near and frame.base == "sign":
                names = [each for each in parsed.phrases if each.first > frame.verb]
                return self._actors.of(names[0], parsed, otherwise="person") if names else None
            sender = frame.circumstance("by") if behind and frame.base in sending else None
            if sender is not None:
                return self._actors.of(sender, parsed, otherwise="organisation")
        return None

    def _issuer(self, carrier: Phrase, here: Parsed) -> int | None:
        """Who issued what carries the words, in the same sentence or the ones before."""
        number, noun = here.sentence.number, here.tokens[carrier.head].low
        for parsed in self._sentences[max(0, number - 3) : number][::-1]:
            for frame in parsed.frames:
                if _gives_out(frame, parsed):
                    return self._actors.of(frame.subjects[0], parsed, otherwise="organisation")
            for phrase in parsed.phrases:
                if parsed.tokens[phrase.head].low == noun and phrase is not carrier and is_carrier(phrase, parsed):
                    author = phrase.owner or phrase.hanging(*_AUTHORS)
                    if author is not None and not is_carrier(author, parsed):
                        return self._actors.of(author, parsed, otherwise="organisation")
        return None

    # --- quotations ---------------------------------------------------------------------------------------

    def _owned(self, given: dict[Span, Saying]) -> dict[Span, Saying]:
        """Each quotation with the saying that it belongs to: one that touches it, or the one before it in its paragraph."""
        owners: dict[Span, Saying] = {}
        previous: tuple[int, Saying] | None = None
        for quotation in self._quotations:
            if quotation in given:
                continue
            parsed = self._sentence_at(quotation[0])
            if parsed is None:
                continue
            owner = self._touching(quotation) or self._near(parsed, previous)
            if owner is not None:
                owners[quotation] = owner
                previous = (parsed.sentence.paragraph, owner)
        return owners

    def _given(self) -> dict[Span, Saying]:
        """The answers of an interview, and the text of a statement, with who gives them."""
        found: dict[Span, Saying] = {}
        document = self._sentences[0].document if self._sentences else None
        answers = answers_in(document) if document is not None else []
        issued = issued_in(document) if document is not None else None
        if answers and (asked := self._asked(answers[0][0])) is not None:
            found = dict.fromkeys(answers, self._said_by(*asked))
        if issued is not None and (giver := self._giver(issued[0])) is not None:
            found[issued] = self._said_by(*giver)
        headed = self._headed() if document is not None and not found else None
        if headed is not None:
            start = self._sentences[headed[0].sentence.number].sentence.start
            found[start, len(self._sentences[0].document.text)] = self._said_by(*headed)
        return found

    def _headed(self) -> tuple[Parsed, Phrase] | None:
        """Whose communiqué the article is, where two lines without a verb head it: "Ministry of Defence", "Statement No. 4"."""
        lines = self._sentences[:2]
        kinds = word_set("sayings", "communiques")
        if len(self._sentences) < 3 or any(_is_told(parsed) for parsed in lines):
            return None
        if not any(token.low in kinds for parsed in lines for token in (parsed.tokens[0], parsed.tokens[-1])):
            return None
        for parsed in lines:
            for phrase in parsed.phrases:
                if parsed.tokens[phrase.first].low not in kinds and self._may_issue(phrase, parsed):
                    return parsed, phrase
        return None

    def _may_issue(self, phrase: Phrase, parsed: Parsed) -> bool:
        """Whether a body stands in the heading of a statement: by its kind, or as that whose office it is."""
        office = any(phrase in each.hangs[:1] for each in parsed.phrases) and phrase.preposition == "of"
        actor = self._actors.of(phrase, parsed, otherwise="organisation" if office else None)
        kinds = ("armed_group", "armed_forces", "public_body", "state", *(("organisation",) if office else ()))
        return actor is not None and self._actors[actor].kind in kinds

    def _said_by(self, parsed: Parsed, phrase: Phrase) -> Saying:
        saying = Saying(parsed, [phrase], (phrase.first, phrase.last), [], ":")
        self.sayings.append(saying)
        return saying

    def _asked(self, before: int) -> tuple[Parsed, Phrase] | None:
        """Whom an interview is with: who is named behind "with" or "to", else first, before the first answer."""
        named = [
            (parsed, phrase)
            for parsed in self._sentences
            for phrase in parsed.phrases
            if parsed.sentence.start < before and may_be_name(phrase, parsed) and not _reports(phrase, parsed)
        ]
        met = (each for each in named if _led_by(each[1], each[0]) in ("with", "to"))
        persons = (each for each in (*met, *named) if self._is_person(each[1], each[0]))
        return next(persons, None)

    def _is_person(self, phrase: Phrase, parsed: Parsed) -> bool:
        actor = self._actors.of(phrase, parsed, otherwise="person")
        return actor is not None and self._actors[actor].kind in ("person", "official")

    def _giver(self, start: int) -> tuple[Parsed, Phrase] | None:
        """Who issues the statement that starts there: the subject of the last verb of giving out before it."""
        before = [parsed for parsed in self._sentences if parsed.sentence.end <= start]
        frames = ((parsed, frame) for parsed in before[-1:] for frame in parsed.frames)
        issuing = word_set("sayings", "issuing", "verbs")
        return next(((parsed, f.subjects[0]) for parsed, f in frames if f.subjects and f.base in issuing), None)

    def _touching(self, quotation: Span) -> Saying | None:
        start, end = quotation
        for saying in self.sayings:
            tokens = saying.parsed.tokens
            if start <= tokens[saying.cue[0]].start < end:
                continue  # what is said within it is not who says it
            for first, last in saying.contents:
                if tokens[first].start < end and start < tokens[last].end:
                    return saying
        return None

    def _near(self, parsed: Parsed, previous: tuple[int, Saying] | None) -> Saying | None:
        """A quotation without words of saying goes on with who spoke before in the same paragraph."""
        if previous is not None and previous[0] == parsed.sentence.paragraph:
            return previous[1]
        number = parsed.sentence.number
        before = self._in.get(number - 1, [])
        if before and self._sentences[number - 2].sentence.paragraph == parsed.sentence.paragraph:
            return before[-1]
        return self._given_out(parsed)

    def _given_out(self, parsed: Parsed) -> Saying | None:
        """A quotation that opens a paragraph, where the paragraph before says who issued it."""
        number = parsed.sentence.number
        for before in self._sentences[max(0, number - 3) : number - 1][::-1]:
            frame = next((each for each in before.frames if _gives_out(each, before)), None)
            if frame is not None and before.sentence.paragraph == parsed.sentence.paragraph - 1:
                saying = Saying(before, frame.subjects[:1], (frame.first, frame.verb), [], "say", frame)
                self.sayings.append(saying)
                return saying
        return None

    def _sentence_at(self, offset: int) -> Parsed | None:
        return next((each for each in self._sentences if each.sentence.start <= offset < each.sentence.end), None)

    def _stretches(self, quotation: Span, saying: Saying) -> Iterable[tuple[Parsed, Span]]:
        first = saying.parsed.document.sentence_at(quotation[0])
        for parsed in self._sentences[first - 1 :]:
            if parsed.sentence.start >= quotation[1]:
                break
            inside = within(parsed.tokens, *quotation)
            if inside and parsed is not saying.parsed:
                yield parsed, (inside[0], inside[-1])


def _gives_out(frame: Frame, parsed: Parsed) -> bool:
    """Whether somebody issues, publishes or says something in what carries words: "X released a video"."""
    if frame.passive or not frame.subjects or is_carrier(frame.subjects[0], parsed):
        return False
    carried = any(is_carrier(each, parsed) for each in (*frame.objects, *frame.circumstances))
    return carried and frame.base in word_set("sayings", "issuing", "verbs")


def _is_told(parsed: Parsed) -> bool:
    """Whether a line tells something: it has a finite verb."""
    return any(token.tag in (Tag.VERB, Tag.AUXILIARY, Tag.MODAL) for token in parsed.tokens)


def _reports(phrase: Phrase, parsed: Parsed) -> bool:
    """Whether the words for somebody say that he asks and writes: "our correspondent Dara Venn"."""
    lows = (token.low for token in parsed.tokens[phrase.first : phrase.last + 1])
    return any(low in word_set("sayings", "reporters") for low in lows)


def _led_by(phrase: Phrase, parsed: Parsed) -> str:
    """The last preposition before a name, a title in quotation marks passed over: 'with "General" Dara Venn'."""
    before = [token for token in parsed.tokens[max(0, phrase.first - 4) : phrase.first] if token.tag is Tag.PREPOSITION]
    return before[-1].low if before else ""


def _within(quotation: Span, others: Iterable[Span]) -> bool:
    return any(start <= quotation[0] and quotation[1] <= end for start, end in others)


def _width(saying: Saying) -> int:
    return sum(last - first for first, last in saying.contents)
