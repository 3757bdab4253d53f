"""Which encoding a text is in that is no UTF-8: the one in which it has words and letters of a language."""

import unicodedata

from handover.later import pattern
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cell_words import state_of

# What Excel and old exports write, by where they were saved; the usual one first.
OLD_ENCODINGS = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "mac_roman", "cp932", "gb18030", "big5", "cp949", "iso8859_2", "iso8859_7", "iso8859_9", "koi8_r",
]  # fmt: skip
_OF_TWO_BYTES = frozenset(["cp932", "gb18030", "big5", "cp949"])
ENOUGH = 200_000  # bytes that tell an encoding
LOOKED_AT = 60  # lines whose cells are looked up
_CELLS = pattern(r"[,;\t|\r\n]+")
# Letters beyond ASCII that the languages written with each alphabet have.
_LETTERS = {
    "west": "äöüßéèêëàâáåãçñóòôõøíìîïúùûæœ",
    "pl": "ąćęłńóśźż",
    "cs sk": "áčďéěíľĺňóôŕřšťúůýžä",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "tr": "çğıöşüâî",
    "baltic": "āčēģīķļņšūžąęėįųõäöü",
    "vi": "ăâđêôơưàáảãạ",
    "hr sl": "čćđšž",
}
_SCRIPTS = (
    {"GREEK"}, {"CYRILLIC"}, {"HEBREW"}, {"ARABIC"}, {"HIRAGANA", "KATAKANA", "CJK", "FULLWIDTH"},
    {"HANGUL", "CJK"},
)  # fmt: skip
# Between words, and within none.
_MARKS = frozenset("€–—‘’“”„…•«»°©®™´¿¡£§ª·½¼¹²³×\xa0‚›‹№")
_WITHIN = pattern(r"[^\W\d_][¿¡£§ª½¼¹²³×«»„][^\W\d_]")


def old_encoding(data: bytes) -> str:
    """The encoding in which most cells are words that are known, letters are of one alphabet, and which
    charset-normalizer finds likely; in this order.
    """
    head = data[:ENOUGH]
    likely = _likely(head)
    names = sorted(OLD_ENCODINGS, key=lambda name: name != likely)
    found = [(name, text) for name in names if (text := _decoded(head, name)) is not None]
    if not found:
        return likely
    return max(found, key=lambda one: _worth(one[0], one[1], likely))[0]


def _worth(name: str, text: str, likely: str) -> tuple[int, bool]:
    # Two letters of Latin are easily one of Chinese: its letters prove nothing where it is not likely.
    proves = name == likely or name not in _OF_TWO_BYTES or likely in _OF_TWO_BYTES
    return _known(text), proves and _is_of_one_alphabet(text)


def _likely(head: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load, and few files need it

    best = from_bytes(head, cp_isolation=OLD_ENCODINGS[:14], threshold=0.3).best()
    name = best.encoding if best else "cp1252"
    if name in ("cp1250", "cp1254", "cp1257", "cp1258", "mac_roman") and _is_western(head):
        return "cp1252"
    return name


def _decoded(head: bytes, name: str) -> str | None:
    try:
        return head.decode(name)
    except UnicodeDecodeError as error:
        # The beginning of more may end within a letter.
        return head[: error.start].decode(name) if error.start > len(head) - 4 else None


def _known(text: str) -> int:
    """How many cells with a letter beyond ASCII are words for columns or states."""
    lines = text.split("\n", LOOKED_AT)[:LOOKED_AT]
    cells = {cell.strip(' "') for line in lines for cell in _CELLS.split(line)}
    return sum(not cell.isascii() and len(cell) < 40 and _is_word(cell) for cell in cells)


def _is_word(cell: str) -> bool:
    return role_of(cell) is not None or state_of(cell) is not None


def _is_of_one_alphabet(text: str) -> bool:
    if _WITHIN.search(text):
        return False
    signs = {sign for sign in text if sign > "\x7f"} - _MARKS
    # One sign may be two as a small letter ("İ"): an accent is none.
    letters = {small for sign in signs if sign.isalpha() for small in sign.lower() if small > "\x7f"}
    letters = {small for small in letters if small.isalpha()}
    if not letters:
        return not signs
    if any(not sign.isalpha() and ord(sign) < 0x2000 for sign in signs):
        return False
    if any(letters <= frozenset(alphabet) for alphabet in _LETTERS.values()):
        return True
    scripts = {unicodedata.name(sign, "").split(" ")[0].split("-")[0] for sign in letters}
    return any(scripts <= one for one in _SCRIPTS)


# Letters of Western Europe in cp1252; its neighbours differ from it in few other letters.
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáåãçñóòôõøíìîïúùûæœÉÈÀÇÑÓÍÁØÅÆ€–—‘’“”„…•«»°©®™´¿¡£§ª·½¼\xa0")


def _is_western(head: bytes) -> bool:
    try:
        text = head.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return {sign for sign in text if sign > "\x7f"} <= _WESTERN and not _WITHIN.search(text)
