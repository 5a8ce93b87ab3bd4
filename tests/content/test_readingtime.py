import pytest

from gateway.content.derived import readingtime
from gateway.content.derived.readingtime import Count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", Count(0, 0, 0)),
        ("Two words.", Count(2, 0, 9)),
        ("It's Anna’s", Count(2, 0, 10)),
        ("well-known 3.14", Count(4, 0, 14)),
        ("Ünïcödé cafe\u0301", Count(2, 0, 12)),
        ("春です。１２３ ABC", Count(2, 3, 10)),
        ("ｶﾀｶﾅ ー 々", Count(0, 6, 6)),
        ("한국어 문장", Count(2, 0, 5)),
        ("नमस्ते दुनिया।", Count(2, 0, 13)),
        ("สวัสดี", Count(0, 6, 6)),
        ("שָׁלוֹם", Count(1, 0, 7)),
        ("— … 😀", Count(0, 0, 3)),
    ],
)
def test_words_and_characters(text: str, count: Count) -> None:
    assert readingtime.count(text) == count


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("8", 8),
        ("8 min read", 8),
        ("7.5", 8),
        ("８分", None),
        ("12分", 12),
        ("0", None),
        ("-3", None),
        ("true", None),
        ("9" * 5_000, None),
    ],
)
def test_minutes_that_an_author_wrote(written: str, minutes: int | None) -> None:
    assert readingtime.written(written) == minutes
