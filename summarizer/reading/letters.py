"""A mail's text → what its sender wrote, or passes on: without what is quoted to answer it, and without the signature."""

import re
from dataclasses import dataclass, replace
from itertools import groupby
from operator import methodcaller

from summarizer.reading.article import whom

LONGEST_SIGNATURE = 12
"""Lines."""

# What stands over a mail inside another one: a line that says so, or not, and three headers or more.
_INNER_HEAD = re.compile(
    r"""^(?P<mark> (?: -{2,}[ \t]*(?:original|forwarded)[ ]message[ \t]*-{2,}\s* | begin[ ]forwarded[ ]message:\s* )?+ )
    (?P<fields> (?P<sign>>?) (?:
        [>* \t]*+ (?:from|sent|date|to|cc|subject|reply-to):[^\n]*+\n (?:[> ]*+[ \t]{2}\S[^\n]*+\n)*+
    ){3,}+ )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_FIELD = re.compile(r"^[>* \t]*(from|sent|date):[* \t]*(.*)", re.IGNORECASE | re.MULTILINE)
_PASSED_ON = re.compile(r"\A(?:fwd?|wg):|forwarded message", re.IGNORECASE)
_ANSWERED = re.compile(r"\A(?:re|aw)(?:\[\d+\])?:|original message", re.IGNORECASE)
_INTRODUCTION = re.compile(r"^On\b[^\n]{0,300}\n?[^\n]{0,300}\bwrote:\s*\Z", re.MULTILINE)
_SIGNATURE = re.compile(rf"^-- \n(?:.*\n){{1,{LONGEST_SIGNATURE}}}\Z", re.MULTILINE)


@dataclass(frozen=True)
class Letter:
    """What of a mail is its sender's.

    Attributes:
        text: what he wrote, and then what he passes on.
        sent: when, as it is stated; of what is passed on, when that was.
        relayed: whose text he passes on, if he does.
        quotes: how many passages that he answers were left out.
        signatures: how many of those were.
    """

    text: str
    sent: str
    relayed: str = ""
    quotes: int = 0
    signatures: int = 0


def own_words(text: str, subject: str, sent: str) -> Letter:
    """The sender's part of a mail.

    Another mail in it is passed on, or it is what is answered, where a line over it or the subject says so. Else it is no
    other mail: a memorandum has such headers, too.

    Args:
        text: of the mail, with line feeds for line breaks.
        subject: of the mail.
        sent: when, as its header states it.
    """
    return _without_signature(_without_quotes(_parted(Letter(text, sent), subject)))


def _parted(letter: Letter, subject: str) -> Letter:
    """The letter, and the one that it passes on, without the headers between them."""
    head = _INNER_HEAD.search(letter.text)
    if head is None:
        return letter
    said = f"{subject}\n{head['mark']}"
    before, behind = letter.text[: head.start()], letter.text[head.end() :]
    if not _PASSED_ON.search(said):
        return replace(letter, text=before, quotes=1) if _ANSWERED.search(said) else letter
    inner = re.sub(rf"^{head['sign']} ?", "", behind, flags=re.MULTILINE)
    fields = {field.lower(): stated for field, stated in _FIELD.findall(head["fields"])}
    return Letter(
        f"{before}\n{inner}",
        sent=fields.get("date", fields.get("sent", "")),
        relayed=whom(fields.get("from", "")),
    )


def _without_quotes(letter: Letter) -> Letter:
    """Without lines that begin with ">", and the one before them that says whose they are."""
    kept: list[str] = []
    quotes = letter.quotes
    for quoted, lines in groupby(letter.text.split("\n"), key=methodcaller("startswith", ">")):
        if quoted:
            quotes += 1
            kept[-3:] = _INTRODUCTION.sub("", "\n".join(kept[-3:])).split("\n")
        else:
            kept.extend(lines)
    return replace(letter, text="\n".join(kept), quotes=quotes)


def _without_signature(letter: Letter) -> Letter:
    """Without what stands below a line "-- " at the end; where more follows, that line divides something else."""
    text, signatures = _SIGNATURE.subn("", f"{letter.text.rstrip()}\n")
    return replace(letter, text=text.strip(), signatures=signatures)
