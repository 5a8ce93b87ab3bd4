SELECT
(SELECT json_object('title', r1.title, 'relatedPosts',
(SELECT json_group_array(json_object('score', r2.score, 'post', json_object('title', r2.title, 'locale', r2.locale), 'sharedTags',
(SELECT json_group_array(json_object('name', r3.name, 'postCount', r3.post_count)) AS json_group_array_2 
FROM
(SELECT term_1.name AS name, term_1.post_count AS post_count 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r2.origin AND post_term_1.kind = 'tag' AND post_term_1.term IN
(SELECT post_term_2.term 
FROM post_term AS post_term_2 
WHERE post_term_2.post = r2.n AND post_term_2.kind = 'tag')
ORDER BY term_1.name_key ASC, term_1.id ASC) AS r3))) AS json_group_array_1 
FROM
(SELECT round(anon_1.weight / (anon_2.weight + 0.0), 6) AS score, post_1.title AS title, post_1.locale AS locale, post_1.n AS n, r1.n AS origin 
FROM
(SELECT anon_3.post AS post, sum(anon_4.weight) AS weight 
FROM
(SELECT DISTINCT post_term_3.post AS post 
FROM post_term AS post_term_4 JOIN post_term AS post_term_3 ON post_term_3.term = post_term_4.term 
WHERE post_term_4.post = r1.n AND post_term_4.kind = 'tag' AND post_term_3.post != r1.n AND post_term_3.published_key >= coalesce((SELECT post_term_5.published_key 
FROM post_term AS post_term_5 
WHERE post_term_5.term = post_term_4.term AND post_term_5.visible = 1
ORDER BY post_term_5.published_key DESC 
LIMIT 1 OFFSET 99), '') AND post_term_3.visible = 1) AS anon_3 JOIN post_term AS post_term_6 ON post_term_6.post = anon_3.post AND post_term_6.kind = 'tag' JOIN
(SELECT post_term_7.term AS term, 1.0 / (term_2.post_count + 0.0) AS weight 
FROM post_term AS post_term_7 JOIN term AS term_2 ON term_2.n = post_term_7.term 
WHERE post_term_7.post = r1.n AND post_term_7.kind = 'tag') AS anon_4 ON anon_4.term = post_term_6.term + 0 GROUP BY anon_3.post) AS anon_1 JOIN
(SELECT sum(anon_5.weight) AS weight 
FROM
(SELECT post_term_8.term AS term, 1.0 / (term_4.post_count + 0.0) AS weight 
FROM post_term AS post_term_8 JOIN term AS term_4 ON term_4.n = post_term_8.term 
WHERE post_term_8.post = r1.n AND post_term_8.kind = 'tag') AS anon_5) AS anon_2 ON 1 = 1 JOIN post AS post_1 ON post_1.n = anon_1.post
ORDER BY round(anon_1.weight / (anon_2.weight + 0.0), 6) DESC, post_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r2), 'translations',
(SELECT json_group_array(json_object('title', r4.title, 'locale', r4.locale)) AS json_group_array_3 
FROM
(SELECT post_2.title AS title, post_2.locale AS locale 
FROM post AS post_2 
WHERE post_2.translation_key = r1.translation_key AND post_2.locale != r1.locale AND NOT (EXISTS
(SELECT * 
FROM post AS post_3 
WHERE post_3.translation_key = post_2.translation_key AND post_3.locale = post_2.locale AND post_3.published_key > post_2.published_key AND post_3.visible = 1)) AND post_2.visible = 1
ORDER BY post_2.locale ASC) AS r4)) AS json_object_1 
FROM
(SELECT post_4.title AS title, post_4.n AS n, post_4.translation_key AS translation_key, post_4.locale AS locale, post_4.path = '/b/notes/2024/08/20/tables.html' AS best0 
FROM post AS post_4 
WHERE post_4.visible = 1 AND (post_4.path = '/b/notes/2024/08/20/tables.html' OR post_4.path = '/b/notes/2024/08/20/tables.html')
ORDER BY best0 DESC, post_4.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('name', r1.name, 'relatedTags',
(SELECT json_group_array(json_object('name', r2.name)) AS json_group_array_1 
FROM
(SELECT term_1.name AS name 
FROM
(SELECT post_term_1.term AS term, count(*) AS common 
FROM
(SELECT post_term_2.post AS post 
FROM post_term AS post_term_2 
WHERE post_term_2.term = r1.n AND post_term_2.visible = 1
ORDER BY post_term_2.published_key DESC 
LIMIT 1000 OFFSET 0) AS anon_2 JOIN post_term AS post_term_1 ON post_term_1.post = anon_2.post 
WHERE post_term_1.kind = 'tag' AND post_term_1.term != r1.n GROUP BY post_term_1.term) AS anon_1 JOIN term AS term_1 ON term_1.n = anon_1.term
ORDER BY anon_1.common DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 2 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT term_2.name AS name, term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.slug = 'graphql' 
LIMIT 1 OFFSET 0) AS r1)
