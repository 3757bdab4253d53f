"""What people write into cells, as literal tables: states, ticks, nothing, totals, what is no network."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from handover.later import pattern
from handover.read.updates.tables.words_of_languages import STATES as WORDS_FOR


def listed(words: str) -> tuple[str, ...]:
    """The words of a table, apart at " | "."""
    return tuple(" ".join(words.split()).split(" | "))


_NOTHING = listed("""
    - | – | — | . | ? | n/a | na | n.a. | none | null | nil | nan | unknown | tbd | tbc | tba | k.a.
    | s/o
""")
# What a cell shows that could not be calculated, as spreadsheet programs word it in each language
# (Microsoft's and Google's lists of functions and errors).
ERRORS = frozenset(
    listed("""
        #N/A | #REF! | #VALUE! | #NAME? | #DIV/0! | #NUM! | #NULL! | #ERROR! | #SPILL! | #CALC! | #FIELD!
        | #GETTING_DATA | #BLOCKED! | #CONNECT! | #BUSY! | #UNKNOWN! | #EXTERNAL! | #PYTHON! | #TIMEOUT!
        | #NV | #BEZUG! | #WERT! | #ZAHL! | #ÜBERLAUF! | #KALK! | #FELD! | #BLOCKIERT! | #VERBINDEN!
        | #UNBEKANNT! | #FEHLER! | #NOM? | #VALEUR! | #NOMBRE! | #NUL! | #PROPAGATION! | #DEVERSEMENT!
        | #DÉVERSEMENT! | #CALCUL! | #CHAMP! | #ERREUR! | #N/D | #¡REF! | #¡VALOR! | #¿NOMBRE? | #¡NUM!
        | #¡NULO! | #¡DIV/0! | #¡DESBORDAMIENTO! | #¡CALC! | #¡CAMPO! | #¡ERROR! | #RIF! | #VALORE!
        | #NOME? | #NULLO! | #ESPANSIONE! | #CAMPO! | #ERRORE! | #VALOR! | #NÚM! | #NULO! | #DESPEJAR!
        | #ERRO! | #VERW! | #WAARDE! | #NAAM? | #GETAL! | #LEEG! | #N/B | #OVERLOOP! | #FOUT! | #ADR!
        | #ARG! | #NAZWA? | #LICZBA! | #ZERO! | #N/D! | #REFERENS! | #VÄRDEFEL! | #NAMN? | #OGILTIGT!
        | #SAKNAS! | #SKÄRNING! | #SPILLFEL! | #REFERENCE! | #VÆRDI! | #NAVN? | #I/T | #OVERLØB! | #VERDI!
        | #VIITTAUS! | #ARVO! | #NIMI? | #LUKU! | #PUUTTUU! | #TYHJÄ! | #JAKO/0! | #ССЫЛКА! | #ЗНАЧ!
        | #ИМЯ? | #ЧИСЛО! | #ПУСТО! | #Н/Д | #ДЕЛ/0! | #BAŞV! | #DEĞER! | #AD? | #SAYI! | #BOŞ! | #YOK
        | #SAYI/0! | #ODKAZ! | #HODNOTA! | #NÁZEV? | #ČÍSLO! | #HIV! | #ÉRTÉK! | #NÉV? | #SZÁM! | #HIÁNYZIK
        | #ZÉRÓOSZTÓ! | Err:502 | Err:504 | Err:508 | Err:509 | Err:510 | Err:520 | Err:522
    """)
)
# As they are written, for one look-up a cell.
NOTHING = frozenset(
    {
        "",
        *ERRORS,
        *map(str.lower, ERRORS),
        *(w for word in _NOTHING for w in (word, word.upper(), word.capitalize())),
    }
)

# The beginning of a cell counts: "published:1802", "Posted on 3/4". The longest word that fits wins.
_SEEN: Mapping[str, tuple[str, ...]] = {
    "published": listed("""
        published | posted | live | done | sent | completed | complete | finished | yes | uploaded
        | shared | delivered | success | online | went live | went out
        | gone live | gone out | is live | publicado | publicada | veroffentlicht | gepostet
        | erledigt | publie | publiee | poste | pubblicato | pubblicata | postado | gepubliceerd
        | geplaatst | publicerad | opublikowane | da dang | 已发布 | 公開済み | опубликован | ✅ | ✔
        | ✓ | ☑ | hecho | subido | subida | fait | fatto | feito | en ligne | en linea | is online
    """),
    "scheduled": listed("""
        scheduled | schedule | planned | queued | queue | approved | ready | upcoming | to be posted
        | in scheduler | in the scheduler | in planner | in buffer | in hootsuite | in later | loaded
        | to post | to publish | geplant | eingeplant | freigegeben | programado | programada
        | agendado | agendada | planifie | programme | programmee | a publier | valide | planificado
        | programmato | pianificato | approvato | aprobado | gepland | ingepland | schemalagd
        | zaplanowane | vorgeplant | terminiert | fertig | bereit | pret | prete | listo | lista | pronto
        | pronta | klaar | gereed | goedgekeurd | da pubblicare | por publicar | a publicar | te plaatsen
        | nog plaatsen | da postare
        | 已安排 | 予約済み | запланирован
    """),
    "draft": listed("""
        draft | drafting | idea | writing | wip | pending | review | in review | for review | todo
        | to do | started | not | not started | no | in progress | in design | needs | waiting
        | working on it | stuck
        | awaiting | on hold | hold | parked | paused | backlog | failed | error | missed | unpublished
        | entwurf | idee | offen | in bearbeitung | in arbeit | borrador | pendiente | en proceso
        | por hacer | brouillon | en cours | a faire | a valider | bozza | da fare | in corso
        | rascunho | pendente | em andamento | concept | drafts | ideas | first draft | with client
        | change | changes | needs changes | revise | edit | edits
        | in approvazione | en aprobacion | en validation | in validazione
        | to approve | to be | to write | postponed | moved | tbc | tbd | tba
        | entwurfe | ideen | in planung | in abstimmung | in freigabe | zur freigabe | zur abstimmung
        | wartet | noch | verschoben | anderung | anderungen | anpassen | korrektur | a revoir | a corriger
        | a modifier | cambios | con cambios | modificare | da modificare | modifiche | alterar | ajustar
        | aanpassen | wijzigen | brouillons | idees | en attente | reporte | reportee | borradores
        | ideas | en revision | en espera | por aprobar | aplazado | bozze | idee | in attesa | da approvare
        | in revisione | rinviato | rascunhos | ideias | aguardando | em aprovacao | em revisao | adiado
        | concepten | ideeen | ter goedkeuring | wacht | in behandeling | uitgesteld | 草稿 | 下書き
        | pte | pdte | pend | zu prufen
        | a fazer | noch zu tun | nog doen | nog te doen | te doen | niet gedaan | mee bezig | черновик
    """),
    "rejected": listed("""
        rejected | declined | cancelled | canceled | deleted | removed | skipped | skip | scrapped
        | killed | dropped | archived | discarded | not approved | do not post | don t post
        | do not publish | no go | not used | unused | abgelehnt | abgesagt | storniert | geloscht
        | gestrichen | rechazado | rechazada | cancelado | cancelada | refuse | refusee | annule
        | annulee | rifiutato | annullato | rejeitado | rejeitada | afgewezen | geannuleerd
        | no longer | do not use
        | don t use | entfallt | verworfen | nicht posten | ne pas publier | no publicar | descartado
        | internal note | internal notes | internal only | nota interna | notas internas | interne notiz
        | note interne | notes internes | appunto interno | interne notitie
        | no va | no aplica | taken down | withdrawn
        | non pubblicare | scartato | nao publicar | afgekeurd | vervallen | niet plaatsen | 已拒绝
    """),
}

YES = frozenset(
    listed("""
        true | yes | y | x | 1 | ✓ | ✔ | ✅ | ☑ | ja | si | oui | sim | ok | done | posted | on | wahr | vrai
        | verdadero | vero | verdadeiro | tak | ano | igen | kylla | evet | да | так | ναι | はい | 是
        | 네 | 예
    """)
)
NO = frozenset(
    listed("""
        false | no | n | 0 | ✗ | ✘ | ❌ | ☐ | nein | non | nao | nee | off | falsch | faux | falso | nie | ne
        | nem | ei | hayır | hayir | нет | ні | οχι | いいえ | 否 | 아니요 | nej | nei
    """)
)

# What stands before an idea or a note to oneself, and under a state.
IDEAS = frozenset(
    listed("""
        idea | ideas | idee | idees | ideen | ideia | ideias | ideeen | todo | to-do | note | notes | nota
        | notas | notiz | notizen | notitie | appunto | brainstorm | pomysl | ide | napad
    """)
)
_SPANS = 12  # runs of rows that are named
_LABEL = 24  # characters before a colon
# Rows for these are no social updates.
NOT_SOCIAL = frozenset(
    listed("""
        blog | website | web | site | blog post | blogpost | blog article | wordpress | sitio web
        | webseite | site web | sito
    """)
)
TOTALS = frozenset(
    listed("""
        total | totals | grand total | subtotal | sum | average | avg | mean | overall | summary
        | summe | gesamt | durchschnitt | totale | moyenne | somme | promedio | media total | totaal
    """)
)
_HEADING = pattern(
    r"(?:week|wk|woche|kw|semaine|semana|settimana|phase|month|monat|mois|mes|mese|day|quarter|q)"
    r"\s*[-#:]?\s*\d{1,2}\b.*",
    re.IGNORECASE,
)


@lru_cache(maxsize=10_000)
def plain(word: str) -> str:
    """A word as it is compared: no case, accents or spaces around."""
    return " ".join(folded(word.strip()).split())


def folded(text: str) -> str:
    """A text without case and accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join([sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)])


