"""The back of the built-in template: voice, accounts, people, the goodbye."""

from tests.template.marks import (
    KEPT,
    WIDTH,
    cell,
    each,
    heads,
    listing,
    loop_row,
    p,
    row,
    t,
    table,
    when,
)

BOX = '<w:ind w:left="340" w:hanging="340"/>'  # lines below the first stand beside the box


def voice() -> str:
    return when(
        "voice",
        p("Heading1", "{{ voice.title }}"),
        when("voice.intro", p("", "{{ voice.intro }}")),
        each("rule", "voice.rows", p("ListBullet", "{{ rule }}")),
    )


def accounts() -> str:
    left = 3000
    return when(
        "accounts",
        p("Heading1", "{{ accounts.title }}"),
        p("", "{{ accounts.intro }}", extra=KEPT),
        table(
            "HandoverTable",
            (left, WIDTH - left),
            loop_row(
                "account",
                "accounts.rows",
                cell(
                    left,
                    p("TableStrong", "{{ account.name }}"),
                    when("account.address", p("TableText", "{{r link(account.link, account.address) }}")),
                    when("account.done", p("TableQuiet", "✓ {{ account.done }}")),
                ),
                cell(
                    WIDTH - left,
                    each(
                        "fact",
                        "account.facts",
                        p("TableText", t("{{ fact.lead }} ", style="Quiet"), "{{ fact.value }}"),
                    ),
                    when("not account.facts", p("TableText", "")),
                ),
            ),
            caption="{{ accounts.title }}",
        ),
        p("Label", "{{ accounts.checks_title }}"),
        each(
            "list",
            "accounts.checks",
            p("CheckTitle", "{{ list.title }}"),
            each("step", "list.steps", p("TableText", "☐ {{ step }}", extra=BOX)),
            when("list.source", p("TableQuiet", "{{ list.source }}")),
        ),
    )


def files() -> str:
    return when(
        "files",
        p("Heading1", "{{ files.title }}"),
        each(
            "file",
            "files.rows",
            p(
                "ListBullet",
                t("{{ file.name }}", style="Strong"),
                "{% if file.what %}: {{ file.what }}{% endif %}{% if file.where %} · {% endif %}",
                t("{{r link(file.link, file.where) }}"),
            ),
        ),
    )


def own() -> str:
    return when(
        "own",
        each(
            "part",
            "own.rows",
            p("Heading1", "{{ part.title }}"),
            each("line", "part.paragraphs", p("", t("{{r linked(line) }}"))),
        ),
    )


def tools() -> str:
    return when(
        "tools",
        p("Heading1", "{{ tools.title }}"),
        listing(
            "{{ tools.title }}",
            (2200, 3012, 1900, WIDTH - 7112),
            heads("tools", "name", "purpose", "pays", "renews"),
            "tool",
            "tools.rows",
            (p("TableStrong", "{{ tool.name }}"),),
            (p("TableText", "{{ tool.purpose }}"),),
            (p("TableText", "{{ tool.pays }}"),),
            (p("TableText", "{{ tool.renews }}"),),
            optional=(1, 2, 3),
        ),
    )


def keeping() -> str:
    return when(
        "keeping",
        p("Heading1", "{{ keeping.title }}"),
        each("item", "keeping.items", p("ListBullet", "{{ item }}")),
        p("Note", "{{ keeping.until }}"),
    )


def open_items() -> str:
    return when(
        "open_items",
        p("Heading1", "{{ open_items.title }}"),
        listing(
            "{{ open_items.title }}",
            (5200, 1900, WIDTH - 7100),
            heads("open_items", "what", "owner", "due"),
            "item",
            "open_items.rows",
            (p("TableText", "{{ item.what }}"),),
            (p("TableStrong", "{{ item.owner }}"),),
            (p("TableText", "{{ item.due }}"),),
            optional=(1, 2),
        ),
    )


def people() -> str:
    return when(
        "people",
        p("Heading1", "{{ people.title }}"),
        listing(
            "{{ people.title }}",
            (2700, 3700, WIDTH - 6400),
            heads("people", "name", "about", "email"),
            "person",
            "people.rows",
            (
                p("TableStrong", "{{ person.name }}"),
                when("person.role", p("TableQuiet", "{{ person.role }}")),
            ),
            (p("TableText", "{{ person.about }}"),),
            (p("TableText", "{{r link(person.link, person.email) }}"),),
            optional=(1, 2),
        ),
    )


def recommendations() -> str:
    return when(
        "recommendations",
        p("Heading1", "{{ recommendations.title }}"),
        each("advice", "recommendations.rows", p("ListBullet", "{{ advice }}")),
    )


def invoice() -> str:
    return when(
        "invoice",
        p("Heading1", "{{ invoice.title }}"),
        table(
            "HandoverTable",
            (2200, WIDTH - 2200),
            row(cell(WIDTH, p("Tag", "{%tr for item in invoice.rows %}"))),
            row(
                cell(2200, p("TableQuiet", "{{ item.name }}")),
                cell(WIDTH - 2200, p("TableStrong", "{{ item.value }}")),
            ),
            row(cell(WIDTH, p("Tag", "{%tr endfor %}"))),
            caption="{{ invoice.title }}",
        ),
    )


def ask() -> str:
    def wish(name: str) -> str:
        return when(
            f"ask.{name}",
            p("", f"{{{{ ask.{name} }}}} {{{{ ask.{name}_text }}}}"),
            when(f"ask.{name}_link", p("Button", f"{{{{r link(ask.{name}_link, ask.{name}_label) }}}}")),
        )

    return when("ask", p("Heading1", "{{ ask.title }}"), wish("testimonial"), wish("referral"))


def touch() -> str:
    return when(
        "touch",
        p("Heading1", "{{ touch.title }}"),
        p("", "{% if touch.questions %}{{ touch.questions }} {% endif %}{{ touch.after }}"),
        p(
            "Contact",
            t("{{ me.name }}", style="Strong"),
            t("{% if touch.email %}   {% endif %}"),
            t("{{r link(touch.email_link, touch.email) }}"),
            t("{% if touch.website %}   {% endif %}"),
            t("{{r link(touch.website_link, touch.website) }}"),
        ),
    )


def received() -> str:
    half = WIDTH // 2

    def signature(side: str) -> str:
        return cell(
            half,
            p("TableQuiet", f"{{{{ received.{side}_label }}}}"),
            p("TableStrong", f"{{{{ received.{side}_name }}}}"),
            p("SignLine", ""),
            p("TableQuiet", "{{ received.sign }}"),
        )

    return when(
        "received",
        p("Heading1", "{{ received.title }}"),
        p("", "{{ received.text }}", extra=KEPT),
        each("item", "received.items", p("", "☐ {{ item }}", extra=KEPT + BOX)),
        table("Plain", (half, half), row(signature("from"), signature("to")), caption="{{ received.title }}"),
    )
