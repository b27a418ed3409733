"""The numbers that the words of a toll allow."""

from summarizer.english.numbers import parse_count
from summarizer.schemas.brief import Casualty, CountedCasualty


def counted(casualty: Casualty) -> CountedCasualty:
    """The casualty with the bounds that its count's words allow; null where they are no number."""
    fields = {name: getattr(casualty, name) for name in type(casualty).model_fields}
    count = parse_count(" ".join(quote.text for quote in casualty.count))
    if count is None:
        return CountedCasualty(**fields)
    return CountedCasualty(**fields, at_least=count.at_least, at_most=count.at_most)
