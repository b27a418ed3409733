"""Mails and mailboxes: what the sender wrote, or passes on, and what is said of it in the headers."""

import base64
import time
from datetime import date

import pytest

from summarizer.documents.quotes import Origin
from summarizer.errors import SourceError
from summarizer.reading.article import Article, Given
from summarizer.reading.registry import articles

NEWS = "Riders burned the mill at Dolvac on Monday, the police said."
HEAD = """From: Kel Post <desk@kel.example>
To: readers@post.example
Subject: Mill burned
Date: Thu, 9 Mar 2034 22:10:00 +0200
"""
PARTS = f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"


def read(mail: str | bytes) -> Article:
    (article,) = articles(Given(mail if isinstance(mail, bytes) else mail.encode(), "a.txt"))
    assert isinstance(article, Article)
    return article


def told(mail: str | bytes) -> str:
    with pytest.raises(SourceError) as caught:
        read(mail)
    return str(caught.value)


def body(mail: str | bytes) -> str:
    return read(mail).text.removeprefix("Mill burned").strip()


def test_the_headers_say_of_a_mail_what_it_does_not() -> None:
    article = read(f"{HEAD}\n{NEWS}\n")
    assert article.text == f"Mill burned\n\n{NEWS}"
    assert article.published == date(2034, 3, 9)
    assert article.origin == Origin(title="Mill burned", outlet="Kel Post")


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ('"Kerr, Ana" <ana@kel.example>', "Kerr, Ana"),
        ("=?utf-8?q?Zo=C3=AB_Kerr?= <ana@kel.example>", "Zoë Kerr"),
        ("ana@kel.example", "ana@kel.example"),
    ],
)
def test_the_sender_is_the_outlet(sender: str, outlet: str) -> None:
    """By name; by address only where no name is stated."""
    assert read(f"From: {sender}\nTo: x@post.example\n\n{NEWS}").origin.outlet == outlet


@pytest.mark.parametrize("subject", ["Re: Mill burned", "RE: Fwd: Mill burned", "=?utf-8?b?UmU6IE1pbGwgYnVybmVk?="])
def test_the_title_is_the_subject_without_what_programs_put_before_it(subject: str) -> None:
    assert read(f"From: a@b.example\nSubject: {subject}\n\n{NEWS}").origin.title == "Mill burned"


def test_an_answer_is_read_without_what_it_answers() -> None:
    answer = (
        f"{HEAD}\n{NEWS}\n\nOn Mon, 6 Mar 2034 at 10:00, Oro Bel <oro@kel.example>\nwrote:\n\n> Is it true\n> at all?\n\n"
        "Nobody was hurt.\n\n> Who?\n\n-- \nAna Kerr\nKel Post\n"
    )
    article = read(answer)
    assert article.text.split() == f"Mill burned {NEWS} Nobody was hurt.".split()
    assert article.origin.left_out == ("2 quoted passages", "1 signature")


def test_who_wrote_something_that_is_not_quoted_stays() -> None:
    text = f"{NEWS}\n\nOn Monday, the mayor wrote:\n\nWe will return."
    assert body(f"{HEAD}\n{text}") == text


def test_a_line_of_hyphens_before_a_long_text_is_no_signature() -> None:
    text = f"{NEWS}\n-- \n" + "\n".join(f"Story {number}." for number in range(20))
    assert body(f"{HEAD}\n{text}") == text


OUTLOOK = f"""No.

-----Original Message-----
From: Oro Bel
Sent: 2034-03-06
To: Kel Post
Subject: Mill burned

{NEWS}
"""


def test_what_an_answer_has_below_it_is_left_out() -> None:
    article = read(f"{HEAD}\n{OUTLOOK}".replace("Subject: Mill", "Subject: RE: Mill", 1))
    assert (article.text, article.origin.relayed) == ("Mill burned\n\nNo.", "")
    assert article.origin.left_out == ("1 quoted passage",)


def test_a_memorandum_is_no_other_mail() -> None:
    memorandum = f"From: Oro Bel\nTo: all papers\nDate: 6 March\nSubject: The mill\n\n{NEWS}"
    article = read(f"{HEAD}\n{memorandum}")
    assert (article.text, article.origin.left_out) == (f"Mill burned\n\n{memorandum}", ())


@pytest.mark.parametrize(
    "passed_on",
    [
        OUTLOOK,
        f"""No.

---------- Forwarded message ---------
From: Oro Bel <oro@kel.example>
Date: Mon, 6 Mar 2034 10:00:00 +0000
Subject: Mill burned
To: Kel Post <desk@kel.example>


{NEWS}
""",
        f"""No.

Begin forwarded message:

> From: Oro Bel <oro@kel.example>
> Date: 2034-03-06
> Subject: Mill burned
> To: desk@kel.example
>
> {NEWS}
""",
    ],
    ids=["Outlook", "Gmail", "Apple"],
)
def test_a_mail_that_is_passed_on_is_read_with_whose_it_is_and_its_own_day(passed_on: str) -> None:
    article = read(f"{HEAD}\n{passed_on}".replace("Subject: Mill", "Subject: FW: Mill", 1))
    assert article.text.split() == f"Mill burned No. {NEWS}".split()
    assert (article.origin.outlet, article.origin.relayed) == ("Kel Post", "Oro Bel")
    assert article.published == date(2034, 3, 6)


