"""The tables of known downloads that hold no updates, by their headers, as one literal table.

LinkedIn names its columns in English whatever the member's language is; several file names carry a number,
so the name of a file tells nothing.

Sources: LinkedIn's copy of one's data as public parsers read it (formats.md 7, formats-more.md 3.13);
Reddit, YouTube and Discord downloads likewise; the help pages of Mailchimp, Shopify, Stripe, HubSpot,
Zendesk, Freshdesk, Trustpilot and WordPress for their exports.
"""

from collections.abc import Sequence

from handover.later import dataclass
from handover.networks import network_of
from handover.read.updates.tables.foreign.cells import Sample, column, mostly
from handover.read.updates.tables.header.user_map import spelled


@dataclass(frozen=True, slots=True)
class Known:
    """One such table."""

    one: str  # what a row is: "{n} vote"
    many: str
    proof: frozenset[str]  # headers it has, as `squeezed` has them
    only: bool = False  # and no others: where they alone would say too little
    at: str = ""  # the network its links lead to, where the headers say too little even so

    def is_header(self, header: Sequence[str], sample: Sample) -> bool:
        """Whether a table with this header, as `squeezed` has it, and these rows is of the kind."""
        words = frozenset(header) - {""}
        if not self.proof <= words or (self.only and words != self.proof):
            return False
        return not self.at or mostly(column(sample, header.index("link")), self._is_there)

    def _is_there(self, link: str) -> bool:
        return network_of(link) == self.at


def squeezed(header: str) -> str:
    """A header without its spaces, for some write AUTHORID and some AuthorID."""
    return spelled(header).replace(" ", "")


def plural(one: str, many: str) -> tuple[str, str]:
    """What a row is, and what several are: messages, worded where they are said."""
    return one, many


def _only(one: str, many: str, *proof: str, at: str = "") -> Known:
    return Known(one, many, frozenset(map(squeezed, proof)), only=True, at=at)


def _with(one: str, many: str, *proof: str) -> Known:
    return Known(one, many, frozenset(map(squeezed, proof)))


_COMMENT = plural("{n} comment under other people's posts", "{n} comments under other people's posts")
_MESSAGE = plural("{n} direct message", "{n} direct messages")
_PERSON = plural("{n} person", "{n} people")
_ORDER = plural("{n} order", "{n} orders")
_CUSTOMER = plural("{n} customer", "{n} customers")
_NEWSLETTER = plural("{n} newsletter", "{n} newsletters")
_PAGE = plural("{n} page or post of a website", "{n} pages or posts of a website")
_RECOMMENDATION = plural("{n} recommendation", "{n} recommendations")
_SCHOOL = plural("{n} school or course", "{n} schools and courses")
_APPLICATION = plural("{n} job application", "{n} job applications")
_UPLOAD = plural("{n} uploaded picture or film", "{n} uploaded pictures and films")
_CHANNEL = plural("{n} channel followed", "{n} channels followed")
_REVIEW = plural("{n} review", "{n} reviews")
_PRODUCT = plural("{n} product", "{n} products")
_TICKET = plural("{n} ticket", "{n} tickets")
_VOTE = plural("{n} vote", "{n} votes")
_INVITATION = plural("{n} invitation", "{n} invitations")
_ACCOUNT = plural("{n} entry about the account", "{n} entries about the account")

_AD = plural("{n} paid advertisement", "{n} paid advertisements")

