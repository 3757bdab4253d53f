"""The pictures and films of a WordPress export: attachments, which name the post they were put into.

A post names its picture by the attachment's number (`_thumbnail_id`), an attachment its post (`post_parent`)
and its alternative text (`_wp_attachment_image_alt`).
https://github.com/WordPress/wordpress-develop, wp-admin/includes/export.php
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from handover.later import dataclass
from handover.model import Media, Post
from handover.model.media import media_of
from handover.read import fields
from handover.read.feeds.elements import Children, child
from handover.read.feeds.entry import told_media

MOST = 50  # of one post


@dataclass(slots=True)
class Attachments:
    """All attachments of an export; posts and attachments stand in it in any order."""

    found: dict[str, Media] = field(default_factory=dict)  # by number
    inside: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # post -> numbers
    posts: list[tuple[str, str]] = field(default_factory=list)  # number and its picture's number

    def add(self, told: Children) -> None:
        number = told.text("post_id", "/export/")
        address = fields.address(told.text("attachment_url", "/export/"))
        for media in told_media(address, "", fields.one_line(_meta(told, "_wp_attachment_image_alt"))):
            self.found[number] = media
            self.inside[told.text("post_parent", "/export/")].append(number)

    def of_post(self, told: Children) -> None:
        """The next post's numbers; to be asked once for each post, in their order."""
        self.posts.append((told.text("post_id", "/export/"), _meta(told, "_thumbnail_id")))

    def given_to(self, posts: Sequence[Post]) -> tuple[Post, ...]:
        """The posts with their pictures and films."""
        if not self.found:
            return tuple(posts)
        return tuple(self._given(p, *told) for p, told in zip(posts, self.posts, strict=True))

    def _given(self, post: Post, number: str, picture: str) -> Post:
        inside = [self.found[one] for one in self.inside.get(number, ())[:MOST]] if number != "0" else []
        if not inside and picture not in self.found:
            return post
        own = self.found.get(picture)
        shown = own or post.image or next((one for one in inside if one.kind == "picture"), "")
        all_ = media_of(filter(None, (shown, post.image, *post.media, *inside)))
        first, more = (all_[0], all_[1:]) if shown else ("", all_)
        return replace(post, image=first, media=more)


def _meta(told: Children, key: str) -> str:
    return next(_values(told, key), "")


def _values(told: Children, key: str) -> Iterator[str]:
    for _, meta in told.nodes("postmeta"):
        if child(meta, "meta_key", "/export/") == key:
            yield child(meta, "meta_value", "/export/")