def test_the_day_of_what_is_passed_on_is_not_guessed() -> None:
    """It is older than the mail that holds it."""
    head = "---------- Forwarded message ---------\nFrom: Oro Bel\nDate: Mon, Mar 6, at 10:00\nTo: Kel Post\n"
    assert read(f"{HEAD}\n{head}\n{NEWS}").published is None


def test_what_is_attached_is_left_out_and_told() -> None:
    attached = "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\n%PDF-1.7\n"
    article = read(f"{PARTS}\n--b\nContent-Type: text/plain\n\n{NEWS}\n{attached}{attached}--b--\n")
    assert article.text == f"Mill burned\n\n{NEWS}"
    assert article.origin.left_out == ("2 attachments",)
    assert told(f"{PARTS}\n{attached}--b--\n") == (
        "a.txt: is a mail without a text of its own; save what is attached to it and give that"
    )


def test_plain_text_comes_before_html() -> None:
    both = f"{PARTS.replace('mixed', 'alternative')}\n--b\nContent-Type: text/html\n\n<p>No.</p>\n"
    assert body(f"{both}--b\nContent-Type: text/plain\n\n{NEWS}\n--b--\n") == NEWS


def test_a_mail_of_html_alone_is_read_as_a_page() -> None:
    """In the encoding that the mail states; what the page leaves out is told with the rest."""
    story = f"<p>{NEWS} Zoë and René fled to the ferry.</p>" * 3
    page = f"<html><body><article>{story}<figure><figcaption>The mill.</figcaption></figure></article></body></html>"
    mail = (
        f"{PARTS}\n--b\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n{page}\n--b--\n"
    )
    article = read(mail.encode("iso-8859-1"))
    assert article.text.startswith(f"Mill burned\n\n{NEWS} Zoë and René fled to the ferry.")
    assert article.origin.outlet == "Kel Post"
    assert article.origin.left_out[0] == "1 caption"


@pytest.mark.parametrize(
    "mark", ["<blockquote type='cite'>", '<div class="a gmail_quote">', '<div id="divRplyFwdMsg" dir="ltr">']
)
def test_html_that_quotes_another_mail_is_not_taken_for_the_senders(mark: str) -> None:
    page = f"<html><body><p>{NEWS}</p>{mark}<p>{NEWS}</p></body></html>"
    line = "a.txt: holds only HTML, and quotes another mail in it; save its text and give that"
    assert told(f"{HEAD}Content-Type: text/html\n\n{page}") == line


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("iso-8859-1", "iso-8859-1"),
        ("iso-8859-1", "utf-8"),  # what a program that saved it made of it
        ("no-such-thing", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-2022-jp", "iso-2022-jp"),
    ],
)
def test_letters_are_read_whatever_is_stated(stated: str, encoding: str) -> None:
    words = f"{NEWS} 水車 燃えた" if "jp" in encoding else f"{NEWS} Zoë and René fled."
    head = f"{HEAD}Content-Type: text/plain; charset={stated}\n".encode()
    assert body(head + b"\n" + words.encode(encoding)) == words
    packed = head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(words.encode(encoding))
    assert body(packed) == words


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mail_that_a_windows_program_saved_is_read(encoding: str) -> None:
    mail = f"{HEAD}\n{NEWS} Zoë fled.".replace("\n", "\r\n")
    assert body(mail.encode(encoding)) == f"{NEWS} Zoë fled."


def test_each_mail_of_a_mailbox_is_an_article() -> None:
    mails = (f"{HEAD}\n{NEWS}\n", f"{HEAD}\n> old\n", f"{HEAD}\n>From here on\n\nFrom 9 March on, they fled.\n")
    box = "\n".join(f"From desk@kel.example Thu Mar  9 22:10:00 2034\n{mail}" for mail in mails)
    for saved in (box, box.replace("\n", "\r\n")):
        first, second, third = articles(Given(saved.encode(), "a.mbox"))
        assert isinstance(first, Article)
        assert isinstance(third, Article)
        assert (first.number, first.text) == (1, f"Mill burned\n\n{NEWS}")
        assert str(second) == "a.mbox#2: holds nothing but what it quotes; give the mail that it answers"
        assert " ".join(third.text.split()) == "Mill burned From here on From 9 March on, they fled."


MANY = 200_000


@pytest.mark.parametrize(
    "mail",
    [
        f"{HEAD}Subject: {'a ' * MANY}\n\n{NEWS}",
        f"From: {'(' * MANY}\nTo: a\n\n{NEWS}",
        f"From: a\nTo: b\nContent-Type: text/plain; {'a=b; ' * MANY}\n\n{NEWS}",
        f"{PARTS}\n" + "--b\n\nx\n" * MANY,
        "From: a\nTo: b\n"
        + "".join(f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(900)),
        f"{HEAD}\n{'> x' * MANY}{'y' * MANY}",
        f"{HEAD}\n" + "> x\ny\n" * 40_000,
        f"{HEAD}\n" + "From: x\n" * MANY,
        f"{HEAD}\n" + "On x " * MANY,
        f"{HEAD}\n" + "-" * MANY,
        f"{HEAD}Content-Type: text/plain; charset=punycode\n\n" + "a" * MANY,
        "From a 1\nA: b\nFrom" * MANY,
    ],
    ids=lambda mail: mail[-8:],
)
def test_a_hostile_mail_is_read_or_refused_at_once(mail: str) -> None:
    """Whatever there is too much of, and whatever is nested."""
    started = time.perf_counter()
    try:
        line = read(mail).text
    except SourceError as error:
        line = str(error)
    assert line
    assert time.perf_counter() - started < 4
