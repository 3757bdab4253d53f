"""What sheets are headed and states are called, language by language, beyond the words that grew with use.

`header/aliases.py` and `rows/cell_words.py` hold those of the sheets that were seen; these are the standard
words of the other languages that are read. Each is folded where it is taken in, so that it stands here as
it is written.
"""

from collections.abc import Mapping

# language -> field of the table of aliases -> words for it
HEADERS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "date": "التاريخ | تاريخ النشر | يوم النشر",
        "time": "الوقت | الساعة | وقت النشر",
        "weekday": "اليوم",
        "text": "النص | نص المنشور | المحتوى | المنشور | الوصف",
        "network": "المنصة | القناة | الشبكة | الشبكة الاجتماعية",
        "link": "الرابط",
        "media": "الصورة | الصور",
        "state": "الحالة",
        "hashtags": "الهاشتاغ | الهاشتاغات | الهاشتاق | الوسوم | هاشتاغ",
    },
    "cs": {
        "done": "publikováno | zveřejněno",
        "date": "datum publikace | datum zveřejnění | datum příspěvku",
        "time": "čas | čas publikace | hodina",
        "weekday": "den | den v týdnu",
        "text": "text příspěvku | příspěvek | popisek | obsah | znění",
        "network": "síť | sítě | sociální síť | sociální sítě | kanál | kanály | platforma",
        "link": "odkaz | odkazy",
        "media": "obrázek | obrázky | fotka | fotografie | vizuál",
        "state": "stav",
        "hashtags": "hashtagy",
    },
    "da": {
        "done": "udgivet",
        "date": "dato | udgivelsesdato | opslagsdato",
        "time": "tidspunkt | klokkeslæt | klokken | kl",
        "weekday": "ugedag",
        "text": "opslagstekst | tekst til opslag | indhold | beskrivelse",
        "network": "netværk | platform | kanal | medie | socialt medie | sociale medier",
        "link": "link | links",
        "media": "billede | billeder",
        "state": "tilstand",
        "hashtags": "hashtags",
    },
    "el": {
        "done": "δημοσιεύτηκε",
        "date": "ημερομηνία | ημ/νία | ημερομηνία δημοσίευσης",
        "time": "ώρα | ώρα δημοσίευσης",
        "weekday": "ημέρα | μέρα",
        "text": "κείμενο | κείμενο ανάρτησης | περιγραφή | λεζάντα | δημοσίευση | ανάρτηση | περιεχόμενο",
        "network": "πλατφόρμα | κανάλι | δίκτυο | κοινωνικό δίκτυο | μέσο",
        "link": "σύνδεσμος | σύνδεσμοι",
        "media": "εικόνα | εικόνες | φωτογραφία | φωτογραφίες",
        "state": "κατάσταση | στάδιο",
        "labels": "ετικέτες",
    },
    "es": {"hashtags": "almohadillas"},
    "fi": {
        "done": "julkaistu",
        "date": "päivämäärä | pvm | julkaisupäivä | julkaisuajankohta | päiväys",
        "time": "aika | kellonaika | klo | kello | julkaisuaika",
        "weekday": "päivä | viikonpäivä",
        "text": "teksti | julkaisun teksti | julkaisuteksti | julkaisu | sisältö | kuvaus | kuvateksti",
        "network": "kanava | kanavat | alusta | some kanava | somekanava",
        "link": "linkki | linkit",
        "media": "kuva | kuvat",
        "state": "tila | vaihe",
        "hashtags": "hashtagit | aihetunnisteet | aihetunniste",
    },
    "fr": {"hashtags": "mots dièse | mot dièse | mots-clics | mot-clic"},
    "hu": {
        "done": "közzétéve",
        "date": "dátum | időpont | megjelenés | megjelenés dátuma | közzététel dátuma",
        "time": "idő | óra | óra perc",
        "weekday": "nap",
        "text": "szöveg | poszt | poszt szövege | bejegyzés | bejegyzés szövege | tartalom | leírás",
        "network": "csatorna | csatornák | közösségi háló | közösségi oldal | hálózat | platform",
        "link": "hivatkozás | hivatkozások",
        "media": "kép | képek | fotó",
        "state": "állapot | státusz",
        "hashtags": "hashtagek",
        "labels": "címkék",
    },
    "id": {
        "date": "tanggal | tgl | tanggal posting | tanggal tayang | tanggal publikasi",
        "time": "jam | waktu | pukul | jam tayang",
        "weekday": "hari",
        "text": "teks | isi | isi konten | konten | keterangan | deskripsi | takarir",
        "network": "saluran | kanal | media sosial | medsos",
        "link": "tautan",
        "media": "gambar | foto",
        "state": "status konten | keadaan",
        "hashtags": "tagar",
    },
    "it": {"hashtags": "cancelletti"},
    "ja": {
        "done": "公開済み | 投稿済み",
        "date": "日付 | 日時 | 投稿日 | 投稿日時 | 公開日 | 公開日時 | 配信日 | 掲載日",
        "time": "時間 | 時刻 | 投稿時間 | 公開時間",
        "weekday": "曜日",
        "text": "本文 | 投稿文 | 投稿内容 | テキスト | キャプション | 文章 | 文面 | 内容 | 投稿",
        "network": "媒体 | SNS | SNS名 | チャンネル | プラットフォーム | ネットワーク | 配信先 | 投稿先",
        "link": "リンク | リンク先 | リンクURL",
        "media": "画像 | 写真 | 動画",
        "state": "状態 | ステータス | 状況 | 進捗 | 進捗状況",
        "hashtags": "ハッシュタグ",
        "labels": "タグ",
    },
    "ko": {
        "done": "게시됨",
        "date": "날짜 | 일자 | 게시일 | 게시 일자 | 발행일 | 업로드 날짜 | 일시",
        "time": "시간 | 시각 | 게시 시간",
        "weekday": "요일",
        "text": "내용 | 본문 | 텍스트 | 문구 | 캡션 | 게시글 | 게시물 | 게시 내용",
        "network": "채널 | 플랫폼 | 매체 | 네트워크 | SNS 채널",
        "link": "링크",
        "media": "이미지 | 사진 | 영상",
        "state": "상태 | 진행상황 | 진행 상태 | 진행 상황",
        "hashtags": "해시태그",
    },
    "nb": {
        "done": "publisert",
        "date": "dato | publiseringsdato | publisert dato",
        "time": "klokkeslett | tidspunkt | klokka | kl",
        "weekday": "ukedag",
        "text": "innleggstekst | tekst til innlegg | innhold | bildetekst | beskrivelse",
        "network": "nettverk | plattform | kanal | sosialt medium | sosiale medier",
        "link": "lenke | lenker",
        "media": "bilde | bilder",
        "state": "tilstand",
        "hashtags": "emneknagger | emneknagg",
    },
    "nl": {"weekday": "weekdag", "state": "stand van zaken"},
    "pl": {
        "done": "opublikowane | opublikowano",
        "date": "data | data publikacji | data posta",
        "time": "godzina | godz | czas | godzina publikacji",
        "weekday": "dzień tygodnia | dzień",
        "text": "treść | treść posta | treść wpisu | tekst | tekst posta | wpis | opis posta",
        "network": "kanał | kanały | platforma | sieć | medium społecznościowe",
        "link": "odnośnik | odnośniki | adres www",
        "media": "grafika | zdjęcie | zdjęcia | obraz",
        "state": "stan | status posta",
        "hashtags": "hashtagi | hasztagi",
        "labels": "tagi",
    },
    "ro": {
        "done": "publicat",
        "date": "data publicării | data postării | data postare",
        "time": "ora | ora publicării",
        "weekday": "zi | ziua",
        "text": "textul postării | postare | conținut | mesaj | descriere",
        "network": "rețea | rețea socială | rețele sociale | canal | platformă",
        "link": "legătură",
        "media": "imagine | imagini | poză | poze",
        "state": "stare | stadiu",
        "hashtags": "hashtaguri | hashtag-uri",
        "labels": "etichete",
    },
    "ru": {
        "done": "опубликовано",
        "date": "дата | дата публикации | дата поста | дата выхода",
        "time": "время | время публикации",
        "weekday": "день недели | день",
        "text": "текст | текст поста | текст публикации | пост | описание | содержание | подпись",
        "network": "платформа | площадка | соцсеть | соцсети | сеть | социальная сеть | канал",
        "link": "ссылка | ссылки",
        "media": "картинка | фото | изображение | визуал",
        "state": "статус | состояние | стадия",
        "hashtags": "хештеги | хэштеги | хештег | хэштег",
        "labels": "теги",
    },
    "sk": {
        "date": "dátum | dátum zverejnenia",
        "time": "čas",
        "text": "príspevok | text príspevku | obsah",
        "network": "sieť | sociálna sieť | kanál",
        "link": "odkaz",
        "state": "stav",
    },
    "sv": {
        "done": "publicerad | publicerat",
        "date": "publiceringsdag | datum för publicering",
        "time": "klockslag | tidpunkt | klockan | kl",
        "weekday": "veckodag | dag",
        "text": "inläggstext | text till inlägg | innehåll | bildtext | beskrivning",
        "network": "nätverk | plattform | kanal | socialt medium | sociala medier",
        "link": "länk | länkar",
        "media": "bild | bilder",
        "state": "läge | tillstånd",
        "hashtags": "hashtaggar | hashtags",
    },
    "tr": {
        "done": "yayınlandı | yayinlandi | paylaşıldı",
        "date": "tarih | yayın tarihi | paylaşım tarihi | gönderi tarihi",
        "time": "saat | yayın saati | paylaşım saati",
        "weekday": "gün | haftanın günü",
        "text": "metin | gönderi metni | paylaşım metni | gönderi | içerik | açıklama | altyazı",
        "network": "kanal | ağ | sosyal ağ | sosyal medya | mecra | platform",
        "link": "bağlantı | bağlantılar",
        "media": "görsel | görseller | resim | fotoğraf",
        "state": "durum | durumu | aşama",
        "hashtags": "hashtagler | hashtag ler",
        "labels": "etiket | etiketler",
    },
    "uk": {
        "done": "опубліковано",
        "date": "дата | дата публікації | дата допису | дата виходу",
        "time": "час | час публікації",
        "weekday": "день тижня",
        "text": "текст | текст допису | допис | опис | зміст | підпис",
        "network": "платформа | мережа | соцмережа | соцмережі | соціальна мережа | канал",
        "link": "посилання",
        "media": "зображення | світлина | картинка",
        "state": "статус | стан",
        "hashtags": "хештеги | гештеги",
    },
    "vi": {
        "date": "ngày | ngày đăng | ngày xuất bản",
        "time": "giờ | giờ đăng | thời gian",
        "text": "nội dung | bài viết | bài đăng | chú thích | nội dung bài đăng",
        "network": "kênh | nền tảng | mạng xã hội",
        "link": "liên kết | đường dẫn",
        "media": "hình ảnh | ảnh",
        "state": "trạng thái | tình trạng",
        "labels": "thẻ",
    },
    "zh": {
        "done": "已发布",
        "date": "日期 | 发布日期 | 發布日期 | 发布时间 | 發布時間 | 上线日期",
        "time": "时间 | 時間",
        "weekday": "星期",
        "text": "文案 | 正文 | 内容 | 內容 | 文字 | 帖子内容 | 帖文 | 貼文",
        "network": "平台 | 渠道 | 频道 | 頻道 | 社交平台 | 社群平台 | 社交媒体",
        "link": "链接 | 連結 | 鏈接 | 网址",
        "media": "图片 | 圖片 | 配图",
        "state": "状态 | 狀態 | 进度",
        "hashtags": "话题标签 | 話題標籤",
        "labels": "标签 | 標籤",
    },
}  # fmt: skip

