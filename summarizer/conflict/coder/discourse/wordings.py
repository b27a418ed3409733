"""What a saying comes to: the words with all that their kind depends on, and the ruling on them."""

from dataclasses import dataclass, field

from summarizer.conflict.coder.discourse.sayings import NOBODY, Saying, Span
from summarizer.conflict.coder.discourse.told import Told
from summarizer.conflict.coder.people.roster import Roster
from summarizer.english.grammar.frames import Parsed
from summarizer.english.grammar.phrases import Phrase
from summarizer.lexicons import pattern, word_set
from summarizer.schemas.vocabulary import BlameRole, StatementKind


@dataclass(slots=True)
class Ruling:
    """A statement in the making; `told` are the acts that it speaks of: where there are none, the event told last."""

    kind: StatementKind
    told: list[Told] = field(default_factory=list)
    whom: list[int] = field(default_factory=list)
    role: BlameRole = "unspecified"
    silent: bool = False  # said of nobody: the article's own word
    hedged: bool = False  # the cue itself leaves it open


@dataclass(slots=True)
class Wording:
    """A saying with all that its kind depends on."""

    saying: Saying
    speakers: list[int]
    told: list[Told]
    actors: Roster
    stretches: list[tuple[Parsed, Span]]  # all that is said, in this sentence and further ones

    @property
    def parsed(self) -> Parsed:
        """The sentence of the words of saying."""
        return self.saying.parsed

    @property
    def undergoers(self) -> list[Phrase]:
        """What the verb of saying is done to: of a passive its subject."""
        return self.saying.frame.undergoers if self.saying.frame is not None else []

    def says(self, table: str, entry: str) -> bool:
        """Whether what is said holds a phrase of a lexicon."""
        return any(pattern(table, entry).search(self.parsed.text(*span)) for span in self.saying.contents)

    def object_in(self, entry: str) -> bool:
        """Whether the verb's object, or subject of a passive, is one of the words of an entry of sayings.toml."""
        return any(self.parsed.tokens[each.head].low in word_set("sayings", entry) for each in self.undergoers)

    def circle(self) -> set[int]:
        """The speakers, with everybody whom they belong to."""
        return {member for speaker in self.speakers for member in self.actors.party(speaker)}

    def is_of_nobody(self) -> bool:
        """Whether the words for the speaker say that there is none: "no group", "none of the parties"."""
        return any(self.parsed.tokens[each.first].low in NOBODY for each in self.saying.speakers)
