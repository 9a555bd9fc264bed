"""A calendar of one's own in other programs, by keyboard: made, fetched, and taken back."""

import urllib.error
import urllib.request

import icalendar
import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", NARROW, True),
    ("nn", WIDE, False),
    ("en", WIDE, True),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")


def fetched(desk, address):
    """What a calendar program gets, which has no session."""
    with urllib.request.urlopen(desk.office.site + "/feeds/" + address.split("/feeds/")[1]) as answer:
        return icalendar.Calendar.from_ical(answer.read())


@ways
def test_a_calendar_is_followed_from_elsewhere_until_it_is_revoked(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav.menu a[href='/calendar']")
        desk.keys.press("main a[href='/calendar/feeds']")
        desk.keys.choose("select[name=unit]", "nord")
        desk.send()

        address = desk.page.locator("code.address").inner_text()
        assert len(fetched(desk, address).walk("VEVENT")) > 0

        desk.keys.press("main form[action$='/revoke'] button")

        assert desk.was_told()
        with pytest.raises(urllib.error.HTTPError):
            fetched(desk, address)


@ways
def test_months_weeks_and_lists_are_looked_through(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav.menu a[href='/calendar']")

        desk.keys.press("main a[href*='view=week']")
        week = desk.page.locator("h2").first.inner_text()
        desk.keys.press("main a[rel=next]")
        assert desk.page.locator("h2").first.inner_text() != week

        desk.keys.press("main a[href*='view=list']")
        assert desk.page.locator("main a[href^='/meetings/'], main a[href^='/agreements/']").count()
