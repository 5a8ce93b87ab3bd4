// A whole blog on one page: each address is one query, and one request.

const main = document.getElementById("page");

// An element. Its children are elements or text, which is not read as HTML.
function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null));
  return element;
}

const link = ({ name, title, path }, rel) => h("a", { href: path, rel }, name ?? title);

const day = (moment) => h("time", { datetime: moment }, moment?.slice(0, 10) ?? "");

const picture = (image) =>
  image && h("img", { src: image.src, alt: image.alt ?? "", width: image.width, height: image.height });

const card = (post) =>
  h("article", { lang: post.locale },
    picture(post.coverImage),
    h("h2", {}, link(post)),
    h("p", { class: "by" }, day(post.publishedAt), post.author && [" · ", link(post.author)]),
    post.excerpt && h("p", {}, post.excerpt));

const line = (post) => h("li", { lang: post.locale }, day(post.publishedAt), " ", link(post));

const chips = (terms) =>
  h("ul", { class: "chips" },
    terms.map((term) => h("li", {}, link(term), term.postCount ? ` ${term.postCount}` : null)));

const asked = new URLSearchParams(location.search);

// This address with other parameters.
function here(parameters) {
  const changed = new URLSearchParams(asked);
  for (const [key, value] of Object.entries(parameters)) {
    changed.delete(key);
    for (const each of [value].flat()) changed.append(key, each);
  }
  return `?${changed}`;
}

const more = ({ hasNextPage, endCursor }) =>
  hasNextPage && h("a", { rel: "next", href: here({ after: endCursor }) }, "more") || null;

function home({ site, posts, tags }) {
  return [
    h("header", {},
      h("h1", {}, site.title),
      h("p", {}, site.description ?? ""),
      h("nav", {}, (site.menus.main ?? []).map(({ title, url }) => link({ title, path: url })))),
    posts.nodes.map(card),
    posts.pageInfo.hasNextPage ? h("a", { rel: "next", href: "/posts/?page=2" }, "older posts") : null,
    h("aside", {}, chips(tags.nodes)),
  ];
}

function list({ posts }, { offset, first }) {
  const page = offset / first + 1;
  const { hasPreviousPage, hasNextPage } = posts.pageInfo;
  return [
    h("h1", {}, `Page ${page} of ${Math.ceil(posts.totalCount / first)}`),
    h("ul", {}, posts.nodes.map(line)),
    hasPreviousPage ? h("a", { rel: "prev", href: `?page=${page - 1}` }, "newer posts") : null,
    hasNextPage ? h("a", { rel: "next", href: `?page=${page + 1}` }, "older posts") : null,
  ];
}

function page({ resolvePath: { statusCode, redirectTo, node } }, { path }) {
  if (redirectTo) {
    location.replace(redirectTo);
    return [];
  }
  return statusCode === 404 ? nothing(path) : post(node);
}

function nothing(path) {
  return [
    h("h1", {}, "404"),
    h("p", {}, `There is nothing at ${decodeURI(path)}.`),
    h("a", { href: "/" }, "home"),
  ];
}

function post(node) {
  const body = h("div", { class: "body" });
  body.innerHTML = node.body.html; // of type HTML: sanitised
  document.title = node.seo.title;
  document.documentElement.lang = node.locale;
  document.head.append(
    h("meta", { name: "description", content: node.seo.description }),
    h("link", { rel: "canonical", href: node.seo.canonicalUrl }),
    h("script", { type: "application/ld+json" }, JSON.stringify(node.seo.jsonLd)));
  const { previous, next } = node.adjacent;
  return [
    h("article", {},
      picture(node.coverImage),
      h("h1", {}, node.title),
      h("p", { class: "by" },
        day(node.publishedAt), ` · ${node.readingTime} min`,
        node.authors.map((author) => [" · ", link(author)]).flat()),
      h("nav", { class: "contents" },
        node.tableOfContents.map(({ id, text }) => link({ title: text, path: `#${id}` }))),
      body,
      chips(node.tags.nodes)),
    h("nav", { class: "adjacent" },
      previous && link(previous, "prev"), next && link(next, "next")),
    h("aside", {}, node.relatedPosts.map(({ post: related }) => h("p", {}, link(related)))),
  ];
}

function tag({ tag: found }, { path }) {
  return found ? [...term(found), h("aside", {}, chips(found.relatedTags))] : nothing(path);
}

function category({ category: found }, { path }) {
  if (!found) return nothing(path);
  return [
    found.parent && h("p", {}, "in ", link(found.parent)),
    ...term(found),
    h("aside", {}, chips(found.children)),
  ].filter(Boolean);
}

function author({ author: found }, { path }) {
  if (!found) return nothing(path);
  const { facets, totalCount } = found.posts;
  const tags = facets.tags.map(({ label, slug, count }) =>
    ({ name: label, path: `/tags/${encodeURIComponent(slug)}/`, postCount: count }));
  return [
    picture(found.avatar && { ...found.avatar, width: 96, height: 96 }) ?? "",
    ...term({ ...found, description: found.bio, postCount: totalCount }),
    h("aside", {}, chips(tags)),
  ];
}

