"""Names of months and weekdays in many languages.

They are those of CLDR for the locales below, wide and abbreviated, with what people write besides, and stand
here as data because loading them takes longer than reading a thousand rows. Golden dates of each language
hold them; `python -m tests.compare_names` shows what the CLDR of the babel that is installed spells
otherwise. A word that means two months or days in two languages is left out.
"""

import unicodedata
from collections.abc import Mapping

from handover.read.updates.tables.rows.cell_words import listed

LOCALES = listed("""
    en | de | fr | es | it | pt | nl | pl | sv | da | nb | fi | cs | ro | hu | tr | el | ru | uk | id | vi
""")

MONTHS: Mapping[int, str] = {  # 1 for January
    1: """
        ene | enero | gen | gennaio | ian | ianuarie | jan | janeiro | januar | januari | january | január
        | janv | janvier | led | leden | ledna | oca | ocak | sty | styczeń | stycznia | tammi | tammikuu
        | tammikuuta | ιαν | ιανουάριοσ | ιανουαρίου | січ | січень | січня | янв | январь | января
    """,
    2: """
        feb | febbraio | febr | febrero | februar | februari | februarie | february | február | fev
        | fevereiro | févr | février | helmi | helmikuu | helmikuuta | lut | lutego | luty | úno | únor
        | února | şub | şubat | φεβ | φεβρουάριοσ | φεβρουαρίου | лют | лютий | лютого | февр | февраль
        | февраля
    """,
    3: """
        bře | březen | března | maalis | maaliskuu | maaliskuuta | maart | mar | marca | march | maret
        | mars | mart | martie | marts | marzec | marzo | março | mrt | márc | március | mär | märz | μάρ
        | μάρτιοσ | μαρ | μαρτίου | бер | березень | березня | мар | март | марта
    """,
    4: """
        abr | abril | apr | april | aprile | aprilie | avr | avril | dub | duben | dubna | huhti
        | huhtikuu | huhtikuuta | kwi | kwiecień | kwietnia | nis | nisan | ápr | április | απρ | απρίλιοσ
        | απριλίου | апр | апрель | апреля | квіт | квітень | квітня
    """,
    5: """
        kvě | květen | května | mag | maggio | mai | maio | maj | maja | may | mayo | mayıs | mei | máj
        | május | touko | toukokuu | toukokuuta | μάι | μάιοσ | μαΐ | μαΐου | май | мая | трав
        | травень | травня
    """,
    6: """
        cze | czerwca | czerwiec | giu | giugno | haz | haziran | iun | iunie | juin | jun | june | junho
        | juni | junio | jún | június | kesä | kesäkuu | kesäkuuta | červen | června | čvn | ιουν
        | ιουνίου | ιούν | ιούνιοσ | июн | июнь | июня | черв | червень | червня
    """,
    7: """
        heinä | heinäkuu | heinäkuuta | iul | iulie | juil | juillet | jul | julho | juli | julio | july
        | júl | július | lip | lipca | lipiec | lug | luglio | tem | temmuz | července | červenec | čvc
        | ιουλ | ιουλίου | ιούλ | ιούλιοσ | июл | июль | июля | лип | липень | липня
    """,
    8: """
        ago | agosto | agu | agustus | août | aug | august | augusti | augustus | augusztus | ağu
        | ağustos | elo | elokuu | elokuuta | sie | sierpień | sierpnia | srp | srpen | srpna | αυγ
        | αυγούστου | αύγ | αύγουστοσ | авг | август | августа | серп | серпень | серпня
    """,
    9: """
        eyl | eylül | sep | sept | september | septembre | septembrie | septiembre | set | setembro
        | settembre | syys | syyskuu | syyskuuta | szept | szeptember | wrz | wrzesień | września | zář
        | září | σεπ | σεπτέμβριοσ | σεπτεμβρίου | вер | вересень | вересня | сент | сентябрь | сентября
    """,
    10: """
        eki | ekim | loka | lokakuu | lokakuuta | oct | october | octobre | octombrie | octubre | okt
        | oktober | október | ott | ottobre | out | outubro | paź | październik | października | říj
        | říjen | října | οκτ | οκτωβρίου | οκτώβριοσ | жовт | жовтень | жовтня | окт | октябрь | октября
    """,
    11: """
        kas | kasım | lis | listopad | listopada | listopadu | marras | marraskuu | marraskuuta
        | noiembrie | nov | november | novembre | novembro | noviembre | νοέ | νοέμβριοσ | νοε | νοεμβρίου
        | лист | листопад | листопада | нояб | ноябрь | ноября
    """,
    12: """
        ara | aralık | dec | december | decembrie | des | desember | dez | dezember | dezembro | dic
        | dicembre | diciembre | déc | décembre | gru | grudnia | grudzień | joulu | joulukuu | joulukuuta
        | pro | prosince | prosinec | δεκ | δεκέμβριοσ | δεκεμβρίου | груд | грудень | грудня | дек
        | декабрь | декабря
    """,
}
WEEKDAYS: Mapping[int, str] = {  # 0 for Monday
    0: """
        h | hétfő | lun | lundi | lunedì | lunes | luni | ma | maanantaina | maandag | man | mandag | mo
        | mon | monday | montag | mån | måndag | pazartesi | po | pon | pondělí | poniedziałek | pzt | seg
        | segunda-feira | sen | senin | th 2 | thứ hai | δευ | δευτέρα | пн | понедельник | понеділок
    """,
    1: """
        di | dienstag | dinsdag | k | kedd | mar | mardi | martedì | martes | marți | sal | salı | sel
        | selasa | ter | terça-feira | th 3 | thứ ba | ti | tiistaina | tir | tirs | tirsdag | tis
        | tisdag | tue | tuesday | wt | wtorek | út | úterý | τρί | τρίτη | вт | вторник | вівторок
    """,
    2: """
        ke | keskiviikkona | mer | mercoledì | mercredi | mi | mie | miercuri | mittwoch | mié | miércoles
        | ons | onsdag | qua | quarta-feira | rab | rabu | st | středa | sze | szerda | th 4 | thứ tư
        | wed | wednesday | wo | woensdag | çar | çarşamba | śr | środa | τετ | τετάρτη | середа | ср
        | среда
    """,
    3: """
        cs | csütörtök | czw | czwartek | do | donderdag | donnerstag | gio | giovedì | jeu | jeudi | joi
        | jue | jueves | kam | kamis | per | perşembe | qui | quinta-feira | th 5 | thu | thursday
        | thứ năm | to | tor | tors | torsdag | torstaina | čt | čtvrtek | πέμ | πέμπτη | четвер | четверг
        | чт
    """,
    4: """
        cum | cuma | fr | fre | fredag | freitag | fri | friday | jum | jumat | p | pe | perjantaina
        | piątek | pt | pá | pátek | péntek | sex | sexta-feira | th 6 | thứ sáu | ven | vendredi
        | venerdì | vie | viernes | vin | vineri | vr | vrijdag | παρ | παρασκευή | пʼятниця | пт
        | пятница
    """,
    5: """
        cmt | cumartesi | la | lauantaina | lör | lördag | lør | lørdag | sa | sab | sabato | sabtu | sam
        | samedi | samstag | sat | saturday | sob | sobota | szo | szombat | sáb | sábado | sâm | sâmbătă
        | th 7 | thứ bảy | za | zaterdag | σάβ | σάββατο | сб | суббота | субота
    """,
    6: """
        chủ nhật | cn | dim | dimanche | dom | domenica | domingo | dum | duminică | min | minggu | ne
        | neděle | niedz | niedziela | paz | pazar | sonntag | su | sun | sunday | sunnuntai | sön
        | söndag | søn | søndag | v | vasárnap | zo | zondag | κυρ | κυριακή | воскресенье | вс | нд
        | неділя
    """,
}
# What people write besides: an older or newer CLDR's spelling, the nominative, the short form.
MORE_MONTHS: Mapping[int, str] = {
    1: "tammik",
    2: "helmik",
    3: "maalisk",
    4: "huhtik",
    5: "toukok",
    6: "kesäk",
    7: "heinäk",
    8: "elok",
    9: "syysk",
    10: "lokak",
    11: "marrask",
    12: "jouluk",
}
MORE_WEEKDAYS: Mapping[int, str] = {
    0: "maanantai | segunda | thứ 2",
    1: "tues | tiistai | terça | thứ 3",
    2: "weds | keskiviikko | quarta | thứ 4",
    3: "thur | thurs | torstai | quinta | thứ 5",
    4: "perjantai | sexta | thứ 6",
    5: "lauantai | thứ 7",
    6: "sunnuntaina",
}
# Names of a day that say which only where the language is known: German Sunday, Czech Saturday.
_SOME_DAY = frozenset(["so", "tu", "we", "th"])


