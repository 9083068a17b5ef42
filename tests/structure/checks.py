"""A list of named checks that tap.report() prints."""


class Checks(list):
    def point(self, fine, name, *details):
        """Adds a check; the details are shown when it is not fine."""
        lines = [line for detail in details for line in str(detail).splitlines()]
        self.append((name, [] if fine else lines or ["it does not hold"]))

    def skip(self, name, reason):
        self.append((f"{name} # SKIP {reason}", []))
