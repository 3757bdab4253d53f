"""Brand colours that stay readable: contrast as WCAG 2.2 measures it."""

import re

DEFAULT = "#1f4e5f"  # where the details name no brand colour
TEXT = 4.5  # the least contrast of text with its ground (WCAG 2.2, 1.4.3)


def brand(colour: str) -> str:
    """The brand colour as "#rrggbb", the default where there is none."""
    return colour.lower() if re.fullmatch(r"#[0-9A-Fa-f]{6}", colour) else DEFAULT


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str = "#ffffff", ratio: float = TEXT) -> str:
    """The colour, moved towards black or white no further than it takes to be read on the ground."""
    end = "#000000" if _luminance(ground) > 0.18 else "#ffffff"
    for step in range(21):
        mixed = mix(colour, end, step / 20)
        if contrast(mixed, ground) >= ratio:
            return mixed
    return end


def ink_on(ground: str) -> str:
    """White where it can be read on the ground, else black."""
    return "#ffffff" if contrast("#ffffff", ground) >= TEXT else "#000000"


def mix(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0..1) of the way from one to the other."""
    return "#" + "".join(
        f"{round(a + (b - a) * share):02x}" for a, b in zip(_channels(one), _channels(other), strict=True)
    )


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
