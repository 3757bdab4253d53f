"""What people write into cells, as literal tables: states, ticks, nothing, totals, channels that are no network."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from handover.model import State

NOTHING = frozenset("- – — . n/a na n.a. none null nil nan unknown tbd tbc tba ? #n/a #ref! #value! #name? #div/0! k.a. s/o".split())

# The beginning of a word counts: "published:1802", "Posted on 3/4".
STATES: Mapping[str, tuple[str, ...]] = {
    "published": tuple(
        "published posted live done sent completed complete finished yes publicado publicada veroffentlicht gepostet "
        "online erledigt publie publiee poste pubblicato pubblicata postado gepubliceerd geplaatst publicerad "
        "opublikowane uploaded shared delivered success ✅ ✔ ✓ ☑ 已发布 公開済み опубликован da dang".split()
    ),
    "scheduled": tuple(
        "scheduled schedule planned queued queue approved ready geplant eingeplant freigegeben programado programada "
        "agendado agendada planifie programme programmee planificado programmato pianificato gepland ingepland approvato "
        "aprobado valide schemalagd zaplanowane upcoming 已安排 予約済み запланирован".split()
    ) + ("to be posted", "to post", "to publish", "a publier"),
    "draft": tuple(
        "draft idea writing wip pending review todo started drafting no entwurf idee offen borrador pendiente brouillon "
        "bozza rascunho pendente concept backlog failed error missed unpublished 草稿 下書き черновик not".split()
    ) + (
        "in progress", "to do", "in review", "for review", "needs", "waiting", "awaiting", "in bearbeitung",
        "en cours", "a valider", "en proceso", "in arbeit", "on hold", "hold", "paused", "not started", "in design",
        "da fare", "in corso", "por hacer", "em andamento", "à faire", "a faire",
    ),
    "rejected": tuple(
        "rejected declined cancelled canceled deleted removed skipped skip scrapped killed abgelehnt abgesagt storniert "
        "geloscht rechazado rechazada cancelado cancelada refuse refusee annule annulee rifiutato annullato rejeitado "
        "afgewezen geannuleerd gestrichen dropped archived discarded 已拒绝".split()
    ) + ("not approved", "do not post", "don t post", "do not publish", "no go", "not used", "unused"),
}  # fmt: skip

YES = frozenset("true yes y x 1 ✓ ✔ ✅ ☑ ja si sí oui sim ok done posted on wahr vrai vero verdadero".split())
NO = frozenset("false no n 0 ✗ ✘ ❌ ☐ nein non não nee off falsch faux falso".split())

# Rows for these are no social updates.
NOT_SOCIAL = frozenset(
    "blog|website|web|site|blog post|blogpost|blog article|wordpress|sitio web|webseite|site web|sito".split("|")
)

TOTALS = frozenset(
    "total|totals|grand total|sum|summe|gesamt|average|avg|mean|durchschnitt|subtotal|totale|moyenne|media total|promedio"
    "|somme|totaal|overall|summary".split("|")
)
_HEADING = re.compile(
    r"(?:week|wk|woche|kw|semaine|semana|settimana|phase|month|monat|mois|mes|mese|day|quarter|q)\s*[-#:]?\s*\d{1,2}\b.*",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """A word as it is compared: no case, accents or spaces around."""
    text = unicodedata.normalize("NFKD", word.strip().casefold())
    return " ".join("".join(sign for sign in text if not unicodedata.combining(sign)).split())


def is_nothing(word: str) -> bool:
    """Whether a cell's word stands for an empty cell."""
    return len(word) < 10 and word.strip().casefold() in NOTHING


def flag(word: str) -> bool | None:
    """A tick: True, False, or None when the word is no tick."""
    told = plain(word)
    return True if told in YES else False if told in NO else None


@lru_cache(maxsize=10_000)
def state_of(word: str) -> State | str | None:
    """The state a word in a sheet stands for, "rejected", or None when it is not known."""
    told = re.sub(r"^[^\w✅✔✓☑]+", "", plain(word)).replace("'", " ").replace("’", " ").replace("-", " ")
    order = ("rejected", "draft", "scheduled", "published")
    best = ""
    found: str | None = None
    for state in order:
        for start in STATES[state]:
            if told.startswith(start) and len(start) > len(best) and not told[len(start) : len(start) + 1].isalpha():
                best, found = start, state
    return found


def is_total(word: str) -> bool:
    """Whether a row that begins with this word sums up others."""
    return plain(word).rstrip(":") in TOTALS


def is_heading(word: str) -> bool:
    """Whether a word alone in its row only divides the sheet ("Week 3")."""
    return bool(_HEADING.fullmatch(word.strip()))
