"""An article pasted from a page, a channel or a mail gives the brief of its words, whatever stands between the letters."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarizer import summarize
from summarizer.documents.characters import plain_text
from summarizer.documents.document import Document
from summarizer.documents.quotes import Quote, with_quotes

SEEDS = {path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "seeds").glob("*.txt")}
INVISIBLE = "\u200b\u00ad\u200e\u200f\u2066\u2067\u2068\u2069\ufeff\u2060\ufe0f\ufe0e"
SPACES = "\u00a0\u2009\u202f\u2003\u3000"
ORNAMENTS = ("🔥", "⚡\ufe0f", "🔴", "🇺🇦", "👩\u200d🚒", "👍🏽", "▪", "➤")
SENTENCES = (
    "Rebels attacked a base near Morvik on Friday, police said.",
    "The Zarin Front claimed responsibility for a car bomb that killed 14 people in Karsa.",
    "MORVIK, March 4 (Reuters) - Gunmen stormed a police post in eastern Orvale, killing nine officers.",
    "Vellish forces denied shelling the hospital at Tarn.",
    "“We will burn their bases,” Abu Tarek al-Zarini said.",
    "If they cross the river, our rockets will reach Karsa, Commander Harun Dastan warned.",
    "At least 23 soldiers were killed and 40 wounded when a suicide bomber struck a checkpoint.",
    "The defence ministry confirmed the drone strike on the depot at Halmar.",
    "Three people were wounded in a grenade attack on the town hall, a witness said.",
    "The army has not confirmed the raid.",
    "Police foiled a plot to bomb the central station.",
    "Mr. Orrin Vale, mayor of Kel, accused the Ulmar Brigades of the killing of two teachers.",
    "No group has claimed responsibility for the blast.",
    "Six rockets landed near the airfield late on Sunday; no casualties were reported.",
    "A Vellish official, speaking on condition of anonymity, said the convoy was ambushed by rebels.",
    "GUNMEN KILLED 12 VILLAGERS IN ORVALE, THE GOVERNOR SAID.",
    "Air defences shot down four drones over Tarn, the Vellish air force reported.",
    "The Front threatened to shoot the hostages unless the prisoners are freed by Monday.",
    "Militants kidnapped five aid workers from a clinic in Dorvane on 3 May 2021.",
    "Clashes between the Ulmar Brigades and the Zarin Front left some 40 dead, residents said.",
)


def disturbed(text: str, dice: random.Random) -> str:
    """The text with characters that say nothing: some at any place, some in or beside a space."""
    parts = []
    for character in text:
        parts.append(dice.choice(INVISIBLE) if dice.random() < 0.04 else "")
        parts.append(character)
        if character == " ":
            parts[-1] = dice.choice((*([" "] * 6), dice.choice(SPACES), f" {dice.choice(ORNAMENTS)}"))
    return "".join(parts)


def told(text: str) -> tuple[Any, list[Quote], Document]:
    """All that the coder's brief says of a text, its quotations in plain characters and without places; and these."""
    result = summarize(Document.from_text(text))
    quotes: list[Quote] = []

    def bare(quote: Quote) -> Quote:
        quotes.append(quote)
        words = re.sub(r"\s+", " ", plain_text(quote.text).text)
        return Quote(sentence=quote.sentence, start=0, end=0, text=words)

    brief = {name: with_quotes(value, bare) for name, value in result.brief if name not in ("source", "audit")}
    audit = result.brief.audit
    said = [(one.check, one.code, one.item, one.id, one.field) for one in audit.findings]
    with_quotes(result.brief.source, bare)
    with_quotes(audit, bare)
    return (
        (brief, audit.outcomes, said, result.document.language, result.brief.source.paragraphs),
        quotes,
        result.document,
    )


@cache
def told_of_clean(text: str) -> Any:
    return told(text)[0]


def assert_reads_alike(text: str, seed: int) -> None:
    told_now, quotes, document = told(disturbed(text, random.Random(seed)))  # noqa: S311 - no secret hangs on it
    assert told_now == told_of_clean(text)
    for quote in quotes:
        sentence = document.sentences[quote.sentence - 1]
        assert document.text[quote.start : quote.end] == quote.text
        assert sentence.start <= quote.start < sentence.end


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_reads_as_without_them(sentence: str, seed: int) -> None:
    """Statuses, kinds, counts, and words; and every quotation leads into the text that was given."""
    assert_reads_alike(sentence, seed)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_an_article_reads_as_without_them(name: str, seed: int) -> None:
    """The same for whole articles, with titles, datelines and paragraphs."""
    assert_reads_alike(SEEDS[name], seed)


HEADS = (
    *("• ", "- ", "* ", "> ", "▪ ", "🔴 ", "1. ", "1) ", "(a) ", "· "),
    *("14:05 - ", "14:05 ", "[14:05] ", "2:05 p.m. ", "14:05 GMT: ", "4 March 2011 "),
    *("BREAKING | ", "Exclusive: ", "MORVIK: ", "MORVIK, Vellia: ", "Mon - The Column\n\n", "UPDATE 1 - "),
    *("By Ann Example | Kel Times | ", "Photo: Kel Times\n"),
)
LEAD = "Zarin Front fighters attacked a base near Morvik, and Police said two men were killed."


@pytest.mark.parametrize("head", HEADS)
def test_what_is_set_before_a_lead_is_no_part_of_its_names(head: str) -> None:
    """Bullets, numbers, stamps, labels, by-lines: the actors and the doer are those of the lead alone."""
    brief, alone = (summarize(Document.from_text(text)).brief for text in (head + LEAD, LEAD))
    names = [[quote.text for actor in one.actors for quote in actor.name] for one in (brief, alone)]
    doers = [[quote.text for told in one.incidents for quote in told.perpetrator_words] for one in (brief, alone)]
    assert names[0] == names[1]
    assert doers[0] == doers[1] == ["Zarin Front fighters"]


def test_a_number_of_a_house_is_part_of_its_sentence() -> None:
    """Also where it is written small."""
    document = Document.from_text("Gunmen fired on house no. 9 in Mill Street. The answer was no. Police came.")
    assert len(document.sentences) == 3


@pytest.mark.parametrize(
    "wrapped",
    [
        "Rebels attacked a base near\nMorvik on Friday, police said.",
        "Vellish forces shelled the\nTarn hospital overnight.",
        "The raid killed Maj.\nGen. Orrin Vale of Kel.",
        "They met in Karsa,\nVellia, on Friday.",
        "The Zarin Front and\nUlmar Brigades signed it.",
    ],
)
def test_a_line_that_cannot_end_there_goes_on(wrapped: str) -> None:
    """In two lines there is no column to tell a wrap by; the words before it do."""
    assert len(Document.from_text(wrapped).sentences) == 1


def test_a_date_set_before_the_lead_is_the_articles() -> None:
    """Glued to the lead or not; of a headline it is a part."""
    for text, date in (("4 March 2011 Rebels left.", "4 March 2011"), ("March 4, 2011Rebels left.", "March 4, 2011")):
        document = Document.from_text(text)
        assert document.dateline is not None
        assert document.dateline.date is not None
        assert document.dateline.date.text == date
    document = Document.from_text("October 7, 2023 Attacks Remembered\n\nThe army said so on Monday.")
    assert document.words(1) == "October 7, 2023 Attacks Remembered"
