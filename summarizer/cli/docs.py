"""The page docs/cli.md, generated from the command itself: `python -m summarizer.cli.docs > docs/cli.md`."""

from collections.abc import Iterator, Sequence

import click

from summarizer.asking import extracting
from summarizer.cli import config
from summarizer.cli.command import DEFAULT, brief
from summarizer.cli.config import CONFIGURABLE
from summarizer.cli.exits import GRAVITY, MEANING
from summarizer.conflict.coder.violence.events import MOST_COMPARED
from summarizer.conflict.items import FAR
from summarizer.evaluation import floors
from summarizer.model import client
from summarizer.pointing.bounds import MOST_ENTRIES, MOST_ITEMS
from summarizer.pointing.grounding import MOST_MENTIONS
from summarizer.reading import docx, feeds, pdf
from summarizer.reading.addresses import PORTS
from summarizer.reading.fetching import AGENT, MOST_REDIRECTS, SECONDS
from summarizer.reading.reader import HEAD as LOOKED_AT
from summarizer.reading.reader import MAX_BYTES, Refusal
from summarizer.reading.registry import GROUP, READERS
from summarizer.recording import cassette
from summarizer.rendering import formats
from summarizer.reviewing import decisions
from summarizer.version import VERSION

WIDTH = 100

HEAD = """\
# The command

Generated from `brief --help` by `python -m summarizer.cli.docs > docs/cli.md`; a test fails where the two differ.

Standard output carries briefs and nothing else; standard error one line for each source, and one for each failure:
`brief: SOURCE: what, where, what to do`. A file that has the name of a command is written with its folder: `./show`.
"""

SETTINGS = """\
## Where an option's value comes from

The command line counts before the environment, that before the configuration file, that before the default.

| option | environment | key in the file |
|---|---|---|
"""

CONFIG = """\
The file is TOML: `config.toml` in the user's folder for the program (`~/.config/brief/` on Linux, or below
`XDG_CONFIG_HOME`), or the one that `--config` or `BRIEF_CONFIG` names. The current folder is not searched: a file
found there could send a key to a stranger. No key stands in it: keys are read from the environment alone,
`OPENAI_API_KEY` or the variable of the endpoint's kind. It may state prices, in US dollars a million tokens; costs
are shown only for models whose price it states.

```toml
model = "some-model"
timeout = 300
policy = "strict"

[prices."some-model"]
prompt = 1.0
completion = 4.0
cached = 0.1   # of the prompt's tokens those that the endpoint had cached; without it, the price of the others
```

A cassette decides model, address and window. Against it counts only what stands on the command line.
"""

FORMS = """\
## What is written

| `--format` | one source | several sources |
|---|---|---|
| `text` | a page as wide as the terminal (at least 60; 80 elsewhere) | pages, a line of `=` between them |
| `markdown`, `md` | Markdown | a rule between them |
| `html` | a report beside the article, in one file | a file each in the folder that `-o` names (a name without a dot), and `index.html` |
| `json` | the brief itself, as `brief schema` describes it | refused: use `jsonl` |
| `jsonl` | one object on one line | one line for each source, in order |
| `csv`, `incidents`, `acled`, `gtd` | a table, its header first | one table with one header |
| `plover`, `annotations` | JSON Lines | more lines |

An object of `jsonl` is `{{"source": …, "brief": …, "run": …}}`, or `{{"source": …, "error": {{"kind", "message", "exit"}}}}`.
A file given with `-o` is replaced at the end, and only if something was written; after Ctrl-C it is as it was.
What people decided ([reviewing.md](reviewing.md)) is shown in every one but `json` and `jsonl`, which are the brief itself.
Colour is used on a terminal alone, and not where `NO_COLOR` is set or `TERM` is `dumb`.

What each column of a table holds: [exports.md](exports.md).

A package may bring a format of its own, by an entry point of the group `{formats}`, and an extractor for
`--extractor`, by one of the group `{extractors}`. Neither replaces one of ours. A format says itself what
stands before its pages, once, and between them, or that it holds one brief.
"""


