"""Every error the library raises: a sentence, the next step, and the facts as attributes.

`str(error)` is one sentence that says what is wrong and where; `error.hint` says what to do next;
`error.exit_code` is what the command line returns.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from handover.model import Said, Shortfall


class HandoverError(Exception):
    """Base of all errors of this library."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SourceError(HandoverError):
    """Something the user gave could not be read."""

    def __init__(self, message: str, *, location: str = "", line: int | None = None, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.location = location
        self.line = line


class FetchError(SourceError):
    """An address did not answer, or not with what was asked for."""

    exit_code = 3

    def __init__(
        self, message: str, *, location: str = "", status: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, location=location, hint=hint)
        self.status = status


class UnknownFormatError(SourceError):
    """No reader knows this file."""

    def __init__(
        self, message: str, *, location: str = "", headers: Sequence[str] = (), hint: str = ""
    ) -> None:
        super().__init__(message, location=location, hint=hint)
        self.headers = tuple(headers)


class ParseError(SourceError):
    """The format is known, the content is broken."""


class DetailsError(HandoverError):
    """A key or value in the details file is wrong."""

    def __init__(self, message: str, *, key: str = "", location: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.key = key
        self.location = location


class SecretError(DetailsError):
    """A value in the details looks like a password or key. The value itself is never repeated."""


class TemplateError(HandoverError):
    """A mistake in a Word or text template."""

    def __init__(
        self, message: str, *, template: str = "", tag: str = "", line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, hint=hint)
        self.template = template
        self.tag = tag
        self.line = line


class OutputError(HandoverError):
    """A file could not be written, or must not be overwritten."""

    exit_code = 4

    def __init__(self, message: str, *, path: str = "", hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.path = path


class ShortfallError(HandoverError):
    """With `strict`: at least one post has too few updates. Nothing was written."""

    exit_code = 1

    def __init__(self, message: str, *, shortfalls: Sequence[Shortfall] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.shortfalls = tuple(shortfalls)


def mistake(error: BaseException) -> HandoverError:
    """What nobody foresaw, for the person it befell: `error` is its cause."""
    told = f"{type(error).__name__}: {error}".rstrip(": ")
    return HandoverError(
        Said("The program came to a halt ({error}).", error=told),
        hint=Said("This is a mistake in the program: please report it, with the file if you may share it."),
    )


@contextmanager
def in_words() -> Iterator[None]:
    """The last net: what the system refuses, and no other has explained, as one of our errors."""
    try:
        yield
    except BrokenPipeError:  # whoever read what we print has gone
        raise
    except OSError as error:
        place = str(error.filename or "")
        why = str(error.strerror or error)
        raise SourceError(
            Said("{place} could not be read or written ({error}).", place=place, error=why)
            if place
            else Said("A file could not be read or written ({error}).", error=why),
            location=place,
            hint=Said("Check that the file is there and not open in another program."),
        ) from error
    except MemoryError as error:
        raise HandoverError(
            Said("The computer has not enough memory for this."),
            hint=Said("Nothing was changed. Close other programs, or give fewer files at once."),
        ) from error
