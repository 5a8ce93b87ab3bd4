SELECT
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('+t', r1.title_key, r1.published_key)), 'node', json_object('title', r1.title))), 'pageInfo', json_object('hasNextPage', json(CASE WHEN 0 THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 2)) THEN 'true' ELSE 'false' END), 'startCursor', json_extract(json_group_array(hex(json_array('+t', r1.title_key, r1.published_key))), '$[0]'), 'endCursor', json_extract(json_group_array(hex(json_array('+t', r1.title_key, r1.published_key))), '$[#-1]'))) AS json_object_1 
FROM
(SELECT anon_1.title_key AS title_key, anon_1.published_key AS published_key, anon_1.title AS title 
FROM
(SELECT post_1.title_key AS title_key, post_1.published_key AS published_key, post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.title_key DESC, post_1.published_key DESC 
LIMIT 2 OFFSET 0) AS anon_1
ORDER BY anon_1.title_key ASC, anon_1.published_key ASC 
LIMIT 2 OFFSET 0) AS r1)
