"""Files of earlier builds that lie beside the new ones, named for the manager so that she sends none."""

from collections.abc import Collection, Iterator

from handover.model import Notice, Said
from handover.write.job import FOR_YOU
from handover.write.store import Store


def of_earlier_builds(
    store: Store, originals: str, wanted: Collection[str], formats: Collection[str]
) -> Iterator[Notice]:
    """What lies there in formats not asked for now; `originals` is the folder of pictures and films.

    Those stay where they are: pictures are the client's, and may be nowhere else.
    """
    known = store.manifest()
    is_there = "media" not in wanted and (store.folder / originals).is_dir()
    if is_there and any(name.startswith(f"{originals}/") for name in known):
        yield Notice(
            text=Said(
                "{folder} is of an earlier build: no letter and no zip of this one names it.",
                folder=originals,
            ),
            hint=Said("Build with the format media too, or take it away before you share the whole folder."),
        )
    left = {*formats} - {*wanted, "media"}
    older = {
        name.partition("/")[0]
        for name, entry in known.items()
        if entry.get("format") in left
        and not name.startswith(f"{FOR_YOU}/")
        and store.is_hers(entry)
        and (store.folder / name).is_file()
    }
    if older and wanted:
        yield Notice(
            text=Said(
                "These files are of an earlier build and hold what was known then: {files}.",
                files=", ".join(sorted(older)),
            ),
            hint=Said("Build with their formats too, or take them away before you send the folder."),
        )
