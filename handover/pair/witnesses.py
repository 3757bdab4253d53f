"""An address that ends like a new post's, beside that post's title: its words say where a link leads."""

from handover.model import Post, Said, Update
from handover.pair.addresses import AddressIndex
from handover.pair.articles import Found, is_fresh
from handover.pair.paths import is_article
from handover.pair.sections import same_language
from handover.text.comparing import size, words
from handover.urls import Address, parse

TITLE = 10  # letters of a title, and ...
WORDS = 2  # ... words of it, that mean something where they stand in a text

WITNESSED = Said("The update's link ends like this post's address, and the text has its title.")


def witnessed(index: AddressIndex, address: Address, update: Update) -> Found | None:
    """The post that both the end of an address and the text name, while it was new; wherever the address is.

    Measured on real blogs, the two together are right in 453 of 455 pairs. An address that the article
    itself speaks of is somebody else's: a blog about other people's articles names its posts after them.
    """
    if not is_article(address) or index.slugs.sections.exclude(address):
        return None
    found = index.slugs.named(address)
    if not found or not all(_names(index.posts[n], address, update) for n in found):
        return None
    return Found(found, 0.94, WITNESSED)


def _names(post: Post, address: Address, update: Update) -> bool:
    if not is_fresh(post, update.posted_at) or address.host in post.text:
        return False
    if not same_language(address, parse(post.permalink)):
        return False
    title = words(post.title)
    if len(title) < WORDS or size(title) < TITLE:
        return False
    return f" {' '.join(title)} " in f" {' '.join(words(update.text))} "
