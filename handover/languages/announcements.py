"""Words by which people announce a post, foretell one, or tell of somebody else's, as data.

No author's own habit stands here.
"""

import re
from functools import cache

from handover.text.comparing import bare, fold

# Spaced scripts: whole words.
_PHRASES = """\
blogged|blog post|blogpost|blog article|new post|latest post|my post|guest post|new blog|my blog|on the blog
i wrote|ive written|i have written|wrote about|wrote a|written about|published|just posted|my article
new article|latest article|an article|the article|read about|read more|by me|writeup|write up|round up
on our blog|our blog|our new post|our latest post|our new article|new in our journal|on our journal
gebloggt|blogbeitrag|blogartikel|neuer beitrag|neuer artikel|neu im blog|im blog|auf dem blog|verbloggt
in unserem blog|auf unserem blog|unser neuer artikel|unser neuer beitrag
veröffentlicht|mein artikel|mein beitrag|jetzt lesen|weiterlesen|zum artikel|zum beitrag
nouvel article|nouveau billet|sur le blog|sur mon blog|mon article|mon billet|billet de blog|à lire
sur notre blog|notre nouvel article|dans notre journal
je viens de publier|jai écrit|lire la suite|lire larticle
nueva entrada|nuevo post|nuevo artículo|en el blog|en mi blog|en nuestro blog|he escrito
acabo de publicar|leer más
nuovo articolo|nuovo post|sul blog|sul nostro blog|ho scritto|leggi tutto|leggi larticolo
novo post|novo artigo|no blog|no nosso blog|escrevi|acabei de publicar|leia mais
nieuw artikel|nieuwe blog|nieuwe blogpost|op de blog|op het blog|op onze blog|geblogd|ik schreef|lees meer
nowy wpis|nowy artykuł|na blogu|na naszym blogu|napisałem|napisałam|czytaj więcej
nytt inlägg|på bloggen|läs mer|nyt indlæg|læs mere|nytt innlegg|les mer
новый пост|новая статья|в блоге|написал|написала|читать далее"""
# Unspaced scripts and Korean, whose words grow endings: anywhere in the text.
_PARTS = (
    "ブログ|記事を|更新しました|書きました|公開しました|投稿しました",
    "博客|部落格|新文章|文章发布|發佈了|发布了|写了一篇|寫了一篇",
    "블로그|새 글|포스팅|글을 썼",
)

# Before there is a post. The first never stand beside a post that is there; the others do, for the next one.
_SURE = """\
before (?:i|we) publish(?: it)?|before it(?:s| is| goes) (?:published|online|live|out)
proofreads? (?:my|our|this)
proofreading (?:my|our)|(?:coming|comes) (?:soon|tomorrow|next week|later)
(?:soon|tomorrow|next week|later this week) (?:on|in|to) (?:the|our|my) (?:blog|journal|site|website)
(?:on|in|to) (?:the|our|my) (?:blog|journal|site|website) (?:soon|tomorrow|next week|later this week)
(?:i am|im|we are|were) (?:now |still |currently )?(?:writing|working on) (?:a |an |my |our |the |about |on )
bald (?:im|auf dem|in unserem|auf unserem|in meinem|auf meinem) blog
demnächst (?:im|auf dem|in unserem) blog
(?:morgen|übermorgen|nächste woche|in kürze) (?:im|auf dem|in unserem|auf unserem) blog|gegenlesen
korrekturlesen
bevor (?:ich|wir) (?:ihn|es|sie|das) veröffentlichen?|vor der veröffentlichung
kommt (?:bald|morgen|demnächst)
(?:bientôt|demain|prochainement|la semaine prochaine) (?:sur|dans) (?:le|notre|mon) (?:blog|journal|site)
avant (?:de (?:le|la|l) ?publier|publication)|relire mon (?:article|billet)|à paraître
(?:pronto|próximamente|mañana|muy pronto) en (?:el|mi|nuestro) (?:blog|diario)|antes de publicar(?:lo|la)?
(?:presto|prossimamente|domani) (?:sul|nel) (?:blog|mio blog|nostro blog)|prima di pubblicar(?:e|lo|la)
(?:em breve|amanhã) no (?:blog|meu blog|nosso blog)|(?:binnenkort|morgen) op (?:de|het|mijn|onze) blog
voordat ik (?:het|hem) publiceer|(?:wkrótce|jutro|niedługo) na (?:blogu|naszym blogu|moim blogu)
(?:snart|i morgon) på bloggen|скоро в блоге|завтра в блоге"""
_AHEAD = """\
(?:will|going to|ll|about to|want to|plan to) (?:write|publish|blog)|working on a|stay tuned
watch this space
sneak peek|folgt (?:bald|in kürze|demnächst)|werde ich (?:schreiben|bloggen)|in arbeit|restez à l ?écoute
en préparation|próximamente|prossimamente|em breve|binnenkort|wkrótce|近日公開|即将发布|곧 공개"""
# Somebody else's: "I read about it" announces nothing.
_OTHERS = """\
(?:i|ive|we|weve|just|been) (?:just |been )?(?:read|reading) (?:about|an|a|that|this|the|some|in|on)
(?:great|good|nice|interesting|excellent|fantastic|wonderful) (?:article|piece|post|read) (?:by|from)
(?:habe|haben) .{0,60}gelesen|(?:toller|guter|spannender|lesenswerter) (?:artikel|beitrag) (?:von|der|des)
jai lu|nous avons lu|(?:bel|bon|excellent|super) article (?:de|du|dans)|he leído|hemos leído|ho letto
abbiamo letto
(?:buen|gran|interesante) artículo (?:de|en)|(?:bell|ottimo|interessante) ?articolo (?:di|su)
acabei de ler|eu li
ik las|gelezen in|czytałem|czytałam|jag läste|jeg læste|читал|прочитал|прочитала"""

_APOSTROPHES = re.compile(r"['’ʼ`´]")


@cache
def _pattern(phrases: str, parts: tuple[str, ...] = ()) -> re.Pattern[str]:
    # Made when it is first asked for: few runs do, and it takes longer than the rest of the start.
    whole = "|".join(fold(line) for line in phrases.splitlines())
    return re.compile("|".join((rf"\b(?:{whole})\b", *map(fold, parts))))


def announces(text: str) -> bool:
    """Whether the text says that something was written or published, by whoever writes it."""
    return _has(text, _pattern(_PHRASES, _PARTS)) and not _has(text, _pattern(_OTHERS))


def foretells(text: str, *, linked: bool) -> bool:
    """Whether the text speaks of what is still to be written or published.

    `linked`: a link stands beside it that may lead to a post; then only what cannot mean the next one counts.
    """
    return _has(text, _pattern(_SURE)) or (not linked and _has(text, _pattern(_AHEAD)))


def _has(text: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(_APOSTROPHES.sub("", bare(text)).replace("-", " ")) is not None
