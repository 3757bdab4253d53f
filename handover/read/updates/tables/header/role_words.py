"""Words of headers that say nothing of what a column holds, or say it only beside others."""

from handover.read.updates.tables.rows.cell_words import listed

# Names and codes of languages, which tell one version of a text from another. Without those that headers
# need for something else: "Post no", "Post UK".
LANGUAGES = frozenset(
    listed("""
        en | eng | english | gb | fr | fra | french | de | deu | ger | german | es | esp | spa | spanish | it
        | ita | italian | nl | nld | dutch | pt | por | portuguese | ar | arabic | zh | chinese | ja | jp
        | japanese | ru | rus | russian | pl | pol | polish | sv | swedish | cz | cs | czech | hu | hungarian
        | tr | turkish | ua | ukrainian | el | gr | greek | cy | welsh | cymraeg | catalan | catala | deutsch
        | englisch | franzosisch | italienisch | spanisch | niederlandisch | polnisch | francais | anglais
        | allemand | neerlandais | espagnol | italien | portugais | nederlands | engels | frans | duits
        | spaans | italiaans | espanol | ingles | frances | aleman | italiano | inglese | francese | tedesco
        | spagnolo | portugues | alemao | polski | angielski | niemiecki | svenska | engelska | dansk | norsk
        | engelsk | suomi | русский | английский | українська | ελληνικα | αγγλικα | türkçe | turkce
        | ingilizce
    """)
)


# Words that say nothing of what a column holds.
FILLER = LANGUAGES | frozenset(
    [
        "the",
        "a",
        "an",
        "final",
        "approved",
        "our",
        "your",
        "my",
        "full",
        "main",
        "new",
        "actual",
        "original",
        "suggested",
        "proposed",
        "draft",
        "client",
        "of",
        "for",
        "to",
        "in",
        "on",
        "de",
        "la",
        "le",
        "el",
        "del",
        "der",
        "die",
        "das",
        "des",
        "du",
        "il",
        "i",
        "we",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "column",
    ]
)


# "meta title" is for search engines, "pin board" for sorting: a network's name does not make them updates.
NOT_A_NETWORK = frozenset({"meta"})


# Of a text for one network: "Short copy (X)", "LinkedIn long copy".
SIZES = frozenset(
    listed(
        "short | long | kurz | kurzer | lang | langer | court | corto | largo | curto | longo | kort | lange"
    )
)


# Who approves: "Freigegeben von Kunde", "Approved by Maya's team" tells the same as "Approved".
APPROVERS = frozenset(
    listed("""
        by | from | von | vom | durch | der | die | den | par | le | la | por | el | del | do | da
        | dal | dalla | di | pelo | pela | door | van | de | het | client | customer | kunde | kunden | kundin
        | cliente | klant | team | marketing | chef | boss | manager
    """)
)


WITH_NETWORK = frozenset(
    {"text", "post", "date", "time", "permalink", "link", "media", "state", "done", "figure", "hook"}
)


WORDS = frozenset({"text", "post", "hook"})


# Kinds of places that tell their network beside another network's name: "TikTok / Reels / Shorts".
PLACES = {
    "reel": "instagram", "reels": "instagram", "story": "instagram", "stories": "instagram",
    "short": "youtube", "shorts": "youtube",
}  # fmt: skip


# "Treść posta", "Testo del post", "Beitrag Text": the post is what the whole sheet is about.
OF_POST = frozenset(
    listed("""
        post | posts | posta | postu | posty | posting | postings | beitrag | beitrags | beitrages
        | publicacion | publicaciones | publication | publications | publicacao | pubblicazione | bericht
        | inlagg | inlaggets | opslag | opslagets | innlegg
    """)
)
