"""What people call the columns of a sheet, in the languages seen, as one literal table.

Headers are compared as `roles.normal` spells them: no case, accents, punctuation, brackets. Within a
field the order is the order of preference: where a sheet has several, the first that is not empty counts.
Collected from real sheets, exports and importers; a word that could mean two things stands under the more
cautious one.
"""

from collections.abc import Mapping

ALIASES: Mapping[str, str] = {
    # the words of the update itself
    "text": """
        text | post text | post copy | post content | post body | post message | post caption
        | caption | copy | message | tweet text | tweet | content | social copy | social text
        | social post | social caption | social media copy | social media post | social media text
        | caption text | copy text | update text | update | updates | status update | commentary
        | share commentary | body | body text | body copy | message body | caption idea | caption copy
        | caption draft | draft copy | description | post description | written content
        | content copy | wording | posttekst | conteudo do post
        | share text | teaser | teaser text | beitragstext | beitrag text
        | textinhalt | inhalt | nachricht | posting text | postingtext | posttext | beschreibung
        | bildunterschrift | posting | postings | text des beitrags | texte | texte du post
        | legende | contenu | contenu du post | publication | texte de la publication | texto | texto del post
        | contenido | copys | leyenda | descripcion | mensaje | publicacion | pie de foto | testo
        | testo del post | didascalia | contenuto | descrizione | messaggio | legenda | conteudo
        | texto do post | descricao | mensagem | tekst | bericht | berichttekst | bijschrift
        | inhoud | omschrijving | tresc | opis | inlagg | inlaggstext | opslag | innlegg | indhold
        | noi dung | chu thich | 文案 | 正文 | 内容 | 本文 | テキスト | 投稿文 | текст | текст поста
        | κειμενο | النص | الوصف | corps | corps du texte | cuerpo | cuerpo del texto | corpo del testo
        """,
    # used for the text only where nothing better is there
    "hook": "hook | hook line | script | accroche | gancho | aufhanger | concept copy",
    "date": """
        posted at | published at | publish time | published time | date published | date posted
        | posted on | published on | published date | posted date | actual date | live date
        | ist | ist datum | tatsachlich
        | go live date | go live | goes live | date live | date of publication | publication date
        | publication time | publish date | publishing date | date to publish | date time to publish
        | post date | posting date | date of post | date time | datetime | posting time | date and time
        | date post | veroffentlicht am | veroffentlichungsdatum | veroffentlichungszeitpunkt
        | veroffentlichung | zeitpunkt | gepostet am | date de publication | date publication
        | publie le | date du post | heure de publication | fecha de publicacion | fecha publicacion
        | fecha publicado | publicado el | hora de publicacion | data di pubblicazione
        | data pubblicazione | pubblicato il | data de publicacao | data publicacao | publicado em
        | data da postagem | publicatiedatum | plaatsingsdatum | plaatsdatum
        | postdatum | geplaatst op | gepubliceerd op | datum publicatie
        | publiceringsdatum | data publikacji | ngay dang | date gmt | date utc | date | datum
        | fecha | data | dato | ngay | 日期 | 发布时间 | 日付 | 投稿日 | дата | ημερομηνια | تاريخ
        | التاريخ | day date | date weekend | timestamp | when | scheduled at | schedule at
        | scheduled for | scheduled on | scheduled date | schedule date | scheduled time
        | schedule time | scheduled publish time | scheduled date time | post at specific time
        | postatspecifictime | geplant am | geplant fur | date prevue | date programmee
        | fecha programada | data programmata | planned date | planned for | target date | due date
        | week of | week commencing | week beginning | wann | quand | cuando | quando | wanneer | kiedy | nar
        | due | created at | created date | created | date created
        """,
    "time": """
        time | post time | posting hour | time of day | time slot | publish hour | hour
        | scheduled hour | zeit | uhrzeit | heure | hora | ora | tijd | tid | godzina | gio | 时间
        | orario | horario | horaire | tijdstip | godz
        | 時間 | время | الوقت
        """,
    "weekday": "day | weekday | day of week | wochentag | jour | dia | giorno | dag | jour de la semaine",
    "zone": """
        timezone | time zone | tz | zeitzone | fuseau horaire | fuseau | zona horaria | huso horario
        | fuso orario | fuso horario | fuso | tijdzone | tidszon | tidszone | strefa czasowa | mui gio | 时区
        | タイムゾーン | часовой пояс
        """,
    "network": """
        network | platform | platforms | networks | social network | social networks | social media
        | social media platform | social platform | social platforms | channel | channels
        | social channel | social channels | kanal | kanale | plattform | plattformen | netzwerk
        | netzwerke | soziales netzwerk | plateforme | plateformes | reseau | reseaux
        | reseau social | canal | canales | plataforma | plataformas | red social | redes
        | redes sociales | rede social | redes sociais | canale | canali | piattaforma | social
        | kanaal | kanalen | medium | platforma | nen tang | 平台 | プラットフォーム | платформа
        | πλατφορμα | المنصة
        """,
    "account": """
        account | account name | social account | social profile | profile | profiles | profile name
        | page | page name | handle | username | account username | twitter account
        | instagram account | facebook page | brand | brand name | konto | profil | seite | compte
        | cuenta | perfil | pagina | profilo | conta
        """,
    "permalink": """
        permalink | post link | post url | post permalink | live link | live url | link to post
        | url of post | published link | published url | published post link | tweet permalink
        | tweet url | tweet link | share link | sharelink | social link | social url
        | social post link | social post url | link to live post | proof | link publicado
        | enlace publicado | url publicada | enlace del post | link del post | url del post
        | lien du post | lien publication | lien de la publication | url du post | link al post
        | link zum beitrag | beitragslink | link zum post | beitrags url | post link url
        | link naar post | link do post | posted link | posted url | live post | live post link
        | live post url | link live | link published | link posted | published post | link live post
        | link to published post | url live post | link veroffentlicht | live link zum post
        | lien publie | lien en ligne | enlace en vivo | link online | link pubblicato
        """,
    "link": """
        link | links | url | urls | shared url | shared link | link url | source url | source link
        | destination link | destination url | destination | target url | target link | landing page
        | landing page url | website link | web link | url link | utm link | utm url | tracking link
        | tracked link | cta link | cta url | link in post | external link | linked content
        | link to share | link ogmetaurl | og meta url | ogmetaurl | article | ziel url | ziellink
        | verlinkung | lien | liens | lien url | enlace | enlaces | vinculo | collegamento
        | ligacao | ligacoes | hiperligacao
        | url de destino | link de destino | koppeling | lank | lenke | lien de destination | 链接
        | リンク | ссылка
        """,
    "media": """
        media | media url | media urls | media link | media links | image | image url | image urls
        | image link | images | imageurls | imageurl | picture | picture url | pictures | photo
        | photos | photo url | video url | video urls | videourls | gif url | gifurl | gifurls
        | visual | visuals | visual link | creative | creatives | creative link | asset | assets
        | asset link | link to assets | link to assets in drive | graphic | graphics | graphic link
        | artwork | thumbnail | attachment | attachments | media file | filename | image file
        | canva link | bild | bilder | bild url | grafik | visuel | visuels | visuel requis
        | image visuel | imagen | imagenes | foto | immagine | immagini | grafica | imagem | imagens
        | anhang | anhange | piece jointe | pieces jointes | adjunto | adjuntos | allegato | allegati
        | anexo | anexos | bijlage | bijlagen
        | arte | afbeelding | beeld | media urls | mediaurl | mediaurls | hinh anh | 图片 | 画像
        """,
    "state": """
        status | state | post status | publish status | publishing status | publication status
        | content status | post progress | progress | stage | current status | estado | estatus
        | statut | etat | stato | situacao | stand | trang thai | стан | статус | 状态 | ステータス
        | κατασταση | الحالة | phase | fase | etapa | workflow | bearbeitungsstand
        """,
    # said of a row by its word or tick; a column so named may hold dates or links too
    "done": """
        posted | published | live | done | sent | gepostet | veroffentlicht | publie | publicado
        | pubblicato | online | erledigt | fait | hecho | feito | fatto | gedaan | geplaatst | gepubliceerd
        | gepost | klart | gjort | zrobione
        """,
    # days, where dates stand below; a tick says no more than the state does
    "planned": """
        scheduled | planned | plan | soll
        | geplant | gepland | programme | programado | programada | programmato | agendado
        | zaplanowane
        """,
    "draft": "draft | entwurf | brouillon | borrador | bozza | rascunho | concept",
    "approval": """
        approval status | approval | approved | freigabe | freigegeben | validation | aprobado
        | approvato | sign off | signed off | visto bueno | aprobacion | aprovacao | aprovado
        | approvazione | goedkeuring | goedgekeurd | akkoord | valide | freigabestatus
        | kundenfreigabe
        """,
    "kind": """
        kind | is share | is reply | is repost | post type | content type | type of post | type | typ
        | beitragsart | beitragstyp | art des beitrags | type de post | type de publication | type de contenu
        | tipo | tipo de post | tipo de publicacion | tipo de contenido | tipo di post | tipo post
        | tipo di contenuto | tipo de publicacao | tipo de conteudo | soort | soort bericht | type bericht
        """,
    "post title": """
        blog post | blog post title | blog title | blog name | blog | article title | article name
        | article headline | h1 | blogartikel | blogbeitrag | blog titel | blogtitel | artikel
        | artikeltitel | beitragstitel blog | titre de l article | titre article | article de blog
        | titulo del blog | titulo del articulo | articulo | titulo blog | titolo articolo
        | titolo blog | articolo | titulo do artigo | artigo | blogpost | blog artikel
        | blog topic title
        """,
    "post link": """
        blog link | blog url | blog post link | blog post url | article url | article link
        | link to blog | link to article | link to blog post | url of blog | url of article
        | url blog | link blog | blogpost url | blog adresse | link zum artikel | link zum blog
        | artikel url | artikel link | lien article | lien de l article | lien blog | enlace blog
        | enlace del articulo | url del articulo | link articolo | link al blog | url articolo
        | link do artigo | link do blog
        """,
    "post": "post | beitrag | entrada",  # the text where no other column is, else the blog post
    "labels": """
        labels | label | tags | tag | tag s | campaign | campaigns | campaign name | category
        | categories | post category | theme | pillar | content pillar | content bucket | bucket
        | series | utm campaign | post tags | tweet tags | kampagne | kategorie | saule
        | pilier | categorie | campagne | pilar | categoria | campana | pilastro | etiquetas
        | rubrik
        """,
    "alt": """
        alt text | alt | alt texts | alttext | alternative text | image alt text | alt text image
        | image alt | image description | alt tag | alternativtext | alternativtexte | bildbeschreibung
        | texte alternatif | textes alternatifs | texto alternativo | texto alt | testo alternativo
        | testo alt | alternatieve tekst | tekst alternatywny
        """,  # of pictures, for who cannot see them
    "comment": """
        first comment | comment | comment1 | comment2 | comment3 | comment4 | comment5
        | erster kommentar
        """,
    "ending": "cta | call to action",  # shown below a body of its own
    # a title that is shown above the text
    "heading": "pin title | titulo del pin | titre de l epingle | pin titel | titolo del pin | titulo do pin",
    "hashtags": "hashtags | hashtag | hash tags | hashtags used | tags hashtags",
    "title": "title | headline | post title | titel | titre | titulo | titolo",
    "topic": """
        topic | subject | thema | asunto | tema | betreff | sujet | oggetto | argomento | assunto
        | onderwerp | emne
        """,  # what it is about, which is no title
}  # fmt: skip

