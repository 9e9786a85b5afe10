"""The WSGI door: `gunicorn outturn.config.wsgi`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outturn.config.settings")
application = get_wsgi_application()
