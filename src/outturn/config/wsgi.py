"""The WSGI door of Django. `outturn serve` stands in front of it (`config.door`); another server may too.

A page holds a thread, so it may wait for the database half a minute at most; a command may take longer.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outturn.config.settings")
os.environ.setdefault("OUTTURN_DATABASE_SECONDS", "25")
application = get_wsgi_application()
