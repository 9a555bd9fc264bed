"""Somebody at a computer: an office, a browser, a keyboard."""

import urllib.parse

from keyboard import Keyboard


class Desk:
    """One browser window, with whoever sits before it."""

    def __init__(self, office, page):
        self.office = office
        self.page = page
        self.keys = Keyboard(page)

    @property
    def path(self):
        """Without the query: what was said after a redirect stands there."""
        return urllib.parse.urlsplit(self.page.url).path

    def open(self, path):
        self.page.goto(self.office.site + path)

    def sign_in(self, role):
        account = self.office.accounts[role]
        self.open("/")
        self.keys.fill("input[name=name]", account["id"])
        self.keys.fill("input[name=password]", account["password"])
        self.submit()

    def submit(self):
        """Enter, in the field where the focus is."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def send(self):
        """The main button of the page's form, which lies where the focus has not been yet."""
        self.keys.press("main form[method=post] button.primary")

    def was_told(self):
        """Whether the page says that something was done."""
        return self.page.locator("main [role=status]").count() > 0

    def reads(self, text):
        return text in self.page.locator("main").inner_text()
