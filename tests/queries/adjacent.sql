SELECT
(SELECT json_object('adjacent', json_object('previous',
(SELECT json_object('title', r2.title) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post AND post_1.published_key = post_term_1.published_key 
WHERE post_term_1.term =
(SELECT term_1.n 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND term_1.slug = 'graphql') AND post_term_1.visible = 1 AND post_1.visible = 1 AND (post_term_1.published_key) > (+ r1.published_key)
ORDER BY post_term_1.published_key ASC 
LIMIT 1 OFFSET 0) AS r2), 'next',
(SELECT json_object('title', r3.title, 'path', r3.path) AS json_object_3 
FROM
(SELECT post_2.title AS title, post_2.path AS path 
FROM post_term AS post_term_2 JOIN post AS post_2 ON post_2.n = post_term_2.post AND post_2.published_key = post_term_2.published_key 
WHERE post_term_2.term =
(SELECT term_2.n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.slug = 'graphql') AND post_term_2.visible = 1 AND post_2.visible = 1 AND (+ r1.published_key) > (post_term_2.published_key)
ORDER BY post_term_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r3))) AS json_object_1 
FROM
(SELECT post_3.published_key AS published_key 
FROM post AS post_3 
WHERE post_3.visible = 1 AND post_3.slug = 'same-day'
ORDER BY post_3.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('title', r1.title, 'adjacent', json_object('previous',
(SELECT json_object('title', r2.title) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1 AND (+ r1.title_key, + r1.published_key) > (post_1.title_key, post_1.published_key)
ORDER BY post_1.title_key DESC, post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r2), 'next',
(SELECT json_object('title', r3.title) AS json_object_3 
FROM
(SELECT post_2.title AS title 
FROM post AS post_2 
WHERE post_2.visible = 1 AND (post_2.title_key, post_2.published_key) > (+ r1.title_key, + r1.published_key)
ORDER BY post_2.title_key ASC, post_2.published_key ASC 
LIMIT 1 OFFSET 0) AS r3))))) AS json_object_1 
FROM
(SELECT post_3.title AS title, post_3.title_key AS title_key, post_3.published_key AS published_key 
FROM post AS post_3 
WHERE post_3.visible = 1
ORDER BY post_3.published_key DESC 
LIMIT 3 OFFSET 0) AS r1)
