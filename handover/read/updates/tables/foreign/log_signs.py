"""What the headers of private logs say: diaries, calls and deals, hours, applications, meetings, mentions.

Their text stands under the same words as an update's ("Text", "Post", "Notes"), and on which network it was
may stand beside it; so it is what else they note that tells them.
"""

from collections.abc import Mapping

from handover.read.updates.tables.rows.cell_words import listed

LOG_SIGNS: Mapping[str, str] = {
    "mood": """
        mood | my mood | feeling | feelings | how i felt | how i feel | emotion | emotions | my day
        | grateful for | gratitude | slept | sleep | trigger | therapy | therapist | therapy session
        | session | symptoms | stimmung | laune | befinden | gefuhl | gefuhle | wie es mir ging
        | mein tag | dankbar fur | schlaf | therapie | sitzung | symptome | humeur | ressenti
        | ma journee | gratitude du jour | sommeil | seance | symptomes | animo | estado de animo
        | sentimientos | como me senti | mi dia | gratitud | sueno | terapia | sintomas | umore
        | stato d animo | sentimenti | come mi sentivo | la mia giornata | sonno | seduta | sintomi
        | humor | como me sinto | meu dia | sono | sessao | gemoed | stemming | gevoel | nastroj
        """,
    "deal": """
        deal | deals | deal stage | deal value | lead | leads | lead name | lead status | prospect
        | prospects | opportunity | spoke with | spoke to | talked to | call with | called | call notes
        | met with | interessent | interessentin | interessenten | gesprochen mit | telefonat mit
        | gesprachspartner | anruf | anrufer | prospect client | parle avec | appel avec | appele
        | oportunidad | cliente potencial | hable con | llamada con | opportunita | parlato con
        | chiamata con | oportunidade | falei com | chamada com
        """,
    "next step": """
        next step | next steps | suite a donner | suites a donner | next action | follow up | followup
        | follow up date | follow up on | outcome | call back | callback | last contact | last contacted
        | quote sent | proposal sent | nachster schritt | nachste schritte | wiedervorlage | ruckruf
        | letzter kontakt | angebot gesendet | angebot verschickt | prochaine etape | prochaines etapes
        | relance | relancer | rappel | rappeler | dernier contact | devis envoye | proximo paso
        | proximos pasos | seguimiento | ultimo contacto | devolver llamada | presupuesto enviado
        | prossimo passo | prossimi passi | richiamare | esito | ultimo contatto | preventivo inviato
        | proximo passo | proximos passos | acompanhamento | retorno | ultimo contato
        | orcamento enviado | volgende stap | opvolging | nastepny krok
        """,
    "company": """
        company | company name | firm | organisation | organization | employer | firma | unternehmen
        | arbeitgeber | betrieb | societe | entreprise | employeur | empresa | empleador | azienda
        | ditta | datore di lavoro | empregador | bedrijf | werkgever | pracodawca
        """,
    "applied": """
        applied | applied on | applied at | date applied | interview | interviews | interview date
        | offer received | recruiter | salary | beworben | beworben am | vorstellungsgesprach
        | stellenanzeige | absage | zusage | postule | postule le | entretien | recruteur
        | offre d emploi | aplicado | postulado | entrevista | vacante | reclutador | candidato il
        | colloquio | offerta di lavoro | recrutador | vaga | sollicitatiegesprek
        """,
    "person": """
        person | persons | people | who | with | with whom | met | whom | about whom | wer | mit wem
        | wen | personne | qui | avec qui | persona | quien | con quien | chi | con chi | pessoa | quem
        | com quem
        """,
    "remedy": """
        issue | request | problem | concern | solution | action taken | what we did | what i did
        | anliegen | problem gelost | massnahme | was wir taten | was ich tat | losung | demande
        | probleme | ce que nous avons fait | ce que j ai fait | problema | solicitud | que hicimos
        | solucion | richiesta | cosa abbiamo fatto | soluzione | pedido de ajuda | o que fizemos
        | solucao
        """,
    "position": """
        position | role | job title | job | vacancy | stelle | rolle | poste | puesto | cargo
        | posizione | ruolo | vaga | functie | stanowisko
        """,
    "present": """
        who was there | attendees | attendance | attended by | in the room | anwesend | anwesende
        | anwesenheit | teilnehmende | dabei | presents | participants | personnes presentes
        | asistentes | presentes | participantes | presenti | partecipanti | aanwezig | aanwezigen
        | obecni
        """,
    "spent": """
        minutes | mins | duration | time taken | time spent | time in minutes | start | end | started
        | ended | from | until | start time | end time | break | dauer | minuten | beginn | ende | pause
        | von | bis | duree | debut | fin | duracion | minutos | inicio | durata | minuti | inizio
        | fine | duracao | duur | czas trwania
        """,
    "whose": """
        whose | who said it | said by | written by whom | posted by whom | wessen | von wem | de qui
        | de quien | di chi | de quem
        """,
    "seen": """
        seen on | seen at | found on | found at | gesehen am | gefunden am | vu le | trouve le
        | visto el | encontrado el | visto il | trovato il | visto em | encontrado em
        """,
}  # fmt: skip

# Headers no table of this house knows that stand beside updates as a rule: they are no sign of a log.
OF_PLANS = frozenset(
    listed("""
        name | # | no | nr | id | number | num | row | n | lp | notes | note | remarks | notizen | notiz
        | anmerkung | anmerkungen | bemerkung | bemerkungen | remarques | remarque | notas
        | observaciones | annotazioni | osservazioni | observacoes | opmerkingen | uwagi | feedback
        | characters | chars | character count | char count | length | zeichen | zeichenzahl
        | caracteres | nombre de caracteres | caratteri | words | word count | tekens | responsible
        | owner | creator | designer | editor | author | writer | photographer | approver
        | verantwortlich | zustandig | wer postet | who posts | my notes | autor | redakteur
        | redakteurin | erstellt von | responsable | responsabile | responsavel | verantwoordelijk
        | audience | target audience | target group | target | persona | zielgruppe | cible
        | public cible | publico | publico objetivo | pubblico | publico alvo | doelgroep | goal
        | objective | aim | purpose | ziel | objectif | objetivo | obiettivo | doel | funnel stage
        | idea | ideas | idee | ideen | angle | concept | keyword | keywords | stichworter | topic
        | topics | headline | title | format | type | language | sprache | langue | idioma | lingua
        | taal | tone | tone of voice | style | product | products | produkt | produit | producto
        | prodotto | produto | event | occasion | anlass | holiday | offer | angebot | promotion
        | aktion | drive | folder | file | files | datei | dateien | fichier | archivo | boosted
        | budget | ad | location tag | brand | marke | marque | marca | season | saison | version
        | priority | month | year | monat | jahr | emoji | emojis | mentions | mention | tagged | tags
        | erwahnungen | collab | source | quelle | fonte
    """)
)
