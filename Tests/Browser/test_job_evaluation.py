"""The annual evaluation from both sides: a counterpart on a phone, staff, and the director."""

import pytest

import evaluating
from conftest import NARROW, WIDE

# Language of the office, that of the counterpart, whether scripts run, and how the link goes.
WAYS = (("nb", "nn", True, "by mail"), ("nn", "nb", False, "by hand"))
ways = pytest.mark.parametrize(
    "way", WAYS, ids=lambda way: f"{way[0]}-{way[1]}-{way[2]}-{way[3].replace(' ', '-')}"
)

OPEN = "main table a[href^='/evaluations/']"
COMMENT = "To av fire møter"
# Evaluations of the year are open from 15 November, and may be approved.
NOW = "2013-11-18T10:00:00"


def open_evaluation(desk):
    """Goes to the first evaluation of the reader's region that is still open."""
    desk.keys.press("nav a[href^='/evaluations']")
    desk.open("/evaluations?unit=nord")
    desk.keys.press(OPEN)
    assert desk.page.locator("main a[href$='/answers']").count() == 1, "none is open"
    return desk.path


def contact(desk, evaluation, name, address):
    """Adds a contact person of the counterpart on the agreement's page."""
    desk.open(evaluation)
    agreement = desk.page.locator("main a[href^='/agreements/']").first.get_attribute("href")
    desk.open(agreement + "/contacts/new")
    desk.keys.fill("input[name=name]", name)
    if address:
        desk.keys.fill("input[name=email]", address)
    desk.send()


def link_of(desk, evaluation, way):
    """The counterpart's link, as it reaches them: out of their mail, or from the page."""
    _, language, _, goes = way
    address = "postmottak@kommune.example" if goes == "by mail" else None
    name = "Postmottak for avtalen"
    contact(desk, evaluation, name, address)
    shown = evaluating.invite(desk, evaluation, name, language)
    assert (shown is None) == (address is not None)
    return shown or evaluating.link_in_mail_folder(f"{desk.office.folder}/mail", address)


@ways
def test_an_evaluation_is_answered_submitted_and_approved(at_work, looking, way):
    language, counterparts, scripts, _ = way
    with at_work(language, WIDE, scripts, now=NOW) as staff:
        staff.sign_in("caseworker")
        evaluation = open_evaluation(staff)
        link = link_of(staff, evaluation, way)

        stranger = staff.office.visitor("")
        evaluating.answer_on_a_phone(
            looking, stranger, link, counterparts, 2, COMMENT, scripts=scripts
        )

        evaluating.score(staff, evaluation, 5, "Godt samarbeid")
        # Both have delivered, so that each sees the other.
        assert staff.page.locator("main .picture svg").count() >= 1
        assert staff.reads(COMMENT)

        evaluating.conclude(staff, evaluation, "Møtene må holdes", "2014-09-01")
        assert staff.reads("Møtene må holdes")

    with at_work(language, WIDE, scripts, office=staff.office) as director:
        director.sign_in("regional_director")
        evaluating.approve(director, evaluation, "continue")

    with at_work(counterparts, NARROW, scripts, office=staff.office) as phone:
        phone.open(link)
        assert phone.page.locator("main form").count() == 0

    # The office of another language has been made by hand, past the trail.
    if language == "nb":
        assert staff.office.check() == ""
