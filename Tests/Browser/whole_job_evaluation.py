"""The annual evaluation from both sides: a counterpart on a phone, staff, and the director."""

import pytest

from conftest import NARROW, WIDE

# Language of the office, that of the counterpart, and whether scripts run.
WAYS = (("nb", "nn", True), ("nn", "nb", False))
ways = pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}")

OPEN = "main table a[href^='/evaluations/']"


def open_evaluation(desk):
    """Goes to the first evaluation of the reader's region that is still open."""
    desk.keys.press("nav a[href^='/evaluations']")
    desk.open("/evaluations?unit=nord")
    desk.keys.press(OPEN)
    assert desk.page.locator("main a[href$='/answers']").count() == 1, "none is open"
    return desk.path


def make_link(desk, language):
    """A personal link for the counterpart's contact person, as staff is shown it."""
    desk.keys.press("main a[href$='/respondents/new']")
    desk.page.locator("input[name=contact]").first.check()
    desk.page.locator(f"input[name=language][value={language}]").check()
    desk.keys.press("main form.form button[type=submit]")
    link = desk.page.locator("main .address").inner_text()
    return link[link.index("/respond/"):]


def score(desk, grade, comment):
    for field in desk.page.locator("main .grades").all():
        field.locator(f"input[value='{grade}']").check()
    desk.page.locator("main textarea").first.fill(comment)


@ways
def test_an_evaluation_is_answered_submitted_and_approved(at_work, looking, way):
    language, counterparts, scripts = way
    with at_work(language, WIDE, scripts) as staff:
        staff.sign_in("caseworker")
        evaluation = open_evaluation(staff)
        link = make_link(staff, counterparts)

        answer_on_a_phone(staff.office, looking, link, counterparts, scripts)

        staff.open(evaluation + "/answers")
        score(staff, "5", "Godt samarbeid")
        staff.keys.press("main button[value=deliver]")
        assert staff.path == evaluation
        # Both have delivered, so that each sees the other.
        assert staff.page.locator("main .picture svg").count() >= 1
        assert staff.reads("To av fire møter")

    with at_work(language, WIDE, scripts, office=staff.office) as director:
        director.sign_in("regional_director")
        director.open(evaluation)
        director.keys.press("main a[href$='/approval']")
        director.page.locator("input[name=recommendation][value=continue]").check()
        director.keys.press("main form.form button[type=submit]")
        assert director.path == evaluation

    with at_work(counterparts, NARROW, scripts, office=staff.office) as phone:
        phone.open(link)
        assert phone.page.locator("main form").count() == 0

    assert staff.office.check() == ""


def answer_on_a_phone(office, looking, link, language, scripts):
    """Begins, stops, goes on in another browser that knows nothing, and delivers."""
    stranger = office.visitor("")
    with looking.page(stranger, language, NARROW, scripts=scripts) as page:
        page.goto(page.site + link)
        assert page.locator("html").get_attribute("lang") == language
        width = page.evaluate("document.documentElement.scrollWidth") if scripts else NARROW
        assert width <= NARROW
        page.locator("main .grades").first.locator("input[value='2']").check()
        page.locator("main textarea").first.fill("To av fire møter")
        page.locator("main button[value=save]").click()
        assert page.locator("main [role=status]").count() == 1
    with looking.page(stranger, language, NARROW, scripts=scripts) as page:
        page.goto(page.site + link)
        assert page.locator("main textarea").first.input_value() == "To av fire møter"
        assert page.locator("main .grades").first.locator("input[value='2']").is_checked()
        page.locator("main button[value=deliver]").click()
        assert page.locator("main [role=status]").count() == 1
