"""The list of agreements, by keyboard: found as one types, kept as a view, taken along as CSV."""

import csv

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, True),
    ("nn", WIDE, False),
    ("en", NARROW, True),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")


def find(desk, text, scripts):
    """Types into the list's own field; without scripts Enter is pressed as well."""
    desk.keys.fill("main input[name=q]", text)
    if scripts:
        desk.page.wait_for_url("**/agreements?q=*")
    else:
        desk.submit()


@ways
def test_agreements_are_found_kept_as_a_view_and_taken_along(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav.menu a[href='/agreements']")
        everything = desk.page.locator("#list tbody tr").count()

        find(desk, "Bodø", way[2])

        found = desk.page.locator("#list tbody tr").count()
        assert 0 < found < everything
        assert desk.page.locator("#list a[href='/agreements/NORD-2012-001']").count() == 1

        desk.keys.unfold("#list details > summary")
        desk.keys.fill("#view-name", "Mi liste")
        desk.submit()

        assert desk.was_told()
        desk.keys.press("nav.menu a[href='/agreements']")
        desk.keys.press("main li.kept a")
        assert desk.page.locator("#list tbody tr").count() == found

        file = desk.keys.fetch("p.files a[href*='.csv']")
        text = file.read_bytes().decode("utf-8")
        assert text.startswith("\ufeff")
        lines = list(csv.reader(text[1:].splitlines(), delimiter=";"))
        assert len(lines) == found + 1
        assert any("NORD-2012-001" in line for line in lines)


@ways
def test_filters_stand_in_the_address(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("head_office_analyst")
        desk.keys.press("nav.menu a[href='/agreements']")

        desk.keys.unfold("form.filters summary")
        desk.keys.toggle("input[name=owner][value=nord]")
        desk.keys.choose("select[name=missing]", "R6")
        desk.keys.press("form.filters details button.primary")

        assert "owner=nord" in desk.page.url and "missing=R6" in desk.page.url
        owners = desk.page.locator("#list tbody tr a[href^='/agreements/']")
        owners.first.wait_for()
        assert all(
            owner.get_attribute("href").startswith("/agreements/NORD-") for owner in owners.all()
        )
