"""Steps that journeys share."""

from playwright.sync_api import Locator, Page


def follow(page: Page, what: Locator) -> None:
    """Click a link or a button that leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        what.click()
