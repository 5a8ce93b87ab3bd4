import pytest

from gateway.text.search import folding, runs, stems, tokens
from gateway.text.search.tokens import Entry
from tests.text.search.index import Index


def test_an_english_post_has_words_and_stems() -> None:
    entry = tokens.entry(
        "Running C++", ["Well-known", "C#"], "", "It's 1,000 cafés — running", "en-GB"
    )
    assert entry == Entry(
        title="running c++",
        tags="well known · c#",
        excerpt="",
        body="it s 1000 cafes running",
        stems="·1 ·c ·en·c++ ·en·cafe ·en·known ·en·run ·en·well ·i ·k ·r ·s ·w",
        title_stems="·en·c++ ·en·run",
        words="",
    )


def test_a_japanese_post_has_pairs_and_whole_words() -> None:
    entry = tokens.entry("サーバー設定", ["投資"], "AI時代。", "ハード・ロックが1つ", "ja")
    assert entry == Entry(
        title="サー ーバ バー ー設 設定 定",
        tags="投資 資",
        excerpt="ai 時代 代",
        body="ハー ード ドロ ロッ ック クが が 1 つ",
        stems="·1 ·a ·が ·つ ·ク ·サ ·ッ ·ド ·ハ ·バ ·ロ ·ー",
        title_stems="",
        words="サーバ ハード ハードロック ロック 投資 時代 設定",
    )


def test_a_language_without_stems_has_none() -> None:
    assert tokens.entry("ภาษาไทย docs", [], "", "", "th").stems == "·d"


def test_the_pairs_of_many_stretches_are_those_of_each() -> None:
    text = folding.fold("東京、株。Qwen2.5のAI株は𠮷野家! C++　a\n\nサーバー・ルーム 한국어·ไทย 42")
    one_by_one = [
        token
        for run, is_dense in runs.of(text)
        for token in (tokens.of_dense(run) if is_dense else [run])
    ]
    assert tokens.entry("", [], "", text, "ja").body.split(" ") == one_by_one


@pytest.mark.parametrize("other", ["", "東京", "я"])
def test_long_words_are_cut_the_same_in_any_company(other: str) -> None:
    body = tokens.entry("", [], "", f"{'x' * 1000} {other}", "en").body
    assert body.split(" ")[0] == "x" * 64


def test_folding_a_folded_character_changes_nothing() -> None:
    folded = {folding.fold(chr(code)) for code in range(0x3_0000)}
    assert {text for text in folded if folding.fold(text) != text} == set()


def test_a_token_has_no_sign_that_the_index_splits_at() -> None:
    """Nor has a stem, whatever a stemmer does to a word."""
    every = "".join(map(chr, range(0x3_0000)))
    made = tokens.entry("", [], "", f"{every} {' '.join(every)}", "ja")
    splits = {chr(code) for code in range(0x80) if not chr(code).isalnum()} - set("+# ")
    assert splits.intersection(made.body + made.words) == set()


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en", "en"), ("en-GB", "en"), ("PT-br", "pt"), ("ja", None), ("", None), ("zh-Hans", None)],
)
def test_stems_go_by_the_language_of_a_tag(locale: str, language: str | None) -> None:
    assert stems.language(locale) == language


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de", ("Häuser", "Haus")),
        ("fr", ("nationales", "national")),
        ("es", ("canciones", "canción")),
        ("ru", ("новый", "новая")),
        ("el", ("άνθρωπος", "ανθρώπους")),
        ("ar", ("كتابان", "كتاب")),
        ("hi", ("लड़कियाँ", "लड़कियों")),
        ("tr", ("kitaplar", "kitap")),
    ],
)
def test_the_forms_of_a_word_find_each_other(locale: str, words: tuple[str, str]) -> None:
    assert [
        Index([words[0]], locale).strict(words[1]),
        Index([words[1]], locale).strict(words[0]),
    ] == [
        [0],
        [0],
    ]


def test_what_begins_with_many_characters_is_one_token_each() -> None:
    entry = tokens.entry("東京の旅", ["Web"], "は", "ロック 2026 привет", "ja")
    assert entry.stems.split() == ["·2", "·w", "·п", "·の", "·は", "·ク", "·ッ", "·ロ"]
