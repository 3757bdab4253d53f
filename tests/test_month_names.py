"""Dates as people write them in each language whose names of months and days are known.

The names are tables of ours and stay as they are when a new CLDR spells some of them anew:
`python -m tests.compare_names` shows what it would add.
"""

import datetime as dt
import unicodedata
from collections.abc import Mapping

import pytest

from handover.languages import all_languages
from handover.read.updates.tables.rows.cell_words import listed
from handover.read.updates.tables.when.dates import read_date
from handover.read.updates.tables.when.month_names import month_of, weekday_of

# Every month once, and every day of the week.
DAYS = tuple(dt.date(2025, m, d) for m, d in enumerate((6, 4, 5, 3, 2, 7, 6, 4, 9, 1, 6, 12), 1))

# The days above in each language: long and short names, these with and without their dot.
WRITTEN: Mapping[str, str] = {
    "en": """
        Monday, January 6, 2025 | Tue, Feb 4, 2025 | 5 Mar 2025 | Thu. Apr. 3, 2025 | Friday 2 May 2025
        | Sat 7 June 2025 | Sunday, July 6th, 2025 | Mon, 4 Aug 2025 | Tues. Sept 9, 2025 | Wed 1 Oct. 2025
        | THURSDAY, NOVEMBER 6, 2025 | Fri., Dec. 12, 2025
    """,
    "de": """
        Montag, 6. Januar 2025 | Di., 4. Feb. 2025 | 5. März 2025 | Do 3. Apr 2025 | Freitag, den 2. Mai 2025
        | Sa, 7. Juni 2025 | So. 6. Juli 2025 | Mo, 4. Aug. 2025 | Dienstag, 9. Sept. 2025 | Mi 1. Okt 2025
        | Donnerstag, 6. November 2025 | Fr., 12. Dez. 2025
    """,
    "fr": """
        lundi 6 janvier 2025 | mar. 4 févr. 2025 | mer 5 mars 2025 | jeu. 3 avr. 2025 | vendredi 2 mai 2025
        | sam. 7 juin 2025 | dimanche 6 juil. 2025 | lun 4 août 2025 | mar 9 sept 2025 | mer. 1er oct. 2025
        | jeudi 6 nov 2025 | ven 12 déc. 2025
    """,
    "es": """
        lunes, 6 de enero de 2025 | mar. 4 feb. 2025 | mié 5 mar 2025 | jue. 3 de abr. de 2025
        | viernes 2 de mayo de 2025 | sáb, 7 jun 2025 | domingo, 6 de julio de 2025 | lun. 4 ago. 2025
        | martes 9 sept 2025 | miércoles, 1 de octubre de 2025 | jue 6 nov 2025 | vie. 12 dic. 2025
    """,
    "it": """
        lunedì 6 gennaio 2025 | mar 4 feb 2025 | mer. 5 mar. 2025 | giovedì 3 aprile 2025 | ven 2 mag 2025
        | sab. 7 giu. 2025 | domenica 6 luglio 2025 | lun 4 ago 2025 | martedì 9 settembre 2025
        | mer 1 ott. 2025 | gio. 6 nov 2025 | venerdì 12 dicembre 2025
    """,
    "pt": """
        segunda-feira, 6 de janeiro de 2025 | ter., 4 de fev. de 2025 | qua 5 mar 2025
        | quinta-feira, 3 de abr. de 2025 | sex. 2 mai. 2025 | sábado, 7 de junho de 2025
        | dom 6 jul 2025 | seg., 4 de ago. de 2025 | terça-feira 9 set 2025 | quarta, 1 de outubro de 2025
        | qui 6 nov. 2025 | sexta, 12 dez 2025
    """,
    "nl": """
        maandag 6 januari 2025 | di 4 feb. 2025 | wo. 5 mrt 2025 | donderdag 3 april 2025 | vr 2 mei 2025
        | zaterdag 7 juni 2025 | zo 6 jul. 2025 | ma 4 augustus 2025 | dinsdag 9 sep 2025 | wo 1 okt. 2025
        | do 6 nov 2025 | vrijdag 12 december 2025
    """,
    "pl": """
        poniedziałek, 6 stycznia 2025 | wt., 4 lut 2025 | środa 5 marca 2025 | czw. 3 kwi 2025
        | pt, 2 maja 2025 | sobota, 7 czerwca 2025 | niedz., 6 lip 2025 | pon. 4 sie 2025 | wtorek 9 wrz 2025
        | śr., 1 paź 2025 | czwartek, 6 listopada 2025 r. | piątek 12 gru 2025
    """,
    "sv": """
        måndag 6 januari 2025 | tis 4 feb. 2025 | onsdag den 5 mars 2025 | tors. 3 apr 2025 | fre 2 maj 2025
        | lördag 7 juni 2025 | sön 6 juli 2025 | mån 4 aug. 2025 | tisdag 9 sep 2025 | ons 1 okt. 2025
        | torsdag 6 november 2025 | fredag 12 dec. 2025
    """,
    "da": """
        mandag den 6. januar 2025 | tirs. 4. feb. 2025 | ons 5. mar. 2025 | torsdag 3. april 2025
        | fre. 2. maj 2025 | lør 7. jun. 2025 | søndag den 6. juli 2025 | man. 4. aug 2025
        | tirsdag den 9. sep. 2025 | ons. 1. okt 2025 | tors 6. nov. 2025 | fredag den 12. december 2025
    """,
    "nb": """
        mandag 6. januar 2025 | tir. 4. feb. 2025 | ons 5. mars 2025 | torsdag 3. april 2025
        | fre. 2. mai 2025 | lør 7. juni 2025 | søndag 6. juli 2025 | man. 4. aug 2025 | tirsdag 9. sep. 2025
        | ons. 1. okt 2025 | tor 6. nov. 2025 | fredag 12. desember 2025
    """,
    "fi": """
        maanantaina 6. tammikuuta 2025 | ti 4. helmikuuta 2025 | keskiviikko 5. maaliskuuta 2025
        | to 3. huhti 2025 | perjantaina 2. toukokuuta 2025 | la 7. kesä 2025 | sunnuntai 6. heinäkuuta 2025
        | ma 4. elok. 2025 | tiistaina 9. syyskuuta 2025 | ke 1. loka 2025 | torstai 6. marraskuuta 2025
        | pe 12. joulu 2025
    """,
    "cs": """
        pondělí 6. ledna 2025 | út 4. úno 2025 | středa 5. března 2025 | čt 3. dubna 2025
        | pátek 2. května 2025 | so 7. června 2025 | neděle 6. července 2025 | po 4. srp 2025
        | úterý 9. září 2025 | st 1. říj. 2025 | čtvrtek 6. listopadu 2025 | pá 12. prosince 2025
    """,
    "ro": """
        luni, 6 ianuarie 2025 | mar., 4 feb. 2025 | miercuri, 5 martie 2025 | joi, 3 apr. 2025
        | vineri, 2 mai 2025 | sâm., 7 iun. 2025 | duminică, 6 iulie 2025 | lun. 4 aug 2025
        | marți, 9 sept. 2025 | mie., 1 oct. 2025 | joi 6 nov 2025 | vin., 12 decembrie 2025
    """,
    "hu": """
        2025. január 6., hétfő | 2025. febr. 4. | 2025. márc. 5., szerda | 2025. ápr. 3., csütörtök
        | 2025. május 2., péntek | 2025. jún. 7., szombat | 2025. júl. 6., vasárnap | 2025. aug. 4. hétfő
        | 2025. szept. 9. kedd | 2025 október 1 | 2025. nov. 6., csütörtök | 2025. dec. 12.
    """,
    "tr": """
        6 Ocak 2025 Pazartesi | 4 Şub 2025 Sal | 5 Mart 2025 Çarşamba | 3 Nisan 2025 | 2 May. 2025 Cum
        | 7 Haziran 2025, Cumartesi | 6 Tem 2025 Paz | Pazartesi, 4 Ağustos 2025 | 9 Eylül 2025 Salı
        | 1 Eki 2025 Çar | 6 Kasım 2025 Perşembe | 12 Ara 2025 Cuma
    """,
    "el": """
        Δευτέρα 6 Ιανουαρίου 2025 | Τρί 4 Φεβ 2025 | Τετάρτη, 5 Μαρτίου 2025 | Πέμ. 3 Απρ. 2025
        | Παρασκευή 2 Μαΐου 2025 | Σάβ 7 Ιουν 2025 | Κυριακή 6 Ιουλίου 2025 | Δευ 4 Αυγ. 2025
        | Τρίτη 9 Σεπτεμβρίου 2025 | Τετ 1 Οκτ 2025 | Πέμπτη 6 Νοε. 2025 | Παρ. 12 Δεκεμβρίου 2025
    """,
    "ru": """
        понедельник, 6 января 2025 г. | вт, 4 февр. 2025 г. | среда 5 марта 2025 | чт 3 апр 2025
        | пт, 2 мая 2025 | суббота, 7 июня 2025 года | вс 6 июл. 2025 | пн 4 авг. 2025 | вторник, 9 сент. 2025
        | ср, 1 окт 2025 | четверг, 6 ноября 2025 г. | пятница, 12 дек. 2025
    """,
    "uk": """
        понеділок, 6 січня 2025 р. | вт, 4 лют. 2025 р. | середа, 5 березня 2025 | чт 3 квіт. 2025
        | пʼятниця, 2 травня 2025 року | сб 7 черв 2025 | неділя, 6 липня 2025 р. | пн 4 серп. 2025
        | вівторок 9 вер. 2025 | ср, 1 жовт 2025 | четвер, 6 листопада 2025 | п'ятниця, 12 груд. 2025
    """,
    "id": """
        Senin, 6 Januari 2025 | Sel, 4 Feb 2025 | Rabu, 5 Maret 2025 | Kam 3 Apr 2025 | Jumat, 2 Mei 2025
        | Sab. 7 Jun. 2025 | Minggu, 6 Juli 2025 | Sen 4 Agu 2025 | Selasa, 9 September 2025 | Rab 1 Okt. 2025
        | Kamis, 6 November 2025 | Jum 12 Des 2025
    """,
    "vi": """
        Thứ Hai, 6 tháng 1, 2025 | Th 3, 4 thg 2, 2025 | Thứ tư, ngày 5 tháng 3 năm 2025
        | thứ 5, 3 tháng 4, 2025 | Thứ Sáu 2 tháng 5 năm 2025 | Th 7, 7 tháng 6, 2025
        | Chủ Nhật, 6 tháng 7, 2025 | 4 thg 8, 2025 | thứ ba, 9 tháng 9, 2025 | ngày 1 tháng 10 năm 2025
        | Thứ Năm, 6 tháng 11, 2025 | CN, 12 tháng 12, 2025
    """,
}


