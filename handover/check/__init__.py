"""What a person should know before the work leaves: posts with too few updates, texts that do not fit
their network, what can be used again, and what worked best."""

from handover.check.gone_out import gone_out
from handover.check.lasting import judge_lasting, unread, verdicts
from handover.check.limits import too_long
from handover.check.secrets import held_back, secret_notices, told_secrets
from handover.check.shortfalls import find_shortfalls
from handover.check.worked import own_hours, what_worked, worth

__all__ = [
    "find_shortfalls",
    "gone_out",
    "held_back",
    "judge_lasting",
    "own_hours",
    "secret_notices",
    "told_secrets",
    "too_long",
    "unread",
    "verdicts",
    "what_worked",
    "worth",
]
