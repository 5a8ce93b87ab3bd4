"""Spellings that are found by each other, and those that are not."""

import pytest

from tests.text.search.index import finds

EACH_OTHER = [
    ("ＧＰＴ－４", "GPT-4"),
    ("ｻｰﾊﾞｰ", "サーバー"),
    ("ﾊﾟﾊﾟ", "パパ"),
    ("か\u3099", "が"),
    ("サーバ", "サーバー"),
    ("データー", "データ"),
    ("サーバーの設定", "サーバの設定"),
    ("メールサーバー2台", "メールサーバ2台"),
    ("コード・ネーム", "コードネーム"),
    ("ｺｰﾄﾞ･ﾈｰﾑ", "コードネーム"),
    ("㈱東京", "(株)東京"),
    ("5㌔", "5キロ"),
    ("①", "1"),
    ("㍿", "株式会社"),
    ("⼀", "一"),
    ("葛\U000e0100飾区", "葛飾区"),
    ("Café", "CAFE"),
    ("cafe\u0301", "café"),
    ("Straße", "STRASSE"),
    ("Œuvre", "oeuvre"),
    ("Łódź", "lodz"),
    ("smørrebrød", "smorrebrod"),
    ("İstanbul", "istanbul"),
    ("ISPARTA", "ısparta"),
    ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ("Σίσυφος", "σισυφοσ"),
    ("ёлка", "елка"),
    ("за\u0301мок", "замок"),
    ("Việt Nam", "viet nam"),
    ("كِتَابٌ", "كتاب"),
    ("أحمد", "احمد"),
    ("كتــاب", "كتاب"),
    ("שָׁלוֹם", "שלום"),
    ("٢٠٢٤", "2024"),
    ("२०२४", "2024"),
    ("1,000円", "1000円"),
    ("１，０００", "1,000"),
    ("1,234,567", "1234567"),
    ("it's", "it’s"),
    ("ﬁne", "fine"),
    ("H₂O", "h2o"),
    ("Donau\u00addampf\u00adschiff", "Donaudampfschiff"),
    ("می\u200cخواهم", "میخواهم"),
    ("ភាសា\u200bខ្មែរ", "ភាសាខ្មែរ"),
    ("C♯", "c#"),
    ("x" * 100, "X" * 80),
    ("nước", "nuoc"),
]


@pytest.mark.parametrize(("one", "other"), EACH_OTHER, ids=lambda text: text[:20])
def test_spellings_find_each_other(one: str, other: str) -> None:
    assert finds(other, one)
    assert finds(one, other)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Foo™ is here", "foo"),
        ("the company’s policy", "company"),
        ("l'eau de la mer", "eau"),
        ("d’accord", "accord"),
        ("rock'n'roll", "roll"),
        ("C#で書く", "C#"),
        ("言語C++入門", "c++"),
        ("C++17", "C++"),
        ("F# and .NET", ".NET"),
        ("F# and .NET", "f#"),
        ("Notepad++ is", "Notepad"),
        ("uses Node.js", "Node.js"),
        ("uses node js", "Node.js"),
        ("Qwen2.5", "qwen2.5"),
        ("Qwen2.5", "Qwen"),
        ("GPT-4 and more", "gpt4"),
        ("version v1.2.3", "v1.2"),
        ("about #tag", "#tag"),
        ("about tag", "#tag"),
        ("a well-known one", "well-known"),
        ("a well-known one", "well known"),
        ("write to Jane.Doe@example.com", "jane.doe@example.com"),
        ("https://example.com/a/page?x=1", "example.com/a/page"),
        ("call user_name_of", "user_name"),
        ("on 2024-01-05", "2024-01-05"),
        ("on 2024/01/05", "2024-01-05"),
        ("AI時代の学び", "AI時代"),
        ("新時代AI", "時代AI"),
        ("投資はAI株で", "AI株"),
        ("株AI", "株AI"),
        ("24時間対応", "24時間"),
        ("한국어를 배웁니다", "한국어"),
        ("오늘은 학교에서", "학교"),
        ("ภาษาไทยไม่มีช่องว่าง", "ไทย"),
        ("น้ำ", "น้ำ"),
        ("यह हिन्दी में है", "हिन्दी"),
        ("机器学习入门", "学习"),
        ("機器學習入門", "學習"),
        ("𠮷野家の牛丼", "𠮷野家"),
        ("〆切は明日", "〆切"),
        ("佐々木さん", "々木"),
        ("one\x00two", "two"),
        ("one\ud800two", "one"),
        ("読む📖本", "本"),
    ],
)
def test_a_text_is_found_by(text: str, typed: str) -> None:
    assert finds(text, typed)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("か", "が"),
        ("plain C", "C++"),
        ("plain C", "C#"),
        ("C++", "C"),
        ("v1.25", "v1.2"),
        ("GPT-40", "GPT-4"),
        ("its own", "it's"),
        ("openai", "ai"),
        ("東、京", "東京"),
        ("東 京", "東京"),
        ("новыи", "новый"),
        ("कमल", "किमल"),
        ("100,20", "10020"),
        ("学习", "學習"),
    ],
)
def test_a_text_is_not_found_by(text: str, typed: str) -> None:
    assert not finds(text, typed)
