"""What several signs together make of a table, as two literal tables.

What `NEVER_READ` names is decided by signs that belong together: such a table is not read, whoever named
the file. `LOGS` are not read unless the user maps the column of the text: they look like a plan but for what
stands beside. `LIKENESSES` only gives a word for a table that shows no sign of updates.
"""

from handover.later import dataclass
from handover.model import N_
from handover.read.updates.tables.foreign.proof import Evidence


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of table that holds no updates of hers."""

    name: str  # "412 rows look like ..."
    # Each gives signs, apart at spaces (one of two words has a hyphen here), and a table that shows all of
    # one is of the kind.
    signs: tuple[str, ...]
    always: bool = False  # even where it is plainly a plan of updates


_WROTE = N_("what customers wrote")
_SENT = N_("what people sent in")
_MESSAGES = N_("private messages")
_PEOPLE = N_("a list of people")
PASSWORDS = N_("a list of passwords")
_COMMENTS = N_("comments or reviews by other people")
_POSTS = N_("posts of other people")
_CALLS = N_("notes of calls and deals")

NEVER_READ: tuple[Kind, ...] = (
    Kind(PASSWORDS, ("password",)),
    Kind(_COMMENTS, ("comment-id", "reviewer wordless", "reviewer rating", "reviewer review"), always=True),
    Kind(_COMMENTS, ("comment member many", "comment handles"), always=True),
    Kind(_POSTS, ("quoted", "competitor words"), always=True),
    Kind(_MESSAGES, ("from to",), always=True),
    Kind(N_("job applications"), ("applicant weak", "applicant email", "applicant phone", "applicant name")),
    Kind(_MESSAGES, ("conversation", "sender", "recipient weak", "recipient wordless", "from weak")),
    Kind(_MESSAGES, ("member weak alone", "member sent many", "crowd sent", "author sent bare")),
    Kind(_MESSAGES, ("handles reply", "contact reply")),
    Kind(_COMMENTS, ("review rating", "review customer", "review member", "review name alone")),
    Kind(_COMMENTS, ("review client alone", "review emails", "review reply", "rating weak alone")),
    Kind(_COMMENTS, ("rating weak many", "rating author many", "rating customer", "comment rating")),
    Kind(_COMMENTS, ("comment member wordless", "comment author wordless", "comment reply")),
    Kind(_COMMENTS, ("comment emails", "sentiment weak", "sentiment author", "sentiment member")),
    Kind(_POSTS, ("handles weak", "authors weak posts", "author followers weak")),
    Kind(N_("orders"), ("order customer", "order emails", "order address", "order client", "order phones")),
    Kind(N_("people who take part"), ("attendee email", "attendee phone", "attendee first-name")),
    Kind(
        N_("requests of customers"),
        ("ticket weak alone", "ticket letter alone", "ticket customer", "ticket reply"),
    ),
    Kind(N_("complaints"), ("complaint words", "complaint customer", "complaint name", "complaint reply")),
    Kind(_WROTE, ("customer weak alone", "customer weak many", "customer sent")),
    Kind(
        N_("what customers wrote"), ("customer reply", "customer resolved", "client reply", "client resolved")
    ),
    Kind(_WROTE, ("client sent bare many", "client sent phone", "client sent email")),
    Kind(_WROTE, ("client consent", "client weak emails", "client weak phones")),
    Kind(_WROTE, ("sent reply", "sent resolved", "name consent", "customer consent")),
    Kind(_SENT, ("emails weak", "phones weak", "email weak alone", "phone weak alone")),
    Kind(_SENT, ("name sent bare", "first-name weak alone", "form weak")),
    Kind(_SENT, ("first-name last-name weak",)),
    Kind(_PEOPLE, ("emails phones", "email phone alone", "emails name", "emails first-name")),
    Kind(_PEOPLE, ("emails customer", "emails contact", "emails born", "emails address")),
    Kind(_PEOPLE, ("email wordless", "phones name", "phones contact", "phones customer")),
    Kind(_PEOPLE, ("phones first-name", "first-name last-name", "name followers", "born name")),
    Kind(_PEOPLE, ("born first-name",)),
    Kind(_PEOPLE, ("handles name", "handles fee", "handles followers", "handles email")),
    Kind(_PEOPLE, ("handles wordless", "handles contact", "influencer followers", "influencer fee")),
    Kind(_PEOPLE, ("influencer email", "influencer handles", "influencer consent")),
)

LOGS: tuple[Kind, ...] = (
    Kind(N_("a diary"), ("mood weak", "mood wordless")),
    Kind(
        _CALLS, ("deal next-step", "company next-step", "customer next-step", "name next-step"), always=True
    ),
    Kind(_CALLS, ("deal company", "deal weak", "next-step weak")),
    Kind(N_("job applications"), ("applied company", "applied position", "position company"), always=True),
    Kind(N_("job applications"), ("applied weak",)),
    Kind(N_("notes of meetings"), ("present weak", "present meeting")),
    Kind(N_("a time sheet"), ("spent weak", "hours weak")),
    Kind(_PEOPLE, ("person seen", "person deal", "person next-step"), always=True),
    Kind(_MESSAGES, ("person weak", "person sent", "messenger weak", "contact sent bare")),
    Kind(_WROTE, ("remedy weak", "remedy person", "remedy customer")),
    Kind(_POSTS, ("whose words", "whose seen"), always=True),
    Kind(_POSTS, ("seen weak",)),
)

LIKENESSES: tuple[Kind, ...] = (
    Kind(N_("questions and answers"), ("question answer",)),
    Kind(N_("a list of pictures"), ("picture",)),
    Kind(N_("a time sheet"), ("hours",)),
    Kind(N_("a list of products"), ("goods",)),
    Kind(N_("accounts or a budget"), ("ledger", "money")),
    Kind(N_("newsletters or e-mails"), ("letter",)),
    Kind(N_("adverts"), ("advert",)),
    Kind(N_("job adverts"), ("job",)),
    Kind(N_("notes of meetings"), ("meeting",)),
    Kind(N_("a list of tasks"), ("task",)),
    Kind(N_("pages of a website"), ("page",)),
    Kind(N_("a list of events or places"), ("place",)),
    Kind(N_("books, films or episodes"), ("book",)),
    Kind(N_("a log, or texts of a program"), ("record",)),
    Kind(_PEOPLE, ("name weak many", "email", "phone")),
)


def kind_of(evidence: Evidence) -> str:
    """The kind of table this is that is never read; "" for none."""
    plain = evidence.is_plain
    kinds = (kind for kind in NEVER_READ if kind.always or not plain)
    return next((kind.name for kind in kinds if _is(kind, evidence)), "")


def log_of(evidence: Evidence) -> str:
    """The kind of private log this looks like; "" for none, or where it shows what only updates have."""
    plain = evidence.is_plain or evidence.planned + evidence.shown + evidence.beside > 0
    return next((kind.name for kind in LOGS if (kind.always or not plain) and _is(kind, evidence)), "")


def likeness_of(evidence: Evidence) -> str:
    """What a table looks like that shows no sign of updates; "" for nothing known."""
    return next((kind.name for kind in LIKENESSES if _is(kind, evidence)), "")


def _is(kind: Kind, evidence: Evidence) -> bool:
    return any(
        all(sign.replace("-", " ") in evidence.signs for sign in signs.split()) for signs in kind.signs
    )
