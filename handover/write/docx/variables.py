"""What a Word template may print, described: the documentation a test holds against the real values.

Texts come in the handover's language. A section without content is empty, so that
`{%p if accounts %}` ... `{%p endif %}` leaves no trace of it. `[]` stands for "each of": write
`{%p for post in posts %}`, then `{{ post.title }}`.
"""

from collections.abc import Mapping
from typing import Final

from handover.model import N_, Said


def _label(text: str) -> Said:
    """What the document says there, in its own language: “Read the post”."""
    return Said("“{label}”", label=_said(text))


def _of(whose: str, place: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values of what stands at `place`, each with whose it is: "of an update: {what}"."""
    return {
        f"{place}.{name}": what if "[]." in name else Said(whose, what=_said(what))
        for name, what in values.items()
    }


def _said(text: str) -> Said:
    return text if isinstance(text, Said) else Said(text)


# What stood here once and is no client's to read: a template that names it goes on working.
_GONE: Final = N_("always empty: it stands in your working copy alone")

_UPDATE: Final = {
    "network": N_("the network’s name, such as LinkedIn"),
    "text": N_("the whole text"),
    "paragraphs[]": N_(
        "a paragraph of its text for print: without lines that hold a dot alone, tracking, its post’s address"
    ),
    "long": N_("true for a text that may go on over the page"),
    "line": N_("the text on one line without addresses, cut with … where it is long"),
    "date": N_("the day it went out; empty where it is not known"),
    "link": N_("its own address; empty where there is none"),
    "link_label": _label(Said("View on {network}", network="LinkedIn")),
    "label": Said(
        "what sets it apart: “{scheduled}” or “{draft}”; empty for a published one",
        scheduled=Said("Scheduled"),
        draft=Said("Draft, not published"),
    ),
    "lasting": Said("one of these: {labels}", labels=(Said("Lasting"), Said("Seasonal"), Said("Dated"))),
    "pictures[].number": Said(
        "the number of a small picture, for {function}; 0 for a film without one", function="small_picture()"
    ),
    "pictures[].alt": N_("what the picture shows, else its network and day"),
    "pictures[].film": N_("a sign that stands for a film without a picture, else empty"),
    "why": _GONE,
    "account": _GONE,
}

_POST: Final = {
    "number": N_("its number in all files, 1 for the newest"),
    "title": N_("its title"),
    "link": N_("its address; empty where there is none"),
    "link_label": _label("Read the post"),
    "date": N_("the day it was published"),
    "author": N_("who wrote it"),
    "categories[]": N_("a category"),
    "about": N_("date, author and categories on one line"),
    "summary": N_("two or three sentences (one in a long library)"),
    "missing": N_("how many updates it is short of the minimum, 0 for none"),
    "note": N_("a sentence where drafts wait for it, else empty"),
    **_of(N_("of an update: {what}"), "updates[]", _UPDATE),
}

# Section -> the columns its table has, and its values.
_SECTIONS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "thanks": (
        "",
        {
            "text": N_("how many posts and updates, on which networks"),
            "more": N_("what the document is for"),
            "period": N_("first to last day of the blog"),
            "highlights_title": N_("heading of the highlights"),
            "highlights[]": N_("a highlight of the details"),
        },
    ),
    "timeline": (
        "date what",
        {
            "steps[].date": N_("the day"),
            "steps[].what": N_("what happens"),
            "steps[].done": Said("“{label}” where it lies behind, else empty", label=Said("Done")),
            "steps[].key": Said("which step: {names} …", names="notice, last_day, files"),
        },
    ),
    "figures": (
        "",
        {
            "period": N_("first to last day of the blog"),
            "facts[].number": N_("a number, such as 1,200"),
            "facts[].label": N_("what it counts, such as posts"),
            "networks[].name": N_("a network"),
            "networks[].updates": N_("its updates"),
            "chart_title": N_("what the chart shows"),
            "caption": N_("the chart in words"),
            "runway": N_("how long the lasting updates last; empty where it is not known"),
        },
    ),
    "worked": (
        "date text figure",
        {
            "intro": N_("a line that says these are counts, not causes"),
            "networks[].name": N_("a network"),
            "networks[].having": N_("what is counted, and of how many updates it is known"),
            "networks[].rows[].date": N_("the day of one of its best updates"),
            "networks[].rows[].text": N_("its beginning"),
            "networks[].rows[].figure": N_("its count, and what was usual that year"),
            "networks[].rows[].link": N_("its address"),
            "networks[].rows[].link_label": N_("what a link to it says"),
            "networks[].says[]": N_(
                "a sentence on the best post, the weekday, the hour, what the texts are like"
            ),
        },
    ),
    "library": (
        "network text date link year content",
        {
            "intro": N_("how to read it"),
            "extent": N_("its first and last day, and whether older posts may be missing"),
            "compact": N_("true for a long blog: parts by year, updates in one line"),
            "years[].title": N_("the year; empty for a short blog, which has one part only"),
            "years[].target": Said("name for {target} and {jump}", target="target()", jump="jump()"),
            "years[].posts": N_("its posts"),
            "years[].summary": N_("posts and updates, counted"),
            "years[].months[].title": N_(
                "the month, such as January 2024; the year alone where the months would be many"
            ),
            "years[].months[].target": Said("name for {target} and {jump}", target="target()", jump="jump()"),
            "years[].months[].count": N_("its posts"),
            **_of(N_("of a post: {what}"), "years[].months[].posts[]", _POST),
        },
    ),
    "short": (
        "",
        {
            "intro": N_("how many posts have too few updates, and that the drafts are drafts"),
            "draft": N_("the label of a draft: print it beside each"),
            "more": N_("always empty: all of them are shown"),
            "posts[].number": N_("number of the post"),
            "posts[].title": N_("title of the post"),
            "posts[].found": N_("such as “1 of 3 updates”"),
            **_of(N_("of a draft: {what}"), "posts[].drafts[]", _UPDATE),
        },
    ),
    "lasting": (
        "network text kind why",
        {
            "intro": N_("how many updates last, and how many are seasonal or dated"),
            "rows_intro": N_("a line before the table; empty where nothing is dated"),
            "heads.why": _GONE,
            "more": N_("how many more stand in the workbook; empty for none"),
            **_of(N_("of an update: {what}"), "rows[]", _UPDATE),
        },
    ),
    "plan": (
        "date network text post",
        {
            "intro": N_("how many weeks"),
            "rows[].date": N_("the day"),
            "rows[].network": N_("the network"),
            "rows[].text": N_("the beginning of the update"),
            "rows[].post": N_("title of its post"),
            "rows[].link": N_("address of the update"),
            "rows[].label": Said(
                "“{label}”; empty for one that was published or scheduled", label=Said("Draft, not published")
            ),
            "more": N_("how many more stand in the workbook; empty for none"),
        },
    ),
    "voice": ("", {"intro": N_("a line before the rules"), "rows[]": N_("a rule of the details")}),
    "accounts": (
        "name now after how",
        {
            "intro": N_("a line before the table"),
            "rows[].name": N_("the account"),
            "rows[].now": N_("who holds it"),
            "rows[].after": N_("who holds it next"),
            "rows[].how": N_("how it changes hands"),
            "rows[].link": N_("its address as a link; empty where there is none"),
            "rows[].address": N_("its address as it is read"),
            "rows[].done": N_("when it changed hands and who checked it; empty where nobody said so"),
            "rows[].facts[].label": Said(
                "what is known of it: {labels}", labels=(Said("Held by"), Said("Role"), Said("Payment"))
            ),
            "rows[].facts[].lead": N_("the same with a colon"),
            "rows[].facts[].value": N_("its value"),
            "checks_title": _label("How access moves"),
            "checks[].title": N_("the network or tool"),
            "checks[].steps[]": N_("what is to be done or checked"),
            "checks[].source": N_(
                "whose page says so, and when it was read; empty for the list of every account"
            ),
        },
    ),
    "files": (
        "",
        {
            "rows[].name": N_("a file of the details"),
            "rows[].what": N_("what it holds"),
            "rows[].link": N_("its address as a link; empty where there is none"),
            "rows[].where": N_("where it is, as written"),
        },
    ),
    "own": ("", {"rows[].title": N_("a section of the details"), "rows[].paragraphs[]": N_("its text")}),
    "tools": (
        "name purpose pays renews",
        {
            "rows[].name": N_("the tool"),
            "rows[].purpose": N_("what for"),
            "rows[].pays": N_("who pays"),
            "rows[].renews": N_("when it renews"),
        },
    ),
    "keeping": ("", {"items[]": N_("a file"), "until": N_("until when a copy is kept")}),
    "open_items": (
        "what owner due",
        {"rows[].what": N_("what is open"), "rows[].owner": N_("whose it is"), "rows[].due": N_("by when")},
    ),
    "people": (
        "name about email",
        {
            "rows[].name": N_("a person"),
            "rows[].role": N_("what they do"),
            "rows[].about": N_("what to ask them"),
            "rows[].email": N_("their e-mail address"),
            "rows[].link": N_("the same as a link"),
        },
    ),
    "recommendations": ("", {"intro": N_("always empty"), "rows[]": N_("a recommendation of the details")}),
    "invoice": (
        "",
        {
            "rows[].name": Said(
                "one of these: {labels}", labels=(Said("Number"), Said("Amount"), Said("Due"), Said("Note"))
            ),
            "rows[].value": N_("its value"),
        },
    ),
    "completeness": (
        "network text date link",
        {
            "alone": N_("how many updates are not assigned to a post"),
            **_of(N_("of such an update: {what}"), "updates[]", _UPDATE),
            "updates[].reason": _GONE,
            "more_updates": N_("how many more stand in the workbook; empty for none"),
            "skipped": _GONE,
            "rows[]": N_("always empty: what could not be read stands in your working copy alone"),
            "more_rows": _GONE,
        },
    ),
    "ask": (
        "",
        {
            "testimonial": N_("a sentence that asks for a testimonial"),
            "testimonial_link": N_("the address where a testimonial is written"),
            "testimonial_label": N_("what a link to it says"),
            "testimonial_text": N_("your own words that ask for a testimonial"),
            "referral": N_("a sentence that asks for an introduction"),
            "referral_link": N_("the address for an introduction"),
            "referral_label": N_("what a link to it says"),
            "referral_text": N_("your own words that ask for an introduction"),
        },
    ),
    "touch": (
        "",
        {
            "questions": N_("until when you answer questions"),
            "after": N_("a closing line"),
            "email": N_("your e-mail address"),
            "email_link": N_("the same as a link"),
            "website": N_("your website"),
            "website_link": N_("the same as a link"),
        },
    ),
    "received": (
        "",
        {
            "text": N_("what the signatures say"),
            "items[]": N_("what is received, to be ticked"),
            "from_label": _label("Handed over by"),
            "from_name": N_("your name"),
            "to_label": _label("Received by"),
            "to_name": N_("the client’s name"),
            "sign": _label("Date and signature"),
        },
    ),
}

_ALWAYS: Final = {
    "document.title": N_("title of the document, as its properties have it"),
    "document.kind": _label("Content handover"),
    "document.date": N_("the day of the handover"),
    "document.language": Said("its language, such as {tags}", tags="en, pt-BR"),
    "document.contents": N_("heading of the table of contents"),
    "client.name": N_("the client"),
    "client.contact": N_("whom you write to"),
    "me.name": N_("your name"),
    "me.email": N_("your e-mail address"),
    "me.website": N_("your website"),
    "blog.title": N_("title of the blog"),
    "blog.link": N_("address of the blog"),
    "cover.title": N_("the client, or the blog"),
    "cover.lead": N_("a line below the title"),
    "cover.by": Said("“{label}”; empty without your name", label=Said("Prepared by {name}", name="…")),
    "cover.date": N_("the day of the handover"),
    "cover.items_title": _label("What you are getting"),
    "cover.items[].name": N_("what it is"),
    "cover.items[].about": N_("what it holds"),
    **_of(N_("of a post: {what}"), "posts[]", _POST),
}

FUNCTIONS: Final = {
    "{{r link(address, label) }}": N_("a link that shows the label"),
    "{{r linked(text) }}": N_("a text whose addresses are links"),
    "{{r target(name) }}": N_("a place to jump to"),
    "{{r jump(name, label) }}": N_("a link to that place"),
    "{{r chart() }}": N_("the updates by network as a bar chart"),
    "{{r logo() }}": N_("the logo of the details"),
    "{{r small_picture(number, alt) }}": N_(
        "a small picture of an update, at most 26 mm wide and 29 mm high"
    ),
}


def template_variables() -> dict[str, Said]:
    """Every value a Word template may print, and what it is."""
    found = dict(_ALWAYS)
    for section, (columns, values) in _SECTIONS.items():
        found[f"{section}.title"] = N_("heading of the section")
        found |= {
            f"{section}.heads.{column}": N_("heading of a column; empty where the column would be empty")
            for column in columns.split()
        }
        found |= {f"{section}.{name}": text for name, text in values.items()}
    return {name: _said(text) for name, text in found.items()}
