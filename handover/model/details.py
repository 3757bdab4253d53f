"""What only the user knows of this handover: the shape of `handover.toml`.

Every key is optional; a section without content leaves no trace in the documents.
"""

import datetime as dt
from dataclasses import field
from pathlib import Path

from handover.later import dataclass
from handover.model.paths import expanded
from handover.urls.typed import spelt_out

DETAILS_FILE = "handover.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person who leaves."""

    name: str = ""
    email: str = ""
    website: str = ""
    brand_colour: str = ""  # "#1f6f6b"
    logo: str = ""  # path of a PNG or JPEG, relative to the file that names it
    language: str = ""  # of the working copy and the messages, "pt-BR"; "": the documents'


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    name: str = ""
    contact: str = ""  # whom the e-mail greets
    greeting: str = ""  # how it greets: "Liebe Martina"; "": "Hello" and the contact
    form_of_address: str = ""  # "familiar" (du, tu) or "formal" (Sie, vous); "": as the language has it
    email: str = ""
    feed: str = ""  # path or address; the command line wins
    timezone: str = ""  # IANA, of the dates in the client's files; "": the one of the times read


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    notice: dt.date | None = None
    last_day: dt.date | None = None
    questions_until: dt.date | None = None
    files_kept_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    updates: tuple[str, ...] = ()  # paths
    minimum: int | None = None
    per_week: int | None = None
    language: str = ""
    template: str = ""
    out_dir: str = ""
    formats: tuple[str, ...] = ()
    timezone: str = ""
    map: dict[str, str] = field(default_factory=dict)
    network: dict[str, str] = field(default_factory=dict)  # file, or "file › sheet" -> network
    whole_blog: bool | None = None
    strict: bool | None = None
    overwrite: bool | None = None
    resolve_links: bool | None = None
    check_links: bool | None = None
    page_numbers: bool | None = None
    zip: bool | None = None
    fetch_titles: bool | None = None
    fetch_media: bool | None = None
    pictures: str = ""
    strip_gps: bool | None = None
    fresh: bool | None = None
    site: str = ""  # the blog's address, for exports that do not name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account and who holds it. Never a password."""

    name: str
    url: str = ""
    role: str = ""  # what the client's person is there: "super admin"
    owner_now: str = ""
    owner_after: str = ""
    how: str = ""
    recovery: str = ""  # whose mailbox and phone a lost sign-in goes to
    two_step: str = ""  # on whose device the second step is
    apps: tuple[str, ...] = ()  # what is connected, and has to be connected anew
    payment: str = ""  # whose card
    done_on: dt.date | None = None  # when it changed hands
    checked_by: str = ""  # who signed in and saw that it works


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    name: str
    purpose: str = ""
    who_pays: str = ""
    renews: dt.date | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    what: str
    owner: str = ""
    due: dt.date | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    role: str = ""
    email: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document in the user's own words: answers, running ads, whom to call in a crisis."""

    title: str
    text: str = ""  # an empty line parts paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """What lies elsewhere: brand kit, designs, pictures."""

    name: str
    where: str = ""  # an address, or the name of a drive or folder
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    number: str = ""
    amount: str = ""
    due: dt.date | str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    testimonial: str = ""  # a link or a sentence
    referral: str | bool = ""  # the same; "": a gentle sentence of ours, False: nothing is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    me: Me = field(default_factory=Me)
    client: Client = field(default_factory=Client)
    dates: Dates = field(default_factory=Dates)
    content: Content = field(default_factory=Content)
    account: tuple[Account, ...] = ()
    tool: tuple[Tool, ...] = ()
    open_item: tuple[OpenItem, ...] = ()
    contact: tuple[Contact, ...] = ()
    section: tuple[Section, ...] = ()
    file: tuple[File, ...] = ()
    highlights: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    invoice: Invoice = field(default_factory=Invoice)
    ask: Ask = field(default_factory=Ask)
    base: str = ""  # folder of the file, for the paths it names; not a key of the file

    def beside(self, path: str) -> str:
        """A path that the file names, from where the file lies; an address as it is."""
        if not path or not self.base or "://" in path:
            return path
        if spelt_out(path) and not (Path(self.base) / path).exists():
            return path  # "tern.example"
        return str(Path(self.base) / expanded(path))
