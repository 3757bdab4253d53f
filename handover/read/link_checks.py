"""Where short links lead, and which links are dead: asked politely, and only when the user wants it.

One request at a time to a host, several hosts at once, within a limit of time and number. Answers are
kept in a file, so that a second run asks little.
"""

import datetime as dt
import json
import logging
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import field
from pathlib import Path
from urllib.parse import urldefrag

import platformdirs
import requests

from handover.later import dataclass
from handover.model import Progress, Said
from handover.read.fetch import Answer, ask, open_session
from handover.urls import host_of
from handover.urls.known import SHORTENERS

Work = Callable[[str, "_Guest"], None]

HOSTS_AT_ONCE = 8
MOST = 5_000  # addresses of one run
DEADLINE = 300.0  # seconds for all of them
TIMEOUT = 10.0  # seconds for one request
PAUSE = 1.0  # seconds between two requests to one host
HOPS = 5  # forwards that are followed
TOO_MANY = 429  # the status of who asks for patience
FRESH = dt.timedelta(days=7)  # how long a link found alive is believed
GONE = {404: Said("the page is not there (404)"), 410: Said("the page was removed (410)")}
# Answers to HEAD that say nothing of the page: some servers know GET only, or mistrust whoever asks so.
ASK_AGAIN = range(400, 600)

log = logging.getLogger("handover")


def resolve_links(
    addresses: Iterable[str],
    *,
    session: requests.Session | None = None,
    cache: str | Path | None = None,
    progress: Progress | None = None,
    hosts: Collection[str] = SHORTENERS,
    pause: float = PAUSE,
    deadline: float = DEADLINE,
    unasked: list[str] | None = None,
) -> dict[str, str]:
    """Where the short links among `addresses` lead: short address -> target.

    Only known shorteners (`hosts`) are asked, with HEAD; the targets never are. A link that leads from
    one shortener to the next is followed up to its last. What gives no target is missing from the result,
    and so is what was not reached within `deadline` seconds, which is added to `unasked`. With a `session`
    all is asked through it, one host after the other. `cache` is a file; by default one in the user's
    cache folder. Raises nothing.
    """
    memory = _Memory.at(cache, "short-links.json")
    short = [address for address in dict.fromkeys(addresses) if host_of(address) in hosts]
    found = {address: target for address in short if (target := memory.get(address))}
    lock = threading.Lock()

    heard: set[str] = set()

    def follow(address: str, guest: "_Guest") -> None:
        target = _target(address, guest, hosts)
        if target is not None:
            heard.add(address)
        if target:
            with lock:
                found[address] = target
                memory.put(address, target)

    unknown = [address for address in short if address not in found]
    left = _ask_all("Asking where short links lead", unknown, follow, session, progress, pause, deadline)
    if unasked is not None:
        unasked += left if heard or not unknown else unknown
    memory.save()
    return {address: found[address] for address in short if address in found}


def check_links(
    addresses: Iterable[str],
    *,
    session: requests.Session | None = None,
    cache: str | Path | None = None,
    progress: Progress | None = None,
    pause: float = PAUSE,
    deadline: float = DEADLINE,
    unasked: list[str] | None = None,
) -> dict[str, str]:
    """The dead links among `addresses`: address -> why, as the end of a sentence.

    Dead is what is not there (404, 410), has no server, or answers with a failure twice over. A page that
    wants a login or refuses robots is alive. Links found alive are believed for a week. What was not
    reached within `deadline` seconds is no link of the result, but added to `unasked`; so is everything
    where not one server was reached, since then it is the connection that is dead. `session`, `cache`: as
    for `resolve_links`.
    """
    memory = _Memory.at(cache, "living-links.json")
    today = dt.datetime.now(dt.UTC).date()
    wanted = [a for a in dict.fromkeys(addresses) if host_of(a) and not _is_fresh(memory.get(a), today)]
    dead: dict[str, str] = {}
    unheard: set[str] = set()
    lock = threading.Lock()

    def look(address: str, guest: "_Guest") -> None:
        why, reached = _why_dead(address, guest)
        with lock:
            if not reached:
                unheard.add(address)
            if why:
                dead[address] = why
            else:
                memory.put(address, today.isoformat())

    left = _ask_all("Checking links", wanted, look, session, progress, pause, deadline)
    if unheard and len(unheard) + len(left) == len(wanted):
        dead, left = {}, wanted
    if unasked is not None:
        unasked += left
    memory.save()
    return {address: dead[address] for address in wanted if address in dead}


