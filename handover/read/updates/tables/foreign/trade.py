"""Words that tell a plan of updates from the tables of other trades, as literal tables."""

from handover.read.updates.tables.rows.cell_words import listed

# Headers for a text that other trades have too. Alone they prove nothing.
WEAK = frozenset(
    listed("""
        text | content | message | body | body copy | message body | description | copy | copy text | post
        | update | updates | update text | status update | commentary | teaser | teaser text
        | written content | content copy | script | textinhalt | inhalt | nachricht | beschreibung
        | beitrag | texte | contenu | publication | texto | contenido | mensaje | publicacion
        | descripcion | entrada | testo | contenuto | descrizione | messaggio | conteudo | descricao
        | mensagem | tekst | bericht | inhoud | omschrijving | tresc | opis | opslag | indhold | noi dung
        | 正文 | 内容 | 本文 | テキスト | текст | κειμενο | النص | الوصف
    """)
)
# Those of them that copywriters use: a network beside them is enough.
COPY = frozenset(listed("copy | copy text | content copy | written content | teaser | teaser text"))
# Those of them that stand over what somebody sends to somebody.
SENT = frozenset(listed("message | message body | nachricht | mensaje | messaggio | mensagem | bericht"))

# Headers that only a plan of updates has.
TRADE = frozenset(
    listed("""
        cta | call to action | pillar | content pillar | content bucket | alt text | image alt text
        | utm link | utm url | utm campaign | utm content | first comment | creative | creative link
        | creatives | canva link | best time | hook | posting time | hook line | content saule | saule
        | alternativtext | final copy | final caption | draft copy | draft caption | approved copy
        | erster kommentar | pilier | appel a l action | accroche | visuel | texte alternatif
        | premier commentaire | pilar | llamada a la accion | gancho | texto alternativo
        | primer comentario | pilastro | testo alternativo | primo commento | chamada para acao
        | primeiro comentario
    """)
)
BY_FORMAT = frozenset(  # these only where they name a format of networks
    listed("""
        format | type | post type | post format | content type | content format | type of post | media type
        | formato | tipo | tipo de post | tipo de publicacion | tipo di post | type de post | beitragstyp
        | beitragsformat | soort post | typ postu
    """)
)
FORMATS = frozenset(
    listed("""
        reel | reels | story | stories | carousel | karussell | carrousel | carrusel | carosello
        | carrossel | short | shorts | tweet | thread | pin | live | poll | feed | feed post
        | single image | static
    """)
)
# Headers that say when, beside those for a date.
WHEN = frozenset(
    listed("week | wk | month | kw | woche | monat | semaine | mois | semana | mes | settimana | mese")
)
# States that only what is to be published has; "open" and "done" have other trades too.
PUBLISHED = (
    *("publish", "posted", "schedul", "draft", "queue", "live", "veroffentlicht", "gepostet", "entwurf"),
    *("geplant", "eingeplant", "freigegeben", "publie", "programm", "planifi", "brouillon", "publicad"),
    *("programad", "borrador", "agendad", "rascunho", "pubblicat", "programmat", "bozza", "gepubliceerd"),
    *("gepland", "ingepland", "concept", "opublikowan", "zaplanowan"),
)

# In the name of a file or sheet, or above a table: a plan of updates.
PLANS = (
    *("social media", "content calendar", "content plan", "contentplan", "redaktionsplan", "postingplan"),
    *("editorial calendar", "calendrier editorial", "calendario editorial", "piano editoriale"),
)
# There, whatever network is named: what others said or sent, or who they are.
NOT_HERS = frozenset(
    listed("""
        message | messages | nachricht | nachrichten | dm | dms | chat | chats | inbox | posteingang
        | mail | mails | email | emails | comment | comments | kommentar | kommentare | commentaires
        | comentarios | commenti | reacties | komentarze | review | reviews | bewertung | bewertungen
        | avis | resenas | recensioni | contacts | kontakte | leads | customers | kunden | clients
        | follower | followers | following | complaints | beschwerden | influencer | influencers
        | subscribers | mentions | accounts | competitors | messaggi | mensajes | mensagens | berichten
    """)
)
# Where people talk in private.
PRIVATE_PLACES = frozenset(
    listed("""
        whatsapp | whatsapp business | signal | telegram | imessage | sms | text message | messenger
        | facebook messenger | phone | call | phone call | telefon | anruf | telephone | appel | telefono
        | llamada | telefonata | telefone | ligacao | wechat | viber | skype | slack | dm | instagram dm
    """)
)
