"""Takes pictures of every page, to be looked at.

  pictures.py FOLDER [PATH …]

With paths, of those only. Files are named by address, width, scheme and language.
"""

import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from looking import CHROMIUM, FLAGS, NARROW, WIDE, Looking
from crawler import Crawler
from office import ROLES, Office

# What is below is more of the same.
TALLEST = 2000
LOOKS = (("nb", WIDE, "light"), ("nb", NARROW, "light"), ("nn", WIDE, "dark"))


def places(office, wanted):
    """Of each shape a page and its role; of the wanted paths the first role that may see them."""
    found = {}
    for role in ROLES:
        visitor = office.visitor(role)
        if wanted:
            for path in wanted:
                if path not in found and visitor.get(path).status == 200:
                    found[path] = (path, role)
            continue
        crawler = Crawler(visitor)
        crawler.each_shape = 1
        crawler.walk()
        for shape, path in crawler.pages.items():
            found.setdefault(shape, (path, role))
    return sorted(found.values())


def main(folder, wanted):
    Path(folder).mkdir(parents=True, exist_ok=True)
    offices = {language: Office(language) for language in {each[0] for each in LOOKS}}
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            looking = Looking(browser, browser)
            for path, role in places(offices["nb"], wanted):
                name = re.sub(r"[^\w=-]+", "_", path).strip("_")[:80] or "start"
                for language, width, scheme in LOOKS:
                    visitor = offices[language].visitor(role)
                    with looking.page(visitor, language, width, scheme) as page:
                        page.goto(page.site + path)
                        file = f"{folder}/{name}-{width}-{scheme}-{language}.png"
                        height = page.evaluate("document.documentElement.scrollHeight")
                        clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
                        page.screenshot(path=file, full_page=True, clip=clip)
                print(f"{path} as {role}")
            browser.close()
    finally:
        for office in offices.values():
            office.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
