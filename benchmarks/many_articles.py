"""Articles by number for `benchmarks/many.py`: the example in seeds/, each with names, days and numbers of its own.

What is put in place of a word in the article is put there in the recorded answer too, so that it stays an answer to the
article. Standard library only: the peers' interpreters import it.
"""

from collections.abc import Iterator
from pathlib import Path

SEED = "000_7b84bdcd6d97ee1e"
ARTICLE = Path(__file__).parent.parent / "seeds" / f"{SEED}.txt"
MARK = "Report number "
"""Stands before an article's number, in its last paragraph."""
SYLLABLES = ("ba", "de", "fa", "gu", "ha", "ji", "ka", "lo", "ma", "ne", "qa", "ru", "sa", "ti", "wa", "zu")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENDING = (
    "\n\nThe correspondents of this paper in Al-{0} and Port {1} wrote this account from what was known in the evening. "
    "Schools and offices in both towns stay open, and the ferry to {2} goes twice a day as before. The weather office "
    "expects rain until the end of the week, with {3} millimetres in the hills. " + MARK + "{4:05}."
)


def name(number: int, salt: int) -> str:
    """A name that no other number has with this salt."""
    number = number * 8 + salt
    parts = []
    for _ in range(4):
        number, place = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[place])
    return "".join(parts).capitalize()


def varied(text: str, number: int) -> str:
    """A text with the names, days and numbers of an article."""
    changes = {
        "al-Asad": f"al-{name(number, 0)}",
        "al-Harir": f"al-{name(number, 1)}",
        "al-Waritheen": f"al-{name(number, 2)}",
        "al-Hamidawi": f"al-{name(number, 3)}",
        "hundreds": str(100 + number % 800),
        "Tuesday": DAYS[number % 7],
        "Wednesday": DAYS[(number + 1) % 7],
    }
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


def article(number: int) -> str:
    """The article with this number."""
    names = (name(number, salt) for salt in (4, 5, 6))
    return varied(ARTICLE.read_text(encoding="utf-8").rstrip(), number) + ENDING.format(*names, number % 90, number)


def articles(count: int) -> Iterator[str]:
    """So many articles, made as they are asked for."""
    return (article(number) for number in range(count))
