"""How many cores this process may use."""

import os


def usable_cores() -> int:
    """The cores that the system lets this process run on; all there are where it does not say."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
