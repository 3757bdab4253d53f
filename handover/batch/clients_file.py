"""The jobs of a `clients.toml`."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handover.batch.result import Job, Result
from handover.details import gather
from handover.errors import DetailsError, HandoverError, SourceError
from handover.model import Quoted, Said
from handover.model.paths import expanded
from handover.options import KEYS, UnfitError, closest, in_toml

NAMES = ("name", "feed", "updates", "details", *KEYS)  # the keys of a `[[client]]`


def read_jobs(path: str | Path) -> list[Job | Result]:
    """The jobs of a `clients.toml`: one `[[client]]` a client.

    Its keys are `details` (the client's own handover.toml), `name`, `feed`, `updates` and the options of
    `build_handover`; paths are relative to the file. A client that names no `out_dir` gets a folder of
    its own beside the file, called after its details' folder or its name.

    A client that is not told right becomes its `Result`, with the error; the others are jobs.
    Raises SourceError when the file cannot be read and DetailsError when it is no TOML or names no clients.
    """
    file = Path(path)
    try:
        told = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SourceError(
            Said("{file} could not be read ({error}).", file=str(file), error=str(error.strerror)),
            location=str(file),
            hint=Said("Check the path."),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        no_toml = Said("{file} is not TOML: {error}.", file=str(file), error=str(error))
        raise DetailsError(no_toml, location=str(file), hint=_EXAMPLE) from error
    clients = told.get("client")
    if not isinstance(clients, list) or not all(isinstance(client, dict) for client in clients):
        none = Said("{file} names no clients.", file=str(file))
        raise DetailsError(none, location=str(file), hint=_EXAMPLE)
    jobs: list[Job | Result] = []
    places: set[str] = set()
    for number, client in enumerate(clients, 1):
        try:
            jobs.append(_with_own_place(_job(client, number, file), places, file))
        except HandoverError as error:
            jobs.append(Result(name=_called(client, number), error=error))
    return jobs


def _called(client: Mapping[str, Any], number: int) -> str:
    """What a client is called whose details may not be readable."""
    return str(client.get("name") or client.get("details") or f"client {number}")


def _with_own_place(job: Job, places: set[str], file: Path) -> Job:
    """The job, its folder noted. Raises DetailsError where an earlier client writes there, too."""
    place = os.path.normcase(Path(job["out_dir"]).absolute().resolve())
    if place in places:
        raise DetailsError(
            Said(
                "Two clients of {file} would write to {folder}.", file=str(file), folder=str(job["out_dir"])
            ),
            location=str(file),
            hint=Said("Give each client an out_dir of its own."),
        )
    places.add(place)
    return job


_EXAMPLE = Said('Write a [[client]] for each: details = "acme/handover.toml", or name, feed and updates.')


def _job(client: dict[str, Any], number: int, file: Path) -> Job:
    for key, value in client.items():
        _check(key, value, number, file)
    given = {
        key: _beside(file, value) if KEYS[key].kind.is_path else KEYS[key].take(value)
        for key, value in client.items()
        if key in KEYS
    }
    updates = client.get("updates", [])
    details = client.get("details")
    place, found, told = gather(
        _beside(file, client.get("feed", "")) or None,
        [_beside(file, path) for path in ([updates] if isinstance(updates, str) else updates)],
        _beside(file, details) if details else None,
    )
    name = str(client.get("name") or told.client.name or f"client {number}")
    if "out_dir" not in given:
        beside = told.base or str(file.parent / name)
        given["out_dir"] = told.beside(told.content.out_dir) if told.content.out_dir else beside
    return {"name": name, "feed_url": place, "updates": found, "details": told, **given}


def _check(key: str, value: Any, number: int, file: Path) -> None:
    """Raises DetailsError for a key that a client has not, and for a value that will not do."""
    where = {"number": str(number), "file": str(file)}
    if key not in NAMES:
        near = closest(key, NAMES)
        names = ", ".join(NAMES)
        raise DetailsError(
            Said("Client {number} of {file} has an unknown key {key}.", key=Quoted(key), **where),
            key=key,
            location=str(file),
            hint=Said("Did you mean {name}?", name=Quoted(near))
            if near
            else Said("The keys are: {names}.", names=names),
        )
    try:
        _take(key, value)
    except UnfitError as unfit:
        raise DetailsError(
            Said("Client {number} of {file}: {problem}", problem=unfit.problem(key, in_toml), **where),
            key=key,
            location=str(file),
            hint=unfit.hint(f"{key} = ", in_toml),
        ) from None


def _take(key: str, value: Any) -> None:
    """Raises UnfitError for a value that will not do."""
    if key in KEYS:
        KEYS[key].take(value)
        return
    listed = value if key == "updates" and isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in listed):
        raise UnfitError(Said("text"), value, sample="...")


def _beside(file: Path, path: str) -> str:
    """A path that the file names, from where the file lies; an address as it is."""
    return path if not path or "://" in path else str(file.parent / expanded(path))