def read(written: str) -> dt.date | None:
    date = read_date(written)
    return dt.date(date.year or 1, date.month, date.day) if date else None


@pytest.mark.parametrize("language", WRITTEN)
def test_dates_as_people_write_them_in_each_language_are_read(language: str) -> None:
    written = listed(WRITTEN[language])
    assert dict(zip(written, map(read, written), strict=True)) == dict(zip(written, DAYS, strict=True))


@pytest.mark.parametrize("language", WRITTEN)
def test_capitals_accents_and_points_make_no_other_day(language: str) -> None:
    for written, day in zip(listed(WRITTEN[language]), DAYS, strict=True):
        apart = unicodedata.normalize("NFD", written)
        plain = "".join(sign for sign in apart if not unicodedata.combining(sign))
        assert (read(plain.upper()), read(apart)) == (day, day), written
        if language != "hu":  # there a point makes the number a year or a day
            assert read(written.replace(".", "")) == day, written


def test_a_name_is_known_without_its_accents_where_it_means_one_day_only() -> None:
    assert [weekday_of(word) for word in ("miercoles", "SALI", "ΔΕΥΤΕΡΑ", "sabado")] == [2, 1, 0, 5]
    assert [month_of(word) for word in ("fevrier", "AOUT", "ΜΑΙΟΥ", "oktober")] == [2, 8, 5, 10]


