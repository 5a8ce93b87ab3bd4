SELECT
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 2 + 2)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (2 > 0 AND (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1))) THEN 'true' ELSE 'false' END))) AS json_object_1 
FROM
(SELECT post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 2 OFFSET 2) AS r1), (WITH r2 AS NOT MATERIALIZED 
(SELECT term_1.name_key AS name_key, term_1.id AS id, term_1.name AS name 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND instr(term_1.name_key, 'py') > 0)  SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('+n:c54e16abe889', r1.name_key, r1.id)), 'node', json_object('name', r1.name))), 'totalCount',
(SELECT count(*) AS count_1 
FROM r2)) AS json_object_1 
FROM
(SELECT r2.name_key AS name_key, r2.id AS id, r2.name AS name 
FROM r2
ORDER BY r2.name_key ASC, r2.id ASC 
LIMIT 20 OFFSET 0) AS r1)
