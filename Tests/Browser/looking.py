"""Debian's chromium, and windows of it as somebody has them."""

import os
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("AVTALT_CHROMIUM", "/usr/bin/chromium")
# Without --no-sandbox it does not start as root, without the other in a small /dev/shm.
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
WIDE, NARROW = 1280, 320


class Looking:
    """Opens pages in a browser, signed in, in a language, width and scheme."""

    def __init__(self, normal, large):
        self.browsers = {False: normal, True: large}

    @contextmanager
    def page(
        self, visitor, language="nb", width=WIDE, scheme="light", scripts=True, large_text=False
    ):
        context = self.browsers[large_text].new_context(
            viewport={"width": width, "height": 900 if width == WIDE else 640},
            color_scheme=scheme,
            java_script_enabled=scripts,
            locale={"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[language],
            reduced_motion="reduce",
        )
        context.set_default_timeout(20_000)
        site = f"{visitor.site.scheme}://{visitor.site.netloc}"
        cookies = {"avtalt-language": language, **visitor.cookies}
        context.add_cookies(
            [{"name": name, "value": value, "url": site} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.site = site
        try:
            yield page
        finally:
            context.close()


@contextmanager
def browsers():
    """A browser as it comes, and one of somebody who asks for text of double size."""
    with sync_playwright() as playwright:
        def launch(*flags):
            return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS + list(flags))

        normal = launch()
        large = launch("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26")
        yield Looking(normal, large)
        normal.close()
        large.close()
