"""What gives away a password, key or code is told from what people write about passwords."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.languages import all_languages
from handover.secrets import (
    MAYBE,
    NONE,
    SURELY,
    looks_secret,
    public,
    stated,
    surely_secret,
    tells_secret,
    vocabulary,
)

PUBLIC = (Path(__file__).parent / "data" / "public_secrets.txt").read_text("utf-8").splitlines()[1:]
SURE = {"!": SURELY, "?": MAYBE, ".": NONE}
LINES = (Path(__file__).parent / "data" / "secrets.txt").read_text("utf-8").splitlines()[1:]

SECRETS = [
    "password: hunter2",
    "Passwort: Sommer2024!",
    "PW = sunshine",
    "Kennwort ist Blume123",
    "mot de passe : soleil",
    "contraseña: verano2024",
    "senha: abc12345",
    "Login ana / kX9$mQ2!vL",
    "Sommer2024!",
    "Tr0ub4dor&3",
    "AKIAIOSFODNN7EXAMPLE",
    "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8",
    "github_pat_11ABCDEFG0abcdefghij_klmnop",
    "xoxb-123456789012-abcdefABCDEF",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "sk-proj-abcdefghijklmnopqrstuvwx",
    "AIzaSyA1234567890abcdefghijklmnopqrstuv",
    "EAABsbCS1iHgBAKZCZCq7ZBZC0ZAcZB8ZAZBZ0",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
    "-----BEGIN RSA PRIVATE KEY-----",
    "abcd EFGH 12ij kl34 MNop 9qrs",
    "3f786850e387550fdab836ed7e6dc881de23001b",
    "q7Zr2LkX9vBn4TyW8mPs",
    "https://ana:geheim@host.example/x",
    "https://host.example/x?access_token=abc",
    "https://host.example/reset?token=9f8e7d6c5b4a39281706f5e4d3c2b1a0",
    "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1",
    "Token: abcdef123456",
    "API key = zzzzzzzz",
    "4b841a2b55c674b318f568938e2a1a7e",
    "LeUEckM9LkT-2La4NX5EzQ",
    "j5H58UaXFK7g",
    "Login bea@acme.example / sunshine961",
    "Login: ana, Sommer2024!",
    "urdhtx-qjvbw7-vmhzCq",
]

HARMLESS = [
    "ana@example.com",
    "+49 170 1234567",
    "DE89370400440532013000",
    "DE89 3704 0044 0532 0130 00",
    "GB29NWBK60161331926819",
    "MT84MALT011000012345MTLCAST001S",
    "RE-2026/0017",
    "2026-017",
    "CHF 1,200.00",
    "https://testimonial.to/ana/9b2d6f0e-3c1a-4f57-8a44-2f6c1f0b7d11",
    "https://senja.io/p/ana-muster/r/6Zq2xK",
    "https://docs.google.com/forms/d/e/1FAIpQLSdXk3v9zQ2yB7nM4wT8rU6eP0aGhJ5lC1sVfNqYxZbKoDtRiA/viewform",
    "https://drive.google.com/file/d/1A2b3C4d5E6f7G8h9I0jKlMnOpQrStUvW/view?usp=sharing",
    "https://www.linkedin.com/feed/update/urn:li:activity:7123456789012345678/",
    "9b2d6f0e-3c1a-4f57-8a44-2f6c1f0b7d11",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Passwords travel through the shared 1Password vault",
    "Password: handed over in 1Password",
    "Passwort: siehe Bitwarden",
    "Passwort: im Tresor",
    "password: via LastPass",
    "Password reset by e-mail on the last day",
    "The password is known to Bea",
    "Please change the password: it will expire",
    "Ask Bea; two-factor codes go to +41 44 668 18 00",
    "Bea becomes super admin; Ana leaves the page on 2026-12-31",
    "@acme_tea_2024",
    "#AcmeTea2024",
    "#1f6f6b",
    "COVID-19, B2B, Web3, GPT-5 and iPhone15Pro",
    "A key account: Sammlung & Söhne",
    "Business Manager ID 1234567890123456",
    "act_1234567890123456",
    "G-AB12CD34EF",
    "UA-12345678-1",
    "2026-11-22_Q4_Report_final_v2.pdf",
    "C:\\Users\\Ana\\Documents\\updates-2024.xlsx",
    "Warm and exact; 100% honest!",
    "Secret of our success: patience and good tea",
    "The token of thanks: a box of tea",
    "Was that 50% more? Yes!",
    "Rue de l'Église 12, 1003 Lausanne",
    "Ana Muster, Bahnhofstrasse 12a, 8001 Zürich",
    "VAT CHE-123.456.789 MWST",
    "ISBN 978-3-16-148410-0",
    "Login by e-mail link, no password",
    "Benutzer: ana@example.com, Rolle Administrator",
    "Facebook+Instagram+LinkedIn",
    "XMLHttpRequest and JavaScript",
    "Garten&Landschaft-Magazin",
]


@pytest.mark.parametrize("text", [*SECRETS, *(line[2:] for line in LINES if line.startswith("!"))])
def test_a_secret_is_known(text):
    assert looks_secret(text)


@pytest.mark.parametrize("text", [*HARMLESS, *(line[2:] for line in LINES if line.startswith("."))])
def test_what_people_write_about_passwords_and_much_else_is_none(text):
    assert not looks_secret(text)


@pytest.mark.parametrize(
    "text",
    ["Our password: Tide-77-Gull", "WLAN-Passwort: hafen2020", "key ghp_" + "a1B2c3D4e5" * 3],
)
def test_what_was_published_is_a_secret_only_where_it_surely_is(text):
    assert surely_secret(text)
    assert not surely_secret("How to choose a password: 7 tips for 2026")
    assert not surely_secret("Login: mara / Strand77 was the joke of the evening")
    assert not surely_secret("Use the code SUMMER26 until Sunday")


@pytest.mark.parametrize("line", PUBLIC)
def test_an_update_tells_a_password_however_it_is_worded_and_talk_of_passwords_tells_none(line):
    assert tells_secret(line[2:]) == SURE[line[0]]


@pytest.mark.parametrize("line", [line for line in PUBLIC if line[0] != "?"])
def test_what_stands_in_the_lines_around_changes_nothing(line):
    told = tells_secret(f"A walk by the sea.\n{line[2:]}\nSee you there, bring 2 friends!")
    assert (told == SURELY) == (line[0] == "!")


def told_label_first(text, end):
    """As `stated.as_password` says, with the label looked for before anything."""
    before = vocabulary.plain(text[max(0, end - 80) : end])
    if not (label := stated._label().search(before)):
        return NONE
    line, strong = before[: label.start()].rpartition("\n")[2], label["strong"] is not None
    tail = text[end : end + 400]
    plain = vocabulary.plain(tail)
    found = (
        NONE if not strong and line[-1:] in ("?", "&") else stated._behind(tail, plain, line, strong=strong)
    )
    if strong or stated._begins_a_name(line):
        return found
    sign = stated._after_sign().match(plain) if found == SURELY else None
    return SURELY if sign and stated._has_hard(stated._value(sign, tail)) else NONE


def told_alike(text):
    for end in (match.end() for match in re.finditer(r"\w+", text)):
        assert stated.as_password(text, end) == told_label_first(text, end), text


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(" ".join(line[2:] for line in PUBLIC).split()), max_size=9).map(" ".join))
def test_what_follows_may_be_looked_at_before_the_label(text):
    told_alike(text)


def test_what_follows_a_label_may_be_looked_at_first_in_what_people_write():
    for line in (*PUBLIC, *LINES, *SECRETS, *HARMLESS):
        told_alike(line)


def test_every_letter_of_a_wide_name_is_one_of_the_wide_letters():
    beyond = {sign for name in public._last_words()[2] for sign in name if sign > "\xff"}
    assert len(beyond) > 50 and all(map(public._WIDE.match, beyond))
    assert not public._WIDE.search("„Rye” – it’s 5 € … 🍞")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(" ".join(line[2:] for line in PUBLIC).split()), max_size=12).map(" ".join))
def test_no_public_text_makes_the_guard_fail(text):
    assert tells_secret(text) in (NONE, MAYBE, SURELY)


def test_every_word_for_a_password_is_met_in_a_long_post():
    words = [
        " ".join(word.split()) for known in all_languages() for word in known.access.passwords.split(",")
    ]
    around = "Nothing of note happens here. " * 20
    asked = [form for word in words if word for form in (word, word.title(), word.replace(" ", ""))]
    assert len(asked) > 150
    assert not [form for form in asked if not surely_secret(f"{around}{form}: Tide77x. {around}")]
    assert not [form for form in asked if surely_secret(f"{around}{form}, but which? {around}")]


@pytest.mark.parametrize("secret", [line for line in SECRETS if surely_secret(line)])
def test_a_key_is_met_in_a_long_post(secret):
    assert surely_secret(f"{'Nothing of note. ' * 30}({secret}) {'And on it goes… ' * 30}")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(" ".join([*HARMLESS, *SECRETS]).split()), max_size=12).map(" ".join))
def test_no_text_makes_the_guard_fail(text):
    assert looks_secret(text) in (True, False)


def test_the_quick_look_finds_what_all_phrases_in_one_pattern_find() -> None:
    words = ("passwords", "short", "backup_codes", "logins", "sign_in")
    slow = re.compile(
        "|".join([*(vocabulary.any_of(lambda w, n=n: getattr(w, n)) for n in words), vocabulary.CODE])
    )
    phrases = {
        vocabulary.plain(phrase.strip())
        for known in all_languages()
        for name in words
        for phrase in getattr(known.access, name).split(",")
    }
    written = {p.replace(" ", by).replace("-", by) for p in phrases for by in (" ", "-", "", "'")}
    cut = {text[:-1] for text in written} | {text[1:] for text in written}
    for text in (*written, *cut, *map(vocabulary.plain, LINES), "kodes", "codice"):
        assert vocabulary.hinted(f"x {text}y") == bool(slow.search(f"x {text}y")), text


def test_what_is_skipped_in_plain_ascii_is_never_plain_ascii() -> None:
    assert not [name for name in public._last_words()[2] if name.isascii()]
    assert surely_secret("hasło: Tide77x") and surely_secret("„Hasło: Tide77x”")
