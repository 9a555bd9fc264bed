"""What holds for every page that there is, in Bokmål: the rest is in whole_pages.py."""

import checks
from conftest import NARROW, nothing


def sound(page):
    """All that can be told of a page that was loaded once: wide and narrow, light and dark."""
    found = checks.landmarks(page) + checks.axe(page)
    page.emulate_media(color_scheme="dark")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    parts = [float(part) for part in colour.strip("rgba()").split(",")[:3]]
    if max(parts) > 80:
        found.append(f"is {colour} in the dark")
    found += [f"dark: {each}" for each in checks.axe(page)]
    page.set_viewport_size({"width": NARROW, "height": 640})
    found += [f"narrow: {each}" for each in checks.overflowing(page)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


def test_every_page_is_sound_light_and_dark_wide_and_narrow_and_keeps_its_security_policy(look, places):
    nothing(look(places, sound))
