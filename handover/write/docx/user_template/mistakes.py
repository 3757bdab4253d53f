"""What a template can get wrong while it is filled, as `explained` tells it."""

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.utils import missing


class TooMuchError(Exception):
    """The template asks for more than any handover needs; its text, a `Said`, says of what."""


class WrongUseError(Exception):
    """A tag that means something else than its writer thought; its text, a `Said`, says what."""


class MissingNameError(Exception):
    """A name the template uses and nobody gives."""

    def __init__(self, name: str, known: Sequence[str], owner: str) -> None:
        super().__init__(name)
        self.name = name
        self.known = tuple(known)
        self.owner = owner  # what was asked for it: "" the template's own variables, "post", "text"


class Missing(StrictUndefined):
    """An undefined value that fails when it is used, and tells what is there instead."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        if self._undefined_hint:
            raise WrongUseError(self._undefined_hint)
        owner = self._undefined_obj
        known = [str(k) for k in owner] if isinstance(owner, Mapping) else []
        kind = "" if owner is missing else "str" if isinstance(owner, str) else type(owner).__name__
        raise MissingNameError(str(self._undefined_name), known, kind)

    __iter__ = __str__ = __len__ = _fail_with_undefined_error
    __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = _fail_with_undefined_error
    __mul__ = __rmul__ = __div__ = __rdiv__ = _fail_with_undefined_error
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _fail_with_undefined_error
    __mod__ = __rmod__ = __pos__ = __neg__ = __call__ = _fail_with_undefined_error
    __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = _fail_with_undefined_error
    __int__ = __float__ = __complex__ = __pow__ = __rpow__ = __contains__ = _fail_with_undefined_error
