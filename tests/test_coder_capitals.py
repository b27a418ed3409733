"""What the coder reads in articles in capitals, where case tells nothing of names."""

from datetime import date

import pytest

from summarizer.conflict.coder.violence.mentions import acts_in
from summarizer.documents.document import Document
from summarizer.english.grammar.parsing import parse


def struck(text: str) -> list[str]:
    """Whom and what the acts of a text struck, in its own words."""
    document = Document.from_text(text, published=date(2020, 5, 4))
    parsed = [parse(document, each) for each in document.sentences]
    return [act.parsed.words(target) for each in parsed for act in acts_in(each) for target in act.targets]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("ANTON VELIS, KIDNAPPED 11 DAYS AGO IN ORLEN, WAS RESCUED TODAY.", ["ANTON VELIS"]),
        ("THE ARMY ACCUSED THE REBELS OF KIDNAPPING SIX FARMERS NEAR ORLEN.", ["SIX FARMERS"]),
        ("THE BISHOP ACCUSED THE ARMY OF BOMBING THE CHURCH OF ORLEN.", ["THE CHURCH"]),
        ("THE SOLDIERS BROKE DOWN DOORS AND BURNED SEVERAL HOUSES.", ["SEVERAL HOUSES"]),
        ("REBELS KIDNAPPED TODAY TWO ENGINEERS.", ["TWO ENGINEERS"]),
        ("REBELS BLEW UP A SECTION OF THE ORLEN PIPELINE.", ["A SECTION"]),
        (
            "REBELS BURNED THE OFFICES OF THE RAILWAY, THE FARM BANK, THE STATE BANK, AND MINISTRY OFFICES.",
            ["THE OFFICES", "THE FARM BANK", "THE STATE BANK", "MINISTRY OFFICES"],
        ),
    ],
)
def test_whom_a_sentence_in_capitals_says_was_struck(text: str, whom: list[str]) -> None:
    assert struck(text) == whom


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("HE TOOK UP THE BANNERS OF ANTON VELIS, WHO WAS KILLED LAST FRIDAY.", ["ANTON VELIS"]),
        ("FIVE MEN ARE SUSPECTED OF KILLING LIBERAL PARTY LEADER ANTON VELIS.", ["LIBERAL PARTY LEADER ANTON VELIS"]),
    ],
)
def test_whom_clauses_in_passing_do_not_hide(text: str, whom: list[str]) -> None:
    assert struck(text) == whom
