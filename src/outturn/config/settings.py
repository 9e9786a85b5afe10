"""Django settings. Everything a site decides comes from the environment; the defaults suit one machine."""

import os
from ipaddress import ip_network
from pathlib import Path

import dj_database_url

from outturn.config.environment import parse_seconds, read_variable, split_commas

HOME = Path(os.environ.get("OUTTURN_HOME", "var")).resolve()
HOME.mkdir(parents=True, exist_ok=True)


def _secret() -> str:
    """The signing key: from the environment, else made once and kept in the home folder, readable by its owner."""
    if given := os.environ.get("OUTTURN_SECRET_KEY"):
        return given
    path = HOME / "secret-key"
    if not path.exists():
        from django.core.management.utils import get_random_secret_key

        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(get_random_secret_key())
    return path.read_text()


SECRET_KEY = _secret()
DEBUG = os.environ.get("OUTTURN_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("OUTTURN_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
BEHIND_TLS = os.environ.get("OUTTURN_TLS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("OUTTURN_ORIGINS", "").split(",") if origin]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Proxies whose X-Forwarded-For is believed: addresses or networks, with commas.
OUTTURN_PROXIES = read_variable(
    "OUTTURN_PROXIES", "", lambda written: [ip_network(each) for each in split_commas(written)], "10.0.0.4,10.1.0.0/16"
)

# Branding is configuration: no NHS logo by default.
OUTTURN_NAME = os.environ.get("OUTTURN_NAME", "Outturn")
OUTTURN_ORGANISATION = os.environ.get("OUTTURN_ORGANISATION", "")
OUTTURN_CONTACT = os.environ.get("OUTTURN_CONTACT", "")
OUTTURN_PRIVACY = os.environ.get("OUTTURN_PRIVACY", "")
OUTTURN_READING_IS_OPEN = os.environ.get("OUTTURN_READING", "open") == "open"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "outturn.records.audit",
    "outturn.records.sequence",
    "outturn.records.areas",
    "outturn.records.accounts",
    "outturn.records.catalogue",
    "outturn.records.observations",
    "outturn.records.assessments",
    "outturn.records.commentary",
    "outturn.records.findings",
    "outturn.records.reports",
    "outturn.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "outturn.web.gate.Gate",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_HANDLER = "outturn.web.account.lockout.Lockout"
AXES_CLIENT_IP_CALLABLE = "outturn.web.account.lockout.client_address"
AXES_FAILURE_LIMIT = 8  # for a name at an address; the other limits are Lockout's
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "username", "ip_address"]
AXES_COOLOFF_TIME = 1  # hours
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # else a guesser keeps others out for good
AXES_LOCKOUT_CALLABLE = "outturn.web.account.views.say_locked"
CSRF_FAILURE_VIEW = "outturn.web.errors.stale_form"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "today"

ROOT_URLCONF = "outturn.config.urls"
WSGI_APPLICATION = "outturn.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

OUTTURN_DATABASE_SECONDS = read_variable("OUTTURN_DATABASE_SECONDS", "600", parse_seconds, "25")
DATABASES = {
    "default": read_variable(
        "DATABASE_URL",
        f"sqlite:///{HOME / 'outturn.sqlite3'}",
        lambda url: dj_database_url.parse(url, conn_max_age=600),
        "postgres://outturn:password@localhost/outturn",
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Deferred transactions lose most concurrent writes; IMMEDIATE loses none (see docs/decisions).
    # 32 MB of pages are kept, so that the questions of one page do not each read the assessments again.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": min(20, OUTTURN_DATABASE_SECONDS),
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA cache_size=-32768;",
    }
else:
    # Compiling a question takes it half a second, more than any page asks for (decision 16).
    # Every wait has an end: see outturn.config.postgresql and docs/decisions.
    DATABASES["default"] |= {"ENGINE": "outturn.config.postgresql", "CONN_HEALTH_CHECKS": True}
    DATABASES["default"]["OPTIONS"] = DATABASES["default"].get("OPTIONS", {}) | {
        "connect_timeout": 5,
        "options": f"-c statement_timeout={OUTTURN_DATABASE_SECONDS}s -c lock_timeout=20s -c jit=off",
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,
    }

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [Path(__file__).parent.parent / "web" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "outturn.web.jinja.environment", "autoescape": True},
    },
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [Path(__file__).parent.parent / "web" / "static"]
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 300}}}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
