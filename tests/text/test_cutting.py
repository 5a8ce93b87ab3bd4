"""Where texts in many languages are cut."""

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from gateway.text.cutting import cut

JAPANESE = (
    "川沿いの道を三十分ほど歩くと、小さなパン屋が見えてきます。「ここのあんぱんは、3,800円でも買う。」"
    "と友人は言いました。GraphQLのサーバーを書きながら食べるのにちょうどいい。"
)
CHINESE = "我们昨天去了北京的故宫参观，天气非常好，游客也很多。他说：“明年再来。”大家都笑了。"
TAIWANESE = "我們昨天去了台北的故宮參觀，天氣非常好，遊客也很多。"
KOREAN = "한국어 문장은 이렇게 씁니다. 다음 문장은 조금 더 길게 이어집니다."
THAI = "วันนี้อากาศดีมากเราจึงออกไปเดินเล่นที่สวนสาธารณะใกล้บ้าน"
ENGLISH = "We are often asked what this runs on. It is a folder of files on Dr. Hart's server."
GERMAN = "Am 3. Mai kam z. B. Herr Müller, „der Rote“, nach Hause – müde. Dann schlief er ein."
FRENCH = (
    "Il a dit\u00a0: «\u00a0Bonjour à tous\u00a0!\u00a0» Puis il est parti à 3\u202f800 km d’ici."
)
ARABIC = "هذا نص عربي، وهو طويل قليلا. هل يمكن قطعه؟ نعم يمكن ذلك."
HINDI = "आज मौसम बहुत अच्छा है। हम बाग़ में घूमने गए थे।"
FAMILY = "👩‍👩‍👧"

CASES = [
    # Sentences
    (JAPANESE, 34, "川沿いの道を三十分ほど歩くと、小さなパン屋が見えてきます。…"),
    (JAPANESE[29:], 35, "「ここのあんぱんは、3,800円でも買う。」と友人は言いました。…"),
    (CHINESE, 30, "我们昨天去了北京的故宫参观，天气非常好，游客也很多。…"),
    (CHINESE, 38, "我们昨天去了北京的故宫参观，天气非常好，游客也很多。他说：“明年再来。”…"),
    (KOREAN, 20, "한국어 문장은 이렇게 씁니다. …"),
    (ENGLISH, 50, "We are often asked what this runs on. …"),
    (GERMAN, 70, "Am 3. Mai kam z. B. Herr Müller, „der Rote“, nach Hause – müde. …"),
    (ARABIC, 32, "هذا نص عربي، وهو طويل قليلا. …"),
    (ARABIC, 45, "هذا نص عربي، وهو طويل قليلا. هل يمكن قطعه؟ …"),
    (HINDI, 24, "आज मौसम बहुत अच्छा है। …"),
    ("“Is it true?” Nobody knew it then.", 20, "“Is it true?” …"),
    ("He said “Stop!” and left the house.", 22, "He said “Stop!” and…"),
    ("今日は雨だった。でも明日は晴れるはずです", 14, "今日は雨だった。…"),
    ("すごい！と言われてうれしかった。とても。", 18, "すごい！と言われてうれしかった。…"),
    ("「行こう。」と彼。「うん。」もう誰もいない", 18, "「行こう。」と彼。「うん。」…"),
    ("すごい!これは本当に便利だと思います", 6, "すごい!…"),
    ("第一に、３．１４です．つぎに３，８００です．", 14, "第一に、３．１４です．…"),
    ("One.\n\nTwo and three and four", 7, "One. …"),
    ("Well now. Next", 10, "Well now.…"),
    # Clauses, without their signs
    (JAPANESE, 16, "川沿いの道を三十分ほど歩くと…"),
    (TAIWANESE, 22, "我們昨天去了台北的故宮參觀，天氣非常好…"),
    (GERMAN, 33, "Am 3. Mai kam z. B. Herr Müller…"),
    ("Some words – and some more – then", 14, "Some words…"),
    ("時間は12：30、場所は東京です", 11, "時間は12：30…"),
    # Phrases
    (JAPANESE, 10, "川沿いの道を…"),
    (CHINESE, 8, "我们昨天去了…"),
    (TAIWANESE, 7, "我們昨天去了…"),
    (THAI, 12, "วันนี้อากาศดี…"),
    (THAI, 20, "วันนี้อากาศดีมากเราจึง…"),
    ("SQLiteのWALモードでは読み手が待たない", 8, "SQLiteの…"),
    ("今日はプログラミングをする", 8, "今日は…"),
    ("詳しくは「日本語の本」を見る", 6, "詳しくは…"),
    # Words
    (ENGLISH, 10, "We are…"),
    ("Some more of it (see https://example.com/a) and", 20, "Some more of it…"),
    ("Some more of it (see https://example.com/a) and", 40, "Some more of it (see…"),
    (KOREAN, 12, "한국어 문장은 이렇게…"),
    (FRENCH, 16, "Il a dit…"),
    (FRENCH, 52, "Il a dit\u00a0: «\u00a0Bonjour à tous\u00a0!\u00a0» Puis il est parti à…"),
    ("It costs 3,800.50 dollars", 15, "It costs…"),
    ("参照 https://example.com/a/b?c=d#e", 20, "参照…"),
    ("それはGraphQLです", 8, "それは…"),
    ("zero\u200bwidth\u200bspaces", 8, "zero…"),
    ("Wait... and then", 10, "Wait…"),
    ('He called it "great stuff" today', 18, "He called it…"),
    ('He called it "great" today', 22, 'He called it "great"…'),
    ("Er sagte „Hallo“ und ging weiter", 18, "Er sagte „Hallo“…"),
    ("one  \n two", 7, "one…"),
    # Nothing but a part of a word, or of what has no words
    ("incomprehensibilities", 8, "incompr…"),
    ("https://example.com/", 9, "https://…"),
    ("东京都渋谷区神宮前一丁目二番三号", 2, "东…"),
    ("プログラミング", 5, "プログラ…"),
    ("ភាសាខ្មែរពិរោះ", 5, "ភាសាខ្មែរ…"),
    (FAMILY * 5, 3, FAMILY * 2 + "…"),
    ("👍🏽🇯🇵1️⃣❤️é", 4, "👍🏽🇯🇵1️⃣…"),
    ("นี่นี่นี่", 2, "นี่…"),
    ("각각각", 2, "각…"),
    ("((((((", 3, "((…"),
    ("日本語", 1, "…"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "length", "excerpt"), CASES)
