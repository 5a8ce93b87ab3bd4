import pytest

from gateway.text import plaintext


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>東\n京の\n夜</p>", "東京の夜"),
        ("<p>夜、\n「東京」\n（と）\n大阪</p>", "夜、「東京」（と）大阪"),
        ("<ul>\n<li>東\n  京</li>\n<li>株</li>\n</ul>", "東京\n株"),
        ("<p>ｶﾅ\nカナ\n𠮷野家</p>", "ｶﾅカナ𠮷野家"),
        ("<p>简体\n中文</p>", "简体中文"),
    ],
)
def test_lines_of_chinese_and_japanese_are_one_as_in_a_browser(html: str, text: str) -> None:
    assert plaintext.text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>red\nfox</p>", "red\nfox"),
        ("<p>東京\nTokyo\n大阪</p>", "東京\nTokyo\n大阪"),
        ("<p>한국\n한국</p>", "한국\n한국"),
        ("<p>東<br />\n京</p>", "東\n京"),
        ("<p>東</p>\n<p>京</p>", "東\n京"),
        ("<p>東\n京</p>\n<pre><code>東\n京\n</code></pre>\n<p>東\n京</p>", "東京\n東\n京\n東京"),
    ],
)
def test_other_lines_stay(html: str, text: str) -> None:
    assert plaintext.text(html) == text
