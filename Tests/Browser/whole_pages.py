"""What holds for every page that there is, in every language, width and scheme."""

import pytest

import checks
from conftest import NARROW, nothing

LANGUAGES = ("nb", "nn", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_one_heading_a_skip_link_and_the_statement(look, all_places, language):
    def check(page):
        spoken = page.evaluate("document.documentElement.lang")
        wrong = [] if spoken == language else [f"says that it is in «{spoken}», not {language}"]
        return wrong + checks.landmarks(page)

    nothing(look(all_places, check, language=language))


@pytest.mark.parametrize("width", (1280, NARROW))
@pytest.mark.parametrize("scheme", ("light", "dark"))
def test_axe_finds_nothing(look, all_places, scheme, width):
    nothing(look(all_places, checks.axe, scheme=scheme, width=width))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_box_on_a_narrow_screen(look, all_places, language):
    nothing(look(all_places, checks.overflowing, language=language, width=NARROW))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_leaves_its_box_with_text_of_double_size(look, all_places, language):
    def check(page):
        size = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
        small = [] if size >= 28 else [f"keeps its text at {size} px"]
        return small + checks.overflowing(page)

    nothing(look(all_places, check, language=language, large_text=True))


def test_the_focus_is_seen_wherever_it_is(look, all_places):
    nothing(look(all_places, checks.focus))
    nothing(look(all_places, checks.focus, scheme="dark", width=NARROW))


def test_dark_pages_are_dark(look, all_places):
    def check(page):
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        parts = [float(part) for part in colour.strip("rgba()").split(",")[:3]]
        return [] if len(parts) == 3 and max(parts) < 80 else [f"is {colour} in the dark"]

    nothing(look(all_places, check, scheme="dark"))