SOURCES = """\
## What is read

A source, whether a file, standard input, what an address gives or a text given to `summarize`, is of the first kind that
recognises it: by its content, and then by its name, or as a site calls it. At most {looked_at:,} bytes of it are looked at
for that, and no source of more than {most} MB is read; to tell its kind, nothing is parsed or unpacked, and nothing is fetched but
the address that is given.

| | |
|---|---|
| read | {read} |
| refused, with one line that says what to do, and exit code 1 | {refused} |

Web pages, PDF, Word documents and feeds take a package each that is not installed by itself: `pip install '.[html]'`,
`[pdf]`, `[docx]`, `[feeds]`, or `[all]`. What a reader leaves out on purpose stands in the brief's JSON, under `source.origin.left_out`: captions,
hidden words, running heads, tables, attachments, what a mail quotes. No reader fetches anything, or takes for the day of publication when a file was made.

A text that holds a few tags, quotes JSON, or begins with a line such as `From: Kel` or with an agency's `DATE:` and
`SUBJECT:` is plain text. So is a page, feed or mail of which only the words were saved. A package may bring a reader of its
own, by an entry point of the group `{group}`; it comes before these. A few words that look like commands, such
as `help`, are told what to type, unless a file is called so.
"""


ADDRESSES = """\
## Articles from an address

`brief https://post.example/mill.html` asks for the page once, as `{agent}`,
without cookies, keys or a page that it came from. No style, image or script of it is fetched, and no script is run: what
only a browser shows is not there. Where an article states no address itself, its brief has the one that it came from in the
end.

| | |
|---|---|
| addresses | `https://` and `http://`, at the ports {ports}; no name or password in them |
| machines | public ones alone: each number that the name has is checked, and the connection goes to one that was. Private and shared networks, this machine, its link, what clouds tell their machines, multicast and what is reserved are refused, in IPv6 too. Proxies of the environment are not used: where they lead could not be checked |
| redirects | at most {redirects}, each checked as if it were given; none from `https://` to `http://` |
| certificates | must hold for the name, by the machine's own authorities |
| time | {seconds:g} s for everything |
| size | {most} MB, unpacked; gzip alone is unpacked |

What a site answers in place of a page is told with its number and with what to do; where it refuses programs, save the
page from a browser and give that file. Stored briefs and gold answers are not fetched, and `brief record` keeps files only.
"""


LIMITS = """\
## Limits

No more than this is taken in, so that nothing grows with the square of an article or of an answer. What is too large, or
nested too deeply, ends in one line that says so.

| what | at most | beyond it |
|---|---|---|
| an article | {article} MB | refused; exit code 1 |
| the time to fetch one | {seconds:g} s | refused; exit code 1 |
| a PDF | {pages} pages, {pdf_seconds} seconds | refused; exit code 1 |
| a Word document | {unpacked} MB when unpacked, {elements:,} elements | refused; exit code 1 |
| a feed | {feed} MB | refused; exit code 1 |
| a stored or accepted brief, gold answers | {article} MB | refused; exit code 1 |
| a file of decisions (`brief review`) | {reviews} MB | refused; exit code 1 |
| the configuration file | {config} kB | refused; exit code 2 |
| a file of floors | {floors} kB | refused; exit code 1 |
| a cassette | {cassette} MB | refused; exit code 1 |
| one answer of an endpoint, decompressed; while it is recorded, what comes within `--timeout` | {answer} MB | the source fails; exit code 3 |
| items of one kind that are verified of one article | {items:,} | the further ones are dropped: `too_many_items` in the audit and on the page |
| entries of one list of an item | {entries} | the first ones are kept: `too_many_entries` |
| mentions of one value | {mentions} | the first ones are kept: `too_many_mentions` |
| sentences between two tellings of one event that the offline coder joins | {far} | they may stand twice |
| mentions of one event that the coder holds a further one against, and drafts it of | {first} of the first, {first} of the last | the others count for nothing |
"""


