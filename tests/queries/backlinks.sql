SELECT
(SELECT json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)), 'nodes', json_group_array(json_object('path', r2.path))) AS json_object_2 
FROM
(SELECT post_1.path AS path 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r2), 'second',
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('-p', r3.published_key)), 'node', json_object('title', r3.title))), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key) 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND (post_2.published_key) >= ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md'))) THEN 'true' ELSE 'false' END))) AS json_object_3 
FROM
(SELECT post_2.published_key AS published_key, post_2.title AS title 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key)
ORDER BY post_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_1 
FROM
(SELECT
(SELECT json_group_array(post_link_1.post) AS json_group_array_1 
FROM post_link AS post_link_1 
WHERE (post_link_1.route = post_3.route OR post_link_1.route = post_3.source_path OR post_link_1.route IN
(SELECT resolved_redirect_1.route 
FROM resolved_redirect AS resolved_redirect_1 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = post_3.id)) AND post_link_1.post != post_3.n) AS linking, post_3.path = '/b/notes/2024/08/20/tables.html' AS best0 
FROM post AS post_3 
WHERE post_3.visible = 1 AND (post_3.path = '/b/notes/2024/08/20/tables.html' OR post_3.path = '/b/notes/2024/08/20/tables.html')
ORDER BY best0 DESC, post_3.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)), 'nodes', json_group_array(json_object('title', r2.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1) 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END))) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r2)))) AS json_object_1 
FROM
(SELECT
(SELECT json_group_array(post_link_1.post) AS json_group_array_1 
FROM post_link AS post_link_1 
WHERE (post_link_1.route = post_2.route OR post_link_1.route = post_2.source_path OR post_link_1.route IN
(SELECT resolved_redirect_1.route 
FROM resolved_redirect AS resolved_redirect_1 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = post_2.id)) AND post_link_1.post != post_2.n) AS linking 
FROM post AS post_2 
WHERE post_2.visible = 1
ORDER BY post_2.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