KNOWN: tuple[Known, ...] = (
    # Meta's ads, as plans and exports have them
    _with(*_AD, "ad set", "primary text"),
    _with(*_AD, "ad set name", "primary text"),
    _with(*_AD, "headline", "primary text"),
    _with(*_AD, "ad name", "primary text"),
    _with(*_AD, "ad set", "daily budget"),
    # LinkedIn: a copy of one's data
    _with(*_MESSAGE, "conversation id", "content"),
    _with(*_MESSAGE, "conversation title", "from"),
    _with(*_MESSAGE, "from", "to", "date", "subject", "content"),
    _only(*_COMMENT, "date", "link", "message", at="linkedin"),
    _only(*plural("{n} reaction", "{n} reactions"), "date", "type", "link", at="linkedin"),
    _only(*plural("{n} repost without words", "{n} reposts without words"), "date", "link", at="linkedin"),
    _only(*_VOTE, "date", "link", "option text"),
    _with(*_INVITATION, "invitee profile url"),
    _with(*_INVITATION, "from", "to", "sent at", "direction"),
    _with(*_PERSON, "first name", "last name", "connected on"),
    _with(*_PERSON, "first name", "last name", "phone numbers"),
    _with(*_PERSON, "first name", "last name", "headline"),
    _only(*_PERSON, "date", "full name", "status"),
    _with(*plural("{n} position", "{n} positions"), "company name", "title", "started on"),
    _with(*_SCHOOL, "school name", "degree name"),
    _with(*_SCHOOL, "content title", "content type", "content saved"),
    _with(*_RECOMMENDATION, "first name", "last name", "text", "creation date"),
    _with(*_RECOMMENDATION, "first name", "last name", "body", "created date"),
    _with(*_RECOMMENDATION, "first name", "last name", "company", "text", "status"),
    _with(*plural("{n} endorsement", "{n} endorsements"), "endorser first name"),
    _with(*plural("{n} endorsement", "{n} endorsements"), "endorsee first name"),
    _with(*plural("{n} honour", "{n} honours"), "title", "description", "issued on"),
    _with(*plural("{n} voluntary post", "{n} voluntary posts"), "company name", "role", "cause"),
    _with(*plural("{n} project", "{n} projects"), "title", "description", "started on", "finished on"),
    _with(*plural("{n} publication", "{n} publications"), "name", "description", "publisher", "published on"),
    _with(*plural("{n} patent", "{n} patents"), "title", "description", "application number"),
    _with(*plural("{n} certificate", "{n} certificates"), "name", "authority", "license number"),
    _with(*_APPLICATION, "application date", "company name", "job title"),
    _with(*plural("{n} saved job", "{n} saved jobs"), "saved date", "job url"),
    _with(*plural("{n} saved post", "{n} saved posts"), "saved item", "created time"),
    _with(*_UPLOAD, "media description", "media link"),
    _only(*plural("{n} search", "{n} searches"), "time", "search query"),
    _only(*plural("{n} company followed", "{n} companies followed"), "organization", "followed on"),
    _with(*plural("{n} event", "{n} events"), "event name", "event time"),
    _with(*_ACCOUNT, "registered at", "registration ip"),
    _with(*_ACCOUNT, "email address", "confirmed", "primary"),
    _with(*_ACCOUNT, "login date", "ip address"),
    _with(*_ACCOUNT, "challenge date", "ip address"),
    _only(*_ACCOUNT, "extension", "number", "type"),
    _only(*_ACCOUNT, "name", "proficiency"),
    _with(*_ACCOUNT, "alert parameters", "query context"),
    _with(*_ACCOUNT, "company employee count", "job titles"),
    _with(*_ORDER, "transaction made at", "payment method type"),
    _with(*_ACCOUNT, "type of inference", "inference"),
    _with(*_ACCOUNT, "ad clicked date"),
    _with(*_ACCOUNT, "member age", "company names"),
    _only(*_ACCOUNT, "profile summary"),
    _only(*plural("{n} saved answer", "{n} saved answers"), "question", "answer"),
    # Reddit, Discord, YouTube, iMessage and WhatsApp by iMazing
    _with(*_COMMENT, "id", "permalink", "subreddit", "parent", "body"),
    _with(*_MESSAGE, "id", "thread id", "from", "to", "body"),
    _with(*_MESSAGE, "message id", "channel name", "conversation type"),
    _only(*_VOTE, "id", "permalink", "direction"),
    _with(*_MESSAGE, "author id", "author", "date", "content"),
    _with(*_MESSAGE, "id", "timestamp", "contents", "attachments"),
    _with(*_COMMENT, "comment id", "video id", "comment text"),
    _with(*_COMMENT, "live chat id", "video id"),
    _only(*_CHANNEL, "channel id", "channel url", "channel title"),
    _with(*_MESSAGE, "chat session", "message date"),
    _with(*_MESSAGE, "ts", "user", "text"),
    # comments and reviews
    _with(*_COMMENT, "comment author", "comment content"),
    _with(*_COMMENT, "profile id", "comment", "likes"),
    _with(*_REVIEW, "review id", "review content"),
    _with(*_REVIEW, "reviewer", "star rating"),
    # lists of readers, customers and orders
    _with(*_PERSON, "email address", "optin time"),
    _with(*_NEWSLETTER, "subject", "send date", "total recipients"),
    _with(*_NEWSLETTER, "subject", "send date", "unique opens"),
    _with(*_PERSON, "record id", "lifecycle stage"),
    _with(*_PERSON, "record id", "first name", "last name"),
    _with(*_CUSTOMER, "email", "accepts email marketing"),
    _with(*_CUSTOMER, "email", "accepts marketing"),
    _with(*_ORDER, "email", "financial status"),
    _with(*_ORDER, "seller message", "amount"),
    _with(*_CUSTOMER, "id", "description", "email", "card id"),
    _with(*_PRODUCT, "handle", "vendor", "variant sku"),
    _with(*_PRODUCT, "sku", "regular price"),
    _with(*_TICKET, "requester", "assignee"),
    _with(*_TICKET, "ticket id", "subject"),
    # a blog or site: what is given as the blog, not as the updates
    _with(*_PAGE, "slug", "collection id", "item id"),
    _with(*_PAGE, "handle", "body html", "blog handle"),
    _with(*_PAGE, "address", "status code", "title 1"),
    _with(*_PAGE, "title", "content", "excerpt", "post type"),
)  # fmt: skip


def known_in(header: Sequence[str], sample: Sample) -> Known | None:
    """The known table whose header this is."""
    words = [squeezed(word) if word else "" for word in header]
    return next((known for known in KNOWN if known.is_header(words, sample)), None)
