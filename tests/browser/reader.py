"""A reader's browser: shows HTML as clients do, and knows whether anything in it came alive."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page, Route

from gateway.content.markup import frames

HERE = Path(__file__).parent
TRIPWIRE = (HERE / "tripwire.js").read_text(encoding="utf-8")
CLIENT = (HERE / "client.html").read_text(encoding="utf-8")
ORIGIN = "http://client.example"

# In each of these, `html` gets into the page by another way.
WAYS = {
    "innerHTML": "content.innerHTML = html",
    "a round trip": """
        content.innerHTML = html;
        content.innerHTML = content.innerHTML;
        content.innerHTML = content.innerHTML;""",
    "a template": """
        const template = document.createElement('template');
        template.innerHTML = html;
        content.append(document.importNode(template.content, true));""",
    "insertAdjacentHTML": "content.insertAdjacentHTML('beforeend', html)",
    "a parser": """
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        content.append(...parsed.body.childNodes);""",
    "a range": """
        const range = document.createRange();
        range.selectNode(content);
        content.append(range.createContextualFragment(html));""",
    "a table": """
        content.innerHTML = '<table><tr><td></td></tr></table>';
        content.querySelector('td').innerHTML = html;
        content.querySelector('tr').innerHTML += html;""",
    "a drawing": """
        content.innerHTML = '<svg><foreignObject></foreignObject></svg>';
        content.querySelector('foreignObject').innerHTML = html;
        content.querySelector('svg').innerHTML += html;
        content.innerHTML = content.innerHTML;""",
    "an editor": """
        content.contentEditable = 'true';
        content.focus();
        document.execCommand('insertHTML', false, html);""",
    "noscript": """
        content.innerHTML = '<noscript></noscript>';
        content.querySelector('noscript').innerHTML = html;
        content.innerHTML = content.innerHTML;""",
    "a text field": """
        content.innerHTML = '<textarea>' + html + '</textarea><title>' + html + '</title>';
        content.innerHTML = content.innerHTML;""",
    "an attribute": """
        const escaped = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        content.innerHTML = `<p title="${escaped}"></p>`;
        content.innerHTML = content.firstChild.title;""",
    "markup of the DOM": """
        content.innerHTML = html;
        content.innerHTML = new XMLSerializer().serializeToString(content);""",
    "a frame": """
        const frame = document.createElement('iframe');
        frame.srcdoc = html;
        const loaded = new Promise(done => frame.onload = done);
        content.append(frame);
        await loaded;
        touch(frame.contentDocument);
        trips.push(...frame.contentWindow.trips);""",
}
# And these come from the server.
DOCUMENTS: dict[str, Callable[[str], str]] = {
    "a document": lambda html: CLIENT.replace('id="content">', f'id="content">{html}'),
    "a document's noscript": lambda html: CLIENT + f"<noscript>{html}</noscript>",
    "a document in quirks mode": lambda html: f"<p id=host>Text.</p>{html}",
}


@dataclass
class Reader:
    """`asked` are the addresses that pages asked for, but for their own and for images."""

    page: Page
    document: str = CLIENT
    asked: list[str] = field(default_factory=list)

    def serve(self, route: Route) -> None:
        request = route.request
        own = request.url.startswith(f"{ORIGIN}/")
        if own and request.resource_type == "document" and request.frame.parent_frame is None:
            route.fulfill(body=self.document, content_type="text/html; charset=utf-8")
            return
        # A request that stays with the client's own host tells nobody anything.
        if not (own or is_allowed(request.url, request.resource_type)):
            self.asked.append(request.url)
        route.abort()

    def show(self, html: str, way: str) -> list[str]:
        """What came alive of the HTML; nothing, if it is safe."""
        self.asked = []
        self.document = DOCUMENTS[way](html) if way in DOCUMENTS else CLIENT
        try:
            self.page.goto(f"{ORIGIN}/", wait_until="load")
            if way in WAYS:
                self.page.evaluate(f"async html => {{ {WAYS[way]} }}", html)
            self.page.evaluate("touch(document)")
            # Programs of links and frames, and failures of images, come as tasks of their own.
            self.page.evaluate(SETTLE)
            found: list[str] = self.page.evaluate("[...new Set([...trips, ...damage()])]")
        except Error as error:  # the page went elsewhere meanwhile
            found = [error.message.splitlines()[0]]
        return found + self.asked


SETTLE = """async () => {
    for (let turn = 0; turn < 4; turn++) {
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    }
}"""


def is_allowed(url: str, resource_type: str) -> bool:
    """Whether a safe post may ask for it: images and media of anybody, frames of the table."""
    if resource_type in {"image", "media", "other"} and urlsplit(url).hostname != "canary.example":
        return True
    return resource_type == "document" and frames.address(url) is not None


def open_reader(context: BrowserContext) -> Reader:
    context.add_init_script(TRIPWIRE)
    page = context.new_page()
    reader = Reader(page)
    context.route("**/*", reader.serve)
    page.on("dialog", dismiss)
    return reader


def dismiss(dialog: Any) -> None:
    dialog.dismiss()
