"""A saying with all that its kind depends on, and a statement in the making."""

import itertools
from dataclasses import dataclass, field

from summarizer.coder.discourse.sayings import Saying
from summarizer.coder.discourse.stretches import Span
from summarizer.coder.discourse.told import Told
from summarizer.coder.grammar.frames import Parsed
from summarizer.coder.grammar.phrases import Phrase
from summarizer.coder.grammar.tokens import Tag
from summarizer.coder.meaning.denoting import denotes
from summarizer.coder.people.actors import Registry
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.vocabulary import BlameRole, StatementKind

NOBODY = frozenset({"no", "nobody", "none", "neither"})


@dataclass(slots=True)
class Verdict:
    """A statement in the making; `told` are the acts that it speaks of, `nearest` asks for the event told last."""

    kind: StatementKind
    told: list[Told] = field(default_factory=list)
    whom: list[int] = field(default_factory=list)
    role: BlameRole = "unspecified"
    nearest: bool = False
    by: list[int] = field(default_factory=list)  # who makes it, where not every speaker does
    silent: bool = False  # said of nobody: the article's own word
    hedged: bool = False  # the cue itself leaves it open
    cue: Span | None = None  # the words that make it, where the verb of the saying does not


@dataclass(slots=True)
class Case:
    """A saying with all that its kind depends on."""

    saying: Saying
    speakers: list[int]
    told: list[Told]
    actors: Registry
    stretches: list[tuple[Parsed, Span]]  # all that is said, in this sentence and further ones

    @property
    def parsed(self) -> Parsed:
        """The sentence of the words of saying."""
        return self.saying.parsed

    @property
    def negated(self) -> bool:
        """Whether the saying itself is negated."""
        frame = self.saying.frame
        return frame is not None and frame.negated

    def says(self, table: str, entry: str) -> bool:
        """Whether what is said holds a phrase of a lexicon."""
        return any(
            pattern(table, entry).search(self.parsed.text(*span)) for span in self.saying.contents if span[0] <= span[1]
        )

    def object_in(self, entry: str) -> bool:
        """Whether the verb's object, or subject of a passive, is one of the words of an entry of sayings.toml."""
        frame = self.saying.frame
        undergoers = frame.undergoers if frame is not None else []
        return any(self.parsed.tokens[each.head].low in word_set("sayings", entry) for each in undergoers)

    def circle(self) -> set[int]:
        """The speakers, with everybody whom they belong to."""
        return {member for speaker in self.speakers for member in self.actors.party(speaker)}

    def of_nobody(self) -> bool:
        """Whether the words for the speaker say that there is none: "no group", "none of the parties"."""
        tokens, frame = self.parsed.tokens, self.saying.frame
        if self.saying.speakers or frame is None:
            return bool(self.saying.speakers) and tokens[self.saying.speakers[0].first].low in NOBODY
        ahead = itertools.takewhile(
            lambda token: token.tag not in (Tag.COMMA, Tag.BREAK), tokens[frame.first - 1 :: -1]
        )
        return frame.first > 0 and any(token.low in NOBODY for token in ahead)

    def names_act(self) -> bool:
        """Whether what the verb is done to is the name of an act, or stands for it: "the bombing", "it"."""
        frame = self.saying.frame
        return frame is not None and any(
            denotes(each, self.parsed) == "act" or self._is_it(each) for each in frame.undergoers
        )

    def _is_it(self, phrase: Phrase) -> bool:
        """ "Claimed it", where "it" is no subject of what follows."""
        stands = self.parsed.tokens[phrase.head].low in ("it", "them", "both")
        return stands and not any(phrase in each.subjects for each in self.parsed.frames)

    def speaks_of_act(self) -> bool:
        """Whether the name of an act stands in what is said."""
        return any(
            denotes(each, parsed) == "act" and span[0] <= each.head <= span[1]
            for parsed, span in self.stretches
            for each in parsed.phrases
        )

    def armed(self) -> bool:
        """Whether a speaker, or whom it belongs to, bears arms."""
        return any(self.actors[each].bears_arms for each in self.circle())
