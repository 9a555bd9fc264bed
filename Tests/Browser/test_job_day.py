"""My day, by keyboard: a call is logged, a meeting postponed, a follow-up closed."""

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, True),
    ("nn", NARROW, False),
    ("en", WIDE, False),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")

LINES = {
    "nb": "Ringte Bodø om høstens møte",
    "nn": "Ringde Bodø om møtet i haust",
    "en": "Called Bodø about the autumn meeting",
}


@ways
def test_a_call_is_logged_in_one_line(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")

        desk.keys.fill("input[data-log]", LINES[way[0]])
        desk.submit()

        assert desk.path == "/"
        assert desk.page.locator("main [role=status]").count() == 1
        assert desk.reads(LINES[way[0]])


@ways
def test_something_is_recorded_as_done_and_taken_back(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")
        lines = desk.page.locator("main [data-row] [data-key=d]").count()

        desk.keys.press("main button[data-key=d]")

        assert desk.page.locator("main [data-row] [data-key=d]").count() == lines - 1

        desk.keys.press("main button[data-undo]")

        assert desk.page.locator("main [data-row] [data-key=d]").count() == lines


@ways
def test_something_gets_a_new_date_with_a_reason(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("caseworker")

        desk.keys.press("main a[data-key=m]")
        desk.keys.fill("textarea[name=reason]", "Snø på Saltfjellet")
        desk.keys.press("main button[name=pick]")

        assert desk.path == "/"
        assert desk.page.locator("main [role=status]").count() == 1
