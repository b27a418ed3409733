"""Views for people: questions that are asked of many articles, each row with its article and its evidence."""

from collections.abc import Mapping

from summarizer.store.tables import StoreView

ARTICLE: Mapping[str, str] = {
    "title": "title of the article",
    "outlet": "who published it",
    "published": "its day of publication",
    "address": "where it is to be found",
    "article": "its file, or the address it was read from",
    "read_by": "who read it: model, coder or another extractor",
    "brief": "number of the brief",
}
ARTICLE_COLUMNS = """
    documents.title, documents.outlet, {dated}.published, documents.address, documents.name AS article,
    briefs.extractor AS read_by, {table}.brief
"""
OF_BRIEF = """
    LEFT JOIN briefs ON briefs.id = {table}.brief LEFT JOIN documents ON documents.id = briefs.document
"""
"""Left, so that what is not asked of an article is not looked up; every row has one."""


def _of_items(table: str, select: str, where: str) -> str:
    """A query of the items of a table, with their articles."""
    article = ARTICLE_COLUMNS.format(table=table, dated=table)
    return f"SELECT {select}, {article} FROM {table} {OF_BRIEF.format(table=table)} WHERE {where}"


WHO_THREATENED_WHOM = StoreView(
    "who_threatened_whom",
    "each threat that this article is the news of, or tells of earlier; not those that only tell another one again",
    {
        "issuer": "whose threat it is",
        "on_behalf_of": "for whom",
        "target": "who or what is threatened, in the article's words",
        "harm": "the harm, in the article's words",
        "condition": "under what condition, in the article's words",
        "deadline": "by when, in the article's words",
        "conditionality": "none, conditional or ultimatum",
        "status": "current, withdrawn, hoax or background",
        "relayed_by": "who passes it on",
        "evidence": "the article's words that tell it",
        "label": "its number on the page",
        "marks": "codes of the checks that marked it",
        **ARTICLE,
    },
    _of_items(
        "threats",
        "issuer, on_behalf_of, target, words AS harm, condition, deadline, conditionality, status, relayed_by, evidence,"
        " label, marks",
        "restates IS NULL",
    ),
)

_ATTACK = {
    "heading": "its status as the page heads it: with who says so",
    "kind": "kind of act",
    "first_day": "the first of the days that the words for its time leave",
    "last_day": "the last of them",
    "time": "when, in the article's words",
    "place": "where, in the article's words",
    "target": "who or what was struck, in the article's words",
    "occurrence": "whether it happened, as far as this article supports it",
    "contested": "1: somebody denies it all the same",
    "said_by": "who says so",
    "denied_by": "who denies or disputes it",
    "attribution": "who did it, as far as this article supports it",
    "authors": "everybody whose authorship somebody speaks of, each with its own status",
    "killed": "counts of the killed, in the article's words",
    "killed_at_least": "the most conservative figure",
    "wounded": "counts of the wounded, in the article's words",
    "evidence": "the article's words that tell it",
    "label": "its number on the page",
    "marks": "codes of the checks that marked it",
}
_ATTACK_COLUMNS = ", ".join(_ATTACK)

ATTACKS = StoreView(
    "attacks",
    "each single act of this news, with on whose word it stands; no history, no drills, none that only sums others up",
    {**_ATTACK, **ARTICLE},
    _of_items("incidents", _ATTACK_COLUMNS, "frame = 'current' AND NOT aggregate AND occurrence IS NOT NULL"),
)

CLAIMED_NOT_CONFIRMED = StoreView(
    "claimed_not_confirmed",
    "the same as far as only claims, or what may be, stand behind it",
    {**_ATTACK, **ARTICLE},
    _of_items(
        "incidents",
        _ATTACK_COLUMNS,
        "frame = 'current' AND NOT aggregate AND occurrence IN ('claimed', 'possible')",
    ),
)

_PLACES = f"""
    places JOIN json_each(places.places) AS item JOIN json_each(item.value) AS place
    {OF_BRIEF.format(table="places")}
    LEFT JOIN texts ON texts.document = documents.id
"""
_MENTION = """
    substr(item.key, 1, instr(item.key, ' ') - 1) AS item, CAST(substr(item.key, instr(item.key, ' ')) AS INTEGER) AS id,
    json_extract(place.value, '$[0]') AS field, json_extract(place.value, '$[1]') AS sentence,
    json_extract(place.value, '$[4]') AS paragraph, json_extract(place.value, '$[2]') AS start, json_extract(place.value, '$[3]') AS "end",
    substr(
        texts.text,
        json_extract(place.value, '$[2]') + 1,
        json_extract(place.value, '$[3]') - json_extract(place.value, '$[2]')
    ) AS text
"""
_MENTIONED = {
    "item": "kind of the item: actor, incident, statement, threat or warning",
    "id": "id of the item in the brief",
    "field": "path of the field that holds the words, such as `targets.0.text`",
    "sentence": "number of the sentence, from 1",
    "paragraph": "number of its paragraph, from 1",
    "start": "offset of the first character, in code points of the article's text, from 0",
    "end": "offset after the last character, counted alike",
    "text": "the words as they stand there",
}

MENTIONS = StoreView(
    "mentions",
    "each mention, with its place in the article's text",
    {"brief": "number of the brief", **_MENTIONED},
    f"SELECT places.brief, {_MENTION} FROM {_PLACES}",
)

EVIDENCE = StoreView(
    "evidence",
    "the same, each with its article",
    {**_MENTIONED, **ARTICLE},
    f"SELECT {_MENTION}, {ARTICLE_COLUMNS.format(table='places', dated='documents')} FROM {_PLACES}",
)

VIEWS = (WHO_THREATENED_WHOM, ATTACKS, CLAIMED_NOT_CONFIRMED, MENTIONS, EVIDENCE)