# state -> words for it
STATES: Mapping[str, str] = {
    "published": """
        منشور | تم النشر | نشر | publikováno | publikovaný | zveřejněno | vydáno | odesláno
        | publikované | zverejnené | udgivet | offentliggjort | publiceret | lagt op | slået op
        | δημοσιεύτηκε | δημοσιεύθηκε | δημοσιευμένο | δημοσιευμένη | αναρτήθηκε | ανέβηκε
        | julkaistu | postattu | közzétéve | megjelent | posztolva | publikálva | kint van | tayang
        | sudah tayang | terbit | diposting | sudah diposting | dipublikasikan | diterbitkan
        | 公開済み | 公開済 | 公開中 | 公開 | 投稿済み | 投稿済 | 投稿完了 | 配信済み | 配信済
        | 掲載済み | 掲載済 | 게시됨 | 게시 완료 | 게시완료 | 발행됨 | 발행 완료 | 발행완료
        | 업로드 완료 | 업로드완료 | 업로드됨 | publisert | postet | lagt ut | opublikowano
        | opublikowany | opublikowana | wstawione | wysłane | publicat | publicată | postat
        | postată | опубликовано | опубликован | опубликована | размещено | выложено | вышло | вышел
        | publicerat | postad | postat | utlagd | utlagt | yayınlandı | yayinlandi | yayımlandı
        | yayimlandi | yayında | yayinda | paylaşıldı | paylasildi | опубліковано | опублікований
        | розміщено | вийшло | đã đăng | đã xuất bản | 已发布 | 已發布 | 已发 | 已發 | 已发送
        | 已上线
    """,
    "scheduled": """
        مجدول | مجدولة | تمت الجدولة | معتمد | naplánováno | naplánovaný | plánováno | schváleno
        | připraveno | naplánované | schválené | planlagt | godkendt | klar | προγραμματισμένο
        | προγραμματισμένη | προγραμματίστηκε | εγκρίθηκε | εγκεκριμένο | έτοιμο | ajastettu
        | aikataulutettu | suunniteltu | hyväksytty | valmis | ütemezve | ütemezett | időzítve
        | időzített | tervezett | jóváhagyva | terjadwal | dijadwalkan | disetujui | siap | 予約済み
        | 予約済 | 予約投稿 | 予約 | 公開予定 | 投稿予定 | 予定 | 承認済み | 承認済 | 準備完了
        | 예약됨 | 예약 완료 | 예약완료 | 예약 | 예정 | 게시 예정 | 발행 예정 | 승인됨 | 승인 완료
        | godkjent | zaplanowany | zaplanowana | zaplanowano | zatwierdzone | zaakceptowane | gotowe
        | programat | programată | planificat | planificată | aprobat | aprobată | запланировано
        | запланирован | запланирована | одобрено | согласовано | готово | schemalagt | planerad
        | planerat | godkänd | godkänt | planlandı | planlandi | zamanlandı | zamanlandi
        | programlandı | programlandi | onaylandı | onaylandi | hazır | hazir | заплановано
        | запланований | схвалено | погоджено | đã lên lịch | lên lịch | đã duyệt | chờ đăng
        | 已安排 | 已排期 | 已排程 | 待发布 | 待發布 | 计划中 | 已批准
    """,
    "draft": """
        مسودة | فكرة | قيد العمل | قيد المراجعة | بانتظار الموافقة | koncept | návrh | nápad
        | rozpracováno | čeká | ke schválení | kladde | udkast | idé | i gang | afventer | πρόχειρο
        | προσχέδιο | ιδέα | σε εξέλιξη | εκκρεμεί | προς έγκριση | luonnos | kesken | odottaa
        | työn alla | hyväksyttävänä | piszkozat | vázlat | ötlet | folyamatban | függőben
        | jóváhagyásra vár | draf | dalam proses | menunggu | belum | 下書き | 下書 | 未投稿
        | 未公開 | 作成中 | 制作中 | 確認中 | 承認待ち | 検討中 | アイデア | 초안 | 임시저장
        | 임시 저장 | 작성중 | 작성 중 | 검토중 | 검토 중 | 승인 대기 | 대기 | 보류 | 아이디어
        | utkast | kladd | pågår | venter | szkic | robocze | wersja robocza | pomysł | w trakcie
        | do akceptacji | oczekuje | w przygotowaniu | ciornă | schiță | în lucru | în așteptare
        | черновик | идея | в работе | на согласовании | на проверке | ожидает | väntar | taslak
        | fikir | bekliyor | beklemede | hazırlanıyor | hazirlaniyor | onay bekliyor | чернетка
        | ідея | в роботі | на погодженні | очікує | bản nháp | nháp | ý tưởng | đang làm
        | chờ duyệt | 草稿 | 初稿 | 撰写中 | 待审核 | 进行中 | 未发布
    """,
    "rejected": """
        ملغى | ملغي | مرفوض | zrušeno | zamítnuto | zrušené | annulleret | aflyst | afvist
        | ακυρώθηκε | ακυρωμένο | απορρίφθηκε | peruttu | hylätty | törölve | elutasítva | lemondva
        | dibatalkan | ditolak | batal | 中止 | 却下 | ボツ | キャンセル | 취소됨 | 취소 | 반려
        | 거절 | avlyst | avvist | kansellert | anulowane | odrzucone | odwołane | anulat | anulată
        | respins | respinsă | отменено | отменён | отклонено | inställd | inställt | avvisad
        | avbruten | iptal | iptal edildi | reddedildi | скасовано | відхилено | đã hủy | từ chối
        | 已取消 | 已拒绝 | 作废
    """,
}
