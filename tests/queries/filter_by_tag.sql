SELECT (WITH r2 AS NOT MATERIALIZED 
(SELECT post_1.title AS title, post_term_1.published_key AS published_key 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post AND post_1.published_key = post_term_1.published_key 
WHERE post_term_1.term =
(SELECT term_1.n 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND term_1.slug = 'python') AND post_term_1.visible = 1 AND post_1.visible = 1)  SELECT json_object('nodes', json_group_array(json_object('title', r1.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM r2 
LIMIT 1 OFFSET 2)) THEN 'true' ELSE 'false' END), 'endCursor', json_extract(json_group_array(hex(json_array('-p:817369e914d1', r1.published_key))), '$[#-1]')), 'totalCount',
(SELECT count(*) AS count_1 
FROM r2)) AS json_object_1 
FROM
(SELECT r2.title AS title, r2.published_key AS published_key 
FROM r2
ORDER BY r2.published_key DESC 
LIMIT 2 OFFSET 0) AS r1),
(SELECT json_object('posts', (WITH r3 AS NOT MATERIALIZED 
(SELECT post_1.title AS title, post_term_1.published_key AS published_key 
FROM post_term AS post_term_1 JOIN (post_term AS post_term_2 JOIN post AS post_1 ON post_1.n = post_term_2.post) ON post_1.n = post_term_1.post AND post_term_2.published_key = post_term_1.published_key 
WHERE post_term_1.term =
(SELECT term_1.n 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1 AND term_1.slug = 'ken') AND post_term_1.visible = 1 AND post_term_2.term = r1.n AND post_term_2.visible = 1 AND post_term_1.published_key >=
(SELECT utc_key('2024-07-01', site_1.time_zone) || ' ' AS anon_1 
FROM site AS site_1))  SELECT json_object('nodes', json_group_array(json_object('title', r2.title))) AS json_object_2 
FROM
(SELECT r3.title AS title 
FROM r3
ORDER BY r3.published_key DESC 
LIMIT 20 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'category' AND term_2.visible = 1 AND term_2.slug = 'notes' 
LIMIT 1 OFFSET 0) AS r1)
