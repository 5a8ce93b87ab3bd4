SELECT
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT '/b/notes/2024/08/20/tables.html' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables.html","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables.html","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables.html","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT '/b/notes/2024/08/20/tables/?page=2#top' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables/?page=2#top","/b/notes/2024/08/20/tables/?page=2#top",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables/?page=2",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables?page=2",true],["/b/notes/2024/08/20/tables/","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables/?page=2#top","/b/notes/2024/08/20/tables/?page=2#top",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables/?page=2",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables?page=2",true],["/b/notes/2024/08/20/tables/","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/notes/2024/08/20/tables/?page=2#top","/b/notes/2024/08/20/tables/?page=2#top",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables/?page=2",true],["/b/notes/2024/08/20/tables/?page=2","/b/notes/2024/08/20/tables?page=2",true],["/b/notes/2024/08/20/tables/","/b/notes/2024/08/20/tables",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT '/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E","/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E",false],["/b/tags/日本語","/b/tags/日本語",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E","/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E",false],["/b/tags/日本語","/b/tags/日本語",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E","/b/tags/%E6%97%A5%E6%9C%AC%E8%AA%9E",false],["/b/tags/日本語","/b/tags/日本語",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT 'https://BLOG.example.org/b/authors/ken/index.html' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN ('blog.example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'blog.example.org', 'https://' || 'blog.example.org')) THEN '[["/b/authors/ken/index.html","/b/authors/ken",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN ('blog.example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'blog.example.org', 'https://' || 'blog.example.org')) THEN '[["/b/authors/ken/index.html","/b/authors/ken",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN ('blog.example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'blog.example.org', 'https://' || 'blog.example.org')) THEN '[["/b/authors/ken/index.html","/b/authors/ken",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT '/b/old/%E8%A1%A8' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/old/%E8%A1%A8","/b/old/%E8%A1%A8",false],["/b/old/表","/b/old/表",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/old/%E8%A1%A8","/b/old/%E8%A1%A8",false],["/b/old/表","/b/old/表",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/old/%E8%A1%A8","/b/old/%E8%A1%A8",false],["/b/old/表","/b/old/表",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT 'https://example.org/b/authors/ken/' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN ('example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'example.org', 'https://' || 'example.org')) THEN '[["/b/authors/ken/","/b/authors/ken",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN ('example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'example.org', 'https://' || 'example.org')) THEN '[["/b/authors/ken/","/b/authors/ken",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN ('example.org' IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || 'example.org', 'https://' || 'example.org')) THEN '[["/b/authors/ken/","/b/authors/ken",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('requested', r1.requested, 'statusCode', r1.status, 'redirectTo', r1.target, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('__typename', 'Post', 'slug', r2.slug, 'path', r2.path, 'url', r2.url, 'title', r2.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_2 
FROM
(SELECT post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('__typename', 'Author', 'slug', r4.slug, 'path', r4.path, 'url', r4.url, 'name', r4.name) AS json_object_4 
FROM
(SELECT term_2.slug AS slug, term_2.path AS path, term_2.url AS url, term_2.name AS name 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r4) AS lifted2,
(SELECT json_object('__typename', 'Tag', 'slug', r5.slug, 'path', r5.path, 'url', r5.url, 'postCount', r5.post_count) AS json_object_5 
FROM
(SELECT term_3.slug AS slug, term_3.path AS path, term_3.url AS url, term_3.post_count AS post_count 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r5) AS lifted3,
(SELECT json_object('__typename', 'Category', 'slug', r6.slug, 'path', r6.path, 'url', r6.url, 'postCount', r6.post_count) AS json_object_6 
FROM
(SELECT term_4.slug AS slug, term_4.path AS path, term_4.url AS url, term_4.post_count AS post_count 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r6) AS lifted4 
FROM
(SELECT '/b/nothing/' AS requested, found.status AS status, found.target AS target, found.node AS node 
FROM
(SELECT post_2.id AS node, NULL AS target, 200 AS status, json_extract(anon_1.value, '$[2]') AS whole, post_2.path = json_extract(anon_1.value, '$[0]') AS exact, 1 AS is_page, post_2.published_key AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/nothing/","/b/nothing",false]]' ELSE '[]' END) AS anon_1 JOIN post AS post_2 ON post_2.route = json_extract(anon_1.value, '$[1]') 
WHERE post_2.visible = 1 UNION ALL SELECT term_5.id AS node, NULL AS target, 200 AS status, json_extract(anon_2.value, '$[2]') AS whole, term_5.path = json_extract(anon_2.value, '$[0]') AS exact, 1 AS is_page, '' AS "key", 0 AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/nothing/","/b/nothing",false]]' ELSE '[]' END) AS anon_2 JOIN term AS term_5 ON term_5.route = json_extract(anon_2.value, '$[1]') 
WHERE term_5.visible = 1 UNION ALL SELECT NULL AS node, resolved_redirect_1.target AS target, 301 AS status, json_extract(anon_3.value, '$[2]') AS whole, resolved_redirect_1.path = json_extract(anon_3.value, '$[0]') AS exact, resolved_redirect_1.is_own AS is_page, resolved_redirect_1."key" AS "key", resolved_redirect_1.is_own AS is_own 
FROM json_each(CASE WHEN (NULL IS NULL OR
(SELECT lower(substr(site.url, 1, length(site.url) - length(site.base_path))) AS lower_1 
FROM site) IN ('http://' || NULL, 'https://' || NULL)) THEN '[["/b/nothing/","/b/nothing",false]]' ELSE '[]' END) AS anon_3 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = json_extract(anon_3.value, '$[1]') 
WHERE resolved_redirect_1.audience = 'public' UNION ALL SELECT NULL AS node, NULL AS target, 404 AS status, -1 AS whole, 0 AS exact, 0 AS is_page, '' AS "key", 0 AS is_own) AS found
ORDER BY found.whole DESC, found.exact DESC, found.is_page DESC, found."key" DESC, found.is_own DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1)
