from pathlib import Path

import pytest

from gateway.content import languagetag

from .sites import POST, problems, read

JAPANESE = "川沿いを歩きました。春ですね。"
ENGLISH = "A walk along the river, on a day in spring."


def locale(folder: Path, text: str, path: str = POST, config: str = "") -> str:
    document = read(folder, text, path, config).document
    assert document is not None
    return document.locale


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("EN-us", "en-US"),
        ("ja_JP", "ja-JP"),
        ("en_US.UTF-8", "en-US"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("sl-rozaj-BISKE", "sl-rozaj-biske"),
        ("de-CH-x-Phonebk", "de-CH-x-phonebk"),
        ("yue", "yue"),
        ("jp", "ja"),
        ("iw", "he"),
        ("xx", None),
        ("english", None),
        ("日本語", None),
        ("en-", None),
        ("e", None),
        ("", None),
    ],
)
def test_a_tag_in_its_canonical_case(written: str, tag: str | None) -> None:
    assert languagetag.canonical(written) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH, "en"),
        ("", "en"),
        (JAPANESE, "ja"),
        ("VimConf 2025 が東京で開催。vim-jp/vital.vim, Shougo/dpp.vim, vim 9.1 for Windows.", "ja"),
        ("GraphQLのresolverとdataloaderについて、batch処理の例を書きました。", "ja"),
        (f"{ENGLISH} They say 「こんにちは」 there.", "en"),
        ("今天我们沿着河边散步，春天来了。", "zh"),
        ("今天我們在「の」字招牌的店裡喝茶，然後沿著河邊散步回家。", "zh"),
        ("오늘은 강가를 걸었습니다. 봄입니다.", "ko"),
        ("Сегодня мы гуляли у реки.", "ru"),
        ("Сьогодні ми гуляли біля річки.", "uk"),
        ("Σήμερα περπατήσαμε δίπλα στο ποτάμι.", "el"),
        ("اليوم مشينا بجانب النهر.", "ar"),
        ("امروز کنار رودخانه پیاده‌روی کردیم و چای نوشیدیم.", "fa"),
        ("היום הלכנו ליד הנהר.", "he"),
        ("आज हम नदी के किनारे चले।", "hi"),
        ("วันนี้เราเดินเล่นริมแม่น้ำ", "th"),
        ("今日", "zh"),
    ],
)
def test_a_language_is_known_by_the_script_of_most_words(
    tmp_path: Path, text: str, tag: str
) -> None:
    assert locale(tmp_path, text) == tag


@pytest.mark.parametrize(
    ("matter", "path", "config", "tag"),
    [
        ("lang: en-gb", POST, "lang: fr", "en-GB"),
        ("language: [de, fr]", POST, "", "de"),
        ("title: a", f"ja/news/{POST}", "", "ja"),
        ("title: a", "_posts/zh_tw/2025-11-07-a.md", "", "zh-TW"),
        ("title: a", "content/fr/posts/a.md", "", "fr"),
        ("title: a", "notes/a.pt-br.md", "", "pt-BR"),
        # Subjects, not languages, unless the site says so.
        ("title: a", f"cs/{POST}", "", "en"),
        ("title: a", f"cs/{POST}", "languages: [en, cs]", "cs"),
        ("title: a", f"it/{POST}", "languages: {it: {title: a}}", "it"),
        ("title: a", "notes/node.js.md", "", "en"),
        ("title: a", POST, "lang: de-AT", "de-AT"),
        ("title: a", POST, "languageCode: pt-br\ndefaultContentLanguage: pt", "pt-BR"),
        ("title: a", POST, "language: [fr, de]", "fr"),
        ("title: a", POST, "lang: nothing", "en"),
    ],
)
def test_a_post_its_place_and_its_site_say_the_language(
    tmp_path: Path, matter: str, path: str, config: str, tag: str
) -> None:
    assert locale(tmp_path, f"---\n{matter}\n---\n{ENGLISH}", path, config) == tag


def test_the_language_of_the_site_does_not_hold_in_another_script(tmp_path: Path) -> None:
    assert locale(tmp_path, JAPANESE, config="lang: en-US") == "ja"
    assert locale(tmp_path, "Данас смо шетали.", config="lang: sr") == "sr"
    assert locale(tmp_path, "今日", config="lang: ja") == "ja"


def test_what_is_no_language_is_reported(tmp_path: Path) -> None:
    loaded = read(tmp_path, "---\ntitle: a\nlang: English\n---\n" + ENGLISH)
    assert loaded.document is not None
    assert loaded.document.locale == "en"
    assert problems(loaded) == [("WARNING", "language-invalid", 3, "lang")]
