"""From the draft to the brief: windows, repairs, the second look, second opinions. What to ask, never how.

`steps` is a generator: it yields what is to be asked and is sent the answers, so that one order of
events serves synchronous and asynchronous callers alike.
"""

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from summarizer.asking import prompting
from summarizer.asking.joining import Joined, joined, recorded
from summarizer.asking.opinion import Opinion
from summarizer.asking.options import Wishes
from summarizer.asking.prompting import Message
from summarizer.asking.repairing import Failing, extended, failing, merged, replaced, superseded, within
from summarizer.asking.windows import Window, windows
from summarizer.conflict.items import KINDS
from summarizer.conflict.opinions import mark, propositions
from summarizer.documents.document import Document
from summarizer.english.passages import sentence_quote
from summarizer.errors import (
    AuthenticationFailed,
    CassetteError,
    CutOff,
    ModelNotFound,
    PromptTooLong,
    PromptTruncated,
    ProviderError,
    QuotaExhausted,
)
from summarizer.prompts import Prompt
from summarizer.schemas.brief import UNREAD, Audit, Brief, Finding
from summarizer.schemas.draft import Draft
from summarizer.verification import verify

TOO_LONG = (CutOff, PromptTooLong, PromptTruncated)
"""Failures of a window that a shorter one may not have."""
OF_ALL_ALIKE = (AuthenticationFailed, ModelNotFound, QuotaExhausted)
"""Failures after which no further window is asked about: it would end the same way."""


@dataclass(frozen=True)
class Question:
    """One request: its messages, what the answer must be, and another model's name where one is meant.

    `what` says what it is for, to somebody who waits; nothing where it asks for the whole article at once.
    """

    messages: list[Message]
    response_model: type[BaseModel] = Draft
    model: str | None = None
    what: str = ""


Steps = Generator[Question, Any, Brief]


@dataclass
class Course:
    """One article's course from its draft to its brief.

    `warnings` says what was left undone; `earlier` is what the audit goes on telling of past rounds.
    """

    document: Document
    instructions: Prompt
    wishes: Wishes
    warnings: list[str] = field(default_factory=list)
    earlier: Audit = field(default_factory=Audit)

    def steps(self) -> Steps:
        """Ask for the draft, and for whatever follows from it; return the brief."""
        draft = yield from self._read()
        draft = yield from self._repaired(draft)
        if self.wishes.second_look:
            draft = yield from self._looked_again(draft)
        if self.wishes.second_opinion:
            yield from self._doubted(draft)
        return verify(draft, self.document, policy=self.wishes.policy, earlier=self.earlier)

    def _read(self) -> Generator[Question, Any, Draft]:
        """The draft of the article: in one request where it fits, else window after window."""
        parts = windows(self.document, self.wishes.window)
        if len(parts) <= 1:
            whole: Draft = yield Question(prompting.messages(self.document, self.instructions))
            return whole
        so_far = Joined()
        failed: dict[Window, ProviderError] = {}
        for window in parts:
            known = recorded(so_far.draft, self.document)
            messages = prompting.window_messages(self.document, window, known, self.instructions)
            try:
                answer = yield Question(messages, what=f"window {window.number} of {window.of}")
            except ProviderError as error:
                failed[window] = error
                if isinstance(error, OF_ALL_ALIKE):
                    failed |= dict.fromkeys(parts[window.number :], error)
                    break
            else:
                so_far = joined(so_far, answer, self.document)
        if len(failed) == len(parts):
            raise failed[parts[0]]
        self._remember(Audit(outcomes=so_far.outcomes, findings=tuple(self._unread(parts, failed))))
        return so_far.draft

    def _unread(self, parts: Sequence[Window], failed: Mapping[Window, ProviderError]) -> Iterator[Finding]:
        """What is told of windows without an answer: the sentences that no other window holds, and a warning why."""
        read = {number for window in parts if window not in failed for number in window.sentences}
        for window, error in failed.items():
            numbers = [number for number in range(window.new, window.last + 1) if number not in read]
            if not numbers:
                continue
            advice = "; a smaller window may help (--window)" if isinstance(error, TOO_LONG) else ""
            self.warnings.append(f"sentences {numbers[0]} to {numbers[-1]} were not read: {error}{advice}")
            yield Finding(
                check="windows",
                code=UNREAD,
                severity="warn",
                item=None,
                id=numbers[0],
                message="No answer of use came for these sentences, so that nothing in them is recorded.",
                quotes=tuple(sentence_quote(self.document, number) for number in numbers),
            )

    def _repaired(self, draft: Draft) -> Generator[Question, Any, Draft]:
        for turn in range(1, self.wishes.repairs + 1):
            brief = self._verified(draft)
            asked = failing(draft, brief, self.document)
            if not asked:
                break
            numbers = sorted({number for one in asked for number in one.sentences})
            messages = prompting.repair_messages(self.document, numbers, listed(asked), self.instructions)
            answer = yield from self._unless_it_fails(Question(messages, what=f"repair {turn}"), "repair")
            mended = merged(draft, answer, asked) if answer else draft
            if mended == draft:
                break
            self._remember(superseded(brief, replaced(asked, mended)))
            draft = mended
        return draft

    def _looked_again(self, draft: Draft) -> Generator[Question, Any, Draft]:
        """Look again, window by window where there are several, each with the record of its own sentences."""
        uncovered = [quote.sentence for quote in self._verified(draft).audit.uncovered]
        parts = windows(self.document, self.wishes.window)
        for window in parts:
            asked = [number for number in uncovered if number >= window.new and number <= window.last]
            if not asked:
                continue
            only = window.sentences if len(parts) > 1 else None
            first_id = 1 + max((item.id for name in KINDS.values() for item in getattr(draft, name)), default=0)
            known = compact(within(draft, only) if only else draft)
            messages = prompting.second_look_messages(self.document, asked, known, first_id, self.instructions, only)
            answer = yield from self._unless_it_fails(Question(messages, what="second look"), "second look")
            draft = extended(draft, answer, first_id) if answer else draft
        return draft

    def _doubted(self, draft: Draft) -> Generator[Question, Any, None]:
        model = self.wishes.second_opinion if isinstance(self.wishes.second_opinion, str) else None
        asked = list(propositions(self._verified(draft), self.document))
        for number, proposition in enumerate(asked, 1):
            what = f"second opinion {number} of {len(asked)}"
            messages = prompting.second_opinion_messages(self.document, proposition.sentences, proposition.text)
            opinion = yield from self._unless_it_fails(Question(messages, Opinion, model, what), "second opinion")
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
