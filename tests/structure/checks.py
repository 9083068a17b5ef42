"""A list of named checks that tap.report() prints."""

import os

# Whether a test asks all that it can, as in `tools/test --all`, or a share that says the same of each kind.
WHOLE = os.environ.get("CHANCERY_TESTS") == "whole"


def share(cases, every):
    """All cases, or one in so many; that number should share no factor with those that the cases are made of."""
    return list(cases)[::1 if WHOLE else every]


class Checks(list):
    def point(self, fine, name, *details):
        """Adds a check; the details are shown when it is not fine, as it never is where the library complained of the program."""
        lines = [line for detail in details for line in str(detail).splitlines()]
        fine = fine and not any("-CRITICAL **" in line for line in lines)
        self.append((name, [] if fine else lines or ["it does not hold"]))

    def skip(self, name, reason):
        self.append((f"{name} # SKIP {reason}", []))
