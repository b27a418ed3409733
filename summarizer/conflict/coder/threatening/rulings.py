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
class Case:
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

    def threatens(self, case: Case) -> bool:
        """Whether it is a threat."""
        own = self._sides.is_own(case.harm, case.speaker, case.saying)
        if own is False or self._is_no_harm(case):
            return False
        if case.harm.weak:
            return case.harm.to_come and self._is_done_by_force(case, own=own)
        if case.committed:
            return self._is_vowed(case, own=own)
        if case.harm.frame is not None and case.harm.frame is case.saying.frame:
            return self._force.is_of_group(case.speaker)  # "warned of more attacks"
        if own:
            return case.harm.to_come and self._may_be_done(case)
        return self._befalls(case)

    def _is_no_harm(self, case: Case) -> bool:
        """Whether the words around make a figure of speech of it, or a defence, or deny it."""
        harm = case.harm
        if harm.frame is not None and harm.frame.negated and not self._force.is_armed(case.speaker):
            return True
        if harm.plain:
            return False
        return case.holds("defending") or (case.holds("other_than_harm") and not self._is_literal(case))

    def _is_literal(self, case: Case) -> bool:
        """Whether words of harm are meant as they stand, whatever words of law, trade or sport are around them."""
        act = case.harm.act
        return (act is not None and act.kind in _LITERAL) or self._force.is_menacing(case.saying, case.speaker)

    # --- by whose doing ----------------------------------------------------------------------------------------

    def _is_done_by_force(self, case: Case, *, own: bool | None) -> bool:
        """Whether those will do it who can do harm by it: armed speakers, the army of a president."""
        armed = self._sides.has_force(case.harm) or self._force.is_armed(case.speaker)
        return armed and bool(own or case.committed)

    def _is_vowed(self, case: Case, *, own: bool | None) -> bool:
        """Whether what somebody binds itself to is harm: not "threatened to strike" of those who have no force."""
        harm = case.harm
        struck = harm.frame is not None and bool(harm.frame.objects)
        if own and not (struck and case.saying.base == "threaten"):
            return self._may_be_done(case)
        return bool(own) or harm.to_come or harm.certain or harm.noun is not None

    def _may_be_done(self, case: Case) -> bool:
        forceful = self._sides.has_force(case.harm) or self._force.is_forceful(case.saying, case.speaker)
        return case.harm.certain or forceful

    def _befalls(self, case: Case) -> bool:
        """Whether harm that nobody is said to do is the speaker's: it comes on a condition, or from somebody armed."""
        menacing = self._force.is_menacing(case.saying, case.speaker)
        if case.harm.to_come and case.harm.is_of_weapon:  # a caller says that a bomb will go off
            return menacing or self._force.is_private(case.speaker)
        if any(self._voices.quotation(case.harm.parsed, at) is not None for at in case.harm.words):
            return self._is_quoted(case, menacing=menacing)
        if menacing:
            return self._is_menaced(case)
        lawful = case.holds("other_than_harm")  # "whoever is convicted will be hanged"
        done = case.harm.inflicted and not lawful and self._force.commands(case.speaker)
        return case.harm.to_come and case.harm.befalls and case.conditional and (done or self._warns(case))

    def _is_quoted(self, case: Case, *, menacing: bool) -> bool:
        """Whether it is one in the speaker's own words."""
        harm = case.harm
        if not menacing:
            dies = harm.frame is not None and harm.frame.base in _DYING
            if dies or not (case.conditional and self._may_be_done(case)):
                return False
        if harm.to_come or case.holds("declared"):
            return True
        return harm.plain and case.conditional and is_present(harm.frame, harm.parsed)

    def _is_menaced(self, case: Case) -> bool:
        """Whether it is one in the words of somebody armed, as others tell them."""
        harm = case.harm
        if case.holds("declared"):
            return True
        if not (harm.to_come and harm.befalls):
            return False
        told = (harm.plain and case.warns) or (harm.comes and self._force.is_of_group(case.speaker))
        return told or harm.inflicted or case.conditional

    def _warns(self, case: Case) -> bool:
        """Whether somebody who may have force at hand warns."""
        return case.warns and self._force.is_forceful(case.saying, case.speaker)
