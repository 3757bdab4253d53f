"""Which post a row stands with: by its number, by its title, by whichever of them was changed."""

from handover.columns import CLIENT, Reader
from handover.columns.memory import Known, Shown
from handover.columns.shown import as_number, as_text
from handover.later import dataclass
from handover.model import Evidence, Placed, Quoted, Said
from handover.read.updates.workbook.memory import Memory, Place
from handover.read.updates.workbook.reading import Reading
from handover.read.updates.workbook.sheets import Row
from handover.read.updates.workbook.spoken import fold

STATED = Said("The workbook says so.")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row puts its update."""

    row: Row
    placed: Placed | None = None  # None: with no post
    number: int | None = None  # of the post in the workbook as written, where it has one
    is_stated: bool = False  # the person's word, not ours
    doubt: str = ""


def place_of(reading: Reading, known: Known | Shown | None, memory: Memory) -> Standing:
    """The post a row names. `known` is the update as it was written, if it was."""
    row = reading.row
    if memory.is_lost:
        return _as_it_stands(row, memory)
    written = set(known.posts) if known else set()
    title = as_text(row.cells.get("post")).strip()
    told_number = as_text(row.cells.get("post_no")).strip()
    by_title = memory.named(title) if title else None
    if not told_number:
        return _by_title(row, title, by_title, written)
    number = as_number(row.cells.get("post_no"))
    place = memory.posts.get(int(number)) if number is not None and number.is_integer() else None
    if place is None and number is None:  # an address or a title where the number belongs
        return _by_title(row, told_number, memory.named(told_number), written)
    if place is None:
        found = _by_title(row, title, by_title, written)
        doubt = Said("There is no post no. {n} in this workbook.", n=told_number)
        return Standing(row, found.placed, found.number, found.is_stated, doubt)
    return _by_both(reading, title, place, by_title, written, memory.reader)


def _by_both(
    reading: Reading, title: str, place: Place, by_title: Place | None, written: set[int], reader: Reader
) -> Standing:
    row = reading.row
    if not title or fold(title) == fold(place.title):
        return _at(reading, place, written, reader)
    if place.number in written:  # the number was left alone, so the title was changed
        if by_title:
            return _at(reading, by_title, written, reader)
        return Standing(row, Placed(post=title, reason=STATED), None, True)  # the blog may know it
    # The title of where the row stood before is no contradiction: only the number was changed.
    expected = written or {place.number}
    doubt = ""
    if by_title is None or by_title.number not in expected:
        doubt = Said(
            "The row names post no. {n} and the title {title}; the number was taken.",
            n=str(place.number),
            title=Quoted(title),
        )
    found = _at(reading, place, written, reader)
    return Standing(row, found.placed, found.number, found.is_stated, doubt)


def _as_it_stands(row: Row, memory: Memory) -> Standing:
    """Where nothing tells what was written: the title is the person's word, the number helps it out."""
    title, told = (as_text(row.cells.get(key)).strip() for key in ("post", "post_no"))
    number = as_number(row.cells.get("post_no"))
    by_number = memory.posts.get(int(number)) if number is not None and number.is_integer() else None
    if not title:
        title = told if number is None else ""  # an address or a title where the number belongs
    if not title and by_number is None:
        doubt = Said("There is no list of posts to tell which is post no. {n}.", n=told) if told else ""
        return Standing(row, doubt=doubt)
    same = by_number is not None and fold(by_number.title) == fold(title)
    place = by_number if same or not title else memory.named(title)
    if place is None:  # the blog may know it
        return Standing(row, Placed(post=title, reason=STATED), None, True)
    doubt = ""
    if by_number and place.number != by_number.number:
        doubt = Said(
            "The row names post no. {n} and the title {title}; the title was taken.",
            n=told,
            title=Quoted(title),
        )
    placed = Placed(post=place.id, permalink=place.permalink, reason=STATED)
    return Standing(row, placed, place.number, True, doubt)


def _by_title(row: Row, title: str, place: Place | None, written: set[int]) -> Standing:
    if not title:
        return Standing(row)
    if place:
        placed = Placed(post=place.id, permalink=place.permalink, reason=STATED)
        return Standing(row, placed, place.number, True)
    return Standing(row, Placed(post=title, reason=STATED), None, True)  # the blog may know it


def _at(reading: Reading, place: Place, written: set[int], reader: Reader) -> Standing:
    """With this post: as it was written, with its evidence, or because the person says so."""
    cells, row = reading.row.cells, reading.row
    if place.number not in written:
        placed = Placed(post=place.id, permalink=place.permalink, reason=STATED)
        return Standing(row, placed, place.number, True)
    if reader == CLIENT:  # it does not say how that was known
        placed = Placed(post=place.id, permalink=place.permalink, reason=STATED, kept=True)
        return Standing(row, placed, place.number)
    score = as_number(cells.get("score"))
    placed = Placed(
        post=place.id,
        permalink=place.permalink,
        evidence=Evidence(reading.evidence or Evidence.STATED),
        score=1.0 if score is None else min(max(score, 0.0), 1.0),
        reason=as_text(cells.get("reason")).strip() or STATED,
    )
    return Standing(row, placed, place.number)
