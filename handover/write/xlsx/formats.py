"""How dates are shown in a workbook: the words and the order of its language, wherever it is opened.

Without a language in the format, a program shows the months in the words of the computer it runs on: the
client of a German handover would read "Mar" beside "Beiträge". Sources: the patterns are CLDR's; the codes
of languages are those of [MS-LCID], which the format names as `[$-407]` (ECMA-376-1, 18.8.30).
"""

from typing import Final

from babel import Locale, UnknownLocaleError

from handover.later import pattern

_CODES: Final = {
    "en": "409", "en_GB": "809", "de": "407", "de_AT": "C07", "de_CH": "807", "fr": "40C", "fr_CA": "C0C",
    "es": "C0A", "es_MX": "80A", "it": "410", "pt": "816", "pt_BR": "416",
}  # fmt: skip
_ENGLISH: Final = "d MMM y"  # 3/4 is two days in English: the month is a word, and the day before it
_SIGN: Final = pattern(r"'([^']*)'|(E+|[ML]+|d+|y+)|([^'EMLdy]+)")
_FIELDS: Final = {"E": "ddd", "EEE": "ddd", "y": "yyyy"}
_PLAIN: Final = pattern(r"[ .,/-]+")  # signs that a format may hold without quotes


def date_formats(language: str) -> dict[str, str]:
    """The number formats of days and moments, by the style they belong to."""
    day = _format(language, "yMMMd", _ENGLISH)
    return {
        "date": day,
        "moment": f"{day} hh:mm",
        "day": _format(language, "yMMMEd", f"E {_ENGLISH}"),
    }


def month_format(language: str) -> str:
    """The number format of a month and its year."""
    return _format(language, "yMMM", "MMM y")


def _format(language: str, skeleton: str, english: str) -> str:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = Locale.parse("en")
    pattern = english if locale.language == "en" else str(locale.datetime_skeletons[skeleton])
    shown = "".join(
        _FIELDS.get(field, field.lower().replace("l", "m")) if field else _literal(words or sign)
        for words, field, sign in _SIGN.findall(pattern)
    )
    code = _CODES.get(str(locale)) or _CODES.get(locale.language)
    return f"[$-{code}]{shown}" if code else shown


def _literal(text: str) -> str:
    text = text.replace(", ", " ")  # "Tue 4 Aug 2026"
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
