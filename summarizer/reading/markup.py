"""Web pages, feeds and other XML, told by what they begin with. Nothing is parsed, and no entity expanded."""

from summarizer.reading.reader import Beginning

# What may stand before the first element: comments, and instructions such as the XML declaration.
_BEFORE = r"(?:\s|<!--.*?-->|<\?.*?\?>)*+"
_ELEMENT = _BEFORE + r"<!?[a-z]"

# An element that only a page has, or one that many a text is marked up with, if it carries an attribute as pages do.
_OF_A_PAGE = r"""<(?:
    !doctype \s+ html \b
  | (?:html|head|body|script|style|meta|link) [\s>/]
  | (?:div|section|article|main|header|nav|table|figure|ul|p|span|h[1-6]) \s+ [a-z][\w-]* \s* = \s* ["']
)"""
_OF_A_FEED = r"<(?: (?:rss|rdf:rdf) \s | feed \s [^<>]{0,400}? xmlns)"
_OF_XML = r"<(?: !doctype \s+ \w | [\w:.-]+ \s [^<>]{0,400}? xmlns (?: : \w+ )? \s* = )"

is_page = Beginning(_BEFORE + _OF_A_PAGE, (".html", ".htm", ".xhtml"), _ELEMENT)
is_feed = Beginning(_BEFORE + _OF_A_FEED)
is_xml = Beginning(rf"<\?xml\s+version|{_BEFORE}{_OF_XML}", (".xml",), _ELEMENT)
