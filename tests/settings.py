"""The site's own settings, in a home folder that lives as long as the tests. DATABASE_URL chooses PostgreSQL."""

import atexit
import os
import shutil
import tempfile

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop running beside the tests
os.environ["OUTTURN_HOME"] = tempfile.mkdtemp(prefix="outturn-test-")
atexit.register(shutil.rmtree, os.environ["OUTTURN_HOME"], ignore_errors=True)

from outturn.config.settings import *  # noqa: E402, F403
from outturn.config.settings import STORAGES  # noqa: E402

STATIC_ROOT.mkdir()  # noqa: F405
# Tests sign in often and serve files that nobody collected.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}

# A real file, so that SQLite locks as it does on a site (pytest-xdist gives each worker its own name).
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["OUTTURN_HOME"], "test.sqlite3")}  # noqa: F405