def _limits() -> str:
    return LIMITS.format(
        article=MAX_BYTES // 1_000_000,
        seconds=SECONDS,
        pages=pdf.MOST_PAGES,
        pdf_seconds=pdf.MOST_SECONDS,
        unpacked=docx.MOST_UNPACKED // 1_000_000,
        elements=docx.MOST_ELEMENTS,
        feed=feeds.MOST_BYTES // 1_000_000,
        reviews=decisions.MOST_BYTES // 1_000_000,
        config=config.MOST_BYTES // 1000,
        floors=floors.MOST_BYTES // 1000,
        cassette=cassette.MOST_BYTES // 1_000_000,
        answer=client.MOST_BYTES // 1_000_000,
        items=MOST_ITEMS,
        entries=MOST_ENTRIES,
        mentions=MOST_MENTIONS,
        far=FAR,
        first=MOST_COMPARED,
    )


def page() -> str:
    """The whole page, as Markdown: each command's help, what is read and written, settings, limits and exit codes."""
    return "\n".join(
        (
            HEAD,
            *_commands(),
            _sources(),
            _addresses(),
            SETTINGS + "".join(_settings()),
            CONFIG,
            _forms(),
            _limits(),
            _exits(),
        )
    )


def _commands() -> Iterator[str]:
    top = click.Context(brief, info_name="brief", help_option_names=["-h", "--help"], terminal_width=WIDTH)
    for name, command in brief.commands.items():
        yield from _help("brief" if name == DEFAULT else f"brief {name}", command, top, name)


def _help(title: str, command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    """The help of a command, and of those below it."""
    context = click.Context(command, parent=parent, info_name=name)
    yield f"## {title}\n\n```text\n{command.get_help(context)}\n```\n"
    for inner, below in getattr(command, "commands", {}).items():
        yield from _help(f"{title} {inner}", below, context, inner)


def _sources() -> str:
    refused = [reader for reader in READERS if isinstance(reader.read, Refusal)]
    read = [reader for reader in READERS if reader not in refused]
    return SOURCES.format(
        looked_at=LOOKED_AT,
        most=MAX_BYTES // 1_000_000,
        read="; ".join(reader.reads for reader in read),
        refused="; ".join(dict.fromkeys(reader.reads for reader in refused)),
        group=GROUP,
    )


def _addresses() -> str:
    return ADDRESSES.format(
        agent=AGENT.replace(VERSION, "VERSION"),
        ports=", ".join(map(str, sorted(PORTS))),
        redirects=MOST_REDIRECTS,
        seconds=SECONDS,
        most=MAX_BYTES // 1_000_000,
    )


def _forms() -> str:
    return FORMS.format(formats=formats.ENTRY_POINTS, extractors=extracting.ENTRY_POINTS)


def _settings() -> Iterator[str]:
    """A row for each option that has a variable, or a key in the file."""
    for option in brief.commands[DEFAULT].params:
        variables = _variables(option)
        keys = [option.name] if option.name in CONFIGURABLE else []
        if variables or keys:
            yield f"| `{max(option.opts, key=len)}` | {_code(variables)} | {_code(keys)} |\n"


def _variables(option: click.Parameter) -> list[str]:
    """The environment variables that an option is read from, the first that counts before the others."""
    if option.envvar is None:
        return []
    return [option.envvar] if isinstance(option.envvar, str) else list(option.envvar)


def _code(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _exits() -> str:
    rows = "".join(f"| {int(code)} | {meaning} |\n" for code, meaning in MEANING.items())
    order = ", ".join(str(int(code)) for code in reversed(GRAVITY))
    return (
        f"## Exit codes\n\n| code | meaning |\n|---|---|\n{rows}\n"
        f"Of several sources the gravest counts, in the order {order}. None stops the others.\n"
    )


if __name__ == "__main__":
    click.echo(page(), nl=False)
