"""Another table beside that of the updates."""

from tests.test_read_updates_shapes import parsed

PLAN = (
    "Data,Gdzie,Treść,Opublikowano{gap}Kontakt,Telefon\n"
    "2026-05-04,Facebook,Jerzyki wróciły do miasta,tak{gap}Bożena Kruk,600 000 111\n"
    "2026-05-08,Instagram,Pisklę na chodniku,tak{gap}Drukarnia,600 000 222\n"
    "2026-12-04,Facebook,Karmniki na zimę,nie{gap},600 000 333\n"
)


def test_contacts_beside_an_empty_column_are_left_out_and_the_updates_read() -> None:
    found = parsed(PLAN.format(gap=",,"))
    assert [one.state for one in found.items] == ["published", "published", "scheduled"]
    assert "Beside the updates stands another table" in found.skipped[0].reason
    assert "Bożena" not in repr(found)


def test_an_empty_column_before_more_of_the_update_parts_nothing() -> None:
    found = parsed("Date,Network,Text,,Link\n2026-05-04,X,Words of the day,,https://a.example/one\n")
    assert found.items[0].links == ("https://a.example/one",) and not found.skipped
