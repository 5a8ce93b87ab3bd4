"""What is imported, and when."""

import subprocess
import sys

COMMAND = """
import sys
import gateway.cli.main
from gateway.text.cutting import cut

def imported():
    return sorted({"budoux", "regex"} & sys.modules.keys())

print(imported())
cut("only words", 5)
print(imported())
cut("日本語の文章です", 5)
print(imported())
cut("e\u0301" * 9, 5)
print(imported())
"""


def test_a_library_is_imported_when_a_text_needs_it() -> None:
    done = subprocess.run(  # noqa: S603 - ours
        [sys.executable, "-c", COMMAND], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["[]", "[]", "['budoux']", "['budoux', 'regex']"]
