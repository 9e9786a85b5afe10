"""What axe-core says about a page, in sentences."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

QUICK = Axe()


def violations(page: Page) -> list[str]:
    """Every accessibility rule that the page breaks, with the elements that break it; all of axe's rules, best practice
    too. Empty when there is nothing to put right."""
    found = QUICK.run(page).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {each['help']}: "
        + "; ".join(node["html"][:160] for node in each["nodes"][:5])
        for each in found
    ]
