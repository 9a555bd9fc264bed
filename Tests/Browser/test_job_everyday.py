"""What people do every day, from sign-in to result, with a keyboard and nothing else."""

import pytest

from conftest import NARROW, WIDE

# Language, width, scripts: each language, both widths and both ways at least once.
WAYS = (
    ("nb", WIDE, True),
    ("nn", NARROW, False),
    ("en", WIDE, False),
    ("nb", NARROW, True),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")


@ways
def test_somebody_signs_in_and_out(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")

        assert desk.path == "/"

        desk.keys.press("form[action='/sign-out'] button")

        assert desk.path == "/signed-out"


@ways
def test_an_agreement_is_found_by_its_municipality(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")

        desk.keys.fill("header input[name=q]", "Bodø")
        desk.submit()

        assert desk.path == "/agreements"
        desk.keys.press("main a[href='/agreements/NORD-2012-001']")
        assert desk.path == "/agreements/NORD-2012-001"


@ways
def test_an_agreement_is_handed_over_and_accepted(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("nav a[href='/handovers']")
        desk.keys.press("main a[href='/handovers/new']")
        desk.keys.toggle("input[name=agreement][value='NORD-2012-001']")
        desk.keys.choose("select[name=to]", "nord.saksbehandler2")
        desk.keys.press("main form[method=post] button.primary")
        desk.keys.fill("textarea[name=note]", "Takk for at du tar over.")
        desk.keys.press("main form[method=post] button.primary")

        offer = desk.path
        assert offer.startswith("/handovers/")
        assert desk.reads("Takk for at du tar over.")

    with at_work(*way, office=desk.office) as colleague:
        colleague.sign_in("colleague")
        colleague.keys.press("nav a[href='/handovers']")
        colleague.keys.press(f"main a[href='{offer}']")
        colleague.keys.press(f"form[action='{offer}/accept'] button")

        assert colleague.page.locator("p.said").count() == 1
        assert colleague.page.locator(".tag.good").count() == 1


@ways
def test_somebody_chooses_another_language(at_work, way):
    language = "en" if way[0] != "en" else "nb"
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        desk.keys.press("header a[href='/settings']")
        desk.keys.choose("select[name=language], input[name=language]", language)
        desk.submit()

        assert desk.page.evaluate("document.documentElement.lang") == language
