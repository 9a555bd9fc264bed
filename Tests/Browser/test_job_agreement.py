"""An agreement's life, by keyboard: made, a meeting moved, minutes whose decision is followed up."""

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, True),
    ("nn", NARROW, False),
    ("en", NARROW, True),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")

AGREEMENT = "/agreements/NORD-2012-001"


def open_agreement(desk):
    desk.keys.fill("header input[name=q]", "NORD-2012-001")
    desk.submit()
    desk.keys.press(f"main a[href='{AGREEMENT}']")


def planned_meeting(desk, day):
    """Plans a meeting from the agreement's page and opens it."""
    desk.keys.press(f"main a[href='{AGREEMENT}/meetings']")
    before = links(desk)
    desk.keys.press(f"main a[href='{AGREEMENT}/meetings/new']")
    desk.keys.fill("input[name=planned_on]", day)
    desk.keys.mark("level", "strategic")
    desk.keys.fill("input[name=theme]", "Bosetting i haust")
    desk.send()
    assert desk.was_told()
    (path,) = links(desk) - before
    desk.keys.press(f"main a[href='{path}']")


def links(desk):
    found = desk.page.locator("main tbody a[href^='/meetings/']").all()
    return {link.get_attribute("href") for link in found}


@ways
def test_a_new_agreement_is_drafted(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav.menu a[href='/agreements']")
        desk.keys.press("main a[href='/agreements/new']")
        desk.keys.fill("input[name=title]", "Samarbeid med Hammerfest")
        desk.keys.mark("kind", "municipal")
        desk.keys.fill("textarea[name=add_party]", "Hammerfest")
        desk.keys.fill("textarea[name=purpose]", "Bosetting og kvalifisering")
        desk.keys.toggle("input[name=areas][value=settlement]")
        desk.keys.fill("input[name=valid_from]", "2013-04-01")
        desk.keys.fill("input[name=valid_to]", "2015-03-31")
        desk.keys.choose("select[name=responsible]", "nord.saksbehandler1")
        desk.send()

        assert desk.path.startswith("/agreements/NORD-2013-")
        assert desk.was_told()
        assert desk.reads("Hammerfest")


@ways
def test_what_is_missing_is_said_at_its_field_and_mended(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav.menu a[href='/agreements']")
        desk.keys.press("main a[href='/agreements/new']")
        desk.keys.fill("textarea[name=add_party]", "Hammerfest")
        desk.send()

        assert desk.page.evaluate("document.activeElement.id") == "errors"
        desk.keys.reach("#errors a")
        desk.page.keyboard.press("Enter")
        field = desk.page.evaluate("document.activeElement.name")
        assert field == "title"
        desk.page.keyboard.type("Samarbeid")
        desk.send()

        assert desk.path.startswith("/agreements/NORD-2013-")


@ways
def test_a_meeting_is_planned_and_postponed_with_a_reason(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        open_agreement(desk)
        planned_meeting(desk, "2013-03-20")

        desk.keys.press("main a[href$='/postpone']")
        desk.keys.fill("input[name=moved_to]", "2013-04-10")
        desk.keys.fill("textarea[name=reason]", "Snø på Saltfjellet")
        desk.send()

        assert desk.path.startswith("/meetings/")
        assert desk.reads("Snø på Saltfjellet")


@ways
def test_minutes_with_a_decision_are_closed_when_it_is_somebodys(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        open_agreement(desk)
        planned_meeting(desk, "2013-02-28")
        meeting = desk.path

        desk.keys.press("main a[href$='/hold']")
        desk.keys.fill("textarea[name=minutes]", "Vi er samde.")
        desk.send()
        desk.keys.press("main a[href$='/decisions/new']")
        desk.keys.fill("textarea[name=text]", "Kurs for tolkar")
        desk.keys.mark("side", "both")
        desk.send()
        desk.keys.press("main a[href$='/close']")
        desk.send()
        assert desk.page.locator("[role=alert]").count() == 1

        desk.open(meeting)
        desk.keys.press("main li.card a.button")
        desk.keys.choose("select[name=responsible]", "nord.saksbehandler2")
        desk.keys.fill("input[name=due_on]", "2013-05-02")
        desk.send()
        desk.keys.press("main a[href$='/close']")
        desk.send()

        assert desk.path == meeting
        desk.keys.press("main a[href^='/followups/']")
        assert desk.page.locator("[name=title]").input_value() == "Kurs for tolkar"
