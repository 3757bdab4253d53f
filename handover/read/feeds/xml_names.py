"""Names of elements as feedparser understands them, and which of them mean nothing to a post.

feedparser knows a namespace by its address and gives it a fixed prefix; elements of all versions of RSS
and Atom have none. Names are compared in lower case.
"""

from functools import cache

# Namespaces whose elements feedparser acts upon (feedparser/mixin.py, `namespaces`); those of any other
# namespace it only files under their own name.
_KNOWN = {
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/atom/ns#": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "",
    "http://webns.net/mvcb/": "admin",
    "http://creativecommons.org/ns#license": "cc",
    "http://web.resource.org/cc/": "cc",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media",
    "http://search.yahoo.com/mrss/": "media",
    "http://podlove.org/simple-chapters": "psc",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://example.com/newformat#": "",
    "http://example.com/necho": "",
    "http://purl.org/echo/": "",
    "uri/of/echo/namespace#": "",
    "http://purl.org/pie/": "",
}
_OWN = {  # feedparser's name -> the name under which `xml` handles it
    "dc:creator": "author",
    "dc:date": "updated",
    "dc:subject": "category",
    "content:encoded": "encoded",
    "feedburner:origlink": "origlink",
}
_HISTORY = "http://purl.org/syndication/history/1.0"
_SEARCH = ("http://a9.com/-/spec/opensearch/1.1/", "http://a9.com/-/spec/opensearchrss/1.0/")

# Children of an entry that change neither title, link, id, date nor category.
_HARMLESS = (
    "comments author contributor rights enclosure "
    "dc:language dc:publisher dc:rights dc:type dc:format dc:identifier dc:relation dc:coverage dc:source "
    "feedburner:awareness creativecommons:license "
    "itunes:explicit itunes:duration itunes:episode itunes:season itunes:episodetype itunes:order "
    "itunes:title itunes:subtitle itunes:block "
    "media:rating media:credit media:group media:copyright media:text media:player media:community "
    "media:status media:thumbnail media:content"
)
HARMLESS = frozenset(_HARMLESS.split())
# Of these an entry's child may have children of its own, and these they may be.
NESTING = frozenset(("media:group", "media:content", "contributor"))
_NESTED = (
    "media:content media:thumbnail media:credit media:rating media:copyright media:text media:player "
    "media:community media:status media:hash name uri email"
)
NESTED = frozenset(_NESTED.split())
# Children of the feed itself that may have children.
_FEED_LEVEL = "image textinput author contributor cloud skiphours skipdays itunes:owner itunes:category"
FEED_LEVEL = frozenset(_FEED_LEVEL.split())


@cache
def effective_name(raw: str) -> str:
    """The name of an element as expat gives it ("namespace local prefix", "local").

    "title", "media:group"; a "?" before the local part for namespaces feedparser does not act upon.
    """
    parts = raw.split(" ")
    if len(parts) == 1:
        return raw.lower()
    space, local = parts[0].lower(), parts[1].lower()
    given = parts[2].lower() if len(parts) > 2 else ""
    if space == _HISTORY and local == "complete":
        return local
    if space in _SEARCH and local == "totalresults":
        return local
    prefix = _KNOWN.get(space, f"{given}?" if given else "")
    name = f"{prefix}:{local}" if prefix else local
    return _OWN.get(name, name)
