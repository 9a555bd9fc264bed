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

    def mark(self, name, value):
        """Moves through radio buttons with the arrow keys until the one of the value is chosen."""
        self.reach(f"input[name={name}]")
        for _ in range(20):
            at = self.page.evaluate(
                "() => [document.activeElement.value, document.activeElement.checked]"
            )
            if at == [value, True]:
                return self
            self.page.keyboard.press("Space" if at[0] == value else "ArrowDown")
        raise AssertionError(f"{name} has no choice {value} on {self.page.url}")

    def unfold(self, selector):
        """Opens what is folded under a summary, if it is."""
        self.reach(selector)
        if not self.page.evaluate("document.activeElement.parentElement.open"):
            self.page.keyboard.press("Enter")
        return self

    def fetch(self, selector):
        """Goes to a link to a file and presses Enter; answers the file's path."""
        self.reach(selector)
        with self.page.expect_download() as download:
            self.page.keyboard.press("Enter")
        return download.value.path()

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
