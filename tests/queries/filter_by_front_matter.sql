SELECT (WITH anon_1 AS 
(SELECT indexed_value_1.post AS post 
FROM indexed_value AS indexed_value_1 
WHERE indexed_value_1."key" = 'series' AND indexed_value_1.canonical = '{"name":"Basics","part":1}' UNION ALL SELECT front_matter_1.post AS post 
FROM
(SELECT 'series' AS "key" 
WHERE NOT (EXISTS
(SELECT 1 
FROM indexed_key AS indexed_key_1 
WHERE indexed_key_1."key" = 'series'))) AS anon_2 JOIN front_matter AS front_matter_1 ON front_matter_1."key" = anon_2."key" 
WHERE front_matter_1.canonical = '{"name":"Basics","part":1}'),  r2 AS NOT MATERIALIZED 
(SELECT post_1.title AS title, post_1.published_key AS published_key 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.post 
FROM anon_1) AND (EXISTS
(SELECT 1 
FROM front_matter AS front_matter_2 
WHERE front_matter_2.post = post_1.n AND front_matter_2."key" = 'tags' AND json_contains(front_matter_2.canonical, '"GraphQL"') = 1)) AND NOT (EXISTS
(SELECT 1 
FROM front_matter AS front_matter_3 
WHERE front_matter_3.post = post_1.n AND front_matter_3."key" = 'draft_of' AND front_matter_3.canonical != 'null')) AND (EXISTS
(SELECT 1 
FROM front_matter AS front_matter_4 
WHERE front_matter_4.post = post_1.n AND front_matter_4."key" = 'rating')))  SELECT json_object('nodes', json_group_array(json_object('title', r1.title))) AS json_object_1 
FROM
(SELECT r2.title AS title 
FROM r2
ORDER BY r2.published_key DESC 
LIMIT 20 OFFSET 0) AS r1)
