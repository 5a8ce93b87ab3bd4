SELECT
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('-c', r1.post_count, r1.name_key, r1.id)), 'node', json_object('id', r1.id, 'name', r1.name, 'slug', r1.slug, 'path', r1.path, 'url', r1.url, 'description', r1.description, 'postCount', r1.post_count))), 'totalCount',
(SELECT count(*) AS count_1 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 
LIMIT 1 OFFSET 3)) THEN 'true' ELSE 'false' END))) AS json_object_1 
FROM
(SELECT term_1.post_count AS post_count, term_1.name_key AS name_key, term_1.id AS id, term_1.name AS name, term_1.slug AS slug, term_1.path AS path, term_1.url AS url, term_1.description AS description 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1
ORDER BY term_1.post_count DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 3 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('name', r1.name, 'slug', r1.slug))) AS json_object_1 
FROM
(SELECT term_1.name AS name, term_1.slug AS slug 
FROM term AS term_1 
WHERE term_1.kind = 'category' AND term_1.visible = 1
ORDER BY term_1.name_key ASC, term_1.id ASC 
LIMIT 20 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('name', r1.name, 'bio', r1.description))) AS json_object_1 
FROM
(SELECT term_1.name AS name, term_1.description AS description 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1
ORDER BY term_1.latest_post_key DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 20 OFFSET 0) AS r1),
(SELECT json_object('name', r1.name, 'posts',
(SELECT json_object('nodes', json_group_array(json_object('title', r2.title))) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post 
WHERE post_term_1.term = r1.n AND post_term_1.visible = 1
ORDER BY post_1.reading_time DESC, post_1.title_key ASC, post_term_1.published_key ASC 
LIMIT 20 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT term_1.name AS name, term_1.n AS n 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND term_1.slug = 'c-plus-plus' 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('name', r1.name) AS json_object_1 
FROM
(SELECT term_1.name AS name, term_1.path = '/b/categories/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B/' AS best0 
FROM term AS term_1 
WHERE term_1.kind = 'category' AND term_1.visible = 1 AND (term_1.path = '/b/categories/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B/' OR term_1.path = '/b/categories/お知らせ/')
ORDER BY best0 DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('name', r1.name) AS json_object_1 
FROM
(SELECT term_1.name AS name 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1 AND term_1.slug = 'nobody' 
LIMIT 1 OFFSET 0) AS r1)
