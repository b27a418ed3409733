"""Templates of pages for a browser: every string escaped, the style sheet allowed by its hash, and nothing else."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from jinja2 import Environment


def filled(template: str, **values: object) -> str:
    """A page.

    Args:
        template: the name of its file.
        values: what to put in; every string of them is escaped.
    """
    return _environment().get_template(template).render(values)


def style_sheet(*templates: str, **values: object) -> str:
    """One style sheet of several files.

    Args:
        templates: their names.
        values: what to put in; nothing is escaped, so no text of an article may shape it.
    """
    return "".join(filled(template, **values) for template in templates)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("summarizer.rendering", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(anchor=anchor, role=_role, tag_class=_tag_class)
    return environment


def anchor(label: str) -> str:
    """What an entry or a section is linked by: letters and figures alone."""
    return "".join(filter(str.isalnum, label))


def _role(label: str) -> str:
    """The label of a row as a word for the style sheet; the head of an entry, which has none, tells the deed."""
    return "-".join(label.lower().split()) or "deed"


def _tag_class(tag: tuple[str, str]) -> str:
    """A name for a tag that no text of the article can shape."""
    return f"t{crc32(repr(tuple(tag)).encode()):x}"


def policy(style: str) -> str:
    """What a browser lets the page do: be styled by this sheet, and nothing else."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
