"""An address as it is shown on paper: as it was given, without what only counts visitors."""

from handover.urls import TRACKING_FRAGMENT, is_tracking


def without_tracking(address: str) -> str:
    """The address without its tracking parameters (`utm_source`, `fbclid` ...); all else stays as it is.

    Only for showing: what is stored, compared or written to the workbook is always the address as given.
    """
    page, hash_, fragment = address.partition("#")
    if hash_ and TRACKING_FRAGMENT.match(fragment):
        hash_ = fragment = ""
    page, asked, query = page.partition("?")
    if not asked and "&" in page:  # a tool added its own with "&" where "?" was due
        bare, _, added = page.partition("&")
        page = bare if _counts_visitors(added) else page
    if asked:
        # A second "?" stands where a tool did not look whether there was one already.
        kept = [item for item in query.replace("?", "&").split("&") if not _counts_visitors(item)]
        changed = len(kept) <= query.count("&") + query.count("?")
        query = "&".join(kept) if changed else query
        page += "?" + query if query else ""
    return page + hash_ + fragment


def _counts_visitors(parameter: str) -> bool:
    return is_tracking(parameter.removeprefix("amp;").partition("=")[0])
