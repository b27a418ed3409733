"""A second field of use, small and whole: who bids for whom, and whether that is agreed, rumoured or denied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, ClassVar, Generic, Literal

from pydantic import Field as Described

from summarizer.asking.forms import AsJson
from summarizer.asking.prompt import Prompt
from summarizer.asking.stitching import Continuation
from summarizer.documents.document import Document
from summarizer.documents.quotes import Part, Quote
from summarizer.pointing.briefs import OnlyFromTheVerifier, StoredBrief
from summarizer.pointing.check import Check, Code, Found
from summarizer.pointing.dropping import Rejections
from summarizer.pointing.field import Field
from summarizer.pointing.located import AnItem, Located
from summarizer.pointing.roles import Item, Mention, Refers, Substance, Words, lists_of, several, value
from summarizer.regression.telling import Telling, words
from summarizer.rendering.page import Entry, Page, Row, Section, phrase, quoted, strong

Saying = Literal["agrees", "announces", "rumours", "denies"]
Status = Literal["denied", "agreed", "announced", "rumoured", "open"]


class Company(Item[Words]):
    """A company or a person that bids, is bid for, or speaks."""

    kind_of_item = "company"
    name: Annotated[tuple[Words, ...], Substance()] = value("The fullest name.")


class Offer(Item[Words]):
    """A bid to take over a company."""

    kind_of_item = "offer"
    words: Annotated[tuple[Words, ...], Substance()] = value("What the article calls it.")
    bidder: Annotated[int, Refers("company", falls=True)] = Described(description="Id of the company that bids.")
    target: Annotated[int, Refers("company", falls=True)] = Described(description="Id of the company bid for.")


class Word(Item[Words]):
    """Somebody saying something of an offer."""

    kind_of_item = "saying"
    says: Saying = Described(description="What is said of the offer.")
    offer: Annotated[int, Refers("offer", falls=True)] = Described(description="Id of the offer.")
    speaker: Annotated[int | None, Refers("company", falls=True)] = Described(default=None, description="Who says it.")
    cue: Annotated[tuple[Words, ...], Substance()] = value("The words of saying.")


class Lists(Part, Generic[Words]):
    companies: tuple[Company[Words], ...] = several("Who bids, is bid for, or speaks.")
    offers: tuple[Offer[Words], ...] = several("Bids, each once.")
    sayings: tuple[Word[Words], ...] = several("Who says what of a bid.")


class TakeoverDraft(Lists[Mention]):
    """What an extractor proposes of one article."""


class JudgedOffer(Offer[Quote]):
    status: Status = "open"


class StoredTakeovers(Lists[Quote], StoredBrief):
    offers: tuple[JudgedOffer, ...] = ()


class Takeovers(StoredTakeovers, OnlyFromTheVerifier):
    """A verified brief of takeovers."""


@dataclass(frozen=True)
class Deals(Located):
    lists: ClassVar[Mapping[str, str]] = lists_of(TakeoverDraft)
    companies: Mapping[int, Company[Quote]] = field(default_factory=dict)
    offers: Mapping[int, Offer[Quote]] = field(default_factory=dict)
    sayings: Mapping[int, Word[Quote]] = field(default_factory=dict)


DENYING = ("den", "no ", "not ", "reject", "untrue", "dismiss")


def _fits(said: Word[Quote], items: Deals) -> Iterator[Found]:
    denying = any(sign in quote.text.lower() for quote in said.cue for sign in DENYING)
    if denying != (said.says == "denies"):
        yield Found("says_otherwise", "cue", said.cue)


def _two_companies(offer: Offer[Quote], items: Deals) -> Iterator[Found]:
    if offer.bidder == offer.target:
        yield Found("bids_for_itself", "", offer.words)


CHECKS = (
    Check("saying", "A denial needs denying words, and nothing else has them.", ("saying",),
          {"says_otherwise": Code("reject", "The words are not of this kind of saying.")}, _fits),
    Check("parties", "Nobody takes itself over.", ("offer",),
          {"bids_for_itself": Code("reject", "Bidder and target are one.")}, _two_companies),
)  # fmt: skip
STATUSES: dict[Saying, Status] = {
    "denies": "denied", "agrees": "agreed", "announces": "announced", "rumours": "rumoured",
}  # fmt: skip # the first that somebody says holds: nothing is sure that is denied


@dataclass(frozen=True)
class Judged:
    deals: Deals

    def unsaid(self) -> Rejections:
        return {}  # an offer of which nobody says anything stays, and is open

    def lists(self) -> Mapping[str, tuple[AnItem, ...]]:
        judged = tuple(JudgedOffer(**dict(offer), status=self._status(offer)) for offer in self.deals.offers.values())
        kept = {name: tuple(self.deals.of(kind).values()) for kind, name in self.deals.lists.items()}
        return kept | {"offers": judged}

    def _status(self, offer: Offer[Quote]) -> Status:
        said = {word.says for word in self.deals.sayings.values() if word.offer == offer.id}
        return next((status for says, status in STATUSES.items() if says in said), "open")


def _page(brief: StoredTakeovers, document: Document, name: str) -> Page:
    names = {company.id: quoted(company.name[0].text) for company in brief.companies}
    entries = []
    for offer in brief.offers:
        head = phrase(strong(offer.status.upper()), " · ", names[offer.bidder], " bids for ", names[offer.target])
        rows = tuple(Row(said.says, quoted(said.cue[0].text)) for said in brief.sayings if said.offer == offer.id)
        entries.append(Entry(f"O{offer.id}", head, rows=rows, item=("offer", offer.id)))
    dropped = tuple(Row("dropped", phrase(found.message)) for found in brief.audit.findings)
    sections = (Section("OFFERS", tuple(entries)), Section("CHECKS", notes=dropped))
    return Page((phrase(name),), phrase(f"offers: {len(entries)}"), sections)


INSTRUCTIONS, ARTICLE = (Path(__file__).parent / "prompt.md").read_text(encoding="utf-8").split("---\n")
TAKEOVERS = Field(
    name="takeovers",
    draft=TakeoverDraft,
    stored=StoredTakeovers,
    brief=Takeovers,
    items=Deals,
    checks=CHECKS,
    assess=lambda checked, policy: Judged(checked.settled),
    compose=_page,
    instructions=lambda: Prompt("takeovers-1", INSTRUCTIONS, ARTICLE),
    form=lambda: AsJson(TakeoverDraft),
    continuation=lambda: Continuation(told={"company": lambda company: words(company.name)}),
    telling=lambda: Telling(lambda item, _: item.kind_of_item, lambda *_: None, tuple(Deals.lists), "company"),
)
