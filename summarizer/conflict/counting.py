"""The numbers that the words of a toll allow."""

from summarizer.english.numbers import parse_count
from summarizer.schemas.brief import Casualty, CountedCasualty


def counted(casualty: Casualty) -> CountedCasualty:
    """A casualty with the numbers that the words of its count allow.

    Args:
        casualty: as located: "at least 12", "hundreds", "a".

    Returns:
        The same with `at_least` and `at_most`, both null where the words are no number: unknown is never 0.
    """
    fields = {name: getattr(casualty, name) for name in type(casualty).model_fields}
    count = parse_count(" ".join(quote.text for quote in casualty.count))
    if count is None:
        return CountedCasualty(**fields)
    return CountedCasualty(**fields, at_least=count.at_least, at_most=count.at_most)
