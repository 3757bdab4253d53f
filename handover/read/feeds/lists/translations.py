"""Pages of a site that are translations of one another, as its sitemap tells (`hreflang`).

Pages are twins where each names the other; one that is not named back stands for itself.
https://developers.google.com/search/docs/specialty/international/localized-versions
"""

from collections.abc import Mapping, Sequence

from handover.model import Notice, Said
from handover.urls import canonical

KEY = "hreflang "  # before the language, in a row of a sitemap: {"hreflang de": address}
Row = Mapping[str, str]


def grouped(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows, each with its translations among them; a group stands where its first row stands."""
    by_address = {canonical(row["loc"]): row for row in rows}
    groups: list[list[Row]] = []
    done: set[str] = set()
    for own, row in by_address.items():
        if own in done:
            continue
        named = [address for address in _named(row) if address != own and address not in done]
        twins = [a for a in named if a in by_address and own in _named(by_address[a])]
        groups.append([row, *(by_address[address] for address in twins)])
        done.update((own, *twins))
    return groups


def chosen(group: Sequence[Row], language: str) -> Row:
    """The row of a group that is listed: in the language wanted, else the one for all, else the first."""
    wanted = language.casefold().partition("-")[0]
    told = {name.removeprefix(KEY).casefold(): a for name, a in group[0].items() if name.startswith(KEY)}
    ranked = [a for tag, a in told.items() if wanted and tag.partition("-")[0] == wanted]
    for address in (*ranked, told.get("x-default", "")):
        for row in group:
            if address and canonical(row["loc"]) == canonical(address):
                return row
    return group[0]


def in_several(groups: Sequence[Sequence[Row]], where: str) -> tuple[Notice, ...]:
    """That posts stand on the blog in several languages, and once in what is written."""
    number = sum(len(group) > 1 for group in groups)
    if not number:
        return ()
    told = Said(
        "{n} post stands on the blog in several languages: it is listed once with its other addresses.",
        many="{n} posts stand on the blog in several languages: each is listed once with its others.",
        n=number,
    )
    return (Notice(text=told, hint=Said("Say --language for the language they are listed in."), where=where),)


def _named(row: Row) -> dict[str, None]:
    """The addresses a row names as its translations, as keys."""
    return dict.fromkeys(canonical(address) for name, address in row.items() if name.startswith(KEY))
