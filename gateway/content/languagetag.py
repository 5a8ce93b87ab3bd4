"""BCP 47 language tags, as front matter and configurations write them."""

import re
from functools import lru_cache

from gateway.content.matter import nodes
from gateway.content.matter.nodes import Mapping, Node

SITE_KEYS = (
    *("lang", "locale", "languageCode", "language", "default_lang", "default_language"),
    "defaultContentLanguage",
)

# https://www.rfc-editor.org/rfc/rfc5646#section-2.1, as far as blogs go.
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?P<variants>(?:-[a-z0-9]{5,8}|-[0-9][a-z0-9]{3})*)(?P<rest>(?:-[a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?)"
)
ENCODING = re.compile(r"[.@].*", re.DOTALL)  # en_US.UTF-8
LONGEST = 60
# Countries taken for languages, and names that ISO 639 has withdrawn.
MEANT = {
    "cn": "zh", "cz": "cs", "in": "id", "iw": "he", "ji": "yi", "jp": "ja", "jw": "jv", "mo": "ro",
}  # fmt: skip
# ISO 639-1.
LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
    ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk
    tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905 - 183 strings would be 20 lines
)


@lru_cache(1_000)
def canonical(written: str) -> str | None:
    """The tag in its canonical case; None if it is no tag. `ja_JP.UTF-8` is `ja-JP`."""
    plain = ENCODING.sub("", written.strip()).replace("_", "-").lower()
    match = TAG.fullmatch(plain)
    if match is None:
        return None
    language = MEANT.get(match["language"], match["language"])
    if len(language) == 2 and language not in LANGUAGES:  # noqa: PLR2004
        return None
    parts = [language]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["variants"] + match["rest"]


def of(written: Node | None) -> str | None:
    """The tag that a field holds, the first one of a list."""
    text = nodes.text(written[0] if isinstance(written, list) and written else written)
    return canonical(text) if text and len(text) <= LONGEST else None


def of_site(settings: Mapping) -> tuple[str, ...]:
    """The tags that a site's configuration names, its usual one first."""
    named = (nodes.find(settings, (key,), caseless=True) for key in SITE_KEYS)
    usual = (of(found[1]) for found in named if found)
    listed = settings.get("languages")
    tags = map(canonical, listed) if isinstance(listed, dict) else ()
    if isinstance(listed, list):
        tags = map(of, listed)
    return tuple(tag for tag in (*usual, *tags) if tag)
