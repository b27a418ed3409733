"""Digest → page: incidents by how sure they are, each with its sources by origin; threats, open questions, the articles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, groupby

from summarizer.conflict.digesting.accounts import are_others, names_somebody
from summarizer.conflict.digesting.developments import takes_back
from summarizer.conflict.statement_kinds import (
    CLAIMS_IT,
    NAMED_BY_LABEL,
    RETRACTS,
    SAYS_IT_HAPPENED,
    STATEMENT_KINDS,
    TELLS_IT,
)
from summarizer.conflict.wording import phrasing
from summarizer.conflict.wording.calling import named
from summarizer.rendering.page import (
    Entry,
    Page,
    Phrase,
    Row,
    Section,
    foreign,
    joined,
    led,
    listed,
    phrase,
    quoted,
    quoted_parts,
    strong,
    with_words,
    worded,
)
from summarizer.schemas.digest import (
    ArticleKey,
    Cites,
    Digest,
    DigestArticle,
    DigestChange,
    DigestIncident,
    DigestStatement,
    DigestThreat,
    DigestToll,
    DigestWarning,
    FollowUp,
    Likewise,
    OpenQuestion,
)
from summarizer.schemas.vocabulary import Occurrence

SECTIONS: dict[Occurrence, str] = {
    "confirmed": "CONFIRMED",
    "reported": "REPORTED, BY ONE PARTY OR WITH NO SOURCE",
    "claimed": "CLAIMED ONLY",
    "possible": "HEDGED",
    "disputed": "DISPUTED",
    "denied": "DENIED",
    "retracted": "TAKEN BACK OR WITHDRAWN",
    "withdrawn": "TAKEN BACK OR WITHDRAWN",
    "not_occurred": "FOILED OR PLANNED",
}
"""Under what an incident stands, in the order of the page."""

OLDER = "OLDER EVENTS, told as history"
NOT_LINKED = "NOT LINKED: acts of which no words say where, when or whom they struck"
THREAT_STATES = {
    "open": "OPEN",
    "deadline_passed": "DEADLINE PASSED; no article says that it was carried out or withdrawn",
    "escalated": "ESCALATED",
    "withdrawn": "WITHDRAWN",
    "carried_out": "CARRIED OUT, by its maker’s own words",
    "hoax": "HOAX",
    "background": "OLDER",
}
TOLD_AS = {
    "first": "",
    "again": "again",
    "escalated": "goes further",
    "withdrawn": "withdrawn",
    "carried_out": "carried out",
}
IDLE = {
    "": "",
    "taken_back": "taken back or replaced by its own side: it does not weigh",
    "withdrawn": "withdrawn with every article that carries it: it does not weigh",
    "own_report": "takes back its own report only; others tell it too",
    "not_shown": "no article’s words tie it to this incident: it does not weigh",
}
FEW = 3
"""Names that a line gives of many."""
QUESTIONS = {"awaited_comment": "Awaited", "deadline_passed": "Deadline", "unverified": "Unverified"}
AFTERWARDS = {
    "arrest": "arrest", "trial": "court", "funeral": "funeral", "death": "death of somebody wounded", "release": "release",
    "repair": "repair", "inquiry": "inquiry", "correction": "correction", "withdrawal": "withdrawal",
}  # fmt: skip
MEASURES = {
    "words": "words in common", "head": "words at the head in common", "rare_names": "rare names in common", "other_names": "other names",
    "other_places": "other places", "stated_alike": "place and target alike", "stated_apart": "other place or target",
    "read_alike": "place and target alike", "read_apart": "other place or target", "published_apart": "days of publication apart",
    "same_day": "the same day", "next_day": "a day apart", "days_apart": "days apart", "far_apart": "days far apart",
    "no_aftermath": "days apart, and no follow-up", "killed_alike": "the same number of killed",
    "killed_unlike": "other numbers of killed", "wounded_alike": "the same number of wounded", "kinds": "the same kind of act",
    "same_publisher": "one publisher",
}  # fmt: skip
"""What each measure of likeness (docs/digest.md) says in words."""


class DigestView:
    """A digest, indexed for writing a page.

    Attributes:
        numbers: of each article in the list at the end, by its key.
        labels: of each incident and threat on the page, by its id.
    """

    def __init__(self, digest: Digest) -> None:
        self.digest = digest
        self.articles = {article.key: article for article in digest.articles}
        self.numbers = {article.key: number for number, article in enumerate(digest.articles, 1)}
        order = list(dict.fromkeys(SECTIONS.values()))
        self.incidents = sorted(digest.incidents, key=lambda each: order.index(SECTIONS[each.occurrence]))
        self.labels = {incident.id: f"D{number}" for number, incident in enumerate(self.incidents, 1)}
        self.labels |= {incident.id: f"H{number}" for number, incident in enumerate(digest.older, 1)}
        self.labels |= {threat.id: f"T{number}" for number, threat in enumerate(digest.threats, 1)}

    @property
    def by_rules(self) -> int:
        """How many of the articles rules read."""
        return sum(article.read_by == "coder" for article in self.digest.articles)

    def ref(self, key: ArticleKey) -> Phrase:
        """The number of an article."""
        return phrase(f"[{self.numbers[key]}]")

    def label(self, identity: str) -> Phrase:
        """What an incident or a threat is called on the page; its id where it is not there."""
        return phrase(self.labels.get(identity, identity))

    def at(self, cites: Cites) -> Phrase:
        """Where words stand: the number of their article and the paragraph."""
        places = dict.fromkeys((cite.article, cite.paragraph) for cite in cites)
        return led(" ", joined(", ", (phrase(self.ref(key), f" ¶{paragraph}") for key, paragraph in places)))

    def words(self, cites: Cites) -> Phrase:
        """Words of articles, their parts joined by […]."""
        return quoted_parts(((cite.text, None) for cite in cites), " […] ")

    def cited(self, cites: Cites) -> Phrase:
        """The same with where they stand."""
        return phrase(self.words(cites), self.at(cites)) if cites else ()

    def by_text(self, keys: Iterable[ArticleKey]) -> Mapping[ArticleKey, Sequence[ArticleKey]]:
        """Articles by the oldest one that prints their text."""
        texts: dict[ArticleKey, list[ArticleKey]] = defaultdict(list)
        for key in keys:
            texts[self.articles[key].text_of or key].append(key)
        return texts

    def refs(self, keys: Iterable[ArticleKey]) -> Phrase:
        """The numbers of articles, copies counted behind the text that they print."""
        texts = ((self.numbers[articles[0]], len(articles)) for articles in self.by_text(keys).values())
        told = (
            f"[{number}{f' +{articles - 1} copies' if articles > 2 else ' +1 copy' if articles == 2 else ''}]"
            for number, articles in texts
        )
        return phrase(" ".join(told))

    def who(self, name: str) -> Phrase:
        """Somebody's name; articles in their own voice."""
        return named(name) if name else phrase("articles, no source")

    def outlets(self, keys: Iterable[str]) -> Phrase:
        """Who published articles; of many the first."""
        known = list(dict.fromkeys(outlet for key in keys if (outlet := self.articles[key].outlet)))
        return listed(map(named, known[:FEW]))

    def whose(self, name: str, words: Cites) -> Phrase:
        """Whose word it is: somebody's by name, or the outlets' that print it as their own."""
        own = () if name else self.outlets(dict.fromkeys(cite.article for cite in words))
        return phrase(own, ", no source") if own else self.who(name)

    def whose_words(self, names: Iterable[str], words: Cites) -> Phrase:
        """The same of several."""
        return few(dict.fromkeys(self.whose(name, words) for name in names))

    def names(self, names: Iterable[str]) -> Phrase:
        """Several."""
        return listed(map(self.who, names))


