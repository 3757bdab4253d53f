"""Words by which people announce a new post, as data: no author's own habit stands here."""

import re
from functools import cache

from handover.pair.words import bare, fold

# Spaced scripts: whole words.
_PHRASES = """\
blogged|blog post|blogpost|blog article|new post|latest post|my post|guest post|new blog|my blog|on the blog
i wrote|ive written|i have written|wrote about|wrote a|written about|published|just posted|my article
new article|latest article|an article|the article|read about|read more|by me|writeup|write up|round up
gebloggt|blogbeitrag|blogartikel|neuer beitrag|neuer artikel|neu im blog|im blog|auf dem blog|verbloggt
veröffentlicht|mein artikel|mein beitrag|jetzt lesen|weiterlesen|zum artikel|zum beitrag
nouvel article|nouveau billet|sur le blog|sur mon blog|mon article|mon billet|billet de blog|à lire
je viens de publier|jai écrit|lire la suite|lire larticle
nueva entrada|nuevo post|nuevo artículo|en el blog|en mi blog|he escrito|acabo de publicar|leer más
nuovo articolo|nuovo post|sul blog|ho scritto|leggi tutto|leggi larticolo
novo post|novo artigo|no blog|escrevi|acabei de publicar|leia mais
nieuw artikel|nieuwe blog|nieuwe blogpost|op de blog|op het blog|geblogd|ik schreef|lees meer
nowy wpis|nowy artykuł|na blogu|napisałem|napisałam|czytaj więcej
nytt inlägg|på bloggen|läs mer|nyt indlæg|læs mere|nytt innlegg|les mer
новый пост|новая статья|в блоге|написал|написала|читать далее"""
# Unspaced scripts and Korean, whose words grow endings: anywhere in the text.
_PARTS = (
    "ブログ|記事を|更新しました|書きました|公開しました|投稿しました",
    "博客|部落格|新文章|文章发布|發佈了|发布了|写了一篇|寫了一篇",
    "블로그|새 글|포스팅|글을 썼",
)

_APOSTROPHES = re.compile(r"['’ʼ`´]")


@cache
def _announcing() -> re.Pattern[str]:
    # Made when it is first asked for: few runs do, and it takes longer than the rest of the start.
    phrases = "|".join(fold(line) for line in _PHRASES.splitlines())
    parts = "|".join(fold(line) for line in _PARTS)
    return re.compile(rf"\b(?:{phrases})\b|{parts}")


def announces(text: str) -> bool:
    """Whether the text says that something was written or published."""
    return _announcing().search(_APOSTROPHES.sub("", bare(text)).replace("-", " ")) is not None
