"""The annual evaluation in a browser, from both sides: the steps that every rehearsal takes."""

import email
import email.policy
import re
import time
from pathlib import Path

from looking import NARROW


def invite(desk, evaluation, contact, language):
    """Staff makes a personal link for a contact person, who is known by what stands beside them.

    Answers the link where the page shows it, which it does for somebody without an address; None
    where it goes by mail and is nobody else's to see.
    """
    desk.open(evaluation)
    desk.keys.press("main a[href$='/respondents/new']")
    choice = desk.page.locator("label.tick", has_text=contact).locator("input[name=contact]")
    desk.keys.mark("contact", choice.first.get_attribute("value"))
    desk.keys.mark("language", language)
    desk.send()
    shown = desk.page.locator("main .address")
    if shown.count() == 0:
        assert desk.path == evaluation, desk.page.url
        return None
    return link_in(shown.inner_text())


def link_in(text):
    """Path of the personal link in a text."""
    return re.search(r"/respond/\S+", text).group(0)


def link_in_mail_folder(folder, address, patience=30):
    """The personal link in the mail to an address; a letter goes within seconds."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        for file in Path(folder, "new").glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            text = mail.get_body(("plain",)).get_content()
            if address in mail["To"] and "/respond/" in text:
                return link_in(text)
        time.sleep(0.2)
    raise AssertionError(f"No mail with a personal link came to {address}")


def answer_on_a_phone(looking, stranger, link, language, grade, comment, scripts=True):
    """Begins, stops, goes on in another browser that knows nothing, and delivers."""
    with looking.page(stranger, language, NARROW, scripts=scripts) as page:
        page.goto(page.site + link)
        assert page.locator("html").get_attribute("lang") == language
        width = page.evaluate("document.documentElement.scrollWidth") if scripts else NARROW
        assert width <= NARROW, f"The answers are {width} wide"
        page.locator("main .grades").first.locator(f"input[value='{grade}']").check()
        page.locator("main textarea").first.fill(comment)
        page.locator("main button[value=save]").click()
        assert page.locator("main [role=status]").count() == 1, "Nothing is said of saving"
    with looking.page(stranger, language, NARROW, scripts=scripts) as page:
        page.goto(page.site + link)
        assert page.locator("main textarea").first.input_value() == comment
        assert page.locator("main .grades").first.locator(f"input[value='{grade}']").is_checked()
        for field in page.locator("main .grades").all()[1:]:
            field.locator(f"input[value='{grade}']").check()
        page.locator("main button[value=deliver]").click()
        assert page.locator("main [role=status]").count() == 1, "Nothing is said of delivering"


def score(desk, evaluation, grade, comment):
    """Staff gives every dimension a grade, the first a comment, and delivers."""
    desk.open(evaluation + "/answers")
    names = [
        each.get_attribute("name")
        for each in desk.page.locator(f"main .grades input[value='{grade}']").all()
    ]
    for name in names:
        desk.keys.mark(name, str(grade))
        if name == names[0]:
            desk.keys.fill(f"textarea[name={name.replace('score_', 'comment_')}]", comment)
    desk.keys.press("main button[value=deliver]")
    assert desk.path == evaluation, f"{desk.page.url} says {said(desk)}"


def conclude(desk, evaluation, text, due_on):
    """What both agree on is written down, and becomes a measure in the next year's plan."""
    desk.open(evaluation)
    desk.keys.press("main a[href$='/conclusions/new']")
    desk.keys.fill("textarea[name=text]", text)
    desk.send()
    desk.keys.press("main a[href$='/measure']")
    desk.keys.mark("side", "both")
    desk.keys.fill("input[name=due_on]", due_on)
    desk.send()
    assert desk.path == evaluation, f"{desk.page.url} says {said(desk)}"


def approve(desk, evaluation, recommendation):
    """A director approves, with a recommendation."""
    desk.open(evaluation)
    desk.keys.press("main a[href$='/approval']")
    desk.keys.mark("recommendation", recommendation)
    desk.send()
    assert desk.path == evaluation, f"{desk.page.url} says {said(desk)}"


def said(desk):
    """What the page says is wrong."""
    return " ".join(desk.page.locator("main [role=alert]").all_inner_texts()) or "nothing"
