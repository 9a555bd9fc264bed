"""What holds for every page that there is."""

import pytest

import checks
from conftest import NARROW, nothing

LANGUAGES = ("nb", "nn", "en")




@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_one_heading_a_skip_link_and_the_statement(look, language):
    def check(page):
        spoken = page.evaluate("document.documentElement.lang")
        wrong = [] if spoken == language else [f"says that it is in «{spoken}», not {language}"]
        return wrong + checks.landmarks(page)

    nothing(look(check, language=language))


@pytest.mark.parametrize("width", (1280, NARROW))
@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_axe_finds_nothing(look, scheme, width):
    nothing(look(checks.axe, scheme=scheme, width=width))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_box_on_a_narrow_screen(look, language):
    nothing(look(checks.overflowing, language=language, width=NARROW))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_box_with_text_of_double_size(look, language):
    def check(page):
        size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        small = [] if size >= 28 else [f"keeps its text at {size} px"]
        return small + checks.overflowing(page)

    nothing(look(check, language=language, large_text=True))


def test_the_focus_is_seen_wherever_it_is(look):
    nothing(look(checks.focus))
    nothing(look(checks.focus, scheme="dark", width=NARROW))


def test_no_page_breaks_its_own_security_policy_or_asks_others_for_anything(
    places, looking, office
):
    found = []
    for place in places:
        with looking.page(office.visitor(place.role)) as page:
            page.on("console", lambda message: found.append(f"{place.path}: {message.text}"))
            page.on("pageerror", lambda error: found.append(f"{place.path}: {error}"))
            page.on(
                "request",
                lambda request: request.url.startswith((page.site, "data:"))
                or found.append(f"{place.path} asks for {request.url}"),
            )
            answer = page.goto(page.site + place.path)
            if "default-src" not in answer.headers.get("content-security-policy", ""):
                found.append(f"{place.path} has no policy")
    nothing(found)


def test_dark_pages_are_dark(look):
    def check(page):
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        parts = [float(part) for part in colour.strip("rgba()").split(",")[:3]]
        return [] if len(parts) == 3 and max(parts) < 80 else [f"is {colour} in the dark"]

    nothing(look(check, scheme="dark"))
