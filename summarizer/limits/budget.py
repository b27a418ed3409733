"""What a run may take altogether: tokens, or dollars.

A request enters only while what was counted, what those in flight are expected to take, and what it is expected to take
itself are within the limit; where only those in flight stand in its way it waits for one of them to end. So the limit is
overrun by no more than what those in flight take beyond what was expected of them, and never by more than what they take.
A request that failed counts nothing: the endpoint did not say what it took.
"""

import math
from collections.abc import Callable

from summarizer.errors import BudgetSpent
from summarizer.exchanges import Tokens

Price = Callable[[str, Tokens], float]
"""US dollars that so many tokens of a model cost."""
HALF_A_MILLION = 500_000


class Budget:
    """A limit, what is spent of it, and what is in flight.

    Args:
        limit: in tokens or dollars.
        price: what tokens come to in the same unit.
        a_token: what one token comes to, as long as none was counted.
        shown: how an amount is written.
        option: what raises the limit.
    """

    def __init__(self, limit: float, price: Price, a_token: float, shown: str, option: str) -> None:
        self.limit, self.price, self.shown, self.option = limit, price, shown, option
        self.spent = 0.0
        self._a_token = a_token
        self._counted = 0
        self._in_flight = 0

    def wait(self, expected: int) -> float:
        """Seconds to wait before a request of so many tokens: 0, or infinity: until one in flight has ended.

        Raises:
            BudgetSpent: what is left does not cover it.
        """
        needed = self._worth(expected)
        if self.spent + needed > self.limit:
            raise BudgetSpent(
                f"the budget does not cover another request: {self._written(self.spent)} of {self._written(self.limit)} "
                f"are spent, and it would take about {self._written(needed)}; raise {self.option} and run the same "
                "command again: what a store has kept is not paid for twice"
            )
        return math.inf if self.spent + self._worth(self._in_flight) + needed > self.limit else 0.0

    def entered(self, expected: int) -> None:
        """A request is in flight."""
        self._in_flight += expected

    def left(self, expected: int, tokens: Tokens | None, model: str) -> None:
        """It has ended; an endpoint that counts nothing took what was expected."""
        self._in_flight -= expected
        if tokens is None:
            return
        taken = tokens.prompt + tokens.completion
        self.spent += self.price(model, tokens) if taken else self._worth(expected)
        self._counted += taken or expected

    def _worth(self, tokens: int) -> float:
        """What so many tokens are expected to come to, at what those that were counted came to."""
        return tokens * (self.spent / self._counted if self._counted else self._a_token)

    def _written(self, amount: float) -> str:
        return self.shown.format(amount)


def of_tokens(limit: int) -> Budget:
    """A limit on tokens, prompts and answers together."""
    return Budget(limit, lambda _, tokens: tokens.prompt + tokens.completion, 1.0, "{:,.0f} tokens", "--max-tokens")


def of_dollars(limit: float, price: Price, model: str) -> Budget:
    """A limit on cost.

    Args:
        limit: in US dollars.
        price: of each model that is asked.
        model: what is asked first: until its first answer a token is expected to cost what half a prompt's and half an
            answer's do.
    """
    a_token = price(model, Tokens(prompt=HALF_A_MILLION, completion=HALF_A_MILLION)) / (2 * HALF_A_MILLION)
    return Budget(limit, price, a_token, "${:,.4f}", "--max-cost")