def compose_digest(digest: Digest) -> Page:
    """Everything that a reader will see, before layout.

    Args:
        digest: what is to be read.
    """
    view = DigestView(digest)
    by_title = groupby(view.incidents, key=lambda each: SECTIONS[each.occurrence])
    sections = (
        *_changes(view),
        *(Section(title, tuple(_entry(view, each) for each in incidents)) for title, incidents in by_title),
        Section("THREATS", tuple(_threat(view, threat) for threat in digest.threats)),
        Section("WARNINGS", notes=tuple(_warnings(view))),
        Section("OPEN QUESTIONS", notes=tuple(_question(view, each) for each in digest.questions)),
        Section(OLDER, tuple(_entry(view, each, short=True) for each in digest.older)),
        Section(NOT_LINKED, notes=tuple(_not_linked(view))),
        Section("ARTICLES", notes=tuple(_article(view, article) for article in digest.articles)),
    )
    return Page(
        tuple(_header(view)), in_short(view), tuple(section for section in sections if section.entries or section.notes)
    )


def _header(view: DigestView) -> Iterator[Phrase]:
    yield headline(view)
    yield phrase(f"{ONCE} [4 +2 copies] is article 4 and two that print its text.")
    yield from read_by_rules(view)


ONCE = "Each source counts once, however many articles carry it."