function term({ name, description, postCount, posts }) {
  return [
    h("h1", {}, name),
    h("p", {}, description ?? `${postCount} posts`),
    posts.nodes.map(card),
    more(posts.pageInfo) ?? "",
  ];
}

function archive({ posts, years }, { year }) {
  const links = years.facets.archives.map(({ key, count }) =>
    ({ name: key, path: `/archive/${key}/`, postCount: count }));
  return [
    h("h1", {}, `${year}: ${posts.totalCount} posts`),
    h("ul", {}, posts.nodes.map(line)),
    h("aside", {}, chips(links)),
  ];
}

function search({ posts }, { text, tags }) {
  if (!text.trim()) {
    return [h("h1", {}, "Search"), h("p", {}, "Type a word, a part of one, or “a phrase”.")];
  }
  const { edges, totalCount, didYouMean, facets, pageInfo } = posts;
  const partly = edges.findIndex(({ search: { relaxed } }) => relaxed);
  return [
    h("h1", {}, `${text}: ${totalCount} ${totalCount === 1 ? "post" : "posts"}`),
    didYouMean && h("p", { class: "meant" },
      "Did you mean ", h("a", { href: here({ q: didYouMean, tag: [], after: [] }) }, didYouMean), "?"),
    h("ul", { class: "chips facets" }, facets.tags.map((facet) => h("li", {}, narrowed(facet, tags)))),
    edges.length || didYouMean ? null : h("p", {}, "Nothing is found. Fewer words find more, and so does the beginning of one: photo*"),
    edges.map((edge, number) => [
      number === partly ? h("p", { class: "partly" }, "With some of the words:") : null,
      hit(edge),
    ]),
    more(pageInfo),
  ].flat(2).filter(Boolean);
}

// A tag that narrows the search, or no longer does.
function narrowed({ label, slug, count, selected }, tags) {
  const wanted = selected ? tags.filter((each) => each !== slug) : [...tags, slug];
  const tag = h("a", { href: here({ tag: wanted, after: [] }), "aria-current": selected || null }, label);
  return h("span", {}, tag, ` ${count}`);
}

function hit({ node, search: { highlights } }) {
  const titles = highlights.filter(({ property }) => property === "title");
  const texts = highlights.filter(({ property }) => property === "excerpt" || property === "body");
  return h("article", { lang: node.locale },
    h("h2", {}, h("a", { href: node.path }, titles.length ? marked(titles[0]) : node.title)),
    h("p", { class: "by" }, day(node.publishedAt)),
    texts.length ? texts.map((each) => h("p", {}, marked(each))) : h("p", {}, node.excerpt ?? ""));
}

// Highlights in HTML are escaped, but for <mark>.
function marked({ fragment }) {
  const element = h("span");
  element.innerHTML = fragment;
  return element;
}

const box = document.querySelector("input[name=q]");
const suggestions = document.getElementById("suggestions");
box.value = asked.get("q") ?? "";
box.addEventListener("input", async () => {
  const prefix = box.value;
  const { data } = prefix.trim() ? await answer("suggest", { prefix }) : { data: { suggest: [] } };
  // An answer may come when more has been typed.
  if (prefix !== box.value) return;
  suggestions.replaceChildren(...data.suggest.map(({ text, kind, node }) =>
    h("li", {}, link({ title: text, path: node.path }), ` ${kind.toLowerCase()}`)));
});
box.form.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") suggestions.replaceChildren();
});

const after = asked.get("after");
const decoded = ([slug]) => ({ slug: decodeURIComponent(slug), first: 4, after });

// Which query answers which address, with what variables, and how it looks.
const ROUTES = [
  [/^\/$/, "home", home, () => ({ first: 4 })],
  [/^\/posts\/$/, "list", list, () => {
    const number = Number(asked.get("page") ?? 1);
    return { first: 4, offset: 4 * (number - 1) };
  }],
  [/^\/tags\/([^/]+)\/$/, "tag", tag, decoded],
  [/^\/categories\/([^/]+)\/$/, "category", category, decoded],
  [/^\/authors\/([^/]+)\/$/, "author", author, decoded],
  [/^\/archive\/(\d{4})\/$/, "archive", archive, ([year]) => (
    { from: `${year}-01-01`, to: `${Number(year) + 1}-01-01`, year })],
  [/^\/search\/$/, "search", search, () => (
    { text: asked.get("q") ?? "", tags: asked.getAll("tag"), first: 4, after })],
  [/^/, "page", page, () => ({})],
];

// The answer to one of the queries; of the variables it takes those that it declares.
async function answer(name, variables) {
  const query = await (await fetch(`/-/queries/${name}.graphql`)).text();
  const declared = Object.fromEntries(
    Object.entries(variables).filter(([key]) => query.includes(`$${key}:`)));
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables: declared }),
  });
  return response.json();
}

const [pattern, name, render, variablesOf] = ROUTES.find(([each]) => each.test(location.pathname));
const variables = { path: location.pathname, ...variablesOf(location.pathname.match(pattern).slice(1)) };
const { data, errors } = await answer(name, variables);
main.replaceChildren(...(errors
  ? errors.map(({ message }) => h("p", { role: "alert" }, message))
  : render(data, variables).flat(2)));
document.title = document.title === "…" ? main.querySelector("h1")?.textContent ?? "" : document.title;
main.removeAttribute("aria-busy");
