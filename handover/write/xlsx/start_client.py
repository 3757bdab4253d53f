"""The client's first sheet: what she has and which span of her blog it is; nothing about how it was made."""

from handover.columns import MORE
from handover.write.view import extent
from handover.write.xlsx.start import Start, Tile
from handover.write.xlsx.values import Formula
from handover.write.xlsx.worked import write_worked


class ClientStart(Start):
    """Lays out the first sheet of the client's workbook."""

    alone = MORE.key

    def _updates(self) -> Tile:
        """Those that belong to a post: the number all of the client's files name; the others stand beside."""
        networks = self.book.handover.counts.on_networks
        on_networks = self.words.plural("on {n} network", "on {n} networks", networks)
        return Tile(self.words("updates"), self.tally.all(), on_networks)

    def _alone(self) -> Formula:
        return Formula(f"COUNTA({self.rows.ref(self.alone, 'network')})-1", len(self.book.alone))

    def _kind(self) -> list[str]:
        return [self.words("Content library")]

    def _key_figures(self) -> list[Tile]:
        _ = self.words
        tiles = [self._posts(), self._updates(), *self._runway()]
        if self.has(self.alone):
            tiles.append(Tile(_("more updates"), self._alone(), _("not assigned to a post")))
        if plan := self.book.handover.plan:
            last = _.date(plan[-1].date, "medium")
            tiles.append(Tile(_("planned re-posts"), len(plan), _("until {date}", date=last)))
        return tiles

    def _told(self) -> list[str]:
        drafts = sum(update.state == "draft" for update in self.book.updates)
        told = [extent(self.book.handover), *self._minimum_is_met()]
        if drafts:
            told.append(
                self.words.plural(
                    "{n} update is a draft: it is marked, and was not published.",
                    "{n} updates are drafts: they are marked, and were not published.",
                    drafts,
                )
            )
        return [sentence for sentence in told if sentence]

    def _about(self) -> dict[str, str]:
        _, zone = self.words, getattr(self.book, "zone_name", "") or "UTC"
        return {
            "posts": _("Every post once, newest first, with how many updates it has."),
            "updates": _(
                "Every update under its post, to filter, copy and use again. Times: {zone}.", zone=zone
            ),
            "more": _("Updates that are not assigned to a post."),
            "plan": _("What to post again in the next weeks, and when."),
            "accounts": _("Who holds which account, now and afterwards."),
        }

    def _figures(self, row: int) -> int:
        row = super()._figures(row)
        return write_worked(self.page, row + 1, self.book, self.styles.brand)

    def _closing(self, row: int) -> int:
        self.page.paragraph(
            row, self.words("It is yours: sort it, filter it, copy from it, add to it as you like.")
        )
        return row + 1