def days_of(digest: Digest) -> str:
    """From the first day of publication to the last, after a comma; nothing where none is known."""
    ends = dict.fromkeys(str(day) for day in (digest.first_day, digest.last_day) if day)
    return f", {' to '.join(ends)}" if ends else ""


def headline(view: DigestView) -> Phrase:
    """Of how many articles, texts, outlets and days it is, and what was checked."""
    digest = view.digest
    texts = sum(article.text_of is None for article in digest.articles)
    outlets = {article.outlet for article in digest.articles if article.outlet}
    days = days_of(digest)
    copies = f", {counted(texts, 'text')} without copies" if texts < len(digest.articles) else ""
    policy = phrasing.POLICY[digest.policy]
    printed = f", of {counted(len(outlets), 'outlet')}" if outlets else ""
    told = f"DIGEST of {counted(len(digest.articles), 'article')}{copies}{printed}{days}"
    return joined(" · ", (phrase(told), phrase("quotes checked, facts not checked"), phrase(policy)))


def read_by_rules(view: DigestView) -> Iterator[Phrase]:
    """How many articles no language model read, if any."""
    if view.by_rules:
        yield phrase(
            f"READ BY RULES, not by a language model: {view.by_rules} of the articles. Rules take what a clause shows, miss much,"
            " and may join what is apart."
        )


def in_short(view: DigestView) -> Phrase:
    """How many incidents and threats stand how."""
    statuses: dict[str, int] = defaultdict(int)
    for incident in view.incidents:
        statuses[SECTIONS[incident.occurrence].partition(",")[0].lower()] += 1
    attacks = ", ".join(f"{number} {status}" for status, number in statuses.items())
    threats: dict[str, int] = defaultdict(int)
    for threat in view.digest.threats:
        threats[THREAT_STATES[threat.status].partition(";")[0].partition(",")[0].lower()] += 1
    told = ", ".join(f"{number} {state}" for state, number in threats.items())
    return phrase(
        f"Incidents: {len(view.incidents)}{f' ({attacks})' if attacks else ''}. "
        f"Threats: {len(view.digest.threats)}{f' ({told})' if told else ''}. "
        f"Open questions: {len(view.digest.questions)}."
    )


def _changes(view: DigestView) -> Iterator[Section]:
    yield Section(REGROUPED, notes=tuple(Row("", told) for told in regrouped(view)))


REGROUPED = "REGROUPED since the last digest"


