SELECT
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title, 'path', r1.path, 'publishedAt', r1.published_at, 'excerpt', CASE WHEN (length(r1.excerpt_plain) <= 60) THEN r1.excerpt_plain ELSE excerpt('PLAIN', r1.excerpt_plain, '', 60) END, 'readingTime', r1.reading_time, 'author',
(SELECT json_object('name', r2.name, 'path', r2.path) AS json_object_2 
FROM
(SELECT term_1.name AS name, term_1.path AS path 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r1.n AND post_term_1.kind = 'author'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r2), 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name, 'slug', r3.slug))) AS json_object_3 
FROM
(SELECT term_2.name AS name, term_2.slug AS slug 
FROM post_term AS post_term_2 JOIN term AS term_2 ON term_2.n = post_term_2.term 
WHERE post_term_2.post = r1.n AND post_term_2.kind = 'tag'
ORDER BY post_term_2.position ASC 
LIMIT 20 OFFSET 0) AS r3), 'categories',
(SELECT json_object('nodes', json_group_array(json_object('name', r4.name))) AS json_object_4 
FROM
(SELECT term_3.name AS name 
FROM post_term AS post_term_3 JOIN term AS term_3 ON term_3.n = post_term_3.term 
WHERE post_term_3.post = r1.n AND post_term_3.kind = 'category'
ORDER BY post_term_3.position ASC 
LIMIT 1 OFFSET 0) AS r4))), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 
LIMIT 1 OFFSET 3)) THEN 'true' ELSE 'false' END), 'endCursor', json_extract(json_group_array(hex(json_array('-p', r1.published_key))), '$[#-1]')), 'totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1)) AS json_object_1 
FROM
(SELECT post_1.title AS title, post_1.path AS path, post_1.published_at AS published_at, post_1.excerpt_plain AS excerpt_plain, post_1.reading_time AS reading_time, post_1.n AS n, post_1.published_key AS published_key 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 3 OFFSET 0) AS r1)
