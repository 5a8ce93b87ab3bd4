SELECT
(SELECT json_object('edges', json_group_array(json_object('node', json_object('name', r1.name, 'posts', json(r1.lifted1))))) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('edges', json_group_array(json_object('node', json_object('title', r2.title, 'categories', json(r2.lifted1)))), 'totalCount',
(SELECT count(*) AS count_1 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post 
WHERE post_term_1.term = r1.n AND post_term_1.visible = 1)) AS json_object_2 
FROM
(SELECT r2.*,
(SELECT json_object('edges', json_group_array(json_object('node', json_object('name', r3.name, 'posts', json(r3.lifted1))))) AS json_object_3 
FROM
(SELECT r3.*,
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('-p', r4.published_key)), 'node', json_object('title', r4.title))), 'pageInfo', json_object('hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post_term AS post_term_2 JOIN post AS post_2 ON post_2.n = post_term_2.post 
WHERE post_term_2.term = r3.n AND post_term_2.visible = 1 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END))) AS json_object_4 
FROM
(SELECT anon_1.published_key AS published_key, anon_1.title AS title 
FROM
(SELECT post_term_2.published_key AS published_key, post_2.title AS title 
FROM post_term AS post_term_2 JOIN post AS post_2 ON post_2.n = post_term_2.post 
WHERE post_term_2.term = r3.n AND post_term_2.visible = 1
ORDER BY post_term_2.published_key ASC 
LIMIT 1 OFFSET 0) AS anon_1
ORDER BY anon_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r4) AS lifted1 
FROM
(SELECT term_1.name AS name, term_1.n AS n 
FROM post_term AS post_term_3 JOIN term AS term_1 ON term_1.n = post_term_3.term 
WHERE post_term_3.post = r2.n AND post_term_3.kind = 'category'
ORDER BY post_term_3.position ASC 
LIMIT 20 OFFSET 0) AS r3) AS r3) AS lifted1 
FROM
(SELECT post_1.title AS title, post_1.n AS n 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post 
WHERE post_term_1.term = r1.n AND post_term_1.visible = 1
ORDER BY post_term_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r2) AS r2) AS lifted1 
FROM
(SELECT term_2.name AS name, term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1
ORDER BY term_2.post_count DESC, term_2.name_key ASC, term_2.id ASC 
LIMIT 2 OFFSET 0) AS r1) AS r1)
