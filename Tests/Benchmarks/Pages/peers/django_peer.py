"""The list of agreements in Django, with the middleware that a new project has."""

import re

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.shortcuts import render
from django.urls import path

import listing

settings.configure(
    SECRET_KEY="for a benchmark on the loopback",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": f"file:{listing.REGISTER}?mode=ro",
            "OPTIONS": {"uri": True},
            "CONN_MAX_AGE": None,
        }
    },
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    TEMPLATES=[
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [listing.FOLDER]}
    ],
)
django.setup()

# Django writes parameters as %(day)s.
LIST = re.sub(r":(\w+)", r"%(\1)s", listing.LIST.replace("%", "%%"))


def agreements(request):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(listing.COUNT)
        total = cursor.fetchone()[0]
        cursor.execute(LIST, listing.PARAMETERS)
        rows = cursor.fetchall()
    lines = [listing.line(row) for row in rows]
    return render(request, "list.html", {"total": total, "lines": lines})


urlpatterns = [path("agreements", agreements)]
app = get_wsgi_application()
