"""Where a text may be broken: at the end of a sentence, of a clause, of a word.

Positions count code points. They may lie in a grapheme cluster, as the rules look at single
characters.
"""

import re
from collections.abc import Iterator
from itertools import chain

from gateway.text import phrases

BLANKS = " \t\n\r\f\v\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000"
"""What separates words, for a pattern. No-break spaces do not, so `12 km` can stay together."""

OPENING = "「『（［｛〈《【〔〖〘｢([{¿¡〝„"
_CLOSING = r"」』）］｝〉》】〕〗〙｣)\]}”’›»〟"
_QUOTED = _CLOSING + "\"'“‘"  # “ closes in German what „ has opened

# A run of signs is looked at where it begins, so that a long one is read once.
_SIGNS = "。！？｡!?"
# In Japanese a sentence may end within another: 「行こう。」と言った. These go on with the outer
# one, unless they begin a word of the next: とても, はい, もう, でも, なぜ.
_AFTER_QUOTE = "[っをがにの、，]|と(?![てこ])|は(?![いじ])|も(?![うし])|で(?![もは])|な(?!ぜ)"
_AFTER_SIGN = "[、，]|と[い言思聞答叫書呼]|って"
_FULL_WIDTH = (
    rf"(?<![{_SIGNS}])(?:[。！？｡]|．(?!\d)|(?<=[ぁ-鿿])[!?])[{_SIGNS}]*+[\ufe00\ufe01]?+"
    f"(?:[{_CLOSING}]++(?!{_AFTER_QUOTE})|(?![{_CLOSING}]|{_AFTER_SIGN}))"
)
_SPACED = rf"(?:(?<![!?])[!?]|[؟۔।॥։።។]|(?<!\.)\.)[!?]*+[{_QUOTED}]*+"
_SENTENCE = re.compile(rf"{_FULL_WIDTH}|{_SPACED}(?=[{BLANKS}]+([^{BLANKS}]))")
_SPACED_END = re.compile(f"{_SPACED}(?=[{BLANKS}])")
_ABBREVIATION = re.compile(
    r"(?:(?<![^\W\d_])[^\W\d_]|(?<![\w.,])\d{1,2}"  # initials, `z. B.`, `am 3. Mai`
    r"|\b(?:Mrs?|Ms|Drs?|Prof|St|Sr|Jr|vs|etc|al|cf|pp|ca|approx|Nos?|Vol|Fig|Inc|Ltd|Co|Corp"
    r"|bzw|usw|vgl|Abb|Abs|Nr|Str|Hr|Fr|evtl|ggf|sog|Mio|Mrd|Mme|Mlle|env|art|Sra?))\Z"
)

_CLAUSE = re.compile(rf"[、，；：､](?!\d)|[,;:،؛](?=[{BLANKS}])|[{BLANKS}][–—-](?=[{BLANKS}])")

# Scripts that write no blanks between words, and signs that stand between words without them.
_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u2014\u2600-\u27bf\u2e80-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uffef\U0001f000-\U0003ffff"
)
_BLANK = re.compile(f"[{BLANKS}]")
_IN_WORD = re.compile(f"[^{BLANKS}{_UNSPACED}]{{2}}")
_IN_LOANWORD = re.compile("[ァ-ヺー]{2}")

# What may not begin a line in Japanese, Chinese, Thai and Lao: https://www.w3.org/TR/jlreq
_NOT_FIRST = re.compile(
    rf"[、。，．・：；！？､｡･ゝゞヽヾ々〻ー〜～‥…％°,.;:!?%{_CLOSING}"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u0e2f-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec6-\u0ecd]"
)
# What may not end one; Thai and Lao write some vowels before their consonant.
_NOT_LAST = re.compile(rf"[￥＄＃\u0e40-\u0e44\u0ec0-\u0ec4{re.escape(OPENING)}]")

LOOKED_AROUND = 8
"""How many characters before and behind the end of a sentence tell whether it is one."""

PHRASE_BEFORE = 20
"""In how many characters the end of a phrase is looked for: few phrases are longer."""

PHRASE_BEHIND = 3
"""How many characters behind a place tell whether a phrase ends there."""


def sentences(text: str, start: int, stop: int) -> Iterator[int]:
    """Where sentences end, after `start` and up to `stop`; quotes and brackets that close count in.

    The last sentence of the text is not among them where blanks would show its end.
    """
    for match in _SENTENCE.finditer(text, start, stop + LOOKED_AROUND):
        if match.end() > stop:
            return
        follows = match[1]
        if follows and (follows.islower() or _is_abbreviated(text, match)):
            continue
        yield match.end()


def _is_abbreviated(text: str, end: re.Match[str]) -> bool:
    start = max(0, end.start() - LOOKED_AROUND)
    return end[0] == "." and bool(_ABBREVIATION.search(text, start, end.start()))


def is_spaced_end(text: str, position: int) -> bool:
    """Whether there is a blank, behind a full stop or another sign that wants one behind it."""
    start = max(0, position - LOOKED_AROUND)
    ends = _SPACED_END.finditer(text, start, position + 1)
    return any(match.end() == position for match in ends)


def clauses(text: str, start: int, stop: int) -> Iterator[int]:
    """Where clauses end, from `start` up to `stop`, each before the sign that ends it."""
    for match in _CLAUSE.finditer(text, start, stop + LOOKED_AROUND):
        if match.start() > stop:
            return
        yield match.start()


def word(text: str, stop: int) -> int:
    """The last place up to `stop` at which a word or a phrase ends; 0 where there is none."""
    while stop and _IN_WORD.match(text, stop - 1):
        stop -= 1
    if not stop or _BLANK.match(text, stop) or _BLANK.match(text, stop - 1):
        return stop
    start = max(0, stop - PHRASE_BEFORE)
    places = range(stop, start, -1)
    candidates = chain(
        reversed(phrases.ends(text, start, stop + PHRASE_BEHIND)),
        (place for place in places if not _IN_LOANWORD.match(text, place - 1)),
        places,
    )
    fit = (place for place in candidates if place <= stop and _may_break(text, place))
    return next(fit, stop)


def _may_break(text: str, position: int) -> bool:
    return not (
        _IN_WORD.match(text, position - 1)
        or _NOT_FIRST.match(text, position)
        or _NOT_LAST.match(text, position - 1)
    )
