"""The built-in template: cover, contents, thanks, figures, the plan, the library."""

from handover.write.docx.starting import CONTENTS
from tests.template.marks import (
    KEPT,
    PAGE_BREAK,
    WIDTH,
    cell,
    each,
    heads,
    listing,
    p,
    row,
    t,
    table,
    tag,
    when,
)

MARGIN = 1247


APART = '<w:spacing w:before="60"/>'  # of a picture from what stands above it


def cover() -> str:
    inset = (
        f'<w:tcMar><w:left w:w="{MARGIN}" w:type="dxa"/><w:right w:w="{MARGIN}" w:type="dxa"/></w:tcMar>'
        '<w:vAlign w:val="bottom"/>'
    )
    band = cell(
        WIDTH + 2 * MARGIN,
        p("Kicker", "{{ document.kind }}"),
        p("Title", "{{ cover.title }}"),
        p("Subtitle", "{{ cover.lead }}"),
        fill="1F4E60",
        extra=inset,
    )
    return (
        p("Logo", "{{r logo() }}")
        + table(
            "Plain",
            (WIDTH + 2 * MARGIN,),
            row(band, height=4700),
            caption="{{ cover.title }}",
            indent=-MARGIN,
        )
        + p("CoverHeading", "{{ cover.items_title }}")
        + table(
            "Cover",
            (3300, WIDTH - 3300),
            row(cell(WIDTH, p("Tag", "{%tr for item in cover.items %}"))),
            row(
                cell(3300, p("CoverName", "{{ item.name }}")),
                cell(WIDTH - 3300, p("CoverText", "{{ item.about }}")),
            ),
            row(cell(WIDTH, p("Tag", "{%tr endfor %}"))),
            caption="{{ cover.items_title }}",
        )
        + p("CoverFoot", "{{ cover.by }}{% if cover.by %} · {% endif %}{{ cover.date }}")
    )


