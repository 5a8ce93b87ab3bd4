SELECT
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 4)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 2)) THEN 'true' ELSE 'false' END))) AS json_object_1 
FROM
(SELECT anon_1.title AS title, anon_1.published_key AS published_key 
FROM
(SELECT anon_2.title AS title, anon_2.published_key AS published_key 
FROM
(SELECT post_1.title AS title, post_1.published_key AS published_key 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 4 OFFSET 0) AS anon_2
ORDER BY anon_2.published_key ASC 
LIMIT 2 OFFSET 0) AS anon_1
ORDER BY anon_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 0)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN 0 = 1 THEN 'true' ELSE 'false' END), 'startCursor', json_extract(json_group_array(hex(json_array('-p', r1.published_key))), '$[0]'), 'endCursor', json_extract(json_group_array(hex(json_array('-p', r1.published_key))), '$[#-1]'))) AS json_object_1 
FROM
(SELECT post_1.title AS title, post_1.published_key AS published_key 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 0 OFFSET 0) AS r1)
