"""Patterns in headers that tell what stands below: what is near a text, what is personal, who works on it."""

from handover.later import pattern

# What somebody notes beside the text of an update: an idea, its picture, a first wording.
NEAR_TEXT = pattern(
    r"idea|idee|bild|foto|photo|imag|visu|grafi|graphi|video|text|post|copy|caption|link|hashtag|blog|arti[kc]"
    r"|tit[eu]l|title|content|inhalt|design|campa|kampagne|story|stories|reel|hook|quote|zitat|cita"
)


# "My feelings", "How are you?", "Who was angry": nobody asks so of an update.
PERSONAL = pattern(
    r"\b(?:my|i|me|you|who|whom|he|she|him|her|mein\w*|ich|mir|mich|wer|wem|wen|mon|ma|mes|je|qui|mi|yo|quien"
    r"|mio|mia|io|chi|meu|minha|eu|quem)\b"
)


# Whoever works on the plan: their names and addresses stand in it, and repeat.
STAFF = pattern(
    r"\b(?:assign|owner|editor|design|author|appro|created|manager|creator|verantwort|zustandig|bearbeit"
    r"|responsab|asignad|assegnat|atribuid)"
)
