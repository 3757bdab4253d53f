"""What a Word template may print, described: the documentation a test holds against the real values.

Texts come in the handover's language. A section without content is empty, so that
`{%p if accounts %}` ... `{%p endif %}` leaves no trace of it. `[]` stands for "each of": write
`{%p for post in posts %}`, then `{{ post.title }}`.
"""

from typing import Final

# What stood here once and is no client's to read: a template that names it goes on working.
_GONE: Final = "always “”: it stands in your working copy alone"

_UPDATE: Final = {
    "network": "the network's name: LinkedIn",
    "text": "the whole text",
    "paragraphs[]": "of its text for print: no lines of a lone “.”, no tracking, no address of its post",
    "long": "true for a text that may go on over the page",
    "line": "the text on one line without addresses, cut with “…” where it is long",
    "date": "the day it went out, “” where it is not known",
    "link": "its own address, “” where there is none",
    "link_label": "“View on LinkedIn”",
    "label": "what sets it apart: Scheduled, or Draft, not published; “” for a published one",
    "lasting": "Lasting, Seasonal or Dated",
    "pictures[].number": "the number of a small picture, for `small_picture`; 0 for a film without one",
    "pictures[].alt": "what it shows, else its network and day",
    "pictures[].film": "a sign that stands for a film without a picture, else “”",
    "why": _GONE,
    "account": _GONE,
}

_POST: Final = {
    "number": "its number in all files, 1 for the newest",
    "title": "its title",
    "link": "its address, “” where there is none",
    "link_label": "“Read the post”",
    "date": "the day it was published",
    "author": "who wrote it",
    "categories[]": "a category",
    "about": "date, author and categories on one line",
    "summary": "two or three sentences (one in a long library)",
    "missing": "how many updates it is short of the minimum, 0 for none",
    "note": "a sentence where drafts wait for it, else “”",
    **{f"updates[].{name}": f"of an update: {text}" for name, text in _UPDATE.items()},
}

