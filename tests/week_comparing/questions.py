"""What the editor leaves open beside what ours does."""

from collections.abc import Mapping, Sequence

from summarizer.schemas.digest import DigestIncident, OpenQuestion
from tests.week_comparing import matching
from tests.week_comparing.naming import shared, within, words
from tests.week_comparing.sheet import Sheet
from tests.week_comparing.week import Entry, Week
from tests.week_comparing.wording import QUESTIONS, ours_for


def compare_questions(sheet: Sheet, week: Week, found: Mapping[str, DigestIncident]) -> None:
    """Those that are open; and that none is open that was answered. Several of ours may be one question of the editor's."""
    ids = {name: incident.id for name, incident in found.items()}
    ids |= {name: threat.id for name, threat in matching.threats(week).items()}
    answered = week.editors["answered_questions"]
    wanted = [*week.editors["open_questions"], *answered]
    which = [_which(week, wanted, each, ids) for each in week.digest.questions]
    for number, entry in enumerate(wanted):
        same = [each for each, place in zip(week.digest.questions, which, strict=True) if place == number]
        told = f"{entry['what']}: {entry['about']} ({entry['article']})"
        if entry in answered:
            sheet.wants("answered questions closed", entry["about"], told, not same, list(map(_question, same)))
        else:
            there = same or [each for each in week.digest.questions if _is_on(week, entry, each, ids)]
            sheet.wants("open questions", entry["about"], told, bool(same), list(map(_question, there)))
    for each, place in zip(week.digest.questions, which, strict=True):
        if place is None:
            cited = ", ".join(sorted(week.cited(each.words)))
            sheet.has_foreign("open questions", each.about, f"{_question(each)} in {cited}")


def _which(week: Week, wanted: Sequence[Entry], ours: OpenQuestion, ids: Mapping[str, str]) -> int | None:
    """The editor's question that ours is: of several, that of the same text, then that with most words in common."""
    cited = week.texts(week.cited(ours.words))
    scores = {
        number: (week.text_of[entry["article"]] in cited, shared(words(ours.who), words(entry["about"])), -number)
        for number, entry in enumerate(wanted)
        if _is_on(week, entry, ours, ids) and _asks(week, entry, ours) and not _came_after(week, entry, ours)
    }
    return max(scores, key=lambda number: scores[number], default=None)


def _came_after(week: Week, entry: Entry, ours: OpenQuestion) -> bool:
    """Whether it was asked after the editor's was answered."""
    answered = week.days[entry["answered_in"]] if "answered_in" in entry else None
    return bool(answered and ours.day and ours.day > answered)


def _question(each: OpenQuestion) -> str:
    return f"{each.kind}: {each.who or 'the article'} ({' | '.join(cite.text for cite in each.words)})"


def _is_on(week: Week, entry: Entry, ours: OpenQuestion, ids: Mapping[str, str]) -> bool:
    """Whether it is the same kind of question about the same incident or threat."""
    if ours.kind not in ours_for(QUESTIONS, entry["what"]):
        return False
    return ids.get(_meant(week, entry)) == ours.about


def _meant(week: Week, entry: Entry) -> str:
    """The incident or threat of the editor's that a question is about: told in its article, with most words in common."""
    told = words(entry["about"])
    likely = {
        each["name"]: shared(told, words(" ".join((each["name"], *each.get("place", ()), *each["targets"]))))
        for each in (*week.editors["incidents"], *week.editors["threats"])
        if _is_told_in(each, entry["article"])
    }
    return max(likely, key=lambda name: likely[name], default="")


def _is_told_in(entry: Entry, article: str) -> bool:
    """Of a threat, also where the editor's note on its status rests on the article."""
    if "articles" in entry:
        return article in matching.told_in(entry)
    return article in matching.threatened_in(entry) or article in entry.get("status_note", "")


def _asks(week: Week, entry: Entry, ours: OpenQuestion) -> bool:
    """Of a comment that is awaited, whether it is the same one's: by name or body; in the same text, by a word of the name."""
    if ours.kind != "awaited_comment":
        return True
    incident = next(each for each in week.ours if each.id == ours.about)
    of = (body for each in incident.statements if each.said == ours.words for body in each.of)
    about = words(entry["about"])
    same_text = week.text_of[entry["article"]] in week.texts(week.cited(ours.words))
    by_name = any(within(words(name), about) for name in (ours.who, *of) if len(words(name)) > 1 or same_text)
    return by_name or (same_text and shared(words(ours.who), about) > 0)
