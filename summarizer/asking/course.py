"""From the draft to the brief: extraction, repairs, the second look, second opinions. What to ask, never how.

`steps` is a generator: it yields what is to be asked and is sent the answers, so that one order of
events serves synchronous and asynchronous callers alike.
"""

import dataclasses
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import BaseModel

from summarizer.asking import prompting
from summarizer.asking.forms import Form, all_of
from summarizer.asking.options import RunOptions
from summarizer.asking.prompt import Prompt
from summarizer.asking.repairing import (
    amended,
    extended,
    failing,
    following_id,
    listed,
    merged,
    replaced,
    superseded,
    within,
)
from summarizer.asking.second_opinion import Opinion, mark
from summarizer.asking.windows import Window, windows
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part
from summarizer.errors import CassetteError, CutOff, NoAnswerKept, ProviderError
from summarizer.exchanges import Message
from summarizer.pointing.audit import UNREAD, Audit, about_document
from summarizer.pointing.briefs import StoredBrief
from summarizer.pointing.field import Field
from summarizer.pointing.roles import items_in
from summarizer.pointing.verifying import NOTHING_EARLIER, verify


@dataclass(frozen=True)
class Question:
    """One request: its messages, what the answer must be, and another model's name where one is meant.

    `what` says what it is for, to somebody who waits; nothing where it asks for the whole article at once.
    """

    messages: list[Message]
    response_model: type[BaseModel]
    model: str | None = None
    what: str = ""


UNREADABLE = about_document(
    "form", "unreadable", "A line of the answer, or a part of one, could not be read; it is not recorded."
)
NOT_WHOLE = about_document("form", UNREAD, "The answer was cut off, and its rest did not come.")
RESTS = 3
"""How often the rest of an answer is asked for."""

Steps = Generator[Question, Any, StoredBrief]
Proposing = Generator[Question, Any, Part]


class Extractor(Protocol):
    """Who reads an article and proposes a draft: a model, rules, or anything else."""

    @property
    def name(self) -> str:
        """What a run says of it."""

    @property
    def asks(self) -> bool:
        """Whether it can be asked again for what failed."""

    def propose(self, course: "Course") -> Proposing:
        """The draft of the course's article; it yields questions where it asks a model."""


@dataclass(frozen=True)
class Verified:
    """A draft, what was to be told of earlier rounds, and the brief that they came to."""

    asked: tuple[Part, Audit]
    brief: StoredBrief


