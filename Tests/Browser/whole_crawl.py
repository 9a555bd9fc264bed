"""Every link and every form, as every role."""

import pytest

from conftest import nothing
from crawler import Crawler
from office import ROLES


@pytest.mark.parametrize("role", ("",) + ROLES)
def test_every_link_leads_to_a_page_of_moderate_size(office, role):
    crawler = Crawler(office.visitor(role))

    crawler.walk()

    nothing(crawler.problems)
    assert len(crawler.pages) > (10 if role else 0)


@pytest.mark.parametrize("role", ROLES)
def test_every_form_is_answered_and_the_register_stays_sound(own_office, role):
    crawler = Crawler(own_office.visitor(role))
    crawler.each_shape = 1
    crawler.walk()
    crawler.problems = []

    crawler.send_forms()

    nothing(crawler.problems)
    assert crawler.forms
    assert own_office.check() == ""
