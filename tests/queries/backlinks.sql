SELECT
(SELECT json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.route UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.source_path UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = post_link_1.route 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = r1.id) AND post_1.n != r1.n), 'nodes', json_group_array(json_object('path', r2.path))) AS json_object_2 
FROM
(SELECT post_1.path AS path 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.route UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.source_path UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = post_link_1.route 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = r1.id) AND post_1.n != r1.n
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r2), 'second',
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('-p', r3.published_key)), 'node', json_object('title', r3.title))), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.route UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.source_path UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 JOIN resolved_redirect AS resolved_redirect_2 ON resolved_redirect_2.route = post_link_2.route 
WHERE resolved_redirect_2.audience = 'public' AND resolved_redirect_2.node = r1.id) AND post_2.n != r1.n AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key) 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.route UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.source_path UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 JOIN resolved_redirect AS resolved_redirect_2 ON resolved_redirect_2.route = post_link_2.route 
WHERE resolved_redirect_2.audience = 'public' AND resolved_redirect_2.node = r1.id) AND post_2.n != r1.n AND (post_2.published_key) >= ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md'))) THEN 'true' ELSE 'false' END))) AS json_object_3 
FROM
(SELECT post_2.published_key AS published_key, post_2.title AS title 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.route UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 
WHERE post_link_2.route = r1.source_path UNION ALL SELECT post_link_2.post 
FROM post_link AS post_link_2 JOIN resolved_redirect AS resolved_redirect_2 ON resolved_redirect_2.route = post_link_2.route 
WHERE resolved_redirect_2.audience = 'public' AND resolved_redirect_2.node = r1.id) AND post_2.n != r1.n AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key)
ORDER BY post_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_1 
FROM
(SELECT post_3.route AS route, post_3.source_path AS source_path, post_3.id AS id, post_3.n AS n 
FROM post AS post_3 
WHERE post_3.visible = 1 AND (post_3.path = '/b/notes/2024/08/20/tables.html' OR post_3.path = '/b/notes/2024/08/20/tables.html')
ORDER BY post_3.path = '/b/notes/2024/08/20/tables.html' DESC, post_3.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.route UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.source_path UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = post_link_1.route 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = r1.id) AND post_1.n != r1.n), 'nodes', json_group_array(json_object('title', r2.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.route UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.source_path UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = post_link_1.route 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = r1.id) AND post_1.n != r1.n 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END))) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.route UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 
WHERE post_link_1.route = r1.source_path UNION ALL SELECT post_link_1.post 
FROM post_link AS post_link_1 JOIN resolved_redirect AS resolved_redirect_1 ON resolved_redirect_1.route = post_link_1.route 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = r1.id) AND post_1.n != r1.n
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r2)))) AS json_object_1 
FROM
(SELECT post_2.route AS route, post_2.source_path AS source_path, post_2.id AS id, post_2.n AS n 
FROM post AS post_2 
WHERE post_2.visible = 1
ORDER BY post_2.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
