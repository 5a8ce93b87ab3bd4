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
FROM (WITH anon_1 AS MATERIALIZED 
(SELECT post_keyword_1.keyword AS keyword, post_keyword_1.weight AS weight, CASE WHEN (anon_2.posts >= keyword.post_count * 131072) THEN 18 WHEN (anon_2.posts >= keyword.post_count * 65536) THEN 17 WHEN (anon_2.posts >= keyword.post_count * 32768) THEN 16 WHEN (anon_2.posts >= keyword.post_count * 16384) THEN 15 WHEN (anon_2.posts >= keyword.post_count * 8192) THEN 14 WHEN (anon_2.posts >= keyword.post_count * 4096) THEN 13 WHEN (anon_2.posts >= keyword.post_count * 2048) THEN 12 WHEN (anon_2.posts >= keyword.post_count * 1024) THEN 11 WHEN (anon_2.posts >= keyword.post_count * 512) THEN 10 WHEN (anon_2.posts >= keyword.post_count * 256) THEN 9 WHEN (anon_2.posts >= keyword.post_count * 128) THEN 8 WHEN (anon_2.posts >= keyword.post_count * 64) THEN 7 WHEN (anon_2.posts >= keyword.post_count * 32) THEN 6 WHEN (anon_2.posts >= keyword.post_count * 16) THEN 5 WHEN (anon_2.posts >= keyword.post_count * 8) THEN 4 WHEN (anon_2.posts >= keyword.post_count * 4) THEN 3 WHEN (anon_2.posts >= keyword.post_count * 2) THEN 2 ELSE 1 END AS rarity, sum(keyword.post_count) OVER (ORDER BY keyword.post_count, post_keyword_1.keyword) AS reached 
FROM
(SELECT revision.post_count AS posts 
FROM revision
ORDER BY revision.sequence DESC 
LIMIT 1 OFFSET 0) AS anon_2 JOIN post_keyword AS post_keyword_1 ON post_keyword_1.post = r1.n JOIN keyword ON keyword.n = post_keyword_1.keyword 
WHERE keyword.post_count * 5 <= max(anon_2.posts, 25)),  anon_3 AS MATERIALIZED 
(SELECT post_term_3.term AS term, CASE WHEN (anon_4.posts >= term.post_count * 131072) THEN 18 WHEN (anon_4.posts >= term.post_count * 65536) THEN 17 WHEN (anon_4.posts >= term.post_count * 32768) THEN 16 WHEN (anon_4.posts >= term.post_count * 16384) THEN 15 WHEN (anon_4.posts >= term.post_count * 8192) THEN 14 WHEN (anon_4.posts >= term.post_count * 4096) THEN 13 WHEN (anon_4.posts >= term.post_count * 2048) THEN 12 WHEN (anon_4.posts >= term.post_count * 1024) THEN 11 WHEN (anon_4.posts >= term.post_count * 512) THEN 10 WHEN (anon_4.posts >= term.post_count * 256) THEN 9 WHEN (anon_4.posts >= term.post_count * 128) THEN 8 WHEN (anon_4.posts >= term.post_count * 64) THEN 7 WHEN (anon_4.posts >= term.post_count * 32) THEN 6 WHEN (anon_4.posts >= term.post_count * 16) THEN 5 WHEN (anon_4.posts >= term.post_count * 8) THEN 4 WHEN (anon_4.posts >= term.post_count * 4) THEN 3 WHEN (anon_4.posts >= term.post_count * 2) THEN 2 ELSE 1 END * 20 AS points, coalesce((SELECT post_term_4.published_key 
FROM post_term AS post_term_4 
WHERE post_term_4.term = post_term_3.term AND post_term_4.visible = 1
ORDER BY post_term_4.published_key DESC 
LIMIT 1 OFFSET 99), '') AS oldest 
FROM
(SELECT revision.post_count AS posts 
FROM revision
ORDER BY revision.sequence DESC 
LIMIT 1 OFFSET 0) AS anon_4 JOIN post_term AS post_term_3 ON post_term_3.post = r1.n AND post_term_3.kind = 'tag' JOIN term ON term.n = post_term_3.term),  anon_5 AS MATERIALIZED 
(SELECT anon_6.post AS post, sum(anon_6.points) AS points, rank() OVER (ORDER BY sum(anon_6.points) DESC) AS place 
FROM
(SELECT post_keyword_2.post AS post, min(post_keyword_2.weight, anon_1.weight) * anon_1.rarity AS points 
FROM anon_1 JOIN post_keyword AS post_keyword_2 ON post_keyword_2.keyword = anon_1.keyword 
WHERE anon_1.reached <= 2000 AND post_keyword_2.visible = 1 UNION ALL SELECT post_term_5.post AS post, anon_3.points AS points 
FROM anon_3 JOIN post_term AS post_term_5 ON post_term_5.term = anon_3.term 
WHERE post_term_5.published_key >= anon_3.oldest AND post_term_5.visible = 1) AS anon_6 
WHERE anon_6.post != r1.n GROUP BY anon_6.post)  SELECT round(anon_5.points / (anon_7.points + 0.0), 6) AS score, post_1.title AS title, post_1.locale AS locale, post_1.n AS n, r1.n AS origin 
FROM anon_5 JOIN post AS post_1 ON post_1.n = anon_5.post JOIN
(SELECT sum(anon_8.points) AS points 
FROM
(SELECT anon_1.weight * anon_1.rarity AS points 
FROM anon_1 UNION ALL SELECT anon_3.points AS points 
FROM anon_3) AS anon_8) AS anon_7 ON 1 = 1 
WHERE anon_5.place <= 2
ORDER BY anon_5.points DESC, post_1.published_key DESC 
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