def _numbers(table: Mapping[int, str]) -> dict[str, int]:
    return {name: number for number, names in table.items() for name in listed(names)}


def _with_plain(table: dict[str, int]) -> dict[str, int]:
    """The names and their forms without accents ("miercoles"), where these mean one number only."""
    plain: dict[str, set[int]] = {}
    for name, number in table.items():
        plain.setdefault(_plain(name), set()).add(number)
    return {name: min(numbers) for name, numbers in plain.items() if len(numbers) == 1} | table


def _plain(word: str) -> str:
    """Without accents, and with one i: Turkish capitals have no other."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace(
        "ı", "i"
    )


def _bare(word: str) -> str:
    """The word as the tables write it: without case and points, with the apostrophe that is a letter."""
    return word.strip().casefold().rstrip(".,").replace("'", "ʼ").replace("’", "ʼ")


_MONTHS = _with_plain(_numbers(MORE_MONTHS) | _numbers(MONTHS))
_WEEKDAYS = _with_plain(_numbers(MORE_WEEKDAYS) | _numbers(WEEKDAYS))
LONGEST = 20  # letters of a name


def weekday_of(word: str) -> int | None:
    """0 for Monday in any language known, else None."""
    return _number(word, _WEEKDAYS)


def month_of(word: str) -> int | None:
    """1 for January in any language known, else None."""
    return _number(word, _MONTHS)


def is_weekday(word: str) -> bool:
    """Whether a word names a day of the week, also one that means two days in two languages."""
    return weekday_of(word) is not None or _bare(word) in _SOME_DAY


def _number(word: str, table: Mapping[str, int]) -> int | None:
    if len(word) >= LONGEST:
        return None
    bare = _bare(word)
    found = table.get(bare)
    return table.get(_plain(bare)) if found is None and not bare.isascii() else found
