"""What stands before a blog instead of its feed: a question about cookies, a log-in, a site not yet open."""

import re
from urllib.parse import urlsplit

from handover.model import Quoted, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.source import Source

MAX_BYTES = 2 * 1024**2  # of a page that is looked at
MAX_WORDS = 3_000  # characters of its text; a page with more is no wall
FEW = 600  # characters: of a page with little beside its form
_TITLE = re.compile(r"<title[^<>]*>([^<]{0,500})", re.IGNORECASE)
_PASSWORD = re.compile(r"<input\b[^<>]{0,500}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_LOGIN_PLACE = re.compile(
    r"(?:^|[/.])(?:wp-login|log-?in|sign-?in|sso|auth)(?:[/.]|$)|^accounts\.", re.IGNORECASE
)
_CONSENT_PLACE = re.compile(
    r"^(?:consent|privacy|cookie)[\w-]*\.|/(?:privacy/)?consent(?:/|$)", re.IGNORECASE
)

_ROBOT = re.compile(
    r"just a moment|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|are you a robot|captcha|access denied|ddos protection|security check",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    r"private (?:site|blog)|(?:site|blog) is (?:currently |marked )?private|coming soon|launching soon"
    r"|under construction|maintenance|privates? (?:seite|website|blog)|wartungs\w+|en construction"
    r"|en construcción|in costruzione|em construção|password protected|opening soon",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|cookies?\b.{0,200}\b(?:accept|agree|akzept|zustimm|acept|accett|aceit|consent)"
    r"|(?:accept|agree|akzept|zustimm|acept|accett|aceit|consent)\w*\b.{0,200}\bcookies?\b"
    r"|bevor sie fortfahren|avant de continuer|antes de continuar|prima di continuare",
    re.IGNORECASE | re.DOTALL,
)
_LOGIN = re.compile(
    r"\b(?:log ?in|sign ?in|anmelden|einloggen|connexion|iniciar sesión|accedi|entrar)\b", re.IGNORECASE
)
HINT = Said(
    "Open the address in your browser, save the feed there and give the file, or export the blog"
    " (in WordPress: Tools > Export) and give the file."
)


def wall(page: Source, asked: str, came: str) -> Said | None:
    """What `page` is, where it is a wall: the sentence. `came`: the address it came from in the end."""
    text = page.read(MAX_BYTES).decode("utf-8", "replace") if page.size <= MAX_BYTES else ""
    match = _TITLE.search(text)
    title = fields.plain_title(match[1]) if match else ""
    message = _kind(text, title, came)
    return Said(message, address=asked, title=Quoted(title or came)) if message else None


def _kind(text: str, title: str, came: str) -> str:
    parts = urlsplit(came)
    host, path = (parts.hostname or "").removeprefix("www."), parts.path
    words = fields.plain_text(text, MAX_WORDS)
    short = len(words) < MAX_WORDS
    if (
        _CONSENT_PLACE.search(host)
        or _CONSENT_PLACE.search(path)
        or (short and _CONSENT.search(f"{title} {words}"))
    ):
        return N_("{address} answers with a page that asks for your consent to cookies: {title}.")
    if short and _ROBOT.search(title):
        return N_("{address} answers with a page that keeps programs out: {title}.")
    if short and _CLOSED.search(title or words):
        return N_("{address} is private, or not open yet: it answers with the page {title}.")
    place = _LOGIN_PLACE.search(host) or _LOGIN_PLACE.search(path)
    told = bool(_LOGIN.search(title)) + bool(_PASSWORD.search(text)) + bool(place) + (len(words) < FEW)
    if short and told > 1 and (place or _PASSWORD.search(text)):
        return N_("{address} asks you to log in first: it answers with the page {title}.")
    return ""
