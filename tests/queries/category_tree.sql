SELECT
(SELECT json_object('name', r1.name, 'description', r1.description, 'parent', json(r1.lifted1), 'children', json(r1.lifted2)) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('name', r2.name, 'postCount', r2.post_count, 'parent', json(r2.lifted1), 'children', json(r2.lifted2)) AS json_object_2 
FROM
(SELECT r2.*,
(SELECT json_object('name', r3.name) AS json_object_3 
FROM
(SELECT term_1.name AS name 
FROM term AS term_1 
WHERE term_1.n = r2.parent AND term_1.visible = 1
ORDER BY term_1.name_key ASC, term_1.id ASC 
LIMIT 1 OFFSET 0) AS r3) AS lifted1,
(SELECT json_group_array(json_object('name', r4.name, 'posts', json(r4.lifted1))) AS json_group_array_1 
FROM
(SELECT r4.*,
(SELECT json_object('nodes', json_group_array(json_object('title', r5.title, 'relatedPosts', json(r5.lifted1)))) AS json_object_4 
FROM
(SELECT r5.*,
(SELECT json_group_array(json_object('score', r6.score, 'sharedTags', json(r6.lifted1))) AS json_group_array_2 
FROM
(SELECT r6.*,
(SELECT json_group_array(json_object('name', r7.name)) AS json_group_array_3 
FROM
(SELECT term_2.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_2 ON term_2.n = post_term_1.term 
WHERE post_term_1.post = r6.origin AND post_term_1.kind = 'tag' AND post_term_1.term IN
(SELECT post_term_2.term 
FROM post_term AS post_term_2 
WHERE post_term_2.post = r6.n AND post_term_2.kind = 'tag')
ORDER BY term_2.name_key ASC, term_2.id ASC) AS r7) AS lifted1 
FROM (WITH anon_1 AS MATERIALIZED 
(SELECT post_keyword_1.keyword AS keyword, post_keyword_1.weight AS weight, CASE WHEN (anon_2.posts >= keyword.post_count * 131072) THEN 18 WHEN (anon_2.posts >= keyword.post_count * 65536) THEN 17 WHEN (anon_2.posts >= keyword.post_count * 32768) THEN 16 WHEN (anon_2.posts >= keyword.post_count * 16384) THEN 15 WHEN (anon_2.posts >= keyword.post_count * 8192) THEN 14 WHEN (anon_2.posts >= keyword.post_count * 4096) THEN 13 WHEN (anon_2.posts >= keyword.post_count * 2048) THEN 12 WHEN (anon_2.posts >= keyword.post_count * 1024) THEN 11 WHEN (anon_2.posts >= keyword.post_count * 512) THEN 10 WHEN (anon_2.posts >= keyword.post_count * 256) THEN 9 WHEN (anon_2.posts >= keyword.post_count * 128) THEN 8 WHEN (anon_2.posts >= keyword.post_count * 64) THEN 7 WHEN (anon_2.posts >= keyword.post_count * 32) THEN 6 WHEN (anon_2.posts >= keyword.post_count * 16) THEN 5 WHEN (anon_2.posts >= keyword.post_count * 8) THEN 4 WHEN (anon_2.posts >= keyword.post_count * 4) THEN 3 WHEN (anon_2.posts >= keyword.post_count * 2) THEN 2 ELSE 1 END AS rarity, sum(keyword.post_count) OVER (ORDER BY keyword.post_count, post_keyword_1.keyword) AS reached 
FROM
(SELECT revision.post_count AS posts 
FROM revision
ORDER BY revision.sequence DESC 
LIMIT 1 OFFSET 0) AS anon_2 JOIN post_keyword AS post_keyword_1 ON post_keyword_1.post = r5.n JOIN keyword ON keyword.n = post_keyword_1.keyword 
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
LIMIT 1 OFFSET 0) AS anon_4 JOIN post_term AS post_term_3 ON post_term_3.post = r5.n AND post_term_3.kind = 'tag' JOIN term ON term.n = post_term_3.term),  anon_5 AS MATERIALIZED 
(SELECT anon_6.post AS post, sum(anon_6.points) AS points, rank() OVER (ORDER BY sum(anon_6.points) DESC) AS place 
FROM
(SELECT post_keyword_2.post AS post, min(post_keyword_2.weight, anon_1.weight) * anon_1.rarity AS points 
FROM anon_1 JOIN post_keyword AS post_keyword_2 ON post_keyword_2.keyword = anon_1.keyword 
WHERE anon_1.reached <= 2000 AND post_keyword_2.visible = 1 UNION ALL SELECT post_term_5.post AS post, anon_3.points AS points 
FROM anon_3 JOIN post_term AS post_term_5 ON post_term_5.term = anon_3.term 
WHERE post_term_5.published_key >= anon_3.oldest AND post_term_5.visible = 1) AS anon_6 
WHERE anon_6.post != r5.n GROUP BY anon_6.post)  SELECT round(anon_5.points / (anon_7.points + 0.0), 6) AS score, post_1.n AS n, r5.n AS origin 
FROM anon_5 JOIN post AS post_1 ON post_1.n = anon_5.post JOIN
(SELECT sum(anon_8.points) AS points 
FROM
(SELECT anon_1.weight * anon_1.rarity AS points 
FROM anon_1 UNION ALL SELECT anon_3.points AS points 
FROM anon_3) AS anon_8) AS anon_7 ON 1 = 1 
WHERE anon_5.place <= 1
ORDER BY anon_5.points DESC, post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r6) AS r6) AS lifted1 
FROM
(SELECT post_2.title AS title, post_2.n AS n 
FROM post_term AS post_term_6 JOIN post AS post_2 ON post_2.n = post_term_6.post 
WHERE post_term_6.term = r4.n AND post_term_6.visible = 1
ORDER BY post_term_6.published_key DESC 
LIMIT 1 OFFSET 0) AS r5) AS r5) AS lifted1 
FROM
(SELECT term_3.name AS name, term_3.n AS n 
FROM term AS term_3 
WHERE term_3.parent = r2.n AND term_3.visible = 1
ORDER BY term_3.name_key ASC, term_3.id ASC) AS r4) AS r4) AS lifted2 
FROM
(SELECT term_4.name AS name, term_4.post_count AS post_count, term_4.parent AS parent, term_4.n AS n 
FROM term AS term_4 
WHERE term_4.n = r1.parent AND term_4.visible = 1
ORDER BY term_4.name_key ASC, term_4.id ASC 
LIMIT 1 OFFSET 0) AS r2) AS r2) AS lifted1,
(SELECT json_group_array(json_object('name', r8.name)) AS json_group_array_4 
FROM
(SELECT term_5.name AS name 
FROM term AS term_5 
WHERE term_5.parent = r1.n AND term_5.visible = 1
ORDER BY term_5.name_key ASC, term_5.id ASC) AS r8) AS lifted2 
FROM
(SELECT term_6.name AS name, term_6.description AS description, term_6.parent AS parent, term_6.n AS n 
FROM term AS term_6 
WHERE term_6.kind = 'category' AND term_6.visible = 1 AND term_6.slug = 'notes' 
LIMIT 1 OFFSET 0) AS r1) AS r1)
