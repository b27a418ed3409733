"""Publishers are counted, not feeds: the names under which one publisher's articles come, folded into one."""

import re

_SCHEME = re.compile(r"\A\w+://|/.*\Z")
_SITE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
_GENERIC = re.compile(r"\Athe(?=\w{3})|(?<=\w{3})(?:news|online)\Z")


def same_publisher(one: str, other: str) -> bool:
    """Whether two names are of one publisher, as far as the names tell: "Daily Post" and "www.dailypost.example"."""
    return publisher(one) == publisher(other) != ""


def publisher(outlet: str) -> str:
    """A publisher's name without what differs between its site, its feed and its masthead.

    Args:
        outlet: a name, a site or an address.

    Returns:
        Letters and digits in lower case, without a leading "the" and a closing "news" or "online"; may be empty.
    """
    name = outlet.strip().casefold()
    site = _SCHEME.sub("", name)
    folded = re.sub(r"[\W_]+", "", _registered(site) if _SITE.fullmatch(site) else name)
    return _GENERIC.sub("", folded)


def _registered(site: str) -> str:
    """The name that was registered: "post" of world.post.co.example."""
    labels = site.split(":")[0].split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]
