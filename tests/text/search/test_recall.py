"""Whatever stands in a Japanese text is found by any part of it."""

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.text.search import runs
from tests.text.search.index import Index

DENSE = re.compile(f"[{runs.DENSE}]+")

TEXTS = [
    "サーバーの設定を見なおした。メールサーバ（ﾒｰﾙｻｰﾊﾞｰ）も、データーベースも！",
    "東京都の㈱山々商事は、非課税枠で投資をはじめる。〆切は二〇二四年。",
    "ハード・ロックとﾌﾟﾛｸﾞﾚｯｼﾌﾞ･ﾛｯｸ、ブロック崩しのゲーム。スーパーコンピューター",
    "AI時代の学び方―GPT-4とQwen2.5、C#で書く人々へ。5㌔を歩いた。",
    "すみっこでくらすねこ、ねこがすきなひと。きゃりーぱみゅぱみゅ、カ\u3099ギグケ゜ゲ",
    "𠮷野家と葛\U000e0100飾区、髙島屋と高島屋。ー・ーー・ーーー",
]


def parts(text: str) -> list[str]:
    """The stretches of dense scripts in the NFKC form of a text."""
    return DENSE.findall(unicodedata.normalize("NFKC", text))


def having(texts: list[str], term: str) -> set[int]:
    return {place for place, text in enumerate(texts) if any(term in part for part in parts(text))}


def test_every_part_of_a_text_finds_it() -> None:
    index = Index(TEXTS)
    terms = {
        part[start:stop]
        for text in TEXTS
        for part in parts(text)
        for start in range(len(part))
        for stop in range(start + 1, len(part) + 1)
    }
    missed = {term: having(TEXTS, term) - set(index.strict(term)) for term in terms}
    assert len(terms) > 600
    assert {term: places for term, places in missed.items() if places} == {}


@st.composite
def texts_and_a_term(draw: st.DrawFn) -> tuple[list[str], str]:
    """Texts of few characters, so that many terms are in several, and a part of one."""
    alphabet = "東京都々アイウパーｰｱﾊﾟﾞあぱ゛・･、 \nA1𠮷〆㈱㌔\u3099\U000e0100"
    texts = draw(st.lists(st.text(alphabet, min_size=1, max_size=12), min_size=1, max_size=12))
    found = [part for text in texts for part in parts(text)] or ["東京"]
    part = draw(st.sampled_from(found))
    start = draw(st.integers(0, len(part) - 1))
    stop = draw(st.integers(start + 1, len(part)))
    return texts, part[start:stop]


@given(texts_and_a_term())
@settings(max_examples=300, deadline=None)
def test_a_term_finds_all_texts_that_have_it(drawn: tuple[list[str], str]) -> None:
    texts, term = drawn
    assert having(texts, term) - set(Index(texts).strict(term)) == set()
