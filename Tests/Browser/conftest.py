"""What the tests are given: an office, its pages, and a browser that looks at them."""

import os
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright

from crawler import Crawler
from office import ROLES, Office

CHROMIUM = os.environ.get("AVTALT_CHROMIUM", "/usr/bin/chromium")
# Without --no-sandbox it does not start as root, without the other in a small /dev/shm.
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage"]
WIDE, NARROW = 1280, 320


@pytest.fixture(scope="session")
def office():
    """The office that tests read from and do not write to."""
    office = Office()
    yield office
    office.close()


@pytest.fixture
def own_office():
    """An office of the test's own, to write to."""
    office = Office()
    yield office
    office.close()


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
        cookies = {**visitor.cookies, "language": language}
        context.add_cookies(
            [{"name": name, "value": value, "url": site} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.site = site
        try:
            yield page
        finally:
            context.close()


@pytest.fixture(scope="session")
def looking():
    with sync_playwright() as playwright:
        def launch(*flags):
            return playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS + list(flags))

        normal = launch()
        # What a person sets who asks the browser for text of double size.
        large = launch("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26")
        yield Looking(normal, large)
        normal.close()
        large.close()


class Place:
    """A page of the site, and somebody who may see it."""

    def __init__(self, shape, path, visitor):
        self.shape = shape
        self.path = path
        self.visitor = visitor


@pytest.fixture(scope="session")
def places(office):
    """One page of each shape, as the first role that finds it sees it."""
    found = {}
    for role in ("",) + ROLES:
        visitor = office.visitor(role)
        crawler = Crawler(visitor)
        crawler.each_shape = 1
        crawler.walk()
        for shape, path in crawler.pages.items():
            found.setdefault(shape, Place(shape, path, visitor))
    return list(found.values())


@pytest.fixture(scope="session")
def look(places, looking):
    """Runs a check on every page and answers what it found, each with its page."""

    def look(check, **circumstances):
        found = []
        by_visitor = {}
        for place in places:
            by_visitor.setdefault(id(place.visitor), []).append(place)
        for group in by_visitor.values():
            with looking.page(group[0].visitor, **circumstances) as page:
                for place in group:
                    page.goto(page.site + place.path)
                    found += [f"{place.path}: {problem}" for problem in check(page)]
        return found

    return look