def regrouped(view: DigestView) -> Iterator[Phrase]:
    """What has become of incidents of an earlier digest."""
    for each in view.digest.regrouped:
        others = ", ".join(each.others)
        told = f"now holds what was {others}" if each.what == "merged" else f"no longer holds what is {others} now"
        known = phrase(view.label(each.incident), " ") if each.incident in view.labels else ()
        yield phrase(known, f"{each.incident} {told}")


# --- incidents ---------------------------------------------------------------------------------------


def _entry(view: DigestView, incident: DigestIncident, *, short: bool = False) -> Entry:
    """One incident with everything that is said of it."""
    rows = (
        Row("Told in", told_in(view, incident)),
        *_said(view, incident),
        *_accounts(view, incident),
        *_by_whom(view, incident),
        *_tolls(view, incident.tolls),
        *_afterwards(view, incident),
        *_history(view, incident.history),
        *_perhaps(view, incident),
    )
    return Entry(
        label=view.labels[incident.id],
        head=joined(" · ", _head(view, incident)),
        rows=() if short else with_words(*rows),
    )


def _head(view: DigestView, incident: DigestIncident) -> Iterator[Phrase]:
    yield strong(digest_status(view, incident))
    yield from what_where_when(view, incident)
    yield phrase(f"id {incident.id}")


def what_where_when(view: DigestView, incident: DigestIncident) -> Iterator[Phrase]:
    """Kind, targets, place and days."""
    yield phrase(phrasing.KIND[incident.kind].partition(",")[0])
    yield joined(", ", (view.words(each) for each in incident.targets[:TARGETS]))
    yield view.words(incident.place)
    days = dict.fromkeys(str(day) for day in (incident.first_day, incident.last_day) if day)
    yield phrase(" to ".join(days)) or view.words(incident.days[:1])


TARGETS = 2
"""Of the words for what was struck so many stand in a heading: the articles have many for one thing."""


def digest_status(view: DigestView, incident: DigestIncident) -> Phrase:
    """The heading: the status, and who says so."""
    by_id = {each.id: each for each in incident.statements}
    support = [by_id[number] for number in incident.basis.support]
    against = [by_id[number] for number in incident.basis.against]
    if incident.derived != incident.occurrence:
        return phrase(f"READINGS DIFFER, {phrasing.OCCURRENCE[incident.occurrence].upper()} BY THE MORE CAUTIOUS")
    stating = [each for each in support if each.kind in SAYS_IT_HAPPENED] or support
    claiming = [each for each in support if each.kind in CLAIMS_IT] or support
    heading = worded(
        phrasing.STATUS[incident.basis.grounds],
        who=_first_names(view, stating) or phrase("no source stated"),
        claimant=_first_names(view, claiming),
        against=_first_names(view, against) or phrase("nobody named"),
        cause=phrase(" as to the cause" if incident.basis.differ_on == ("cause",) else ""),
        stage=phrase(phrasing.STAGE[incident.stage].upper()),
        status=phrase(phrasing.OCCURRENCE[incident.derived].upper()),
    )
    contested = led("; contested by ", _first_names(view, against)) if incident.contested else ()
    return phrase(heading, contested, ", UNNAMED" if incident.basis.anonymous else "")


def _first_names(view: DigestView, statements: Iterable[DigestStatement]) -> Phrase:
    return few(view.who(name) for name in dict.fromkeys(each.speaker for each in statements))


def few(names: Iterable[Phrase]) -> Phrase:
    """Of many names the first, and how many more."""
    every = list(names)
    more = phrase(f"{len(every) - FEW} more") if len(every) > FEW + 1 else ()
    return listed((*(every[:FEW] if more else every), more))


def told_in(view: DigestView, incident: DigestIncident) -> Phrase:
    """The articles and texts that tell it, and how many sources say that it happened."""
    told = phrase(_counted(len(incident.told_in), incident.texts), " ", view.refs(incident.told_in))
    says = "says" if incident.sources == 1 else "say"
    return phrase(
        told,
        f"; {counted(incident.sources, 'source')} {says} that it happened",
        led("; in passing ", view.refs(incident.in_passing)),
    )


