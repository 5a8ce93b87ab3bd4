"""A language with its territory, as Open Graph wants it: `ja_JP`.

https://ogp.me/#optional and https://developers.facebook.com/docs/internationalization
"""

# Where a language has another code than the country that most of its readers live in. Of the
# others, such as de, fr and it, the country has the same.
USUAL = {
    "ar": "AR", "bn": "IN", "ca": "ES", "cs": "CZ", "cy": "GB", "da": "DK", "el": "GR", "en": "US",
    "et": "EE", "eu": "ES", "fa": "IR", "ga": "IE", "gl": "ES", "he": "IL", "hi": "IN", "hy": "AM",
    "ja": "JP", "ka": "GE", "kk": "KZ", "km": "KH", "ko": "KR", "lo": "LA", "mr": "IN", "ms": "MY",
    "my": "MM", "nb": "NO", "ne": "NP", "nn": "NO", "no": "NO", "sl": "SI", "sq": "AL", "sr": "RS",
    "sv": "SE", "sw": "KE", "ta": "IN", "te": "IN", "uk": "UA", "ur": "PK", "vi": "VN", "zh": "CN",
}  # fmt: skip
SAME = frozenset("bg de es fi fr hr hu id is it lt lv mk mn nl pl pt ro ru sk th tr".split())  # noqa: SIM905 - one line for 22
SCRIPTS = {"Hans": "CN", "Hant": "TW"}
LATIN_AMERICA = {"419": "LA"}


def with_territory(locale: str) -> str:
    """A BCP 47 tag with the territory that it names, else that of most who read the language.

    The language alone where no territory is known.
    """
    language, *rest = locale.split("-")
    named = next((LATIN_AMERICA.get(part, part) for part in rest if _is_territory(part)), None)
    by_script = next((SCRIPTS[part] for part in rest if part in SCRIPTS), None)
    usual = language.upper() if language in SAME else USUAL.get(language)
    territory = named or by_script or usual
    return f"{language}_{territory}" if territory else language


def _is_territory(part: str) -> bool:
    return part in LATIN_AMERICA or (len(part) == 2 and part.isupper())  # noqa: PLR2004
