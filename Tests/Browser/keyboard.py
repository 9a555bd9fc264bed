"""Hands that have a keyboard and nothing else."""


class Keyboard:
    """Moves through one page with Tab, types, and presses Enter; never a mouse."""

    most = 250

    def __init__(self, page):
        self.page = page

    def reach(self, selector, backwards=False):
        """Presses Tab until what matches the selector has the focus."""
        if self._at(selector):
            return self
        for _ in range(self.most):
            self.page.keyboard.press("Shift+Tab" if backwards else "Tab")
            if self._at(selector):
                return self
        raise AssertionError(f"Tab never reached {selector} on {self.page.url}")

    def _at(self, selector):
        return self.page.evaluate(
            "s => document.activeElement !== null && document.activeElement.matches(s)", selector
        )

    def fill(self, selector, text):
        """Replaces what stands in a field."""
        self.reach(selector)
        kind = self.page.evaluate("document.activeElement.type")
        if kind == "date":
            # The parts of a native date field stand in the order of the browser's language.
            self.page.locator(selector).first.fill(text)
        else:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.type(text)
        return self

    def choose(self, selector, value):
        """Moves through a list of choices with the arrow keys until the value is chosen."""
        self.reach(selector)
        self.page.keyboard.press("Home")
        for _ in range(100):
            if self.page.evaluate("document.activeElement.value") == value:
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{selector} has no choice {value} on {self.page.url}")

    def press(self, selector):
        """Goes to a button or link and presses Enter; waits for the page that comes."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def toggle(self, selector):
        """Goes to a checkbox, radio button or summary and presses Space."""
        self.reach(selector)
        self.page.keyboard.press("Space")
        return self
