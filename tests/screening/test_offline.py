"""No command asks the network for anything."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

WITHOUT_SOCKETS = """
import socket

class NoSocket:
    def __init__(self, *_, **__):
        raise AssertionError("a socket was opened")

def refuse(*_, **__):
    raise AssertionError("a name was looked up")

socket.socket = NoSocket
socket.create_connection = socket.getaddrinfo = refuse
products, policy, catalogue, document = sys.argv[1:]
from dualuse.cli import main

for arguments in (
    ["label", catalogue, "--json", "--model", products],
    ["explain", "gyroscope 0.01 deg/h", "--json", "--model", products],
    ["triage", document, "--json", "--model", policy],
    ["summarize", document, "--json", "--model", policy],
):
    sys.argv = ["dualuse", *arguments]
    try:
        main()
    except SystemExit as stop:
        assert not stop.code, arguments
"""


def test_commands_work_without_sockets(
    write_csv: Callable[..., Path],
    notices: Path,
    product_folder: Path,
    policy_folder: Path,
    start_program: Callable[..., "subprocess.Popen[str]"],
) -> None:
    catalogue = write_csv("id,text", "1,oak chair")
    document = notices / "high.txt"
    arguments = (product_folder, policy_folder, catalogue, document)
    with start_program(WITHOUT_SOCKETS, *arguments) as process:
        out, err = process.communicate()
    assert process.returncode == 0, err
    assert len([json.loads(line) for line in out.splitlines()]) == 4
