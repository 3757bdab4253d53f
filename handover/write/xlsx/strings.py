"""The workbook's shared strings."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from tempfile import SpooledTemporaryFile

from handover.columns.shown import clean_all
from handover.text.column_letters import column_letters
from handover.write.xlsx.parts.markup import MAIN, in_cell

_AT_ONCE = 500  # texts that are escaped at once
_ROWS = 256  # rows that are made at once
_KEPT = 4_000_000  # bytes of texts met once that are held in memory; more go to a temporary file
_BLOCK = 1 << 16


class Strings(dict[str, int]):
    """The workbook's shared strings: the number of each text, given in the order met.

    `Once` adds those of the last sheet behind them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.last: Once | None = None

    def number(self, text: str) -> int:
        return self.setdefault(text, len(self))

    def xml(self) -> Iterator[str]:
        count = len(self) + (self.last.count if self.last else 0)
        yield f'<sst xmlns="{MAIN}" uniqueCount="{count}">'
        texts = iter(self)
        while batch := list(islice(texts, _AT_ONCE)):
            yield _items(batch)
        if self.last:
            yield from self.last.xml()
        yield "</sst>"


class Once:
    """The records of the hidden sheet, one a row: texts that no other cell holds, and none twice.

    So nobody asks for their numbers again, and they need not stay in memory until the strings are written,
    as all others do: of a big blog they are the most of what a workbook holds.
    """

    def __init__(self, strings: Strings, records: Iterable[Sequence[str]]) -> None:
        self.count = 0
        self.width = 1
        self._numbers = array("L")
        self._widths = array("L")  # cells of each record
        self._kept = SpooledTemporaryFile(max_size=_KEPT)  # noqa: SIM115 - `xml` closes it
        texts: list[str] = []
        for cells in records:
            for text in cells:
                number = strings.get(text)  # a cell may hold the very words of a record
                if number is None:
                    number = len(strings) + self.count
                    self.count += 1
                    texts.append(text)
                self._numbers.append(number)
            self._widths.append(len(cells))
            self.width = max(self.width, len(cells))
            if len(texts) >= _AT_ONCE:
                self._kept.write(_items(texts).encode())
                texts.clear()
        if texts:
            self._kept.write(_items(texts).encode())
        strings.last = self

    @property
    def last_cell(self) -> str:
        return f"{column_letters(self.width)}{len(self._widths)}"

    def rows(self) -> Iterator[str]:
        """The rows of the sheet, as `RowWriter` would write them."""
        numbers = iter(self._numbers)
        letters = [column_letters(n) for n in range(1, self.width + 1)]
        rows: list[str] = []
        for at, width in enumerate(self._widths, 1):
            if width == 1:  # as nearly all are: three times faster
                cells = f'<c r="A{at}" s="0" t="s"><v>{next(numbers)}</v></c>'
            else:
                cells = "".join([
                    f'<c r="{letter}{at}" s="0" t="s"><v>{number}</v></c>'
                    for letter, number in zip(letters[:width], numbers, strict=False)
                ])  # fmt: skip
            rows.append(f'<row r="{at}" ht="15" customHeight="1">{cells}</row>')
            if len(rows) >= _ROWS:
                yield "".join(rows)
                rows.clear()
        yield "".join(rows)

    def xml(self) -> Iterator[str]:
        """Their texts. Records are in ASCII, and so is every block of them."""
        with self._kept as kept:
            kept.seek(0)
            while block := kept.read(_BLOCK):
                yield block.decode("ascii")


def _items(texts: list[str]) -> str:
    """Shared strings, escaped all at once: many times faster than each. The sign between them is in no clean
    text."""
    inside = in_cell("\0".join(clean_all(texts))).replace("\0", '</t></si><si><t xml:space="preserve">')
    return f'<si><t xml:space="preserve">{inside}</t></si>'