FIGURES: Mapping[str, str] = {
    "impressions": "impressions | impressionen | impresiones | impressioni | impressoes | weergaven | vues",
    "reach": "reach | reichweite | alcance | portee | bereik | copertura | organic reach",
    "views": "views | total views | video views | aufrufe | visualizaciones | vues de la video | media views",
    "engagements": """
        engagements | engagement | total engagements | interactions | interaktionen | interacciones
        """,
    "engagement_rate": "engagement rate | eng rate",
    "clicks": "clicks | total clicks | klicks | clics | clic",
    "link_clicks": "link clicks | url clicks | linkklicks | clics en el enlace",
    "click_through_rate": "click through rate | ctr | click through rate ctr",
    "likes": """
        likes | like | gefallt mir | me gusta | j aime | mi piace | curtidas | total likes
        | favorites
        """,
    "reactions": "reactions | reaktionen | reacciones | reazioni",
    "comments": """
        comments | total comments | comment count | kommentare | comentarios
        | commentaires | commenti | reacties
        """,
    "replies": "replies | antworten",
    "shares": """
        shares | total shares | share | geteilt | geteilte inhalte
        | compartidos | partages | condivisioni
        """,
    "reposts": "reposts | retweets",
    "quotes": "quotes | quote tweets",
    "saves": "saves | saved | gespeichert | guardados | enregistrements",
    "bookmarks": "bookmarks",
    "follows": "follows | new follows | new followers",
    "profile_visits": "profile visits | user profile clicks",
    "detail_expands": "detail expands",
}
