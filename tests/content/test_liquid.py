"""Liquid in the bodies of Jekyll's posts."""

from pathlib import Path

import pytest

from gateway.content.loader import Loaded, load
from gateway.content.site import open_site

from .sites import POST, problems, read, write

TARGET = {"_posts/2025-01-02-target.md": "---\n---\n目標"}


def html(loaded: Loaded) -> str:
    assert loaded.document is not None
    return loaded.document.body.html


def test_code_of_a_highlight_block_is_left_alone_by_markdown(tmp_path: Path) -> None:
    body = (
        "- 項目\n\n  {% highlight ruby linenos %}\n  a = *b*\n\n      1 < 2 # `x`\n"
        "  {% endhighlight %}\n\n- 次\n"
    )
    assert html(read(tmp_path, body)) == (
        '<ul>\n<li>項目</li>\n</ul>\n<figure class="highlight"><pre><code class="language-ruby">'
        "  a = *b*\n\n      1 &lt; 2 # `x`\n  </code></pre></figure>\n"
        "<ul>\n<li>次</li>\n</ul>\n"
    )


def test_includes_get_parameters_and_know_the_page(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        '---\ntitle: 題\n---\n{% include note.html kind="tip" text=page.title %}',
        others={"_includes/note.html": "{{ include.kind }}：{{ include.text }}／{{ page.slug }}"},
    )

    assert html(loaded) == "<p>tip：題／sample</p>\n"
    assert loaded.issues == ()


def test_links_lead_to_what_other_files_become(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        "{% post_url 2025-01-02-target %}\n{% link _posts/2025-01-02-target.md %}\n"
        "{% link about.md %}\n{% link assets/図.png %}\n{% post_url 2024-05-06-deep %}",
        config="permalink: /:year/:title/\nbaseurl: /blog",
        others={
            **TARGET,
            "about.md": "---\npermalink: /who/\n---\n",
            "assets/図.png": "",
            "_posts/2024/2024-05-06-deep.md": "",
        },
    )

    assert html(loaded) == (
        "<p>/blog/2025/target/\n/blog/2025/target/\n/blog/who/\n/blog/assets/%E5%9B%B3.png\n"
        "/blog/2024/deep/</p>\n"
    )
    assert loaded.depends == (
        "_posts/2024/2024-05-06-deep.md",
        "_posts/2025-01-02-target.md",
        "about.md",
    )
    assert loaded.issues == ()


def test_a_link_follows_the_front_matter_of_its_target(tmp_path: Path) -> None:
    site = write(tmp_path, {POST: "{% post_url 2025-01-02-target %}", **TARGET})
    assert html(load(site, POST)) == "<p>/2025/01/02/target.html</p>\n"

    (tmp_path / "_posts/2025-01-02-target.md").write_text("---\npermalink: /moved/\n---\n")

    assert html(load(site, POST)) == "<p>/moved/</p>\n"


def test_what_is_missing_stays_in_the_text_and_is_reported(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        "---\n---\n{% post_url 2025-01-02-target %}\n{% include none.html %}\n"
        "[頁]({% link about.md %})\n",
    )

    assert html(loaded) == (
        "<p>{% post_url 2025-01-02-target %}\n{% include none.html %}\n"
        '<a href="/about.html">頁</a></p>\n'
    )
    assert problems(loaded) == [
        ("WARNING", "liquid-not-found", 3, None),
        ("WARNING", "liquid-not-found", 4, None),
        ("WARNING", "liquid-dead-link", 5, None),
    ]
    assert "_posts/2025-01-02-target.md" in loaded.depends


UNREADABLE = {
    "{% youtubes x %}": ("<p>{% youtubes x %}</p>\n", "liquid-unknown-tag"),
    "{% mermaid %}a{% endmermaid %}": (
        "<p>{% mermaid %}a{% endmermaid %}</p>\n",
        "liquid-unknown-tag",
    ),
    "{{ '題' | titleize }}": ("<p>題</p>\n", "liquid-unknown-filter"),
    "{{ a b c }}": ("<p>{{ a b c }}</p>\n", "liquid-unreadable"),
    "{% if x %}中": ("<p>{% if x %}中</p>\n", "liquid-unclosed"),
    "中{% endif %}": ("<p>中{% endif %}</p>\n", "liquid-unreadable"),
    "中{% else %}": ("<p>中{% else %}</p>\n", "liquid-unreadable"),
    "{% assign = 1 %}": ("<p>{% assign = 1 %}</p>\n", "liquid-unreadable"),
    "`{{ 1 | divided_by: 0 }}`": (
        "<p><code>{{ 1 | divided_by: 0 }}</code></p>\n",
        "liquid-unreadable",
    ),
    "{% raw %}中": ("<p>{% raw %}中</p>\n", "liquid-unclosed"),
    "{% for p in site.posts %}中{% endfor %}無": ("<p>無</p>\n", "liquid-site-list"),
}


@pytest.mark.parametrize("body", UNREADABLE)
def test_what_cannot_be_read_is_left_as_it_is_with_a_warning(tmp_path: Path, body: str) -> None:
    loaded = read(tmp_path, f"---\n---\n\n一\n\n{body}\n\n{{{{ 'b' | upcase }}}}\n")

    expected, code = UNREADABLE[body]
    assert html(loaded) == f"<p>一</p>\n{expected}<p>B</p>\n"
    assert problems(loaded) == [("WARNING", code, 6, None)]


def test_only_jekylls_posts_hold_liquid_and_not_where_it_is_off(tmp_path: Path) -> None:
    off = read(tmp_path / "a", "---\nrender_with_liquid: false\n---\n{{ 1 }}")
    plain = read(tmp_path / "b", "{{ 1 }}", "notes/plain.md")

    assert html(off) == html(plain) == "<p>{{ 1 }}</p>\n"


def test_the_excerpt_closes_the_blocks_that_it_opens(tmp_path: Path) -> None:
    loaded = read(
        tmp_path, "{% if true %}{% highlight c %}\na;\n\nb;\n{% endhighlight %}{% endif %}"
    )

    assert loaded.document is not None
    assert loaded.document.excerpt.markdown == (
        "{% if true %}{% highlight c %}\na;\n{% endhighlight %}\n{% endif %}"
    )
    assert loaded.document.excerpt.plain == "a;"
    assert loaded.issues == ()


def test_the_text_a_client_gets_as_markdown_is_the_authors(tmp_path: Path) -> None:
    document = read(tmp_path, "{{ 1 | plus: 1 }}").document

    assert document is not None
    assert document.body.markdown == "{{ 1 | plus: 1 }}"


@pytest.mark.parametrize("path", ["_includes/a/b.html", "_data/c.yml", "_data/d/e.csv"])
def test_an_edit_of_what_bodies_take_in_changes_the_site(tmp_path: Path, path: str) -> None:
    before = write(tmp_path, {POST: "", path: "a", "other.html": "a"}).fingerprint

    (tmp_path / "other.html").write_text("b")
    assert open_site(tmp_path).fingerprint == before
    (tmp_path / path).write_text("b")
    assert open_site(tmp_path).fingerprint != before


def test_a_later_site_sees_the_new_include(tmp_path: Path) -> None:
    site = write(tmp_path, {POST: "{% include a.html %}", "_includes/a.html": "前"})
    assert html(load(site, POST)) == "<p>前</p>\n"

    (tmp_path / "_includes/a.html").write_text("後")

    assert html(load(open_site(tmp_path), POST)) == "<p>後</p>\n"