def contents() -> str:
    field = (
        '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{CONTENTS}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    return p("ContentsHeading", "{{ document.contents }}", extra=PAGE_BREAK) + field


def thanks() -> str:
    return when(
        "thanks",
        p("Heading1", "{{ thanks.title }}"),
        p("Lead", "{{ thanks.text }}"),
        p("", "{{ thanks.more }}"),
        when(
            "thanks.highlights",
            p("Label", "{{ thanks.highlights_title }}"),
            each("highlight", "thanks.highlights", p("ListBullet", "{{ highlight }}")),
        ),
    )


def timeline() -> str:
    widths = (2500, 500, WIDTH - 3000)
    return when(
        "timeline",
        p("Heading1", "{{ timeline.title }}"),
        table(
            "Timeline",
            widths,
            row(cell(WIDTH, p("Tag", "{%tr for step in timeline.steps %}"))),
            row(
                cell(widths[0], p("TimelineDate", "{{ step.date }}")),
                cell(widths[1], p("TimelineMark", "{% if step.done %}✓{% else %}●{% endif %}")),
                cell(
                    widths[2],
                    p(
                        "TimelineText",
                        "{{ step.what }}",
                        t("{% if step.done %} · {{ step.done }}{% endif %}", style="Quiet"),
                    ),
                ),
            ),
            row(cell(WIDTH, p("Tag", "{%tr endfor %}"))),
            caption="{{ timeline.title }}",
        ),
    )


def figures() -> str:
    quarter = WIDTH // 4
    return when(
        "figures",
        p("Heading1", "{{ figures.title }}"),
        when("figures.period", p("Meta", "{{ figures.period }}")),
        table(
            "Facts",
            (quarter,) * 4,
            row(
                cell(quarter, p("Tag", "{%tc for fact in figures.facts %}")),
                cell(quarter, p("FactNumber", "{{ fact.number }}"), p("FactLabel", "{{ fact.label }}")),
                cell(quarter, p("Tag", "{%tc endfor %}")),
            ),
            caption="{{ figures.title }}",
        ),
        when("figures.runway", p("", "{{ figures.runway }}")),
        when(
            "figures.networks",
            p("Label", "{{ figures.chart_title }}"),
            p("Chart", "{{r chart() }}"),
        ),
    )


def library() -> str:
    return when(
        "library",
        p("Heading1", "{{ library.title }}"),
        p("Lead", "{{ library.intro }}", extra=KEPT),
        when("library.extent", p("Note", "{{ library.extent }}")),
        when(
            "library.compact",
            listing(
                "{{ library.title }}",
                (2200, WIDTH - 2200),
                heads("library", "year", "content"),
                "year",
                "library.years",
                (p("TableStrong", "{{r jump(year.target, year.title) }}"),),
                (p("TableText", "{{ year.summary }}"),),
            ),
        ),
        each(
            "year",
            "library.years",
            when(
                "year.title",
                p("Heading1", t("{{r target(year.target) }}"), "{{ year.title }}"),
                p("Meta", "{{ year.summary }}"),
                p(
                    "Months",
                    "{% for month in year.months %}",
                    "{{r jump(month.target, month.title) }}",
                    t(" {{ month.count }}", style="Quiet"),
                    "{% if not loop.last %}   {% endif %}{% endfor %}",
                ),
            ),
            each(
                "month",
                "year.months",
                p("Heading2", t("{{r target(month.target) }}"), "{{ month.title }}"),
                each("post", "month.posts", post()),
            ),
        ),
        p("AfterTable"),
    )


def updates(caption: str, section: str, values: str, *, after: str = "AfterTable") -> str:
    """A table of updates: where (a link to it) and when, and the text in nearly the whole width."""
    return listing(
        caption,
        (2280, WIDTH - 2280),
        heads(section, "network", "text"),
        "update",
        values,
        (
            p(
                "TableStrong",
                "{{r link(update.link, update.network) }}",
                t("{% if update.date %}  {{ update.date }}{% endif %}", style="Quiet"),
            ),
            each(
                "picture",
                "update.pictures",
                p(
                    "TableQuiet",
                    t("{{r small_picture(picture.number, picture.alt) }}"),
                    t("{{ picture.film }}"),
                    extra=APART,
                ),
            ),
        ),
        (
            when("update.label", p("DraftLabel", "{{ update.label }}")),
            each("part", "update.paragraphs", p("UpdateText", "{{r linked(part) }}")),
        ),
        splitting="update.long",
        after=after,
    )


def post() -> str:
    full = updates("{{ post.title }}", "library", "post.updates", after="")
    line = p(
        "Line",
        t("{% for picture in update.pictures %}"),
        t("{{r small_picture(picture.number, picture.alt, 14) }}"),
        t("{{ picture.film }}  {% endfor %}"),
        t("{{ update.network }}", style="Strong"),
        t("{% if update.date %} · {{ update.date }}{% endif %}", style="Quiet"),
        t("{% if update.label %} · {{ update.label }}{% endif %}", style="Warning"),
        t("  {{ update.line }}  "),
        t("{{r link(update.link, update.link_label) }}"),
    )
    return (
        p("Heading3", "{{ post.title }}")
        + p(
            "Meta",
            t("{{ post.about }}{% if post.about and post.link %} · {% endif %}"),
            t("{{r link(post.link, post.link_label) }}"),
        )
        + when("post.summary", p("Summary", "{{ post.summary }}"))
        + tag("{%p if library.compact %}")
        + each("update", "post.updates", line)
        + tag("{%p elif post.updates %}")
        + full
        + tag("{%p endif %}")
        + when("post.note", p("PostNote", "{{ post.note }}"))
    )


def short() -> str:
    draft = p("DraftLabel", "{{ short.draft }}", t("  {{ draft.network }}", style="Quiet")) + p(
        "Draft", "{{ draft.paragraphs | join('\\n') }}"
    )
    return when(
        "short",
        p("Heading1", "{{ short.title }}"),
        p("Lead", "{{ short.intro }}", extra=KEPT),
        each(
            "post",
            "short.posts",
            p("PostTitle", "{{ post.title }}"),
            p("Meta", "{{ post.found }}"),
            each("draft", "post.drafts", draft),
        ),
        when("short.more", p("Meta", "{{ short.more }}")),
    )


def more_updates() -> str:
    return when(
        "completeness",
        p("Heading1", "{{ completeness.title }}"),
        p("", "{{ completeness.alone }}", extra=KEPT),
        updates("{{ completeness.title }}", "completeness", "completeness.updates"),
        when("completeness.more_updates", p("Meta", "{{ completeness.more_updates }}")),
    )


def worked() -> str:
    return when(
        "worked",
        p("Heading1", "{{ worked.title }}"),
        p("", "{{ worked.intro }}"),
        each(
            "network",
            "worked.networks",
            p("Heading2", "{{ network.name }}"),
            p("Meta", "{{ network.having }}", extra=KEPT),
            listing(
                "What worked best on a network",
                (1750, WIDTH - 4350, 2600),
                heads("worked", "date", "text", "figure"),
                "row",
                "network.rows",
                (p("TableQuiet", "{{ row.date }}"),),
                (p("TableText", "{{ row.text }}"),),
                (p("TableText", "{{ row.figure }}"),),
            ),
            each("line", "network.says", p("ListBullet", "{{ line }}")),
        ),
    )


def lasting() -> str:
    return when(
        "lasting",
        p("Heading1", "{{ lasting.title }}"),
        p("", "{{ lasting.intro }}"),
        when(
            "lasting.rows",
            p("Label", "{{ lasting.rows_intro }}"),
            listing(
                "{{ lasting.title }}",
                (1750, WIDTH - 3350, 1600),
                heads("lasting", "network", "text", "kind"),
                "update",
                "lasting.rows",
                (p("TableStrong", "{{ update.network }}"), p("TableQuiet", "{{ update.date }}")),
                (
                    when("update.label", p("DraftLabel", "{{ update.label }}")),
                    p("TableText", "{{ update.line }}"),
                ),
                (p("TableText", "{{ update.lasting }}"),),
            ),
        ),
        when("lasting.more", p("Meta", "{{ lasting.more }}")),
    )  # fmt: skip


def plan() -> str:
    return when(
        "plan",
        p("Heading1", "{{ plan.title }}"),
        p("", "{{ plan.intro }}", extra=KEPT),
        listing(
            "{{ plan.title }}",
            (1650, 1350, WIDTH - 3000),
            heads("plan", "date", "network", "text"),
            "slot",
            "plan.rows",
            (p("TableText", "{{ slot.date }}"),),
            (p("TableStrong", "{{ slot.network }}"),),
            (
                when("slot.label", p("DraftLabel", "{{ slot.label }}")),
                p("TableText", "{{ slot.text }}"),
                p("TableQuiet", "{{ slot.post }}"),
            ),
        ),
        when("plan.more", p("Meta", "{{ plan.more }}")),
    )
