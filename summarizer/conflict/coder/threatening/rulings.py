"""Whether words of harm are a threat of whoever speaks: by whose doing it would be, and what force is at hand."""

from dataclasses import dataclass

from summarizer.conflict.coder.discourse.sayings import Saying, Span
from summarizer.conflict.coder.discourse.speakers import Speakers
from summarizer.conflict.coder.threatening.force import Force
from summarizer.conflict.coder.threatening.harms import Harm, whoever, without_marks
from summarizer.conflict.coder.threatening.sides import Sides
from summarizer.conflict.coder.threatening.tense import is_present
from summarizer.english.grammar.frames import Parsed
from summarizer.lexicons import lemmas, pattern
from summarizer.schemas.vocabulary import IncidentKind

_DYING = frozenset({"die", "perish"})
"""Verbs of what nobody need have done."""
_LITERAL: frozenset[IncidentKind] = frozenset({"bombing", "arson", "kidnapping", "shelling", "execution"})
"""Acts whose words are hardly figures of speech."""


@dataclass(frozen=True, slots=True)
class Menace:
    """Words of harm in a stretch of what somebody says."""

    saying: Saying
    speaker: int
    harm: Harm
    span: Span

    @property
    def committed(self) -> bool:
        """Whether the speaker binds itself: "vowed to"."""
        return self.saying.base in lemmas("threatening", "committing")

    @property
    def warns(self) -> bool:
        """Whether the speaker warns."""
        return self.saying.base in lemmas("threatening", "warning")

    @property
    def conditional(self) -> bool:
        """Whether what is to come depends on a condition, or befalls whoever does something."""
        return whoever(self.harm.parsed, self.span)

    def holds(self, entry: str) -> bool:
        """Whether the stretch holds words of an entry of threatening.toml."""
        return holds(self.harm.parsed, self.span, entry)


def holds(parsed: Parsed, span: Span, entry: str) -> bool:
    """Whether a stretch of speech holds words of an entry of threatening.toml."""
    return pattern("threatening", entry).search(without_marks(parsed.text(*span))) is not None


class Rulings:
    """What is a threat in one article."""

    def __init__(self, voices: Speakers, force: Force, sides: Sides) -> None:
        self._voices, self._force, self._sides = voices, force, sides

    def threatens(self, menace: Menace) -> bool:
        """Whether it is a threat."""
        own = self._sides.is_own(menace.harm, menace.speaker, menace.saying)
        if own is False or self._is_no_harm(menace):
            return False
        if menace.harm.weak:
            return menace.harm.to_come and self._is_done_by_force(menace, own=own)
        if menace.committed:
            return self._is_vowed(menace, own=own)
        if menace.harm.frame is not None and menace.harm.frame is menace.saying.frame:
            return self._force.is_of_group(menace.speaker)  # "warned of more attacks"
        if own:
            return menace.harm.to_come and self._may_be_done(menace)
        return self._befalls(menace)

    def _is_no_harm(self, menace: Menace) -> bool:
        """Whether the words around make a figure of speech of it, or a defence, or deny it."""
        harm = menace.harm
        if harm.frame is not None and harm.frame.negated and not self._force.is_armed(menace.speaker):
            return True
        if harm.plain:
            return False
        return menace.holds("defending") or (menace.holds("other_than_harm") and not self._is_literal(menace))

    def _is_literal(self, menace: Menace) -> bool:
        """Whether words of harm are meant as they stand, whatever words of law, trade or sport are around them."""
        act = menace.harm.act
        return (act is not None and act.kind in _LITERAL) or self._force.is_menacing(menace.saying, menace.speaker)

    # --- by whose doing ----------------------------------------------------------------------------------------

    def _is_done_by_force(self, menace: Menace, *, own: bool | None) -> bool:
        """Whether those will do it who can do harm by it: armed speakers, the army of a president."""
        armed = self._sides.has_force(menace.harm) or self._force.is_armed(menace.speaker)
        return armed and bool(own or menace.committed)

    def _is_vowed(self, menace: Menace, *, own: bool | None) -> bool:
        """Whether what somebody binds itself to is harm: not "threatened to strike" of those who have no force."""
        harm = menace.harm
        struck = harm.frame is not None and bool(harm.frame.objects)
        if own and not (struck and menace.saying.base == "threaten"):
            return self._may_be_done(menace)
        return bool(own) or harm.to_come or harm.certain or harm.noun is not None

    def _may_be_done(self, menace: Menace) -> bool:
        forceful = self._sides.has_force(menace.harm) or self._force.is_forceful(menace.saying, menace.speaker)
        return menace.harm.certain or forceful

    def _befalls(self, menace: Menace) -> bool:
        """Whether harm that nobody is said to do is the speaker's: it comes on a condition, or from somebody armed."""
        menacing = self._force.is_menacing(menace.saying, menace.speaker)
        if menace.harm.to_come and menace.harm.is_of_weapon:  # a caller says that a bomb will go off
            return menacing or self._force.is_private(menace.speaker)
        if any(self._voices.quotation(menace.harm.parsed, at) is not None for at in menace.harm.words):
            return self._is_quoted(menace, menacing=menacing)
        if menacing:
            return self._is_menaced(menace)
        lawful = menace.holds("other_than_harm")  # "whoever is convicted will be hanged"
        done = menace.harm.inflicted and not lawful and self._force.commands(menace.speaker)
        return menace.harm.to_come and menace.harm.befalls and menace.conditional and (done or self._warns(menace))

    def _is_quoted(self, menace: Menace, *, menacing: bool) -> bool:
        """Whether it is one in the speaker's own words."""
        harm = menace.harm
        if not menacing:
            dies = harm.frame is not None and harm.frame.base in _DYING
            if dies or not (menace.conditional and self._may_be_done(menace)):
                return False
        if harm.to_come or menace.holds("declared"):
            return True
        return harm.plain and menace.conditional and is_present(harm.frame, harm.parsed)

    def _is_menaced(self, menace: Menace) -> bool:
        """Whether it is one in the words of somebody armed, as others tell them."""
        harm = menace.harm
        if menace.holds("declared"):
            return True
        if not (harm.to_come and harm.befalls):
            return False
        told = (harm.plain and menace.warns) or (harm.comes and self._force.is_of_group(menace.speaker))
        return told or harm.inflicted or menace.conditional

    def _warns(self, menace: Menace) -> bool:
        """Whether somebody who may have force at hand warns."""
        return menace.warns and self._force.is_forceful(menace.saying, menace.speaker)