def _counted(articles: int, texts: int) -> str:
    told = counted(articles, "article")
    return f"{told} of {counted(texts, 'text')}" if texts < articles else told


def counted(number: int, what: str) -> str:
    """So many of something."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def _said(view: DigestView, incident: DigestIncident) -> Iterator[Row]:
    """A row for each statement."""
    for each in in_order(incident):
        who = by(view, each)
        words = phrase(who, ": " if who else "", view.cited(each.said), DOUBTED if each.marked else "")
        yield Row(does(each), joined("; ", (words, *remarks(view, each))))


DOUBTED = " [!]"


def in_order(incident: DigestIncident) -> Sequence[DigestStatement]:
    """Its statements: what the status rests on first, what articles say themselves last."""
    rests_on = {number: place for place, number in enumerate(incident.basis.support)}

    def order(each: DigestStatement) -> tuple[int, int, int]:
        upholds = each.kind in SAYS_IT_HAPPENED and bool(each.speaker)
        if upholds:
            return 0, rests_on.get(each.id, len(rests_on)), each.id
        return STATEMENT_KINDS[each.kind].place, 0, each.id

    return tuple(_together(sorted(incident.statements, key=order)))


def _together(statements: Iterable[DigestStatement]) -> Iterable[DigestStatement]:
    """Statements of one speaker and kind as one, with the words of each, where they weigh alike."""
    found: dict[object, DigestStatement] = {}
    for each in statements:
        sign = (each.kind, each.speaker, each.whom, each.idle, each.hedged, each.second_hand, each.relation)
        known = found.get(sign)
        found[sign] = (
            each
            if known is None
            else known.model_copy(
                update={
                    "said": (*known.said, *each.said),
                    "carried_by": tuple(dict.fromkeys((*known.carried_by, *each.carried_by))),
                    "contradicts": tuple(dict.fromkeys((*known.contradicts, *each.contradicts))),
                    "via": tuple(dict.fromkeys((*known.via, *each.via))),
                    "marked": known.marked or each.marked,
                }
            )
        )
    return found.values()


def does(said: DigestStatement) -> str:
    """What a statement does, in a word or two."""
    if _corrects(said):
        return CORRECTS
    return phrasing.LABEL[said.kind] if said.speaker or said.kind not in TELLS_IT else "Articles"


CORRECTS = "Corrects"
"""What a retraction does that leaves standing that it happened and who did it."""


def _corrects(said: DigestStatement) -> bool:
    return said.kind in RETRACTS and not takes_back(said)


def by(view: DigestView, said: DigestStatement) -> Phrase:
    """Who says it, for whom, in what relation to the incident, and whom it names."""
    stated = relation(said)
    return phrase(speaker(view, said), led(" (", stated), ")" if stated else "", to_whom(view, said))


def speaker(view: DigestView, said: DigestStatement) -> Phrase:
    """Who says it, and for whom; outlets by their names only where it is of themselves or of others' silence."""
    if not said.speaker:
        return () if said.kind in TELLS_IT else view.outlets(said.carried_by)
    of = led(" of ", listed(map(named, said.of)))
    return phrase(named(said.speaker) if said.named else quoted(said.speaker), of)


def relation(said: DigestStatement) -> Phrase:
    """In what relation to the incident, where articles state one."""
    return phrase(phrasing.RELATION[said.relation] if said.speaker and said.relation != "not_stated" else "")


def remarks(view: DigestView, said: DigestStatement) -> Iterator[Phrase]:
    """How it weighs, what it contradicts, and how it came to which articles."""
    yield phrase(IDLE[said.idle])
    yield phrase("hedged" if said.hedged else "")
    yield phrase("second-hand" if said.second_hand else "")
    yield led("contradicts: ", phrase(", ".join(phrasing.FACET[facet] for facet in said.contradicts)))
    yield led("through ", listed(map(named, said.via)))
    articles = len(said.carried_by)
    yield phrase(f"in {articles} articles ", view.refs(said.carried_by)) if articles > 1 else ()


