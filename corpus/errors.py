"""The exceptions that a user is meant to read."""


class DualuseError(Exception):
    """A fault the user can mend: one sentence that says what, which value, and what to do.

    The command line prints it as `Error: …` and exits with status 1; anything else is a bug and
    keeps its traceback.
    """


class UsageError(DualuseError):
    """A command line that contradicts itself, whatever the files hold: exit status 2."""
