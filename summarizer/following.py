"""After the first draft: repairs, the second look, second opinions. What to ask, never how.

`steps` is a generator: it yields what is to be asked and is sent the answers, so that one order of
events serves synchronous and asynchronous callers alike.
"""

import json
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer import prompting
from summarizer.document import Document
from summarizer.errors import CassetteError, ProviderError
from summarizer.prompting import Message
from summarizer.prompts import Prompt
from summarizer.schemas.brief import Audit, Brief
from summarizer.schemas.draft import Draft
from summarizer.schemas.opinion import Opinion
from summarizer.schemas.vocabulary import Policy
from summarizer.verification import verify
from summarizer.verification.items import KINDS
from summarizer.verification.opinions import mark, propositions
from summarizer.verification.repairing import Failing, extended, failing, merged, replaced, superseded

REPAIRS = 2
"""How often failed items are asked for again at most."""


@dataclass(frozen=True)
class Question:
    """One request: its messages, what the answer must be, and another model's name where one is meant."""

    messages: list[Message]
    response_model: type[BaseModel] = Draft
    model: str | None = None


@dataclass(frozen=True)
class Wishes:
    """What a caller asks for beyond the first draft."""

    policy: Policy = "standard"
    repairs: int = REPAIRS
    second_look: bool = False
    second_opinion: bool | str = False


Steps = Generator[Question, Any, Brief]


@dataclass
class Course:
    """One article's course from its first draft to its brief.

    `warnings` says what was left undone; `earlier` is what the audit goes on telling of past rounds.
    """

    document: Document
    instructions: Prompt
    wishes: Wishes
    warnings: list[str] = field(default_factory=list)
    earlier: Audit = field(default_factory=Audit)

    def steps(self) -> Steps:
        """Ask for the draft, and for whatever follows from it; return the brief."""
        draft = yield Question(prompting.messages(self.document, self.instructions))
        draft = yield from self._repaired(draft)
        if self.wishes.second_look:
            draft = yield from self._looked_again(draft)
        if self.wishes.second_opinion:
            yield from self._doubted(draft)
        return verify(draft, self.document, policy=self.wishes.policy, earlier=self.earlier)

    def _repaired(self, draft: Draft) -> Generator[Question, Any, Draft]:
        for _ in range(self.wishes.repairs):
            brief = self._verified(draft)
            asked = failing(draft, brief, self.document)
            if not asked:
                break
            numbers = sorted({number for one in asked for number in one.sentences})
            messages = prompting.repair_messages(self.document, numbers, listed(asked), self.instructions)
            answer = yield from self._unless_it_fails(Question(messages), "repair")
            mended = merged(draft, answer, asked) if answer else draft
            if mended == draft:
                break
            self._remember(superseded(brief, replaced(asked, mended)))
            draft = mended
        return draft

    def _looked_again(self, draft: Draft) -> Generator[Question, Any, Draft]:
        uncovered = [quote.sentence for quote in self._verified(draft).audit.uncovered]
        if not uncovered:
            return draft
        first_id = 1 + max((item.id for name in KINDS.values() for item in getattr(draft, name)), default=0)
        messages = prompting.second_look_messages(self.document, uncovered, compact(draft), first_id, self.instructions)
        answer = yield from self._unless_it_fails(Question(messages), "second look")
        return extended(draft, answer, first_id) if answer else draft

    def _doubted(self, draft: Draft) -> Generator[Question, Any, None]:
        model = self.wishes.second_opinion if isinstance(self.wishes.second_opinion, str) else None
        for proposition in propositions(self._verified(draft), self.document):
            messages = prompting.second_opinion_messages(self.document, proposition.sentences, proposition.text)
            opinion = yield from self._unless_it_fails(Question(messages, Opinion, model), "second opinion")
            if opinion is None:
                return
            if finding := mark(proposition, opinion.verdict):
                self._remember(Audit(findings=(finding,)))

    def _unless_it_fails(self, question: Question, what: str) -> Generator[Question, Any, Any]:
        """The answer; None, with a warning, where there is none: what is there already stands."""
        try:
            return (yield question)
        except CassetteError:
            self.warnings.append(f"the cassette holds no {what}: what came before it stands")
        except ProviderError as error:
            self.warnings.append(f"no {what}, what came before it stands: {error}")
        return None

    def _verified(self, draft: Draft) -> Brief:
        return verify(draft, self.document, policy=self.wishes.policy)

    def _remember(self, more: Audit) -> None:
        self.earlier = Audit(
            outcomes=(*self.earlier.outcomes, *more.outcomes),
            findings=(*self.earlier.findings, *more.findings),
            rejected_raw=(*self.earlier.rejected_raw, *more.rejected_raw),
        )


def listed(asked: tuple[Failing, ...]) -> str:
    """The items of a repair as JSON, each under the codes and messages of what was found in it."""
    lines = []
    for one in asked:
        found = "; ".join(
            f"{finding.code} at {finding.field or 'the item'}: {finding.message}" for finding in one.findings
        )
        lines.append(f"{one.kind} {one.item.id}: {found}\n{compact(one.item)}")
    return "\n\n".join(lines)


def compact(part: BaseModel) -> str:
    """The JSON of a part without its empty values."""
    return json.dumps(_without_empty(part.model_dump()), ensure_ascii=False, separators=(",", ":"))


def _without_empty(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_empty(value) for key, value in part.items() if value not in ([], None)}
    return [_without_empty(value) for value in part] if isinstance(part, list) else part
