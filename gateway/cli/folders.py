"""Which folder and which database are meant."""

from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path

from gateway.content.site import Site, open_site

SAMPLE = Path(__file__).parent.parent / "sample"


def usual_folder() -> Path | None:
    """What is meant in the folder of a blog, where none is named."""
    places = (Path("_posts"), Path("content"))
    return next((place for place in places if place.is_dir()), None)


def site(folder: Path, dialect: str | None, collections: str) -> Site:
    """The site in the folder. Raises `ContentError` where there is none, or no such dialect."""
    return open_site(folder, dialect, names(collections))


def names(text: str) -> tuple[str, ...]:
    """The names in an option that takes several, separated by commas."""
    return tuple(name for part in text.split(",") if (name := part.strip()))


def cached_database(folder: Path) -> Path:
    """The database of a folder in the user's cache directory, which is made if need be."""
    resolved = folder.resolve()
    digest = blake2b(str(resolved).encode(), digest_size=8).hexdigest()
    cache = user_cache_path("content-gateway", ensure_exists=True)
    return cache / f"{resolved.name}-{digest}.db"