def flag(word: str) -> bool | None:
    """A tick: True, False, or None when the word is no tick."""
    told = word.strip()
    if " " in told and told[0].isascii() and told[-1].isascii():
        return None  # two words, and no tick is: a long text need not be told letter by letter
    told = plain(told)
    return True if told in YES else False if told in NO else None


# As `plain` leaves a word: a Japanese sign may be two where accents are taken off. Turkish capitals have no
# "ı" once they are small letters.
STATES: Mapping[str, tuple[str, ...]] = {
    state: tuple(
        dict.fromkeys(
            spelled
            for word in (*words, *listed(WORDS_FOR[state]))
            for spelled in (plain(word), plain(word).replace("ı", "i"))
        )
    )
    for state, words in _SEEN.items()
}
_DENYING = frozenset(
    listed(
        "not | no | never | un | nicht | kein | noch | pas | non | nao | nie | niet | if | when | until | be"
    )
)


@lru_cache(maxsize=10_000)
def state_of(word: str) -> str | None:
    """The state a word in a sheet stands for, "rejected", or None when it is not known."""
    told = re.sub(r"^[^\w✅✔✓☑]+", "", plain(word)).replace("'", " ").replace("’", " ").replace("-", " ")
    fitting = [
        (len(start), state)
        for state, starts in STATES.items()
        for start in starts
        if told.startswith(start) and not told[len(start) : len(start) + 1].isalpha()
    ]
    state = max(fitting)[1] if fitting else None
    if state == "published" and _UNDER_WAY.match(told):
        return "draft"
    return state


