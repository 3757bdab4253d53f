"""Updates for "all channels"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handover.networks.own import network_at
from handover.read.updates.tables.rows.cell_words import listed, plain
from handover.read.updates.tables.rows.record import Record

ALL = frozenset(
    listed("""
        all | all channels | all platforms | all networks | all social | all socials | all social media
        | all social channels | all accounts | all pages | everywhere | every channel | alle
        | alle kanale | alle plattformen | alle netzwerke | uberall | tous | tous les reseaux
        | tous les canaux | toutes les plateformes | partout | todos | todas | todas las redes
        | todos los canales | todas las plataformas | todas as redes | todos os canais | tutti
        | tutti i canali | tutti i social | tutte le piattaforme | alle kanalen
    """)
)


def on_all(records: Sequence[Record]) -> list[Record]:
    """The records, those for "all channels" once for each network that the file names elsewhere."""
    if not any(_is_for_all(record) for record in records):
        return list(records)
    known = dict.fromkeys(r.network for r in records if r.network not in ("", "other"))
    return [one for record in records for one in _each(record, tuple(known))]


def _is_for_all(record: Record) -> bool:
    return record.network == "other" and plain(record.account) in ALL


def _each(record: Record, known: Sequence[str]) -> Iterator[Record]:
    if not known or not _is_for_all(record):
        yield record
        return
    at = network_at(record.permalink) if record.permalink else ""
    for network in known:
        permalink = record.permalink if at == network or at not in known else ""
        yield replace(record, network=network, account="", permalink=permalink)