def test_a_text_is_cut_where_a_reader_pauses(text: str, length: int, excerpt: str) -> None:
    made = cut(text, length)
    assert made
    assert made.head + made.ending == excerpt


@pytest.mark.parametrize("text", ["", "a", "日本語。", FAMILY * 4, "e\u0301" * 4])
def test_what_fits_is_not_cut(text: str) -> None:
    assert cut(text, 4) is None


PIECES = st.sampled_from(
    [
        *(
            "word",
            "it's",
            "3,800.5",
            "https://a.b/c?d=e",
            "z. B. ",
            "Dr. ",
            " ",
            "\n",
            "\n\n",
            "\u3000",
        ),
        *(
            ". ",
            "? ",
            "!",
            ", ",
            "; ",
            "...",
            " – ",
            "(",
            ")",
            '"',
            "“",
            "”",
            "„",
            "'",
            "«\u00a0",
            "—",
        ),
        *(
            "日本語",
            "の",
            "です。",
            "、",
            "「",
            "」",
            "。」と",
            "プログラム",
            "ー",
            "ｶﾞ",
            "！",
            "…",
            "！？",
        ),
        *(
            "我们",
            "們",
            "한국어",
            "각",
            "ที่",
            "เ",
            "นี่",
            "ກໍ",
            "ខ្មែរ",
            "عربي",
            "؟ ",
            "、",
            "क्षि",
            "। ",
        ),
        *(
            FAMILY,
            "👍🏽",
            "🇯🇵",
            "🇫",
            "1️⃣",
            "e\u0301",
            "か\u3099",
            "\u0600",
            "\u200d",
            "\ufe0f",
            "\u0301",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.characters(codec="utf-8"), max_size=24).map("".join)
WORD = regex.compile(r"[\p{Latin}\p{Hangul}\p{Arabic}\p{Cyrillic}\d]")


@given(TEXTS, st.integers(1, 60))
@example("a\u0301" * 9, 3)
def test_a_cut_text_is_its_beginning_and_no_longer_than_asked(text: str, length: int) -> None:
    clusters = regex.findall(r"\X", text)
    made = cut(text, length)
    if made is None:
        assert len(clusters) <= length
        return
    assert len(clusters) > length
    assert made.ending in {"…", " …"}
    assert len(regex.findall(r"\X", made.head)) + len(made.ending) <= length
    assert any(made.head == "".join(clusters[:count]) for count in range(length))
    if made.head != "".join(clusters[: length - 1]):
        assert not (WORD.match(made.head[-1:]) and WORD.match(text, len(made.head)))


@given(TEXTS, st.integers(1, 60))
def test_nothing_dangles_before_the_dots_unless_there_is_nothing_else(
    text: str, length: int
) -> None:
    made = cut(text, length)
    if made and regex.search(r"\w", made.head):
        assert made.head[-1] not in " \n\u3000、，,;:「(„…"


@pytest.mark.parametrize(
    "piece", [*"!。.、「\"' -…aあ日\u0301", "!」", "。と", "ที่", ". ", "a.", FAMILY]
)
def test_a_long_text_is_read_once(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    for length in (140, 100_000):
        made = cut(text, length)
        assert made is None or text.startswith(made.head)
