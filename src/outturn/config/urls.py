"""Every address of the site. They are read aloud and put in minutes: keep them short, and keep them."""

from django.urls import path

from outturn.web.about import views as about
from outturn.web.account import views as account
from outturn.web.commentary import views as commentary
from outturn.web.data import views as data
from outturn.web.data import withdrawing
from outturn.web.indicator import views as indicator
from outturn.web.load import views as load
from outturn.web.method import views as method
from outturn.web.outcomes import views as outcomes
from outturn.web.packs import views as packs
from outturn.web.ranks import views as ranks
from outturn.web.scorecard import views as scorecard
from outturn.web.today import views as today

urlpatterns = [
    path("", today.today, name="today"),
    path("scorecard", scorecard.scorecard, name="scorecard"),
    path("scorecard/<slug:framework>", scorecard.scorecard, name="scorecard-framework"),
    path("scorecard/<slug:framework>.csv", scorecard.download, name="scorecard-csv"),
    path("outcomes", outcomes.outcomes, name="outcomes"),
    path("outcomes/<slug:framework>.csv", outcomes.download, name="outcomes-csv"),
    path("outcomes/<slug:framework>", outcomes.outcomes, name="outcomes-framework"),
    path("indicators/<slug:indicator>", indicator.indicator, name="indicator"),
    path("indicators/<slug:indicator>/<slug:area>", indicator.indicator, name="indicator-area"),
    path("ranks", ranks.ranks, name="ranks"),
    path("packs", packs.packs, name="packs"),
    path("packs/<slug:pack>", packs.pack, name="pack"),
    path("packs/<slug:pack>/editions.csv", packs.download_editions, name="editions-csv"),
    path("packs/<slug:pack>/<slug:edition>", packs.edition, name="edition"),
    path("packs/<slug:pack>/<slug:edition>/<str:name>", packs.file, name="edition-file"),
    path("data", data.data, name="data"),
    path("data/releases.csv", data.download_releases, name="releases-csv"),
    path("data/releases/<int:number>.csv", data.download_release, name="release-csv"),
    path("data/releases/<int:number>", data.release, name="data-release"),
    path("data/releases/<int:number>/withdraw", withdrawing.withdraw, name="release-withdraw"),
    path("data/findings", data.checks, name="findings"),
    path("data/findings.csv", data.download_findings, name="findings-csv"),
    path("data/findings/<int:finding>/accept", data.accept, name="finding-accept"),
    path("data/bring-in", load.upload, name="upload"),
    path("data/held", load.list_held, name="held-all"),
    path("data/held/<int:number>", load.answer, name="held"),
    path("data/held/<int:number>/places.csv", load.places, name="held-places"),
    path("commentary/<slug:framework>/<slug:indicator>/new", commentary.new, name="commentary-new"),
    path("commentary/<slug:ident>", commentary.edit, name="commentary-edit"),
    path("method", method.method, name="method"),
    path("method/ratings", method.ratings, name="method-ratings"),
    path("method/charts", method.charts, name="method-charts"),
    path("method/as-known", method.time, name="method-as-known"),
    path("method/suppression", method.suppression, name="method-suppression"),
    path("about", about.about, name="about"),
    path("accessibility", about.accessibility, name="accessibility"),
    path("privacy", about.privacy, name="privacy"),
    path("contact", about.contact, name="contact"),
    path("sign-in", account.sign_in, name="sign-in"),
    path("sign-out", account.sign_out, name="sign-out"),
]

handler400 = "outturn.web.errors.not_read"
handler403 = "outturn.web.errors.not_allowed"
handler404 = "outturn.web.errors.not_found"
handler500 = "outturn.web.errors.say_failed"
