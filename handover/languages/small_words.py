"""Words that name nothing (articles, prepositions, pronouns, auxiliaries), as data, folded as texts are."""

# English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and the Scandinavian languages. A
# language that is not here loses nothing but pairs: a small word that differs counts like a name.
_TOLD = """\
a an the this that these those and or but nor so as if than then of in on at by for from to with without
into onto over under about after before between through up down out off is are was were be been being am
has have had do does did will would can could should may might must not no it its he she they we you i me
my your our their his her us them who what which when where why how there here all any some each every
both more most other such own just only very too also now new yet still while via per vs get got
der die das den dem des ein eine einer eines einem einen und oder aber denn als wie wenn dass ob zu zum
zur von vom im am an auf aus bei beim mit nach seit uber unter vor zwischen fur gegen ohne um durch ist
sind war waren sein hat haben wird werden kann konnen soll muss nicht kein keine auch noch nur schon so
sehr mehr es er sie wir ihr ich du mich dich sich uns euch mein dein unser unsere euer was wer wo warum
welche neu neue neuer neues jetzt hier da man
le la les l un une des du de d et ou mais donc or ni car que qui quoi dont ou a au aux en dans par pour
sur sous avec sans chez vers est sont etait etre ont avoir fait ne pas plus tres se sa son ses ce cet
cette ces mon ma mes notre nos votre vos leur leurs il elle on nous vous ils elles je tu si comme quand
comment pourquoi y c s n qu j m t
el los las lo unos unas del al y e o u pero porque como para por con sin sobre entre hasta desde es son
era ser estar esta este estos estas su sus mi mis tu tus nuestro nuestra no mas muy ya yo me te nos que
cual cuando donde quien
il lo gli i dei degli delle del dello della di da dal dalla nel nella nei sul sulla con per tra fra che
chi cui non piu e ed o ma se come quando dove perche ci vi si mio tuo suo nostro vostro loro sono era
o os as um uma uns umas do dos das no nos na nas pelo pela ao aos com sem para por em que quem mais muito
nao seu sua seus suas meu minha nosso nossa voce eu ele ela
de het een en of maar want dat die dit deze van voor met naar op aan bij uit om tot door over onder niet
geen ook nog wel te is zijn was heeft hebben wij we jij je ik hij zij ons onze mijn jouw hun hoe wat wie
w z i oraz lub na do od po przy przez dla o u ze to ten ta te jest sa nie tak jak co kto gdzie kiedy sie
och att det som en ett av till fran med inte ar var har kan ska vi du jag han hon vara min din sin pa og
er ikke den der et
"""
SMALL_WORDS = frozenset(_TOLD.split())
