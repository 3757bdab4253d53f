"""Brand colours stay readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.write.colours import DEFAULT, brand, contrast, ink_on, readable

COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOUR, COLOUR)
def test_any_colour_becomes_readable_on_any_ground(colour, ground):
    assert contrast(readable(colour, ground), ground) >= 4.5


@given(COLOUR)
def test_text_on_a_brand_colour_is_readable(ground):
    assert contrast(ink_on(ground), ground) >= 4.5


def test_a_readable_colour_is_left_alone():
    assert readable("#1f6f6b") == "#1f6f6b"


@pytest.mark.parametrize("colour", ["", "green", "#12", "#1f6f6b;}"])
def test_what_is_no_colour_gives_the_default(colour):
    assert brand(colour) == DEFAULT


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
