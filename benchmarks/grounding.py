"""How long grounding takes in a long article: `python benchmarks/grounding.py`.

Builds 500 kB of made-up news, and looks up 100 mentions in it, half of them altered. Prints medians.
"""

import hashlib
import random
import statistics
import time
from collections.abc import Callable

from summarizer.conflict.items import Items
from summarizer.documents.document import Document, Sentence
from summarizer.pointing.folding import fold
from summarizer.pointing.grounding import Index, ground
from summarizer.pointing.roles import Mention
from summarizer.schemas.draft import Draft, Statement

CHARACTERS = 500_000
MENTIONS = 100
ROUNDS = 9
NEWS = (
    "the rebels’ spokesman said on Tuesday that three drones hit a base near Ostava killing 12 people and police in the"
    " Lenka valley have not confirmed the claim “we will strike again” if talks – in Maren – fail officials denied it"
)


def made_up_article(rng: random.Random) -> Document:
    """A document of random sentences, five to a paragraph."""
    vocabulary = NEWS.split()
    parts: list[str] = []
    sentences: list[Sentence] = []
    offset = 0
    while offset < CHARACTERS:
        number = len(sentences) + 1
        words = " ".join(rng.choices(vocabulary, k=rng.randint(12, 34))) + "."
        sentences.append(Sentence(number, (number + 4) // 5, offset, offset + len(words)))
        gap = "\n\n" if number % 5 == 0 else " "
        parts += (words, gap)
        offset += len(words) + len(gap)
    text = "".join(parts)
    return Document(text, hashlib.sha256(text.encode()).hexdigest(), tuple(sentences))


def mentions(document: Document, rng: random.Random) -> list[Mention]:
    """Stretches of three to twelve words, each with the number of its sentence."""
    chosen = []
    for sentence in rng.sample(document.sentences, MENTIONS):
        words = document.words(sentence.number).split()
        length = rng.randint(3, 12)
        start = rng.randint(0, len(words) - length)
        chosen.append(Mention(sentence=sentence.number, text=" ".join(words[start : start + length])))
    return chosen


def reworded(mention: Mention, change: Callable[[str], str]) -> Mention:
    """The same mention with other words."""
    return Mention(sentence=mention.sentence, text=change(mention.text))


def straight(text: str) -> str:
    """Typewriter quotation marks and hyphens."""
    return text.translate(str.maketrans("“”’–", '""\'-'))


def with_a_word_more(text: str) -> str:
    """The same words, and one that the article has nowhere."""
    first, rest = text.split(" ", 1)
    return f"{first} never {rest}"


def draft(proposed: list[Mention]) -> Draft:
    """A draft with one mention to a statement."""
    return Draft(
        statements=[
            Statement(id=number, kind="assert", content=[mention]) for number, mention in enumerate(proposed, start=1)
        ]
    )


def milliseconds(run: Callable[[], object]) -> str:
    """Median and range of some rounds."""
    seconds = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - before)
    return f"{statistics.median(seconds) * 1e3:7.1f} ms  ({min(seconds) * 1e3:.1f}–{max(seconds) * 1e3:.1f})"


def main() -> None:
    """Print the figures."""
    rng = random.Random(1)  # noqa: S311 - a benchmark must be the same each time
    document = made_up_article(rng)
    present = mentions(document, rng)
    absent = [reworded(mention, with_a_word_more) for mention in present]
    sets = {
        "present": present,
        "present, straight marks": [reworded(mention, straight) for mention in present],
        "present, wrong sentence": [
            Mention(sentence=rng.randint(1, len(document.sentences)), text=mention.text) for mention in present
        ],
        "absent": absent,
        "half absent": present[::2] + absent[1::2],
        "a letter, nowhere a word": [Mention(sentence=1, text="e")] * MENTIONS,
    }
    print(
        f"{len(document.text):,} characters, {len(document.sentences):,} sentences, {MENTIONS} mentions, median of {ROUNDS}"
    )
    print(f"{'fold the article':32}{milliseconds(lambda: fold(document.text))}")
    print(f"{'index it':32}{milliseconds(lambda: Index.of(document))}")
    for name, proposed in sets.items():
        proposal = draft(proposed)
        kept = sum(bool(item.content) for item in ground(proposal, document, Items).items.statements.values())
        print(
            f"{f'ground: {name}':32}{milliseconds(lambda draft=proposal: ground(draft, document, Items))}  kept {kept}"
        )


if __name__ == "__main__":
    main()
