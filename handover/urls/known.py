"""What is known of addresses in general, as data: no blog's own habits stand here."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Parameters that only count visitors; they never choose the page. Sources: the makers' own pages
# (Google Analytics utm_*, Google Ads, Meta, Microsoft, HubSpot, Mailchimp, Matomo, Piano, Yandex ...).
TRACKING_PREFIXES = (
    "utm_",
    "hsa_",
    "mtm_",
    "pk_",
    "piwik_",
    "matomo_",
    "oly_",
    "vero_",
    "__hs",
)
TRACKING = _words(
    """
    fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid igshid igsh li_fat_id yclid ysclid epik
    mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking _ga _gl s_cid ns_campaign ns_mchannel ns_source ncid
    cmpid wickedid rb_clickid trk trkinfo xtor rss_id spm ck_subscriber_id mbid __twitter_impression
    guccounter guce_referrer guce_referrer_sig awesm
    """
)
# Parameters that say how a page was reached or shown; hardly ever which page it is.
WEAK = _words(
    """
    ref ref_src ref_url referrer source src via share from amp fb_ref fb_source replytocom showcomment
    shared nb feature lang hl m sk tweet
    """
)

INDEX_PAGES = frozenset(
    f"{name}.{ending}"
    for name in ("index", "default", "home")
    for ending in ("html", "htm", "php", "asp", "aspx", "xhtml", "shtml")
)
PAGE_ENDINGS = (".html", ".htm", ".php", ".aspx", ".asp", ".xhtml", ".shtml", ".amp")
# Parts of a host that show the same pages in another dress.
SPARE_HOST_PARTS = ("www", "m", "mobile", "amp")
# First labels of a blog's host below the site it belongs to (blog.client.com on client.com).
BLOG_LABELS = _words("blog blogs news journal magazine magazin stories articles notes")

# A path with one of these before its last segment lists pages or holds files; it is no article.
LISTING_SEGMENTS = _words(
    """
    tag tags category categories cat topic topics author authors page search label labels
    feed rss wp-content wp-json wp-admin uploads images image img assets static files media download
    downloads series kategorie schlagwort stichwort thema themen autor etiqueta etiquetas categoria
    categorias tema temas categorie mot-cle etiquette sujet auteur
    """
)
# A path that ends with one of these is a list of posts, or the front page.
LISTS = LISTING_SEGMENTS | _words(
    """
    archive archives archiv archivo arquivo archivio blog blogs news journal magazine magazin posts articles
    stories all home start startseite accueil inicio index sitemap
    """
)
# Parts of a path that say "blog" and no more.
BLOG_SEGMENTS = _words(
    """
    blog blogs weblog web-log news newsroom journal magazine magazin magazyn post posts p entry entries
    article articles artikel beitrag beitraege story stories archive archives archiv archivo arquivo writing
    writings essays notes content aktuelles neuigkeiten nachrichten actualites actus noticias notizie nieuws
    novidades aktualnosci nyheder nyheter index.php
    """
)
# Parts of a site that are not its blog: their pages may bear the name of a post and are none.
OTHER_SECTIONS = _words(
    """
    shop store onlineshop webshop boutique tienda negozio loja laden winkel sklep butik product products
    produkt produkte produit produits producto productos prodotto prodotti produto produtos collection
    collections kollektion kollektionen item items cart checkout warenkorb panier deal deals sale offer offers
    angebot angebote offre offres oferta ofertas offerta offerte promo promotion promotions aktion aktionen
    course courses class classes kurs kurse cours curso cursos corso corsi cursus workshop workshops seminar
    seminare seminars training trainings schulung schulungen formation formations webinar webinars lesson
    lessons academy event events veranstaltung veranstaltungen termine evenement evenements evento eventos
    eventi agenda calendar kalender booking bookings buchen buchung reservation reservations tickets
    billetterie billets biglietti entradas podcast podcasts episode episodes folge folgen audio video videos
    watch live job jobs career careers karriere stellen stellenangebote emploi emplois carriere carrieres
    recrutement empleo empleos lavoro vacature vacatures vacancies team people staff about ueber-uns contact
    kontakt contacto contatti contato impressum imprint privacy datenschutz legal terms login account doc docs
    documentation dokumentation wiki help hilfe aide ayuda support faq faqs manual handbook handbuch kb
    knowledge-base knowledgebase helpcenter help-center academy forum forums community discuss questions
    pricing prices price preise tarifs precios prezzi precos demo template templates vorlagen theme themes
    tool tools apps plugin plugins extensions package packages api reference portfolio project projects
    projekte projets proyectos progetti projetos client clients customer customers kunden case-studies
    gallery galerie galeria galleria photos fotos album albums book books buch buecher livre livres libro
    libros libri livro livros room rooms zimmer chambres menu speisekarte spa restaurant property properties
    immobilien listing listings release releases changelog press presse prensa stampa imprensa newsletter
    landing lp campaign campaigns spenden donate service services leistungen prestations servicios servizi
    servicos location locations standorte stores status incidents
    """
)
# Languages as addresses name them (ISO 639-1), but for what is more often something else ("id").
LANGUAGES = _words(
    """
    en de fr es it pt nl pl sv da nb nn no fi cs sk hu ro bg el tr ru uk ar he fa hi th vi ja ko zh ca eu gl
    et lv lt sl hr sr is ga cy lb
    """
)
# Pages below an article that still are the article.
ARTICLE_SUFFIXES = _words("amp feed trackback print embed comments respond comment share email mobile")

# Public services that only forward. Sources: the services' own pages; collections of the field agree.
SHORTENERS = _words(
    """
    t.co bit.ly bitly.com j.mp buff.ly ow.ly owl.ly ht.ly hoot.it lnkd.in dlvr.it ift.tt is.gd v.gd
    tinyurl.com tiny.cc tiny.one goo.gl g.co fb.me wp.me tmblr.co rebrand.ly cutt.ly
    shorturl.at rb.gy t.ly s.id short.io bl.ink snip.ly smarturl.it trib.al shar.es flip.it
    cli.gs tr.im snipurl.com snurl.com ping.fm su.pr post.ly ff.im twurl.nl ur1.ca x.co qr.ae po.st
    spr.ly lnk.to hubs.ly hubs.la mailchi.mp eepurl.com feedproxy.google.com feeds.feedburner.com
    ln.is ln.io vk.cc clck.ru goo.su u.to url.ie bc.vc adf.ly soo.gd budurl.com moourl.com
    notlong.com shrinkster.com xrl.us urlz.fr cutt.us tny.im tinyurl.co short.gy m.tb.cn
    url.cn dwz.cn suo.im p.tl htn.to amba.to nav.cx han.gl me2.do bit.do mtr.cool zurl.co publer.link
    sprout.link loom.ly fal.cn swll.to crwd.fr disq.us 1.usa.gov
    """
)
# Hosts whose addresses carry their target, and the parameters that hold it ("path", "query": there, as it
# is). A leading dot stands for every host below.
CARRIERS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        _words(
            """
            l.facebook.com lm.facebook.com facebook.com m.facebook.com l.instagram.com l.messenger.com
            l.threads.com l.threads.net l.workplace.com l.wl.co go.bsky.app news.ycombinator.com
            translate.google.com
            """
        ),
        ("u",),
    ),
    **dict.fromkeys(
        _words(
            """
            .safelinks.protection.outlook.com statics.teams.cdn.office.net linkedin.com twitter.com x.com
            reddit.com out.reddit.com slack-redir.net exit.sc gate.sc getpocket.com disq.us
            go.redirectingat.com medium.com flipboard.com pinterest.com t.me telegram.me tumblr.com
            buffer.com xing.com steamcommunity.com
            """
        ),
        ("url", "u"),
    ),
    **dict.fromkeys(_words("vk.com m.vk.com away.vk.com"), ("to",)),
    **dict.fromkeys(_words("deref-gmx.net .deref-gmx.net deref-web.de deref-mail.com"), ("redirectUrl",)),
    **dict.fromkeys(_words("web.archive.org archive.org archive.ph archive.today archive.is"), ("path",)),
    **dict.fromkeys(_words("href.li anon.to nullrefer.com"), ("query",)),
    "t.umblr.com": ("z",),
    "youtube.com": ("q",),
    "duckduckgo.com": ("uddg",),
}
# Pages of all the links of one person ("link in bio"): they stand under everything. Sources: the
# services' own pages.
BIO_HOSTS = _words(
    """
    linktr.ee lnk.bio beacons.ai beacons.page bio.link campsite.bio campsite.to tap.bio taplink.cc taplink.at
    linkin.bio msha.ke milkshake.app allmylinks.com solo.to bio.site hoo.be koji.to withkoji.com snipfeed.co
    contactin.bio instabio.cc linkin.profile direct.me flow.page many.link linkpop.com stan.store komi.io
    heylink.me lynxinbio.com biolinky.co linkfly.to liinks.co wonderl.ink linkbio.co url.bio pillar.io
    sleek.bio bio.fm manylink.co elink.io c8ke.me shor.by magic.ly sked.link later.link later.com linkby.me
    about.me carrd.co znap.link lit.link potofu.me linkkle.com biosite.io
    """
)
# Places where every first path segment or subdomain is another owner.
SHARED_HOSTS = _words(
    """
    medium.com dev.to github.io gitlab.io blogspot.com wordpress.com tumblr.com substack.com typepad.com
    livejournal.com blogger.com hashnode.dev ghost.io netlify.app vercel.app pages.dev webflow.io wixsite.com
    weebly.com squarespace.com svbtle.com posthaven.com micro.blog write.as bearblog.dev neocities.org
    hatenablog.com hateblo.jp note.com qiita.com zenn.dev ameblo.jp fc2.com livedoor.jp naver.com tistory.com
    over-blog.com canalblog.com github.com gitlab.com linkedin.com facebook.com telegra.ph herokuapp.com
    myshopify.com hubpages.com
    """
)
# Services whose short addresses are readable for what they are: a picture, a place, a film, a shop.
OTHER_SERVICES = _words(
    """
    twitpic.com yfrog.com plixi.com lockerz.com img.ly moby.to imgur.com instagr.am flic.kr youtu.be
    vimeo.com vine.co 4sq.com untp.it spoti.fi itun.es amzn.to amzn.eu a.co nyti.ms bbc.in pic.twitter.com
    gph.is path.com mobypicture.com tweetphoto.com tl.gd pastebin.com gist.github.com
    """
)
