"""The orders of lists: how each is called among the others, and what the sentence over the rows says of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    """`choice` stands in the list of orders; `words` and `reverse_words` in the sentence over the rows."""

    choice: str
    words: str
    reverse_words: str

    def say(self, reverse: bool) -> str:
        return self.reverse_words if reverse else self.words


def lead_with(best: str, last: str, choice: str = "") -> Order:
    """`worst rating first`, and reversed `best rating first`."""
    return Order(choice or best.capitalize(), f"{best} first", f"{last} first")


def follow(choice: str, words: str) -> Order:
    """`by name`, and reversed `by name, from the end`."""
    return Order(choice, words, f"{words}, from the end")


FRAMEWORK = follow("Framework order", "in the order of the framework")
NAME = follow("Name", "by name")
PLACE = follow("Place", "by place")
WORKSTREAM = follow("Lead workstream", "by lead workstream")
RATING = lead_with("worst rating", "best rating")
FROM_PLAN = lead_with("furthest from plan", "on plan")
OFF_TARGET = lead_with("furthest off target", "on target")
MOVEMENT = lead_with("getting worse", "getting better")
URGENCY = lead_with("most urgent", "least urgent")
RANK = lead_with("worst rank", "best rank")
AGE = lead_with("oldest figure", "newest figure")
NEWEST = lead_with("newest", "oldest")
FIGURES = lead_with("most figures", "fewest figures")
RESTATED = lead_with("most restated", "fewest restated")
WORST = lead_with("worst", "least bad", "Worst first")
BEST_RANK = Order("Rank", "table by table, the best rank first", "table by table, the worst rank first")