def to_whom(view: DigestView, said: DigestStatement) -> Phrase:
    """What the speaker does, and to whom, where the label of the row does not say it."""
    whom = view.names(each for each in said.whom if each != said.speaker)
    if said.kind in NAMED_BY_LABEL:
        return led(", naming " if said.speaker else "naming ", whom)
    if _corrects(said):
        return phrase(" corrects an earlier statement")
    table = phrasing.DOES if said.speaker else phrasing.DOES_UNSOURCED
    return phrase(" ", worded(table[said.kind], whom=whom or phrase("nobody named")))


def _accounts(view: DigestView, incident: DigestIncident) -> Iterator[Row]:
    for conflict in incident.conflicts:
        sides = (
            phrase(view.whose_words(side.who, side.says), ": ", view.cited(side.says[:2])) for side in conflict.sides
        )
        yield Row("Accounts", phrase(f"differ on {phrasing.FACET[conflict.facet]}: ", joined("; against ", sides)))
    yield Row("Support", phrase(phrasing.CORROBORATION[incident.corroboration]))
    yield Row("Readings", readings(incident))


def readings(incident: DigestIncident) -> Phrase:
    """That the model's judgement and the recorded words differ, where they do."""
    if incident.derived == incident.occurrence or incident.read_as is None:
        return ()
    read, words = phrasing.READ_AS[incident.read_as], phrasing.OCCURRENCE[incident.derived]
    return phrase(
        f"differ: a model that read the articles took it for {read}; the words that are recorded give: {words}"
    )


def _by_whom(view: DigestView, incident: DigestIncident) -> Iterator[Row]:
    yield Row("By whom", authorship(view, incident))


def authorship(view: DigestView, incident: DigestIncident) -> Phrase:
    """Who is said to have done it; of somebody only described, the words; rules that read nothing show no silence."""
    by_rules = all(view.articles[key].read_by == "coder" for key in incident.told_in)
    stated = phrasing.AUTHORS[incident.attribution].replace("NOT STATED", "NOT READ" if by_rules else "NOT STATED")
    described = led("described only as ", view.cited(incident.described))
    summary = () if described and incident.attribution == "none" else phrase(stated)
    return joined("; ", (summary, *doers(view, incident), described))


def doers(view: DigestView, incident: DigestIncident) -> Iterator[Phrase]:
    """Everybody who is said to have done it, with what articles support of that."""
    for each in incident.doers:
        status = worded(phrasing.AUTHOR[each.status], accusers=view.names(each.by) or phrase("others"))
        yield phrase(named(each.name) if each.named else quoted(each.name), ": ", status)


def _tolls(view: DigestView, tolls: Sequence[DigestToll]) -> Iterator[Row]:
    for harm, sources in tolls_by_source(view, tolls):
        told = (phrase(counts(view, each), " by ", source) for source, each in sources.items())
        yield Row("Toll", phrase(f"{harm}: ", joined("; ", told)))


def tolls_by_source(
    view: DigestView, tolls: Iterable[DigestToll]
) -> Iterator[tuple[str, Mapping[Phrase, Sequence[DigestToll]]]]:
    """For each kind of harm the range of what stands, and the counts of each source with their history; never added up."""
    by_outcome: dict[str, dict[Phrase, list[DigestToll]]] = defaultdict(lambda: defaultdict(list))
    for toll in tolls:
        by_outcome[toll.outcome][view.whose(toll.source, toll.count)].append(toll)
    for outcome, sources in by_outcome.items():
        yield f"{outcome} {_range(chain.from_iterable(sources.values()))}", sources


