"""Countries by name, adjective or capital's metonym, as a plain reference table gives them."""

from functools import cache

from summarizer.lexicons import lexicon


def country_of(words: str) -> str | None:
    """The ISO 3166 code of the country that these words (in lower case) name, or whose people or adjective they are."""
    return _known().get(words.removeprefix("the "))


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in lexicon("demonyms")["country"]:
        for word in (row["name"], *row.get("demonyms", ()), *row.get("aliases", ())):
            found.setdefault(word.lower(), row["alpha_2"])
    return found
