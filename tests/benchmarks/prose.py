"""Sentences of no particular meaning, in Japanese and English, with some of Markdown's markup."""

from collections.abc import Sequence
from random import Random

Templates = Sequence[str]
Words = dict[str, str]
"""Words by kind, with blanks between them; `~` is a blank inside of one."""

JAPANESE: Words = {
    "noun": (
        "鉄瓶 夕立 栞 台帳 石段 糸巻き 方位磁石 木箱 灯台 水車 羽根ペン 古地図 蜂蜜 土鍋 風鈴 "
        "本棚 坂道 渡し船 時刻表 種まき 霧笛 暖簾 版木 砂時計 貝殻 縁側 手帳 火鉢 竹籠 目録 "
        "索引 余白 見出し 活字 照明 三脚 露出 魚醤 出汁 柚子 畑 井戸 峠 波止場 路地 物置"
    ),
    "place": (
        "港町 山あいの駅 二階の工房 川べり 市場の裏 古い図書室 温室 峠の茶屋 島の学校 北向きの窓 "
        "屋根裏 踏切のそば 終点 雨の広場 石橋のたもと 海沿いの食堂"
    ),
    "adjective": (
        "静かな 小さな 古びた まるい 軽やかな 見慣れない 深い 乾いた 遠い やわらかな 薄暗い 確かな "
        "素朴な 冷たい 細長い 懐かしい"
    ),
    "action": (
        "並べた 磨いた 数えなおした 書き写した 待っていた 畳んだ 探していた 手放した 見送った "
        "描いた 量った 焼いた 結びなおした 編んだ 覚えていた 借りてきた"
    ),
    "time": (
        "朝のうちに 雨がやむまで 三日かけて 夏の終わりに 日が暮れる前に 何度も 去年の春 ときどき "
        "昼休みに 霜の降りた朝 満月の夜 約束の日に"
    ),
    "code": "index.toml fetch_page count_rows harbor.csv README retry_after color_depth",
}

JAPANESE_SENTENCES: Templates = (
    "{place}で{adjective}{noun}を{action}。",
    "{time}、{noun}と{noun}を{place}まで運んで{action}。",
    "{adjective}{noun}のとなりに、{adjective}{noun}がひとつ置いてある。",
    "だれも{noun}のことを話さないので、{time}{noun}を{action}。",
    "**{adjective}{noun}**ほど、{place}に似合うものはない。",
    "「{noun}は{noun}より{adjective}」と聞いて、{time}{action}。",
    "手順は`{code}`に書いておいたが、{noun}だけは{place}で{action}。",
    "くわしくは[{noun}の{noun}](https://example.com/{code})にまとめてある。",
    "{noun}は*{adjective}*だけでは足りない。{time}{noun}を{action}。",
    "{number}個の{noun}のうち、{place}に残ったのは{adjective}{noun}だけだった。",
)

ENGLISH: Words = {
    "noun": (
        "lantern ledger kettle harbour compass orchard staircase index margin ferry almanac "
        "bellows thimble causeway telegram cupboard meadow anvil sundial pantry quarry canvas "
        "turnstile notebook foundry lighthouse hinge satchel weir timetable bookmark"
    ),
    "place": (
        "attic quay greenhouse workshop reading~room crossing mill~race back~kitchen terminus "
        "hillside depot boathouse"
    ),
    "adjective": (
        "quiet narrow borrowed patient uneven amber careful weathered second plain distant "
        "stubborn shallow folded"
    ),
    "action": (
        "mended counted carried traced weighed ignored labelled rebuilt polished remembered "
        "misplaced sketched"
    ),
    "time": (
        "before~noon after~the~rain twice~a~week in~late~autumn by~candlelight most~evenings "
        "for~three~days without~hurry"
    ),
    "code": JAPANESE["code"],
}

ENGLISH_SENTENCES: Templates = (
    "The {adjective} {noun} in the {place} was {action} {time}.",
    "We {action} every {noun} {time}, and only the {adjective} {noun} stayed in the {place}.",
    "Nobody at the {place} had {action} a *{adjective}* {noun} before.",
    "Between one {noun} and the next there is always a **{adjective} {noun}**.",
    "Run `{code}` {time}; the {noun} takes care of the {adjective} {noun}.",
    "There are {number} ways to the {place}, says [the {noun}](https://example.com/{code}).",
    'She called it "a {adjective} {noun}" and {action} it {time}.',
)

TITLES: dict[str, Templates] = {
    "ja": (
        "{adjective}{noun}と{noun}",
        "{place}の{noun}",
        "{noun}を{action}日",
        "{time}、{noun}を{action}こと",
    ),
    "en": (
        "The {adjective} {noun}",
        "A {noun} for the {place}",
        "What the {noun} {action} {time}",
        "{adjective} {noun}, {adjective} {noun}",
    ),
}

WORDS = {"ja": JAPANESE, "en": ENGLISH}
SENTENCES = {"ja": JAPANESE_SENTENCES, "en": ENGLISH_SENTENCES}


class _Draw:
    """Yields another word each time a template names its kind."""

    def __init__(self, random: Random, words: Words) -> None:
        self._random = random
        self._words = {kind: _listed(text) for kind, text in words.items()}
        self._words["number"] = [str(number) for number in range(2, 900)]

    def __getitem__(self, kind: str) -> str:
        return self._random.choice(self._words[kind])


def sentences(random: Random, language: str, count: int) -> list[str]:
    return _filled(random, language, SENTENCES[language], count)


def titles(random: Random, language: str, count: int) -> list[str]:
    found = _filled(random, language, TITLES[language], count)
    return [title[0].upper() + title[1:] for title in found]


def nouns(language: str) -> Sequence[str]:
    return _listed(WORDS[language]["noun"])


def _listed(words: str) -> list[str]:
    return [word.replace("~", " ") for word in words.split()]


def _filled(random: Random, language: str, templates: Templates, count: int) -> list[str]:
    draw = _Draw(random, WORDS[language])
    return [random.choice(templates).format_map(draw) for _ in range(count)]
