"""What the cells below a header show: people's addresses and numbers, handles, marks out of five, prose."""

import re
from collections.abc import Callable, Sequence

from handover.later import pattern
from handover.networks import network_named, network_of
from handover.networks.own import account_in, is_post_address
from handover.read.updates.tables import Cell
from handover.read.updates.tables.foreign import trade
from handover.read.updates.tables.header.columns import text_of
from handover.read.updates.tables.rows.cell_words import NOTHING, flag, folded, plain, state_of
from handover.read.updates.tables.rows.cells import addresses, is_mail, networks_in
from handover.read.updates.tables.when.dates import is_date

Sample = Sequence[Sequence[Cell]]  # rows below a header
Test = Callable[[str], bool]

MOST = 0.6  # of the filled cells of a column, to say what it holds
DIFFERENT = 0.8  # of the filled cells, where each row is about somebody else
MANY = 8  # names that no team has
ENOUGH = 5  # addresses of posts that show whose they are
LONGEST_NAME = 60  # characters of the networks a cell names
PROSE = 25  # characters of a sentence, at the least

_MARK = pattern(r"(?:\d{1,2}(?:[.,]\d)?\s*(?:/\s*\d{1,2}|★|⭐|stars?|sterne?)?|[★☆⭐]{1,5})", re.IGNORECASE)
_SPAN = pattern(
    r"\d{1,3}(?:[.,]\d{1,2})?\s*(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?|ore|ora|min\.?|mins|minutes?"
    r"|minuten|minutos?|minut[oi])?(?:\s*\d{1,2}\s*(?:m|min\.?))?|\d{1,2}:\d{2}(?:\s*h)?",
    re.IGNORECASE,
)
_SYMBOLS = pattern(r"^\W+")  # "📸 Instagram"
_TAG = pattern(r"(?<![\w&#/])#\w*[^\W\d_]")


def column(sample: Sample, index: int) -> list[str]:
    """The filled cells of a column as text."""
    texts = [text_of(cells[index]) for cells in sample if 0 <= index < len(cells)]
    return [text for text in texts if text not in NOTHING]


def share(texts: Sequence[str], test: Test) -> float:
    """How many of these texts pass, as a share of one; 0 where there are none."""
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def mostly(texts: Sequence[str], test: Test) -> bool:
    """Whether nearly all of these texts pass; not where there are none."""
    return share(texts, test) >= MOST


def all_differ(texts: Sequence[str]) -> bool:
    """Whether many are named: nearly every row another one, as of customers, or more than work on a plan."""
    different = len({text.casefold() for text in texts})
    return different > 1 and (different > DIFFERENT * len(texts) or different >= MANY)


def has_digits(text: str) -> bool:
    return sum(sign.isdigit() for sign in text) > 5


def is_mark(text: str) -> bool:
    """A mark: "4", "4,5", "5/5", "★★★★"."""
    return bool(_MARK.fullmatch(text)) and float(re.sub(r"[^\d.].*", "", text.replace(",", ".")) or 0) <= 10


def is_messenger(text: str) -> bool:
    """Whether a cell names where people talk in private."""
    return plain(text) in trade.PRIVATE_PLACES


def is_span(text: str) -> bool:
    """How long something took, in hours or minutes, as "45", "1,5 h", "90 min"; a film takes seconds."""
    return bool(_SPAN.fullmatch(text))


def is_hour_of_day(text: str) -> bool:
    """A time on the clock, later than work takes: "9:30"."""
    hour, _, minutes = text.partition(":")
    return hour.isdigit() and bool(minutes) and int(hour) > 6


def is_sentiment(text: str) -> bool:
    """How a text was felt to be: "negative", "-0.4"; a tone to write in is none."""
    return (
        text.casefold().startswith(("pos", "neg", "neu", "mixed", "gemischt"))
        or text.lstrip("+-")[:1].isdigit()
    )


def is_prose(text: str) -> bool:
    return len(text) >= PROSE and " " in text


def is_person(text: str) -> bool:
    """What may be somebody's name or e-mail address: no date, number, time, tick or address."""
    return is_mail(text) or not (
        any(sign.isdigit() for sign in text) or "://" in text or flag(text) is not None or is_date(text)
    )


def has_hashtag(text: str) -> bool:
    return "#" in text and _TAG.search(text) is not None


def is_many_peoples(links: Sequence[str]) -> bool:
    """Whether posts at these addresses are of many accounts, a post or two of each: a list of finds.

    An agency's own sheet has several accounts too, but many posts of each.
    """
    owners = [account for link in links if (account := account_in(link))]
    return len(owners) >= ENOUGH and 2 * len(set(owners)) > len(owners)


def links_of(texts: Sequence[str]) -> list[str]:
    """The addresses of posts among these cells."""
    found = [link for text in texts if "://" in text or "www." in text for link in addresses(text)]
    return [link for link in found if is_post_address(link)]


# --- what speaks for updates ---


def is_tick(cell: str) -> bool:
    """Whether a cell only notes that something is done, or how often."""
    return cell.isdigit() or (len(cell.split()) < 3 and state_of(cell) is not None)


def is_format(cell: str) -> bool:
    return plain(cell) in trade.FORMATS


def has_digit(cell: str) -> bool:
    # Under a date's header: how the date is written is for others to tell.
    return any(map(str.isdigit, cell))


def is_written_date(cell: str) -> bool:
    return not cell.isdigit() and is_date(cell)


def is_network(cell: str) -> bool:
    """Whether a cell names networks and nothing else."""
    found = networks_in(_SYMBOLS.sub("", cell)) if len(cell) <= LONGEST_NAME else ()
    return bool(found) and all(network != "other" for network, _ in found)


def is_account(cell: str) -> bool:
    """Whether an account's name says where it is: "Acme - LinkedIn", "acmetea Twitter"."""
    return is_network(cell) or any(map(_is_networks_name, _words(cell)))


def _is_networks_name(word: str) -> bool:
    return len(word) > 3 and network_named(word) not in (None, "other")


def is_on_network(cell: str) -> bool:
    return "." in cell and any(network_of(link) != "other" for link in addresses(cell))


def is_of_publishing(cell: str) -> bool:
    return plain(cell).startswith(trade.PUBLISHED)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[\W_\d]+", folded(name)) if word]


def is_named_after_network(name: str) -> bool:
    words = _words(name)
    return any(map(_is_networks_name, words)) and not trade.NOT_HERS.intersection(words)


def is_named_after_plan(name: str) -> bool:
    words = _words(name)
    return any(plan in " ".join(words) for plan in trade.PLANS) and not trade.NOT_HERS.intersection(words)
