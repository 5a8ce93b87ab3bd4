SELECT
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title, 'again', r1.title, 'tags',
(SELECT json_object('nodes', json_group_array(json_object('name', r2.name, 'slug', r2.slug)), 'totalCount',
(SELECT count(*) AS count_1 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r1.n AND post_term_1.kind = 'tag')) AS json_object_2 
FROM
(SELECT term_1.name AS name, term_1.slug AS slug 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r1.n AND post_term_1.kind = 'tag'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r2), 'byName',
(SELECT json_object('nodes', json_group_array(json_object('name', r3.name))) AS json_object_3 
FROM
(SELECT term_2.name AS name 
FROM post_term AS post_term_2 JOIN term AS term_2 ON term_2.n = post_term_2.term 
WHERE post_term_2.post = r1.n AND post_term_2.kind = 'tag'
ORDER BY term_2.name_key DESC, term_2.id ASC 
LIMIT 2 OFFSET 0) AS r3)))) AS json_object_1 
FROM
(SELECT post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
