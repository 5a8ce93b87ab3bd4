"""Frames of other sites: which are let through, and how they look then."""

import pytest

from gateway.content.markup import frames, sanitise

ADDRESSES = {
    "https://www.youtube.com/embed/abc?start=3&rel=0": (
        "https://www.youtube.com/embed/abc?start=3&rel=0"
    ),
    "//player.vimeo.com/video/123": "https://player.vimeo.com/video/123",
    "http://www.slideshare.net/slideshow/embed_code/9": (
        "https://www.slideshare.net/slideshow/embed_code/9"
    ),
    " https://SpeakerDeck.com/player/0f#a ": "https://speakerdeck.com/player/0f#a",
    "https://www.google.com/maps/embed?pb=!1m18!2d139.7": (
        "https://www.google.com/maps/embed?pb=!1m18!2d139.7"
    ),
    "https://www.google.com/search?q=a": None,
    "https://www.youtube.com/watch?v=abc": None,
    "https://www.youtube.com.example.com/embed/a": None,
    "https://example.com/www.youtube.com/embed/a": None,
    "https://www.youtube.com@example.com/embed/a": None,
    "https://a:b@www.youtube.com/embed/a": None,
    "https://www.youtube.com:443/embed/a": None,
    "https://www.youtube.com\\@example.com/embed/a": None,
    "https:\\\\www.youtube.com/embed/a": None,
    "https:/www.youtube.com/embed/a": None,
    "https:www.youtube.com/embed/a": None,
    "/embed/a": None,
    "https://www.youtube.com/embed/../redirect?q=x": None,
    "https://www.youtube.com/embed/%2E%2e/redirect?q=x": None,
    "https://www.youtube.com/embed/.%2E": None,
    "https://www.youtube.com/embed/a?b=/../": "https://www.youtube.com/embed/a?b=/../",
    "https://www.youtube.com/em\tbed/a": None,
    "https://www.youtube.com./embed/a": None,
    "https://www.youtubе.com/embed/a": None,
    "https://xn--www-example-9ua.youtube.com/embed/a": None,
    "https://www。youtube。com/embed/a": None,
    "javascript://www.youtube.com/embed/%0atrip()": None,
    "data://www.youtube.com/embed/a": None,
    "https://www.youtube.com/embed/a\u3000b": None,
    "https://www.youtube.com/embed/'\"><script>": None,
    "": None,
}


@pytest.mark.parametrize("written", ADDRESSES)
def test_an_address_is_one_of_the_table_to_every_parser_or_none(written: str) -> None:
    assert frames.address(written) == ADDRESSES[written]


def test_a_frame_is_built_anew() -> None:
    html = (
        '<iframe width="560" height="100vh" src="//www.youtube.com/embed/x?a=1&amp;b=2"'
        ' title="川 &quot;の&quot; <b>" allow="camera; microphone" sandbox="allow-top-navigation"'
        ' srcdoc="<script>" name="body" id="a" onload="trip()">Sorry <b>'
        "</iframe>after"
    )

    assert sanitise.clean(html) == (
        '<iframe src="https://www.youtube.com/embed/x?a=1&amp;b=2"'
        ' title="川 &quot;の&quot; &lt;b&gt;" width="560" loading="lazy"'
        ' referrerpolicy="strict-origin-when-cross-origin"'
        ' sandbox="allow-popups allow-popups-to-escape-sandbox allow-presentation'
        ' allow-same-origin allow-scripts" allow="encrypted-media" allowfullscreen=""></iframe>'
        "after"
    )


def test_what_looks_like_a_frame_in_an_attribute_or_in_code_is_none() -> None:
    html = (
        '<p title="&lt;iframe src=&quot;x&quot;&gt;">a</p>'
        "<code>&lt;iframe src=x&gt;&lt;/iframe&gt;</code>"
    )

    assert sanitise.clean(html) == html
