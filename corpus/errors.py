"""The one exception that a user is meant to read."""


class DualuseError(Exception):
    """A fault the user can mend: one sentence that says what, which value, and what to do.

    The command line prints it as `Error: …` and exits with status 1; anything else is a bug and
    keeps its traceback.
    """
