"""Head office sees the regions at once, by keyboard: who is missing in the north, and what is behind
a figure."""

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, True),
    ("nn", NARROW, False),
    ("en", WIDE, False),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")


@ways
def test_the_municipalities_without_agreement_in_the_north_are_found(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("head_office_analyst")

        desk.keys.press("nav.menu a[href='/norway']")
        desk.keys.press("main a[href^='/norway/uncovered']")
        north = desk.page.locator("main tr:has(a[href^='/regions/nord/uncovered'])")
        count = int(north.locator("td").first.inner_text())
        desk.keys.press("main a[href^='/regions/nord/uncovered']")

        assert desk.path == "/regions/nord/uncovered"
        assert count > 0
        assert desk.page.locator("main tbody tr").count() == count

        desk.keys.press("main tbody tr:first-child a")

        assert desk.path.startswith("/municipalities/")


@ways
def test_the_records_behind_a_figure_of_the_north_are_opened(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("head_office_director")

        desk.keys.press("nav.menu a[href='/norway']")
        desk.keys.press("main a[href^='/norway/records/plan_coverage/nord']")

        assert desk.path == "/norway/records/plan_coverage/nord"

        desk.keys.press("main tbody a[href^='/agreements/NORD-']")

        assert desk.path.startswith("/agreements/NORD-")


@ways
def test_a_director_sees_which_requirement_an_agreement_lacks_and_mends_it(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("regional_director")

        desk.keys.press("nav.menu a[href='/regions/nord']")
        desk.keys.press("main tbody a[href^='/agreements/NORD-2011-201']")
        agreement = desk.path
        lacks = lacking(desk)
        assert desk.page.locator("ul.requirements li").count() == 9
        assert "R5" in lacks

        for side in ("imdi", "counterpart"):
            desk.keys.press("ul.requirements a[href$='/commitments/new']")
            desk.keys.fill("textarea[name=text]", "Bosetter 20 flyktninger i året")
            desk.keys.mark("side", side)
            desk.keys.toggle("input[name=measurable]")
            desk.send()
            desk.open(agreement)

        assert lacking(desk) == lacks - {"R5"}

        desk.keys.press("nav.menu a[href='/regions/nord']")
        desk.keys.press("main a[href='/regions/nord/work']")

        assert desk.path == "/regions/nord/work"
        assert desk.reads("nord.saksbehandler1") or desk.page.locator("main table").count() > 0


def lacking(desk):
    """Codes of the requirements that the page calls missing."""
    missing = desk.page.locator("ul.requirements li:has(.late) .code").all()
    return {code.inner_text() for code in missing}
