"""What the tests are given: an office, its pages, and a browser that looks at them."""

from contextlib import contextmanager

import pytest

from crawler import Crawler
from desk import Desk
from looking import NARROW, WIDE, browsers  # noqa: F401
from office import ROLES, Office


def nothing(found):
    """Fails with every sentence of a list, if there is one."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


@pytest.fixture(scope="session")
def office_of():
    """The offices that tests read from and do not write to, one for each language."""
    offices = {}

    def office_of(language):
        if language not in offices:
            offices[language] = Office(language)
        return offices[language]

    yield office_of
    for office in offices.values():
        office.close()


@pytest.fixture(scope="session")
def office(office_of):
    return office_of("nb")


@pytest.fixture
def own_office():
    """An office of the test's own, to write to."""
    office = Office()
    yield office
    office.close()


@pytest.fixture(scope="session")
def looking():
    with browsers() as looking:
        yield looking


@pytest.fixture
def at_work(looking):
    """Sits somebody down before a browser, in an office of the test's own."""
    offices = []

    @contextmanager
    def at_work(language, width, scripts, office=None, now=None):
        if office is None:
            office = Office(language, now)
            offices.append(office)
        stranger = office.visitor("")
        with looking.page(stranger, language, width, scripts=scripts) as page:
            yield Desk(office, page)

    yield at_work
    for office in offices:
        office.close()


class Place:
    """A page of the site, and somebody who may see it."""

    def __init__(self, shape, path, role):
        self.shape = shape
        self.path = path
        self.role = role


# Who together see nearly every page: a stranger, who works with agreements, who runs the rest.
FEW = ("", "regional_director", "administrator")


def places_of(office, roles):
    """One page of each shape, as the first role that finds it sees it."""
    found = {}
    for role in roles:
        crawler = Crawler(office.visitor(role))
        crawler.each_shape = 1
        crawler.walk()
        for shape, path in crawler.pages.items():
            found.setdefault(shape, Place(shape, path, role))
    return list(found.values())


@pytest.fixture(scope="session")
def places(office):
    return places_of(office, FEW)


@pytest.fixture(scope="session")
def all_places(office):
    """As every role: what only some see is there as well."""
    return places_of(office, ("",) + ROLES)


def listened_to(page):
    """A list to which what the page complains of, and what it asks others for, is added."""
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on(
        "request",
        lambda request: request.url.startswith((page.site, "data:"))
        or told.append(f"asks for {request.url}"),
    )
    return told


@pytest.fixture(scope="session")
def look(looking, office_of):
    """Runs a check on pages and answers what it found, each with its page.

    Whatever the check is, a page that breaks its own security policy, or asks others for anything,
    is found as well.
    """

    def look(places, check, language="nb", **circumstances):
        found = []
        by_role = {}
        for place in places:
            by_role.setdefault(place.role, []).append(place)
        for role, group in by_role.items():
            visitor = office_of(language).visitor(role)
            with looking.page(visitor, language, **circumstances) as page:
                told = listened_to(page)
                for place in group:
                    answer = page.goto(page.site + place.path)
                    if "default-src" not in answer.headers.get("content-security-policy", ""):
                        told.append("has no policy")
                    found += [f"{place.path}: {problem}" for problem in check(page) + told]
                    told.clear()
        return found

    return look