# Section -> the columns its table has, and its values.
_SECTIONS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "thanks": (
        "",
        {
            "text": "how many posts and updates, on which networks",
            "more": "what the document is for",
            "period": "first to last day of the blog",
            "highlights_title": "heading of the highlights",
            "highlights[]": "a highlight of the details",
        },
    ),
    "timeline": (
        "date what",
        {
            "steps[].date": "the day",
            "steps[].what": "what happens",
            "steps[].done": "“Done” where it lies behind, else “”",
            "steps[].key": "which step: notice, last_day, files ...",
        },
    ),
    "figures": (
        "",
        {
            "period": "first to last day of the blog",
            "facts[].number": "a number, written out: 1,200",
            "facts[].label": "what it counts: posts",
            "networks[].name": "a network",
            "networks[].updates": "its updates",
            "chart_title": "what the chart shows",
            "caption": "the chart in words",
            "runway": "how long the lasting updates last, “” where it is not known",
        },
    ),
    "worked": (
        "date text figure",
        {
            "intro": "that these are counts and no causes",
            "networks[].name": "a network",
            "networks[].having": "what is counted, and of how many updates it is known",
            "networks[].rows[].date": "the day of one of its best updates",
            "networks[].rows[].text": "its beginning",
            "networks[].rows[].figure": "its count, and what was usual that year",
            "networks[].rows[].link": "its address",
            "networks[].rows[].link_label": "what to call that",
            "networks[].says[]": "a sentence: best post, weekday, hour, what the texts are like",
        },
    ),
    "library": (
        "network text date link year content",
        {
            "intro": "how to read it",
            "extent": "its first and last day, and whether older posts may be missing",
            "compact": "true for a long blog: parts by year, updates in one line",
            "years[].title": "the year; “” for a short blog, which has one part only",
            "years[].target": "name for target() and jump()",
            "years[].posts": "its posts",
            "years[].summary": "posts and updates, counted",
            "years[].months[].title": "January 2024; the year alone where the months would be many",
            "years[].months[].target": "name for target() and jump()",
            "years[].months[].count": "its posts",
            **{f"years[].months[].posts[].{name}": f"of a post: {text}" for name, text in _POST.items()},
        },
    ),
    "short": (
        "",
        {
            "intro": "how many posts are short, and that the drafts are drafts",
            "draft": "the label of a draft: print it beside each",
            "more": "always “”: all of them are shown",
            "posts[].number": "number of the post",
            "posts[].title": "title of the post",
            "posts[].found": "“1 of 3 updates”",
            **{f"posts[].drafts[].{name}": f"of a draft: {text}" for name, text in _UPDATE.items()},
        },
    ),
    "lasting": (
        "network text kind why",
        {
            "intro": "how many updates last, and how many are seasonal or dated",
            "rows_intro": "a line before the table, “” where nothing is dated",
            "heads.why": _GONE,
            "more": "how many more stand in the workbook, “” for none",
            **{f"rows[].{name}": f"of an update: {text}" for name, text in _UPDATE.items()},
        },
    ),
    "plan": (
        "date network text post",
        {
            "intro": "how many weeks",
            "rows[].date": "the day",
            "rows[].network": "the network",
            "rows[].text": "the beginning of the update",
            "rows[].post": "title of its post",
            "rows[].link": "address of the update",
            "rows[].label": "Draft, not published; “” for one that was published or scheduled",
            "more": "how many more stand in the workbook, “” for none",
        },
    ),
    "voice": ("", {"intro": "a line before the rules", "rows[]": "a rule of the details"}),
    "accounts": (
        "name now after how",
        {
            "intro": "a line before the table",
            "rows[].name": "the account",
            "rows[].now": "who holds it",
            "rows[].after": "who holds it next",
            "rows[].how": "how it passes",
            "rows[].link": "its address as a link, “” for none",
            "rows[].address": "its address as it is read",
            "rows[].done": "when it changed hands and who checked it, “” where nobody said so",
            "rows[].facts[].label": "Held by, Role, Payment: of what is known of it",
            "rows[].facts[].lead": "the same with the colon of the language",
            "rows[].facts[].value": "its value",
            "checks_title": "“How access moves”",
            "checks[].title": "the network or tool",
            "checks[].steps[]": "what is to be done or checked",
            "checks[].source": "whose page says so, and when it was read; “” for the list of every account",
        },
    ),
    "files": (
        "",
        {
            "rows[].name": "a file of the details",
            "rows[].what": "what it holds",
            "rows[].link": "its address as a link, “” where it is none",
            "rows[].where": "where it is, as written",
        },
    ),
    "own": ("", {"rows[].title": "a section of the details", "rows[].paragraphs[]": "its text"}),
    "tools": (
        "name purpose pays renews",
        {
            "rows[].name": "the tool",
            "rows[].purpose": "what for",
            "rows[].pays": "who pays",
            "rows[].renews": "when it renews",
        },
    ),
    "keeping": ("", {"items[]": "a file", "until": "until when a copy is kept"}),
    "open_items": (
        "what owner due",
        {"rows[].what": "what is open", "rows[].owner": "whose it is", "rows[].due": "by when"},
    ),
    "people": (
        "name about email",
        {
            "rows[].name": "a person",
            "rows[].role": "what they do",
            "rows[].about": "what to ask them",
            "rows[].email": "their address",
            "rows[].link": "the same as a link",
        },
    ),
    "recommendations": ("", {"intro": "“”", "rows[]": "a recommendation of the details"}),
    "invoice": ("", {"rows[].name": "Number, Amount, Due, Note", "rows[].value": "its value"}),
    "completeness": (
        "network text date link",
        {
            "alone": "how many updates belong to no post",
            **{f"updates[].{name}": f"of such an update: {text}" for name, text in _UPDATE.items()},
            "updates[].reason": _GONE,
            "more_updates": "how many more stand in the workbook, “” for none",
            "skipped": _GONE,
            "rows[]": "always empty: what could not be read stands in your working copy alone",
            "more_rows": _GONE,
        },
    ),
    "ask": (
        "",
        {
            f"{wish}{ending}": f"{what} the {wish}"
            for wish in ("testimonial", "referral")
            for ending, what in (
                ("", "a sentence that asks for"),
                ("_link", "an address for"),
                ("_label", "what a link to it says: for"),
                ("_text", "your own words for"),
            )
        },
    ),
    "touch": (
        "",
        {
            "questions": "until when you answer questions",
            "after": "a closing line",
            "email": "your address",
            "email_link": "the same as a link",
            "website": "your website",
            "website_link": "the same as a link",
        },
    ),
    "received": (
        "",
        {
            "text": "what the signatures say",
            "items[]": "what is received, to be ticked",
            "from_label": "“Handed over by”",
            "from_name": "your name",
            "to_label": "“Received by”",
            "to_name": "the client's name",
            "sign": "“Date and signature”",
        },
    ),
}

_ALWAYS: Final = {
    "document.title": "title of the document, as its properties have it",
    "document.kind": "“Content handover”",
    "document.date": "the day of the handover",
    "document.language": "its language: en, pt-BR",
    "document.contents": "heading of the table of contents",
    "client.name": "the client",
    "client.contact": "whom you write to",
    "me.name": "your name",
    "me.email": "your address",
    "me.website": "your website",
    "blog.title": "title of the blog",
    "blog.link": "address of the blog",
    "cover.title": "the client, or the blog",
    "cover.lead": "a line below the title",
    "cover.by": "“Prepared by ...”, “” without your name",
    "cover.date": "the day of the handover",
    "cover.items_title": "“What you are getting”",
    "cover.items[].name": "what it is",
    "cover.items[].about": "what it holds",
    **{f"posts[].{name}": f"of a post: {text}" for name, text in _POST.items()},
}

FUNCTIONS: Final = {
    "{{r link(address, label) }}": "a link that shows the label",
    "{{r linked(text) }}": "a text whose addresses are links",
    "{{r target(name) }}": "a place to jump to",
    "{{r jump(name, label) }}": "a link to that place",
    "{{r chart() }}": "the updates by network as a bar chart",
    "{{r logo() }}": "the logo of the details",
    "{{r small_picture(number, alt) }}": "a small picture of an update, at most 26 mm wide and 29 mm high",
}


def template_variables() -> dict[str, str]:
    """Every value a Word template may print, and what it is."""
    found = dict(_ALWAYS)
    for section, (columns, values) in _SECTIONS.items():
        found[f"{section}.title"] = "heading of the section"
        found |= {
            f"{section}.heads.{column}": "heading of a column, “” where the column would be empty"
            for column in columns.split()
        }
        found |= {f"{section}.{name}": text for name, text in values.items()}
    return found