@dataclass
class Course:
    """One article's course from its draft to its brief.

    `warnings` says what was left undone; `earlier` is what the audit goes on telling of past rounds; `last` is what was
    verified last.
    """

    document: Document
    field: Field[Any]
    extractor: Extractor
    options: RunOptions
    warnings: list[str] = dataclasses.field(default_factory=list)
    earlier: Audit = dataclasses.field(default_factory=Audit)
    last: "Verified | None" = None

    @property
    def prompt(self) -> Prompt:
        """What a model is told."""
        return self.options.instructions or self.field.instructions()

    @property
    def form(self) -> Form:
        """How drafts travel."""
        return self.field.form()

    def read(self, answer: Any) -> Part:
        """The draft that an answer is; what could not be read of it is told."""
        draft, unread = self.form.read(answer, self.document)
        if unread:
            self.remember(Audit(findings=(UNREADABLE,) * len(unread)))
        return draft

    def draft(self, messages: list[Message], what: str = "") -> Proposing:
        """Ask for a draft; where the answer is cut off, what is whole of it is kept, and the rest asked for.

        Raises:
            ProviderError: there is no answer, or nothing of it is whole.
        """
        try:
            answer = yield self._question(messages, what)
        except CutOff as cut:
            answer = self.form.whole(cut.text)
            if answer is None or "rest" not in self.prompt.follow_ups:
                raise
            answer = yield from self._with_its_rest(messages, answer)
        return self.read(answer)

    def _with_its_rest(self, messages: list[Message], answer: Any) -> Generator[Question, Any, Any]:
        for _ in range(RESTS):
            try:
                rest = yield self._question(
                    prompting.rest_messages(messages, answer, self.prompt), "rest of the answer"
                )
            except CutOff as cut:
                more = self.form.whole(cut.text)
                if more is None:
                    break
                answer = self.form.joined(answer, more)
            except (CassetteError, NoAnswerKept, ProviderError):
                break
            else:
                return self.form.joined(answer, rest)
        self.remember(Audit(findings=(NOT_WHOLE,)))
        self.warnings.append("the answer was cut off and its rest did not come: what came before it stands")
        return answer

    def steps(self) -> Steps:
        """Ask for the draft, and for whatever follows from it; return the brief."""
        draft = yield from self.extractor.propose(self)
        if self.extractor.asks:
            draft = yield from self._asked_further(draft)
        return self._verified(draft, self.earlier)

    def remember(self, more: Audit) -> None:
        """Let the audit go on telling of this."""
        self.earlier = self.earlier.followed_by(more)

    def _asked_further(self, draft: Part) -> Proposing:
        draft = yield from self._repaired(draft)
        draft = yield from self._agreed(draft)
        if self.options.second_look:
            draft = yield from self._looked_again(draft)
        if self.options.second_opinion:
            yield from self._doubted(draft)
        return draft

    def _repaired(self, draft: Part) -> Proposing:
        turns = self.options.repairs if "repair" in self.prompt.follow_ups else 0
        for turn in range(1, turns + 1):
            brief = self._verified(draft)
            asked = failing(draft, brief, self.document, self.field.beyond_repair)
            if not asked:
                break
            numbers = sorted(set[int]().union(*(one.sentences for one in asked)))
            messages = prompting.repair_messages(self.document, numbers, listed(asked, self.form.written), self.prompt)
            answer = yield from self._unless_it_fails(self._question(messages, f"repair {turn}"), "repair")
            mended = merged(draft, self.read(answer), asked) if answer else draft
            if mended == draft:
                break
            self.remember(superseded(brief, replaced(asked, mended)))
            draft = mended
        return draft

    def _agreed(self, draft: Part) -> Proposing:
        """Ask once about items of which the reader judges otherwise than its record shows."""
        asked = self.field.disagreements(self._verified(draft))
        if not asked or "agree" not in self.prompt.follow_ups:
            return draft
        items = {(kind, item.id): item for kind, item in items_in(draft)}
        told = "\n\n".join(f"{self.form.written((items[key],))}\n{why}" for key, why in asked.items())
        first_id = following_id(draft)
        recorded = self.form.written(all_of(draft))
        messages = prompting.agree_messages(self.document, recorded, told, first_id, self.prompt)
        answer = yield from self._unless_it_fails(self._question(messages, "agreement"), "agreement")
        return amended(draft, self.read(answer), asked, first_id) if answer else draft

    def _looked_again(self, draft: Part) -> Proposing:
        """Look again, window by window where there are several, each with the record of its own sentences."""
        uncovered = {quote.sentence for quote in self._verified(draft).audit.uncovered}
        for window in windows(self.document, self.options.window_size):
            asked = sorted(uncovered.intersection(window.fresh))
            if asked:
                draft = yield from self._looked_at(draft, asked, window)
        return draft

    def _looked_at(self, draft: Part, sentences: Sequence[int], window: Window) -> Proposing:
        """The draft with what a further look at these sentences adds."""
        first_id = following_id(draft)
        needed = within(draft, window.sentences, self.field.continuation().throughout) if window.of > 1 else draft
        known = self.form.written(all_of(needed))
        messages = prompting.second_look_messages(self.document, window, sentences, known, first_id, self.prompt)
        answer = yield from self._unless_it_fails(self._question(messages, "second look"), "second look")
        return extended(draft, self.read(answer), first_id) if answer else draft

    def _doubted(self, draft: Part) -> Generator[Question, Any, None]:
        asked = list(self.field.propositions(self._verified(draft), self.document))
        for number, proposition in enumerate(asked, 1):
            what = f"second opinion {number} of {len(asked)}"
            messages = prompting.second_opinion_messages(
                self.document, proposition.sentences, proposition.text, self.prompt
            )
            question = Question(messages, Opinion, self.options.other_model, what)
            opinion = yield from self._unless_it_fails(question, "second opinion")
            if opinion is None:
                return
            if finding := mark(proposition, opinion.verdict):
                self.remember(Audit(findings=(finding,)))

    def _question(self, messages: list[Message], what: str) -> Question:
        return Question(messages, self.form.answer, what=what)

    def _unless_it_fails(self, question: Question, what: str) -> Generator[Question, Any, Any]:
        """The answer; None, with a warning, where there is none: what is there already stands."""
        try:
            return (yield question)
        except CassetteError:
            self.warnings.append(f"the cassette holds no {what}: what came before it stands")
        except NoAnswerKept:
            self.warnings.append(f"no {what} is kept: what came before it stands")
        except ProviderError as error:
            self.warnings.append(f"no {what}, what came before it stands: {error}")
        return None

    def _verified(self, draft: Part, earlier: Audit = NOTHING_EARLIER) -> StoredBrief:
        """The brief of a draft, made once for all that asks about the same draft in a row."""
        asked = draft, earlier
        if self.last is None or self.last.asked != asked:
            policy, reader = self.options.policy, self.extractor.name
            brief = verify(draft, self.document, self.field, policy=policy, earlier=earlier, read_by=reader)
            self.last = Verified(asked, brief)
        return self.last.brief