# "Sent for approval", "shared with client", "done, needs review": a step is over, and nothing is out.
_UNDER_WAY = pattern(
    r"(?:sent|shared|done|completed?|finished|delivered|uploaded|erledigt|fait|hecho|fatto|feito)\b.*?"
    r"(?:\b(?:for|to|with) (?:the )?(?:client|customer|review|approval|design|feedback|sign off|check)"
    r"|\b(?:await|wait|need|pending|draft|copy\b|writing|approv|review|feedback|freigabe|abstimmung|validation"
    r"|aprobacion|aprovacao|approvazione|goedkeuring))"
)


def state_under(word: str) -> str | None:
    """The state a word under "Status" stands for; there its last word may tell: "Client approved", "auf FB
    gepostet", where none before it denies it.
    """
    if told := state_of(word):
        return told
    words = plain(word).split()
    if not 1 < len(words) < 5 or _DENYING.intersection(words):
        return None
    return next(
        (state for state, starts in STATES.items() if len(words[-1]) > 3 and words[-1] in starts), None
    )


def is_idea(told: str, *, alone: bool = False) -> bool:
    """Whether a text begins as an idea or a note ("Idée : vidéo"), or, `alone`, is the word for one."""
    head, sign, _ = told[:_LABEL].partition(":")
    if not (sign or alone):
        return False
    words = plain(head).split()
    return 0 < len(words) < 3 and words[0] in IDEAS


def is_total(word: str) -> bool:
    """Whether a row that begins with this word sums up others."""
    return len(word) < 20 and not word[:1].isdigit() and plain(word).rstrip(":") in TOTALS


def counted(number: int, thing: str) -> str:
    """A number and its thing: "1 row", "2 rows"."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def spans(rows: Sequence[int]) -> str:
    """Numbers of rows, those in a run as one: "3, 5-8"."""
    told: list[list[int]] = []
    for row in rows:
        if told and row == told[-1][-1] + 1:
            told[-1] = [told[-1][0], row]
        else:
            told.append([row])
    shown = ", ".join("-".join(map(str, span)) for span in told[:_SPANS])
    return shown + (", …" if len(told) > _SPANS else "")


def is_heading(word: str) -> bool:
    """Whether a word alone in its row only divides the sheet ("Week 3")."""
    return bool(_HEADING.fullmatch(word.strip()))
