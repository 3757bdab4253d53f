"""The letters: the farewell as a draft that opens ready to send, and those that come before and after it.

Each is a draft (`.eml`) and the same text to paste into webmail (`.txt`). The subjects to choose from, how to
send and when, and the letters whose day is still to come, are for the manager alone: what lies on the top
level may be sent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from handover.text.safe import web
from handover.write.colours import brand, readable
from handover.write.job import FOR_YOU, Job
from handover.write.letter import Item, Letter, write_letter
from handover.write.letters import Note, notes
from handover.write.message import draft
from handover.write.templates import render
from handover.write.words import N_, Words, words

# Formats that are attached: what the file is for, and its media subtype (RFC 6838, application/...).
_ATTACHED = {
    "docx": (
        N_("to read and print: your posts with their updates, the dates and all that changes hands"),
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": (
        N_("the document as PDF, to read on any screen and to print"),
        "pdf",
    ),
    "xlsx": (
        N_("to work with: every post and update, to search, filter and use again"),
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
# Formats that lie beside the letter, and what they are for.
_BESIDE = {
    "html": N_("to look things up: every post on one page, to search and copy from"),
    "ics": N_("for your calendar: the plan and the dates"),
    "csv": N_("for the tool you post with: files to import"),
    "media": N_("the original pictures and films, each under a name that says when and where it appeared"),
}
LARGEST = 15 * 1000**2  # bytes together; many mailboxes refuse more than 20 to 25 MB, and base64 adds a third


def write(job: Job) -> tuple[Path, ...]:
    """Write the draft (`-farewell.eml`), its text for webmail (`-farewell.txt`) and, for the manager alone,
    how to send them (`for-you/…-how-to-send.txt`) and the other letters (`for-you/letters/`); the draft
    comes first.

    What is attached is under 15 MB together: what is more lies beside, and both readers are told.
    Raises DetailsError for an address that is none, TemplateError for a mistake in the user's template.
    """
    _, details = words(job.handover.language), job.handover.details
    attached, too_large = _attached(job)
    colour = readable(brand(details.me.brand_colour))
    letter = write_letter(
        job.handover,
        tuple(_item(_, path, _(_ATTACHED[name][0])) for path, name in attached.items()),
        colour,
        beside=tuple(_beside(_, job, too_large)),
        drafts=job.shows_drafts and not {"docx", "pdf"}.isdisjoint(attached.values()),
    )
    values = _values(letter)
    text = render("email.txt.j2", job.handover, values)
    html = render("email.html.j2", job.handover, values)
    subtypes = {path: _ATTACHED[name][1] for path, name in attached.items()}
    made = [job.path("farewell.eml"), job.path("farewell.txt")]
    data = draft(details, job.today, subject=letter.subjects[0], text=text, html=html, attached=subtypes)
    made[0].write_bytes(data)
    _write_text(made[1], text)

    others = notes(job.handover, colour)
    made.append(job.for_you("how-to-send.txt"))
    made[2].parent.mkdir(exist_ok=True)
    _write_text(made[2], _how_to_send(job, letter, others, too_large))
    for note in others:
        made += _write_note(job, note)
    return tuple(made)


def _attached(job: Job) -> tuple[dict[Path, str], dict[Path, str]]:
    """The files that are attached and those too large for it, each with its format."""
    given = {path: name for name in _ATTACHED for path in job.made.get(name, ()) if job.may_be_sent(path)}
    attached: dict[Path, str] = {}
    size = 0
    for path, name in sorted(given.items(), key=lambda item: item[0].stat().st_size):
        size += path.stat().st_size
        if size <= LARGEST:
            attached[path] = name
    return (
        {path: name for path, name in given.items() if path in attached},
        {path: name for path, name in given.items() if path not in attached},
    )


def _beside(_: Words, job: Job, too_large: Mapping[Path, str]) -> Iterator[Item]:
    """What may be sent besides, by its name: a folder by its own."""
    for path, name in too_large.items():
        yield _item(_, path, _(_ATTACHED[name][0]))
    for name, about in _BESIDE.items():
        sent = [path for path in job.made.get(name, ()) if job.may_be_sent(path)]
        if sent and sent[0].parent != job.folder:
            yield Item(name=f"{sent[0].relative_to(job.folder).parts[0]}/", about=_(about))
        elif sent:
            yield _item(_, sent[0], _(about))


def _item(_: Words, path: Path, about: str) -> Item:
    return Item(name=path.name, about=about, size=_.size(path.stat().st_size))


def _write_note(job: Job, note: Note) -> Iterator[Path]:
    """One of the other letters, as a draft and as text."""
    values = {field.name: getattr(note, field.name) for field in fields(note)}
    values["website_link"] = web(_with_scheme(note.website))
    text = render("letter.txt.j2", job.handover, values)
    html = render("letter.html.j2", job.handover, values)
    path = job.folder / FOR_YOU / "letters" / f"{job.slug}-{note.key}.eml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draft(job.handover.details, job.today, subject=note.subject, text=text, html=html))
    yield path
    _write_text(path.with_suffix(".txt"), text)
    yield path.with_suffix(".txt")


def _write_text(path: Path, text: str) -> None:
    """A text that every editor of every system opens as it is meant."""
    path.write_text(text, encoding="utf-8-sig", newline="\r\n")


def _values(letter: Letter) -> Mapping[str, Any]:
    """The names a template may use: the letter's sentences, and the website as a link where it is one."""
    values = {field.name: getattr(letter, field.name) for field in fields(letter)}
    return {**values, "website_link": web(_with_scheme(letter.website))}


def _with_scheme(address: str) -> str:
    return address if "://" in address or not address else f"https://{address}"


def _how_to_send(job: Job, letter: Letter, others: tuple[Note, ...], too_large: Mapping[Path, str]) -> str:
    """The text file for the manager: how to send, what to send when, and subjects to choose from."""
    _ = words(job.handover.for_manager.language)
    lines = [
        _("For you, not for the client."),
        _("The .eml file opens as a draft in Outlook, Apple Mail and Thunderbird."),
        _(
            "In webmail, paste the text of the .txt file beside it into a new message "
            "and attach the files yourself."
        ),
    ]
    if too_large:
        lines.append(
            _(
                "Not attached, because all of it together is more than {size} MB: {files}. "
                "Put it into a shared folder and send the link.",
                size=_.number(LARGEST // 1000**2),
                files=", ".join(path.name for path in too_large),
            )
        )
    if letter.beside:
        lines.append(_("What the letter says is sent by a link: put it into a shared folder first."))
    lines += ["", _("Three subject lines to choose from:")]
    lines += [f"{number}. {subject}" for number, subject in enumerate(letter.subjects, 1)]
    if others:
        lines += ["", _("In the folder letters, each for its day:")]
        lines += [f"- {job.slug}-{note.key}.eml{_when(_, note)}" for note in others]
    return "\n".join(lines) + "\n"


def _when(_: Words, note: Note) -> str:
    return f" – {_.date(note.day)}" if note.day else ""
