"""Rules are changed and files are taken in, by keyboard: first looked at, then switched on."""

import pytest

from conftest import NARROW, WIDE

WAYS = (
    ("nb", WIDE, False),
    ("nn", NARROW, True),
    ("en", WIDE, True),
)
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")

PARTIES = "id,name,kind,level\n{},Prøveforeininga,association,{}\n"


@ways
def test_rules_are_drafted_rehearsed_and_switched_on(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("administrator")
        desk.keys.press("nav.menu a[href='/administration']")
        desk.keys.press("main a[href='/administration/rules']")
        desk.keys.press("main a[href='/administration/rules/draft']")
        text = desk.page.locator("textarea[name=yaml]").input_value()
        desk.keys.reach("textarea[name=yaml]")
        changed = text.replace("2 wd before", "3 wd before", 1)
        assert changed != text
        desk.page.keyboard.press("Control+A")
        desk.page.keyboard.insert_text(changed)
        desk.keys.fill("input[name=note]", "Tidlegare varsel")
        desk.keys.press("main button[name=then]")

        assert desk.path == "/administration/rules/rehearsal"
        assert desk.page.locator("main table").count() > 0

        desk.send()

        assert desk.path == "/administration/rules"
        assert desk.was_told()
        assert desk.reads("3 wd before")


@ways
def test_a_fault_in_the_rules_is_told_with_its_line(at_work, way):
    with at_work(*way) as desk:
        desk.sign_in("administrator")
        desk.open("/administration/rules/draft")
        desk.keys.reach("textarea[name=yaml]")
        desk.page.keyboard.press("Control+End")
        desk.page.keyboard.insert_text("\nutydeleg: 1\n")
        desk.send()

        assert desk.page.locator("[role=alert]").count() == 1
        assert desk.reads("utydeleg")


def choose_file(desk, path):
    """A file is chosen in the system's own window, which no browser test can type in."""
    desk.keys.reach("input[name=files]")
    desk.page.locator("input[name=files]").set_input_files(str(path))
    desk.keys.press("main form button.primary")


@ways
def test_files_are_looked_through_and_taken_in(at_work, way, tmp_path):
    file = tmp_path / "parties.csv"
    with at_work(*way) as desk:
        desk.sign_in("administrator")
        desk.keys.press("nav.menu a[href='/administration']")
        desk.keys.press("main a[href='/administration/import']")

        file.write_text(PARTIES.format("FRIV99", "municipalistic"), encoding="utf-8")
        choose_file(desk, file)
        assert desk.page.locator("[role=alert]").count() == 1
        assert desk.reads("parties.csv") and desk.reads("municipalistic")

        file.write_text(PARTIES.format("FRIV99", "national"), encoding="utf-8")
        choose_file(desk, file)
        assert desk.was_told() and desk.reads("parties")
        desk.send()
        assert desk.was_told()
        assert desk.page.locator("main button.primary").count() == 1
