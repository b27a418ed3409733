"""The numbers that the words of a toll allow."""

from summarizer.documents.quotes import Quotes
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


def said_once(count: Quotes) -> Quotes:
    """The words of a count: of one that is told twice, as a headline and the text tell it, those that stand first.

    Args:
        count: of a casualty.
    """
    numbers = {parse_count(quote.text) for quote in count}
    return count[:1] if len(numbers) == 1 and None not in numbers else count
