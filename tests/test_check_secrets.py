"""What was published with a password in it is said to the manager, and nothing is changed."""

from handover.check import secret_notices
from handover.model import Origin, Post, Update


def update(text, row):
    return Update(id=str(row), network="x", text=text, origin=Origin(file="plan.xlsx", sheet="May", row=row))


def test_an_update_and_a_post_with_a_password_are_named_by_their_place_and_without_it():
    post = Post(id="1", title="Moving", permalink="https://a.example/1", text="Password: Tide-77-Gull")
    found = secret_notices([post], [update("Wifi password: harbour77", 3), update("Good tea", 4)])
    assert [str(n.where) for n in found] == ["plan.xlsx › May, row 3", "https://a.example/1"]
    assert not any("harbour77" in f"{n.text}{n.hint}{n.where}" for n in found)


def test_many_are_counted():
    found = secret_notices([], [update("Wifi password: harbour77", row) for row in range(100)])
    assert len(found) == 26 and "75 more texts" in str(found[-1].text)
