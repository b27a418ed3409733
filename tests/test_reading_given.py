"""What a string names: a file, there or missing, an address, a word for the command, or nothing, since it is an article."""

from pathlib import Path

import pytest

from summarizer.errors import SourceError
from summarizer.reading.opening import read_document
from tests.cli_runner import Command, article, command

__all__ = ["command"]

NEWS = "Riders burned the mill at Dolvac on Monday, the police said. Nobody was hurt."


def told(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        read_document(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "name", ["my article.txt", "no such folder/my article.MD", "kel.txt", "a page.html", "dolvac", "[1] mill.txt"]
)
def test_a_missing_file_is_told_as_such(name: str) -> None:
    """White space in its name makes no article of it."""
    assert told(name) == f"{name}: there is no such file; check the path"


def test_a_name_with_white_space_in_a_folder_that_is_there_names_a_file(tmp_path: Path) -> None:
    """Without a suffix, too, whether it is there or not."""
    path = tmp_path / "my article"
    assert "there is no such file" in told(str(path))
    path.write_text(NEWS, encoding="utf-8")
    assert read_document(str(path)).text == NEWS


@pytest.mark.parametrize(
    "text",
    [
        "Riders and/or soldiers burned the mill.",
        "Riders burned the mill after 9/11",
        "Riders burned the mill, says dolvac.example",
        "Nobody opened notes.txt before the mill burned.",
        "The mill burned. " * 200,
        "The mill\nnotes.txt",
    ],
)
def test_an_article_of_one_line_is_no_file(text: str) -> None:
    """A slash, a dot or a great length make no path of it."""
    assert read_document(text).text == text


ADDRESS = (
    "is an address that is not read; articles are, from addresses that begin with https:// or http://;"
    " save it and give that file"
)


@pytest.mark.parametrize("address", ["www.post.example/mill", "ftp://post.example/mill?id=5", "FILE:///mill.txt"])
def test_an_address_of_another_kind_is_told_as_one(address: str, command: Command) -> None:
    """In the library and on the command line alike; `tests/test_fetching.py` has those that are read."""
    assert told(address) == f"{address}: {ADDRESS}"
    ran = command(address, "--coder")
    assert (ran.code, ran.out, ran.err) == (1, "", f"brief: {address}: {ADDRESS}\n")


@pytest.mark.parametrize("word", ["help", "version", "summarise"])
def test_a_word_that_looks_like_a_command_is_told_what_to_type(word: str, command: Command) -> None:
    """A file that is called so is read."""
    ran = command(word, article(), "--coder")
    assert ran.code == 1
    assert ran.err.startswith(f"brief: {word}: there is no such command or file; ")
    assert ran.out.startswith("a.txt · ")
    article(word)
    assert command(word, "--coder").code == 0
