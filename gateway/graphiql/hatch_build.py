"""Builds the IDE's bundle with every wheel and editable install, where Node and npm are there."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class GraphiQLBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # hatchling's
        bundle = load_build_module()
        try:
            bundle.build()
        except (bundle.BuildError, OSError) as error:
            sys.stderr.write(f"GraphiQL is not built: {error}. Later: {bundle.COMMAND}\n")


def load_build_module() -> ModuleType:
    """By its path: in hatchling's isolated environment there is no `gateway` to import."""
    path = Path(__file__).with_name("build.py")
    spec = importlib.util.spec_from_file_location("graphiql_build", path)
    assert spec is not None  # noqa: S101  # a .py file always has one
    assert spec.loader is not None  # noqa: S101
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