def test_every_language_whose_days_are_known_has_its_golden_dates() -> None:
    assert {known.tag for known in all_languages() if known.weekdays} == set(WRITTEN)


def test_no_name_means_two_months_or_two_days_and_a_language_added_can_take_none_away() -> None:
    for tables in ([k.months for k in all_languages()], [k.weekdays for k in all_languages()]):
        numbers: dict[str, set[int]] = {}
        for name, number in (pair for table in tables for pair in table.items()):
            numbers.setdefault(name, set()).add(number)
        assert {name for name, meant in numbers.items() if len(meant) > 1} == set()


def test_austrian_months_and_the_northern_saturday_are_german_too() -> None:
    assert [month_of(word) for word in ("Jänner", "jän.", "Feber")] == [1, 1, 2]
    assert weekday_of("Sonnabend") == 5


@pytest.mark.parametrize(
    "written",
    [
        "Mar 4/5",  # in March, no Tuesday
        "4 March 2025 to 9:15",  # a range, no Finnish Thursday
        "March 2025 6",
        "Monday, March 2025",
        "tháng 3 năm 2025",
        "2025 March 6 photos",
        "6 January 2025 rest",
        "so 2025",
    ],
)
def test_what_only_looks_like_a_date_with_a_name_is_none(written: str) -> None:
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("6 Ocak 2025 Pazartesi 09:15", dt.time(9, 15)),
        ("2025. január 6. (hétfő) 9:15", dt.time(9, 15)),
        ("06.01.2025 (Mo) 9:15", dt.time(9, 15)),
        ("понедельник, 6 января 2025 г., 9:15", dt.time(9, 15)),
        ("2025 Jan 6 9:15", dt.time(9, 15)),
    ],
)
def test_a_time_after_the_weekday_is_read_too(written: str, time: dt.time) -> None:
    date = read_date(written)
    assert date is not None and (date.month, date.day, date.time) == (1, 6, time)


def test_a_word_of_two_meanings_is_no_name() -> None:
    # "lis" is July in one language and November in another; "mar" is March, and Tuesday in French.
    assert month_of("mars") == 3 and weekday_of("mar.") == 1
    assert weekday_of("s") is None and weekday_of("so") is None