def counts(view: DigestView, tolls: Iterable[DigestToll]) -> Phrase:
    """What one source counted, then what it counted later; whom, where words name them."""
    return joined(", then ", (phrase(view.words(toll.count), _whom(view, toll), view.at(toll.count)) for toll in tolls))


def _whom(view: DigestView, toll: DigestToll) -> Phrase:
    return led(" ", view.words(toll.whom)) if names_somebody(toll.whom) else ()


def _range(tolls: Iterable[DigestToll]) -> str:
    """From the lowest to the highest of the counts that stand; of different people, no range."""
    standing = [toll for toll in tolls if toll.stands]
    if any(are_others(one.whom, other.whom) for one, other in combinations(standing, 2)):
        return "in counts of different people"
    numbers = sorted({number for toll in standing for number in (toll.at_least, toll.at_most) if number is not None})
    is_open = any(toll.at_least is not None and toll.at_most is None for toll in standing)
    if not numbers:
        return "in words only"
    told = f"{numbers[0]:,}" if len(numbers) == 1 else f"{numbers[0]:,} to {numbers[-1]:,}"
    return f"{told} or more" if is_open else told


def _afterwards(view: DigestView, incident: DigestIncident) -> Iterator[Row]:
    return (Row("After", afterwards(view, each)) for each in incident.follow_ups)


def afterwards(view: DigestView, each: FollowUp) -> Phrase:
    """What came of it, and when."""
    return phrase(f"{each.day}, {AFTERWARDS[each.kind]}: ", view.cited(each.words))


def _history(view: DigestView, history: Sequence[DigestChange]) -> Iterator[Row]:
    """What changed after the first day; the first day's status."""
    for day, changes in groupby(history, key=lambda each: each.day):
        told = (led("! " if each.alert else "", changed(view, each)) for each in changes)
        yield Row("As of", led(f"{day}: " if day else "no day: ", joined("; ", told)))


def changed(view: DigestView, change: DigestChange) -> Phrase:
    """What became of a status or a toll; nothing of what was only said."""
    if change.what in ("status", "status_up", "status_down"):
        before = f", {phrasing.OCCURRENCE[change.before]} before" if change.before else ""  # type: ignore[index]
        return phrase(f"{phrasing.OCCURRENCE[change.says]}{before}")  # type: ignore[index]
    if change.what == "attribution":
        return phrase(f"who did it: {phrasing.AUTHORS[change.says].lower()}")  # type: ignore[index]
    if change.what in ("toll_up", "toll_down"):
        way = "up" if change.what == "toll_up" else "down"
        return phrase(
            f"{change.says} {way} to ", view.cited(change.words), " by ", view.whose_words(change.who, change.words)
        )
    if change.what != "withdrawn":
        return ()
    outlets = view.outlets(cite.article for cite in change.words)
    return phrase("taken back by ", view.names(filter(None, change.who)) or outlets or view.names(change.who))


PROPOSED = 3
"""Of what may be the same so many are shown; JSON has all."""


def _perhaps(view: DigestView, incident: DigestIncident) -> Iterator[Row]:
    return (Row("Perhaps", perhaps(view, each)) for each in likely(incident))


def likely(incident: DigestIncident) -> Sequence[Likewise]:
    """What may be the same incident, the likeliest first."""
    found = sorted(incident.perhaps_same, key=lambda each: -each.odds)
    return [each for each in found if each.odds > 0 or each.opinion][:PROPOSED]


def perhaps(view: DigestView, other: Likewise) -> Phrase:
    """That another incident may be the same one, with what speaks for and against it."""
    speaks_for = ", ".join(dict.fromkeys(MEASURES[measure] for measure in other.speaks_for))
    against = ", ".join(dict.fromkeys(MEASURES[measure] for measure in other.speaks_against))
    told = phrase("the same as ", view.label(other.incident), f" (id {other.incident})?")
    body = phrase(told, led(" For it: ", phrase(speaks_for)), led(". Against: ", phrase(against)))
    if other.opinion is None:
        return body
    asked = f". A model that was asked: {other.opinion.verdict}"
    return phrase(body, asked, led(": ", view.cited(other.opinion.words)))


