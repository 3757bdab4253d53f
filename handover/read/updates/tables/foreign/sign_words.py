"""What the headers of tables say that hold no updates: people, what they said, shops, money and work."""

from collections.abc import Mapping

SIGNS: Mapping[str, str] = {
    # --- who writes to whom ---
    "conversation": """
        conversation | conversation id | conversation title | conversation link | chat | chat id
        | chat name | chat session | chat title | direct message | direct messages | dm | dms
        | private message | private messages | konversation | konversations id | unterhaltung
        | gesprach | gesprachsverlauf | chatverlauf | direktnachricht | direktnachrichten
        | private nachricht | message prive | messages prives | conversacion | mensaje directo
        | mensaje privado | conversazione | messaggio diretto | messaggio privato | conversa
        | mensagem direta | mensagem privada | gesprek | privebericht | rozmowa | wiadomosc prywatna
        """,
    "sender": """
        sender | sender name | sender id | sender email | sender profile url | sent from | from email
        | from name | from address | from user | caller | absender | absenderin | absendername | anrufer
        | anruferin | expediteur | expeditrice | emetteur | remitente | mittente | remetente | afzender
        | beller | nadawca
        """,
    "recipient": """
        recipient | recipients | recipient name | recipient email | recipient profile urls | receiver
        | to email | to name | to address | to user | cc | bcc | addressee | empfanger | empfangerin
        | empfangername | adressat | destinataire | destinataires | destinatario | destinatarios
        | destinatari | ontvanger | ontvangers | geadresseerde | odbiorca | adresat
        """,
    "from": "from | von | de | da | van | od | expedie par",
    "to": "to | an | a | para | aan | do | naar",
    "reply": """
        reply | our reply | reply text | response | our response | response text | owner response
        | company reply | company response | answer | our answer | antwort | unsere antwort
        | antwort des inhabers | reponse | notre reponse | reponse du proprietaire | respuesta
        | nuestra respuesta | risposta | nostra risposta | resposta | nossa resposta | antwoord
        | ons antwoord | odpowiedz | nasza odpowiedz
        """,
    "resolved": """
        resolved | resolution | escalated | case status | handled by | erledigt von | gelost | geklart
        | resolu | resuelto | risolto | resolvido | opgelost | rozwiazane | first response time
        | time to first response | satisfaction | csat | nps
        """,
    "ticket": """
        ticket | ticket id | ticket number | ticket no | ticket nr | ticketnummer | ticket nummer
        | case number | case id | case no | fallnummer | vorgangsnummer | numero de ticket
        | numero du ticket | numero ticket | request id | incident | incident id | requester
        | requester name | requester email | antragsteller | melder | demandeur | solicitante
        | richiedente | aanvrager | zgłaszajacy | numer zgłoszenia
        """,
    "complaint": """
        complaint | complaints | complaint id | beschwerde | beschwerden | reklamation | reklamationen
        | reklamationsgrund | plainte | plaintes | reclamation | reclamations | queja | quejas
        | reclamo | reclami | reclamacion | reclamacao | queixa | klacht | klachten | skarga
        | reklamacja
        """,
    # --- people ---
    "email": """
        email | e mail | mail | email address | e mail address | emails | email id | contact email
        | e mail adresse | email adresse | mailadresse | mail adresse | courriel | adresse e mail
        | adresse email | adresse mail | correo | correo electronico | e mail de contacto
        | indirizzo email | indirizzo e mail | posta elettronica | endereco de e mail | emailadres
        | e mailadres | adres e mail | adres email
        """,
    "phone": """
        phone | phone number | phone no | phones | telephone | telephone number | tel | tel nr | tel no
        | mobile | mobile number | mobile phone | cell | cell phone | cellphone | work phone
        | contact number | contact phone number | whatsapp number | telefon | telefonnummer | handy
        | handynummer | mobil | mobilnummer | rufnummer | numero de telephone | portable | gsm
        | telefono | numero de telefono | movil | celular | cellulare | numero di telefono | telefone
        | telemovel | telefoon | telefoonnummer | mobiel | mobiel nummer | numer telefonu | komorka
        """,
    "first name": "first name | given name | forename | vorname | prenom | voornaam | imie | primeiro nome",
    "last name": """
        last name | surname | family name | nachname | familienname | nom de famille | apellido
        | apellidos | cognome | sobrenome | apelido | achternaam | nazwisko
        """,
    "name": """
        name | full name | names | your name | vollstandiger name | vor und nachname | nom
        | nom complet | votre nom | nombre | nombre completo | nombre y apellidos | nome
        | nome completo | nome e cognome | naam | volledige naam | imie i nazwisko
        """,
    "password": """
        password | passwords | passcode | pass phrase | passphrase | passwort | passworter | kennwort
        | kennworter | mot de passe | mots de passe | mdp | contrasena | contrasenas | senha | senhas
        | palavra passe | parola d ordine | wachtwoord | wachtwoorden | haslo | heslo | jelszo | salasana
        | losenord | adgangskode | passord | parola | sifre
        """,
    "born": """
        birthday | birth date | birthdate | date of birth | dob | geburtstag | geburtsdatum
        | date de naissance | fecha de nacimiento | data di nascita | data de nascimento
        | geboortedatum | data urodzenia | age | alter
        """,
    "address": """
        street | street address | zip | zip code | postcode | postal code | billing address
        | shipping address | shipping name | billing name | strasse | hausnummer | plz | postleitzahl
        | rue | code postal | calle | codigo postal | via e numero | codice postale | rua | cep
        | straat | huisnummer | ulica | kod pocztowy
        """,
    "contact": """
        contact person | contact name | journalist | journalists | reporter | editor name | outlet
        | publication name | ansprechpartner | ansprechpartnerin | kontaktperson | redakteur
        | redakteurin | redaktion | interlocuteur | interlocutrice | journaliste | persona de contacto
        | periodista | referente | giornalista | testata | pessoa de contato | jornalista
        | contactpersoon | dziennikarz | osoba kontaktowa
        """,
    "applicant": """
        applicant | applicant name | candidate | candidate name | application date | cover letter
        | cv | cv link | resume | bewerber | bewerberin | bewerbung | bewerbungsdatum | anschreiben
        | lebenslauf | candidat | candidate e | candidature | lettre de motivation | candidato
        | candidata | carta de presentacion | curriculum | candidatura | sollicitant | motivatiebrief
        | kandydat | list motywacyjny
        """,
    "attendee": """
        attendee | attendees name | attendee name | participant | participants name | guest name
        | registrant | ticket type | teilnehmer | teilnehmerin | anmeldung von | inscrit
        | asistente | inscrito | partecipante | iscritto | participante | inscrito por | deelnemer
        | uczestnik
        """,
    "customer": """
        customer | customers | customer name | customer id | customer no | customer number
        | customer email | buyer | buyer name | purchaser | shopper | guest | patient | tenant
        | subscriber | donor | kundin | clienta | klientka | gast | gastname | patientin | kaufer
        | kauferin | besteller | bestellerin | mieter | mieterin | spender | acheteur | acheteuse
        | locataire | patiente
        | comprador | compradora | huesped | paciente | inquilino | ospite | acquirente | paziente
        | hospede | utente | koper | huurder | pacjent | pacjentka | gosc | kupujacy | kundennummer
        | numero de client | numero de cliente | klantnummer
        """,
    # also what an agency calls the one it works for: says little by itself
    "client": """
        client name | kunde | kundenname | nom du client | cliente | nombre del cliente
        | nome cliente | nome do cliente | klant | klantnaam | klient
        """,
    "member": """
        user | user name | username | user id | member | member name | fan | commenter | commenter name
        | nickname | nick | who | wer | pseudo | pseudonyme | qui | apodo | quien | soprannome | chi
        | apelido de usuario | quem | wie | kto
        | nutzer | nutzerin | benutzer | benutzername | mitglied | utilisateur | utilisatrice | membre
        | usuario | usuaria | miembro | nombre de usuario | nome utente | membro | utilizador
        | gebruiker | gebruikersnaam | lid | uzytkownik
        """,
    "author": """
        author | authors | author name | author id | author handle | screen name | autor | autorin
        | verfasser | verfasserin | auteur | auteure | autrice | autora | autore | schrijver
        """,
    "handle": """
        handle | handles | instagram handle | social handle | username | profile | profile url | account
        """,
    "influencer": """
        influencer | influencers | influencer name | creator | creators | creator name | creator handle
        | ugc creator
        | content creator | blogger | ambassador | influenceur | influenceuse | createur de contenu
        | influenciador | creador de contenido | influenzatore | criador de conteudo | botschafter
        """,
    "followers": """
        followers | follower | follower count | followers count | number of followers | follower zahl
        | followerzahl | abonnes | abonnenten | nombre d abonnes | seguidores | numero de seguidores
        | seguaci | numero di follower | volgers | aantal volgers | obserwujacy
        """,
    "fee": """
        fee | rate per post | tarif | tarifa | tariffa | honorar | vergutung | kooperation | collaboration
        """,
    "competitor": """
        competitor | competitors | competitor name | wettbewerber | konkurrent | konkurrenz
        | concurrent | concurrents | competidor | competencia | concorrente | concorrenti
        | concurrentie | konkurent
        """,
    # --- what others say ---
    "comment id": """
        comment id | comment url | comment link | comment author | comment author email
        | comment author name | comment text | comment content | comment body | comment date
        | comment create timestamp | parent comment id | top level comment id | kommentar id
        | kommentartext | kommentar von | texte du commentaire | auteur du commentaire
        | id du commentaire | texto del comentario | autor del comentario | id del comentario
        | testo del commento | autore del commento | id commento | texto do comentario
        | autor do comentario | id do comentario | tekst van de reactie | tresc komentarza
        | autor komentarza
        """,
    "comment": "comment | kommentar | commentaire | comentario | commento | reactie | komentarz",
    "reviewer": """
        reviewer | reviewer name | review author | review by | reviewed by customer | rezensent
        | rezensentin | bewerter | bewertet von | auteur de l avis | resenador | autor de la resena
        | recensore | autore della recensione | avaliador | beoordelaar | recenzent
        """,
    "review": """
        review | reviews | review text | review content | review body | review title | review id
        | customer review | testimonial | testimonials | customer feedback | rezension
        | rezensionen | rezensionstext | bewertungstext | kundenbewertung | kundenstimme
        | kundenstimmen | avis | avis client | texte de l avis | temoignage | resena
        | resenas | texto de la resena | testimonio | opinion | recensione | recensioni
        | testo della recensione | testimonianza | avaliacao do cliente | depoimento | recensie
        | klantbeoordeling | recenzja | opinia
        """,
    "rating": """
        rating | ratings | star rating | stars | review stars | review rating | bewertung | sterne
        | note | etoiles | nombre d etoiles | calificacion | puntuacion | valoracion | estrellas
        | stelle | valutazione | voto | nota | avaliacao | classificacao | estrelas | beoordeling
        | sterren | ocena | gwiazdki
        """,
    "sentiment": "sentiment | sentiment score | tonalitat | tonalite | sentimiento | sentimento",
    "consent": """
        consent | consent given | permission | permission given | authorisation | autorisation
        | autorizacion | autorizzazione | autorizacao | permission to publish | gdpr | opt in
        | optin time | einwilligung
        | einverstandnis | dsgvo | consentement | rgpd | consentimiento | consenso | consentimento
        | toestemming | zgoda
        """,
    # the first column of the answers to a form of Google's
    "form": """
        zeitstempel | horodateur | marca temporal | informazioni cronologiche | carimbo de data hora
        | tijdstempel | sygnatura czasowa
        """,
    # --- shops, money, work ---
    "order": """
        order id | order number | order no | order date | order total | order status | bestellnummer
        | bestell nr | auftragsnummer | numero de commande | commande | numero de pedido | pedido
        | numero ordine | ordine | encomenda | bestelnummer | bestelling | numer zamowienia
        | zamowienie | payment status | financial status | fulfillment status | paid at | tracking number
        """,
    "goods": """
        sku | price | unit price | regular price | sale price | stock | in stock | inventory | vendor
        | product code | article number | item number | ean | gtin | isbn | upc | variant | barcode
        | artikelnummer | artikel nr | preis | bestand | lagerbestand | hersteller | einheit
        | reference produit | prix | en stock | fournisseur | precio | existencias | referencia
        | proveedor | prezzo | disponibilita | codice articolo | allergeni | allergenes | allergene
        | preco | estoque | artikelnummer leverancier | prijs | voorraad | cena | magazyn
        | condition | size | colour | color | material | bedrooms | rooms | zimmer
        """,
    "ledger": """
        amount | total | subtotal | invoice | invoice no | invoice number | vat | tax | balance | debit
        | expense | payee | betrag | rechnungsnummer | saldo | soll | buchungstag | verwendungszweck
        | montant | facture | solde | depense | importe | factura | gasto | importo | fattura | spesa
        | fatura | despesa | bedrag | factuur | kwota | faktura
        """,
    "money": "budget | cost | costs | currency | kosten | wahrung | cout | coste | costo | valor | custo",
    "hours": """
        hours | hours worked | duration hours | billable | stunden | arbeitszeit | heures | horas | ore
        | uren | godziny | time spent
        """,
    "task": """
        task | task id | task name | subtask | action item | action items | to do | aufgabe | tache
        | tarea | compito | attivita | tarefa | taak | zadanie | priority | prioritat | sprint
        | story points | estimate | assignee | assigned to
        """,
    "meeting": """
        agenda | agenda item | minutes | meeting | meeting notes | decision | decisions | present
        | absent | protokoll | besprechung | beschluss | tagesordnung | reunion | decision prise
        | acta | riunione | verbale | ata | reuniao | notulen | vergadering | owner
        """,
    "question": "question | questions | frage | fragen | pregunta | domanda | pergunta | vraag | pytanie",
    "answer": """
        answer | answers | antwort | antworten | reponse | respuesta | risposta | resposta | antwoord
        | odpowiedz
        """,
    "letter": """
        subject | subject line | email subject | betreff | betreffzeile | objet | asunto | oggetto
        | assunto | onderwerp | temat | preheader | preview text | open rate | opens | unique opens
        | unsubscribes | unsubscribed | bounces | total recipients | offnungsrate | taux d ouverture
        | tasa de apertura | tasso di apertura | taxa de abertura
        """,
    "picture": """
        photographer | photo credit | credit line | licence | license | copyright | camera | lens | iso
        | fotograf | fotografin | bildnachweis | lizenz | urheber | photographe | credit photo
        | droits | fotografo | fotografa | licencia | credito | licenza | crediti | licenca
        | credito da foto | licentie | licencja
        """,
    "place": """
        venue | location | doors | veranstaltungsort | veranstalter | einlass | lieu | salle | lugar
        | recinto | luogo | sede | local | locatie | zaal | miejsce
        """,
    "page": """
        slug | excerpt | meta title | meta description | focus keyword | word count | status code
        | section | page title | h2 | canonical | auszug | seitentitel | extrait | extracto | estratto
        | resumo | uittreksel
        """,
    "record": "level | severity | version | key | context | build | ip | ip address | user agent",
    "job": "salary | employment type | job type | gehalt | salaire | salario | stipendio | vacature",
    "advert": """
        headline 1 | headline 2 | ad group | ad name | ad set | ad set name | ad id | keyword | match type
        | final url | bid | anzeigengruppe | groupe d annonces | grupo de anuncios | gruppo di annunci
        """,
    "book": """
        publisher | pages | genre | duration | episode | verlag | editeur | editorial | editore | editora
        """,
}  # fmt: skip
