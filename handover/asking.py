"""The six questions of `handover` in a folder without a handover.toml: what a build cannot know by itself.

It neither prints nor reads the keyboard: who asks hands over how (`Ask`, `Tell`).
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handover.details.saving import save_details
from handover.details.slips import day_hint, written_days
from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import DETAILS_FILE, Quoted, Said
from handover.model.paths import expanded
from handover.options import taken
from handover.read import FEED_FORMATS
from handover.read.given import is_address, is_blog, may_be_read
from handover.read.manifest import written_in

if TYPE_CHECKING:
    from handover.write.words import Words

Ask = Callable[[str, str], str]  # a question and the answer that Enter gives -> what was typed
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What stands in a folder, or was named: files that look like the blog, and all that may be updates."""

    folder: Path
    blogs: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()


def sorted_out(given: Sequence[str]) -> Given:
    """What arguments without a command mean, as files dropped on an icon: a folder stands for its files.

    Without any, the current folder. The folder is where the first file lies.
    """
    paths = [expanded(word) for word in given if not is_address(word)]
    folders = [path for path in paths if path.is_dir()]
    if len(given) < 2 and len(paths) == len(given) == len(folders):
        folder = (folders or [Path()])[0]
        named = [str(path) for path in _seen(folder)]
    else:
        folder = paths[0].parent if paths else Path()
        named = [word if is_address(word) else str(expanded(word)) for word in given]
    blogs = [name for name in named if is_blog(name, FEED_FORMATS)]
    return Given(
        folder=folder.absolute(),
        blogs=tuple(_absolute(name) for name in blogs),
        updates=tuple(_absolute(name) for name in named if name not in blogs),
    )


def ask_and_save(given: Given, ask: Ask, tell: Tell, _: "Words") -> Path:
    """Ask what a build needs to know and write it to the handover.toml of the folder; its path.

    Raises OutputError where it cannot be written, DetailsError and SecretError for an answer that will not
    do; nothing is written then.
    """
    tell(_("There is no {file} in {folder} yet: six questions, and it is written.", file=DETAILS_FILE,
           folder=str(given.folder)))  # fmt: skip
    questions = _Questions(given, ask, tell, _)
    answers = {
        ("client", "feed"): questions.blog(),
        ("content", "updates"): questions.updates(),
        ("client", "name"): questions.text(_("What is the client called?")),
        **questions.names(),
        ("dates", "last_day"): questions.last_day(),
        ("content", "language"): questions.language(),
    }
    said = {key: value for key, value in answers.items() if value}
    return save_details(given.folder, said, language=_.tag)


class _Questions:
    def __init__(self, given: Given, ask: Ask, tell: Tell, _: "Words") -> None:
        self.given, self.ask, self.tell, self._ = given, ask, tell, _

    def text(self, question: str, default: str = "") -> str:
        return self.ask(question, default).strip().strip('"')

    def until(self, question: str, default: str, take: Callable[[str], Any]) -> Any:
        """The answer that will do; what is wrong with another is told, and the question asked again."""
        while True:
            try:
                return take(self.text(question, default))
            except HandoverError as error:
                self.tell(" ".join(filter(None, (self._.said(error.message), self._.said(error.hint)))))

    def blog(self) -> str:
        names = [self._within(path) for path in self.given.blogs]
        question = self._("Where is the blog? Its address, or a saved feed or export")
        return str(self.until(question, names[0] if names else "", self._blog))

    def _blog(self, told: str) -> str:
        if is_address(told):
            return told
        return self._there(told)

    def updates(self) -> list[str]:
        files = [self._within(path) for path in (*self.given.updates, *self.given.blogs[1:])]
        for number, name in enumerate(files, 1):
            self.tell(f"  {number}  {name}")
        question = (
            self._("Which of these hold your updates? Their numbers, or other files, with commas between")
            if files
            else self._("Where are your updates? Files, folders or zips, with commas between")
        )
        every = ", ".join(str(number) for number in range(1, len(files) + 1))
        found = self.until(question, every, lambda told: self._files(told, files))
        return list(found)

    def _files(self, told: str, files: Sequence[str]) -> list[str]:
        words = [told] if self._is_there(told) else [word.strip() for word in told.split(",") if word.strip()]
        if not words:
            raise HandoverError(Said("There are no updates to read."))
        return [self._file(word, files) for word in words]

    def _file(self, word: str, files: Sequence[str]) -> str:
        if word.isdecimal() and 0 < int(word) <= len(files):
            return files[int(word) - 1]
        return word if is_address(word) else self._there(word)

    def _is_there(self, name: str) -> bool:
        return bool(name) and (self.given.folder / expanded(name)).exists()

    def _there(self, name: str) -> str:
        if not self._is_there(name):
            raise HandoverError(Said("There is no file or folder {name}.", name=Quoted(name)))
        return self._within(str(self.given.folder / expanded(name)))

    def _within(self, path: str) -> str:
        """A path as the details file names it: from where it lies, or in full where it is elsewhere."""
        place = Path(path)
        if is_address(path) or not place.is_relative_to(self.given.folder):
            return path
        return place.relative_to(self.given.folder).as_posix()

    def names(self) -> dict[tuple[str, str], str]:
        told = self.text(self._("Your own name, and whom you write to there, with a comma between"))
        mine, _comma, hers = (part.strip() for part in told.partition(","))
        return {("me", "name"): mine, ("client", "contact"): hers}

    def last_day(self) -> dt.date | None:
        day = self.until(
            self._("What is your last day? Such as 2026-12-31; Enter if it is not known"), "", _day
        )
        return day if isinstance(day, dt.date) else None

    def language(self) -> str:
        question = self._(
            "In which language are the documents? Such as de or pt-BR; Enter for the blog's own"
        )
        return str(self.until(question, "", lambda told: taken("language", told) if told else ""))


def _day(told: str) -> dt.date | None:
    if not told:
        return None
    try:
        return dt.date.fromisoformat(told)
    except ValueError:
        pass
    days = written_days(told)
    if len(days) != 1:
        wrong = Said("{text} is no date.", text=Quoted(told))
        raise HandoverError(wrong, hint=day_hint("last_day", days) if days else "")
    return days[0]


def _seen(folder: Path) -> Iterable[Path]:
    """What lies in a folder and may be the blog or updates: not what we wrote, not what nobody reads."""
    ours = {path.resolve() for path in written_in(folder)}
    folders = {path.relative_to(folder.resolve()).parts[0] for path in ours}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.resolve() not in ours and path.name not in folders and may_be_read(path):
            yield path


def _absolute(name: str) -> str:
    return name if is_address(name) else str(Path(name).absolute())
