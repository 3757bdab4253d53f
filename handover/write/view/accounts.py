"""Accounts in the client's files: who holds each, all that is told of it, and how access moves."""

import re
from collections.abc import Iterator
from typing import Any

from handover.model import Account, Handover
from handover.text.safe import web
from handover.write.view.checklists import EVERYWHERE, checklists_for
from handover.write.words import Words, words


def accounts(handover: Handover) -> dict[str, Any]:
    """Who holds which account, now and after, and what is to be checked. Never a password.

    `rows[].facts` are label and value of all that the details tell, nothing of what they do not.
    """
    _, details = words(handover.language), handover.details
    if not details.account:
        return {}
    named = tuple((a.name, a.url) for a in details.account) + tuple((t.name, "") for t in details.tool)
    return {
        "title": _("Accounts and access"),
        "intro": _("Who holds each account today, and who holds it next. Passwords travel another way."),
        "heads": {
            "name": _("Account"),
            "now": _("Held by"),
            "after": _("Passes to"),
            "how": _("How"),
        },
        "rows": [_row(_, account) for account in details.account],
        "checks_title": _("How access moves"),
        "checks": [
            {"title": _("Every account"), "steps": [_(step) for step in EVERYWHERE], "source": ""},
            *(
                {
                    "title": one.title,
                    "steps": [_(step) for step in one.steps],
                    "source": _("After {source}, {month}", source=one.source, month=_.month(one.when)),
                }
                for one in checklists_for(named)
            ),
        ],
    }


def _row(_: Words, account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "now": account.owner_now,
        "after": account.owner_after,
        "how": account.how,
        "link": linked(account.url),
        "address": account.url.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "done": _done(_, account),
        "facts": [
            {"label": label, "lead": _("{label}:", label=label), "value": value}
            for label, value in _facts(_, account)
            if value.strip()
        ],
    }


def _facts(_: Words, account: Account) -> Iterator[tuple[str, str]]:
    yield _("Held by"), account.owner_now
    yield _("Passes to"), account.owner_after
    yield _("Role"), account.role
    yield _("How"), account.how
    yield _("Recovery"), account.recovery
    yield _("Second step"), account.two_step
    yield _("Connected apps"), ", ".join(account.apps)
    yield _("Payment"), account.payment


def _done(_: Words, account: Account) -> str:
    """That it has changed hands, and who saw it, as far as the details say so."""
    if account.done_on and account.checked_by:
        return _("Done on {date}, checked by {name}", date=_.date(account.done_on), name=account.checked_by)
    if account.done_on:
        return _("Done on {date}", date=_.date(account.done_on))
    return _("Checked by {name}", name=account.checked_by) if account.checked_by else ""


def files(handover: Handover) -> dict[str, Any]:
    """Where files lie that are not attached."""
    _ = words(handover.language)
    rows = [
        {
            "name": file.name,
            "what": file.what,
            "link": linked(file.where),
            "where": file.where,
        }
        for file in handover.details.file
    ]
    return {"title": _("Where your other files are"), "rows": rows} if rows else {}


def own_sections(handover: Handover) -> dict[str, Any]:
    """The user's own parts, in her words; a line without words parts paragraphs."""
    _ = words(handover.language)
    rows = [
        {"title": part.title, "paragraphs": [" ".join(p.split()) for p in _paragraphs(part.text)]}
        for part in handover.details.section
        if part.text.strip()
    ]
    return {"title": _("Good to know"), "rows": rows} if rows else {}


def _paragraphs(text: str) -> list[str]:
    """Paragraphs of a text, and the items of a list in lines of their own."""
    return [part for part in re.split(r"\n\s*\n|\n(?=\s*(?:[-*•–]|\d+[.)])\s)", text) if part.strip()]


def linked(address: str) -> str:
    """An address as a link, "" for a name of a drive."""
    if "://" not in address and re.fullmatch(r"[^\s:/]+\.[a-zA-Z]{2,}(?:/\S*)?", address):
        address = f"https://{address}"
    return web(address)


__all__ = ["accounts", "files", "own_sections"]