# --- the rest ----------------------------------------------------------------------------------------


def _threat(view: DigestView, threat: DigestThreat) -> Entry:
    rows = (
        Row("Told in", threat_told_in(view, threat)),
        *threat_terms(view, threat),
        *(
            Row(
                "Words",
                phrase(
                    joined(" ", (phrase(TOLD_AS[each.as_what]), phrase(str(each.day or "")))),
                    " ",
                    view.cited(each.words),
                ),
            )
            for each in threat.tellings
        ),
    )
    head = phrase(strong(THREAT_STATES[threat.status]), " · ", whom_it_threatens(view, threat))
    return Entry(label=view.labels[threat.id], head=head, rows=with_words(*rows))


def whom_it_threatens(view: DigestView, threat: DigestThreat) -> Phrase:
    """Who threatens whom, and for whom."""
    of = led(" for ", listed(map(named, threat.of)))
    targets = joined(", ", (view.words(each) for each in threat.targets)) or phrase("target not stated")
    return phrase(named(threat.issuer), of, " → ", targets)


def threat_told_in(view: DigestView, threat: DigestThreat) -> Phrase:
    """The articles and texts that tell it."""
    return phrase(_counted(len(threat.told_in), threat.texts), " ", view.refs(threat.told_in))


def threat_terms(view: DigestView, threat: DigestThreat) -> tuple[Row, ...]:
    """On what condition it will do what, and until when."""
    deadline = phrase(view.cited(threat.deadline), f" = {threat.deadline_day}" if threat.deadline_day else "")
    return (
        Row("Condition", view.cited(threat.condition)),
        Row("Deadline", deadline),
        Row("Harm", view.cited(threat.action)),
    )


def _warnings(view: DigestView) -> Iterator[Row]:
    return (Row("", warned(view, each)) for each in view.digest.warnings)


def warned(view: DigestView, warning: DigestWarning) -> Phrase:
    """Who warns, and in which words."""
    return phrase(view.who(warning.speaker), ": ", view.cited(warning.words), " ", view.refs(warning.told_in))


def _question(view: DigestView, question: OpenQuestion) -> Row:
    return Row(QUESTIONS[question.kind], phrase(view.label(question.about), " ", asked(view, question)))


def asked(view: DigestView, question: OpenQuestion) -> Phrase:
    """Who is awaited since when, or could not confirm it, or until when."""
    day = f" since {question.day}" if question.day and question.kind == "awaited_comment" else ""
    return phrase(view.who(question.who), day, ": ", view.cited(question.words))


def _not_linked(view: DigestView) -> Iterator[Row]:
    yield from with_words(Row("", not_linked(view)))


def not_linked(view: DigestView) -> Phrase:
    """The words for acts that stand in no incident."""
    return joined(", ", (view.cited((cite,)) for cite in view.digest.not_linked))


def _article(view: DigestView, article: DigestArticle) -> Row:
    title = quoted(article.title) if article.title else ()
    told = joined(", ", (phrase(foreign(article.outlet)), phrase(str(article.published or "no day")), title))
    prints = f"the same text as [{view.numbers[article.text_of]}]" if article.text_of else ""
    notes = (phrase(prints), *marks(view, article), phrase(foreign(article.name)))
    return Row("", joined("; ", (phrase(view.ref(article.key), " ", told), *notes)))


def marks(view: DigestView, article: DigestArticle) -> Iterator[Phrase]:
    """Whom an article credits, and that it was withdrawn or corrected."""
    yield led("credits ", phrase(named(article.credits) if article.credits else ""))
    yield led("WITHDRAWN, it or the text that it prints: ", view.cited(article.withdrawn_by))
    yield led("corrected later: ", view.cited(article.corrected_by))