def _target(address: str, guest: "_Guest", hosts: Collection[str]) -> str | None:
    """Where a short link ends; "" when that cannot be told, None when nobody was there to tell."""
    current = address
    for _ in range(HOPS):
        answer = guest.ask(current)
        if answer.unreached and current == address:
            return None
        if not answer.location:
            return ""
        current = answer.location
        if host_of(current) not in hosts:
            return current
    return ""


def _why_dead(address: str, guest: "_Guest") -> tuple[str, bool]:
    """Why a link is dead, "" for one that is not; and whether any server was reached."""
    current, seen = urldefrag(address)[0], set[str]()
    for _ in range(HOPS + 1):
        answer = _answer(current, guest)
        if not answer.location:
            return _fault(answer), bool(seen) or not answer.unreached
        seen.add(current)
        current = urldefrag(answer.location)[0]
        if current in seen:
            return Said("it is sent round in a circle"), True
    return Said("it is sent on too often"), True


def _answer(address: str, guest: "_Guest") -> Answer:
    answer = guest.ask(address)
    if answer.permanent or guest.is_unwelcome or (answer.status and answer.status not in ASK_AGAIN):
        return answer
    return guest.ask(address, "GET")


@dataclass
class _Guest:
    """Asks one host after the other question, never sooner than it may."""

    session: requests.Session
    pause: float
    has_asked: bool = False
    is_unwelcome: bool = False  # the host asks for patience: it is asked nothing more in this run

    def ask(self, address: str, method: str = "HEAD") -> Answer:
        if self.has_asked:
            time.sleep(self.pause)
        self.has_asked = True
        answer = ask(address, method=method, session=self.session, timeout=TIMEOUT)
        self.is_unwelcome |= answer.status == TOO_MANY
        return answer


def _fault(answer: Answer) -> str:
    if answer.status in GONE:
        return GONE[answer.status]
    if answer.status >= 500:
        return Said("the server has a fault ({status})", status=str(answer.status))
    return "" if answer.status else answer.error


def _ask_all(
    stage: str,
    addresses: list[str],
    work: Work,
    session: requests.Session | None,
    progress: Progress | None,
    pause: float,
    deadline: float,
) -> list[str]:
    """Do the work for every address: hosts side by side, the addresses of one host in turn.

    Returns those that number or time did not allow to ask.
    """
    left = addresses[MOST:]
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses[:MOST]:
        hosts[host_of(address)].append(address)
    total = min(len(addresses), MOST)
    end = time.monotonic() + deadline
    done, lock = 0, threading.Lock()

    def ask_host(host: str) -> None:
        nonlocal done
        with open_session() if session is None else nullcontext(session) as used:
            guest = _Guest(used, pause)
            for number, address in enumerate(hosts[host]):
                if time.monotonic() > end or guest.is_unwelcome:
                    left.extend(hosts[host][number:])
                    return
                work(address, guest)
                with lock:
                    done += 1
                    if progress:
                        progress(stage, done, total)

    # A session asks one thing at a time; a given one is not shared between threads.
    with ThreadPoolExecutor(max_workers=HOSTS_AT_ONCE if session is None else 1) as pool:
        for _ in pool.map(ask_host, sorted(hosts)):
            pass
    return left


@dataclass
class _Memory:
    """Answers in a file; without a file that can be used nothing is kept, and nothing fails."""

    path: Path | None
    known: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    @classmethod
    def at(cls, cache: str | Path | None, name: str) -> "_Memory":
        try:
            path = (
                Path(cache) if cache else Path(platformdirs.user_cache_dir("content-handover", False)) / name
            )
            told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: no home folder
            log.info("answers about links are not read back: %s", error)
            return cls(path=Path(cache) if cache else None)
        known = {k: v for k, v in told.items() if isinstance(v, str)} if isinstance(told, dict) else {}
        return cls(path=path, known=known)

    def get(self, address: str) -> str:
        return self.known.get(address, "")

    def put(self, address: str, told: str) -> None:
        self.known[address] = told
        self.changed = True

    def save(self) -> None:
        if self.path is None or not self.changed:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(self.path.name + ".new")
            fresh.write_text(json.dumps(self.known, ensure_ascii=False, sort_keys=True), encoding="utf-8")
            fresh.replace(self.path)
        except OSError as error:
            log.info("answers about links are not kept: %s", error)


def _is_fresh(told: str, today: dt.date) -> bool:
    try:
        return bool(told) and abs(today - dt.date.fromisoformat(told)) <= FRESH  # a clock may be set back
    except ValueError:
        return False
