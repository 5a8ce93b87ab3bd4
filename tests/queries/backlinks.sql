SELECT
(SELECT json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)), 'nodes', json_group_array(json_object('path', r2.path))) AS json_object_2 
FROM
(SELECT post_1.path AS path 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r2), 'second',
(SELECT json_object('edges', json_group_array(json_object('cursor', hex(json_array('-p', r3.published_key)), 'node', json_object('title', r3.title))), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key) 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END), 'hasPreviousPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND (post_2.published_key) >= ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md'))) THEN 'true' ELSE 'false' END))) AS json_object_3 
FROM
(SELECT post_2.published_key AS published_key, post_2.title AS title 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.n IN
(SELECT anon_2.value 
FROM json_each(r1.linking) AS anon_2) AND ('2024-07-14T15:00:00 _posts/2024-07-15-no-author.md') > (post_2.published_key)
ORDER BY post_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r3)) AS json_object_1 
FROM
(SELECT
(SELECT json_group_array(post_link_1.post) AS json_group_array_1 
FROM post_link AS post_link_1 
WHERE (post_link_1.route = post_3.route OR post_link_1.route = post_3.source_path OR post_link_1.route IN
(SELECT resolved_redirect_1.route 
FROM resolved_redirect AS resolved_redirect_1 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = post_3.id)) AND post_link_1.post != post_3.n) AS linking, post_3.path = '/b/notes/2024/08/20/tables.html' AS best0 
FROM post AS post_3 
WHERE post_3.visible = 1 AND (post_3.path = '/b/notes/2024/08/20/tables.html' OR post_3.path = '/b/notes/2024/08/20/tables.html')
ORDER BY best0 DESC, post_3.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('posts', json(r1.lifted1)) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_object('nodes', json_group_array(json_object('relatedPosts', json(r2.lifted1), 'translations', json(r2.lifted2), 'backlinks', json(r2.lifted3)))) AS json_object_2 
FROM
(SELECT r2.*,
(SELECT json_group_array(json_object('post', json_object('backlinks', json(r3.lifted1)))) AS json_group_array_1 
FROM
(SELECT r3.*, json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r3.linking) AS anon_1))) AS lifted1 
FROM (WITH anon_2 AS MATERIALIZED 
(SELECT post_keyword_1.keyword AS keyword, post_keyword_1.weight AS weight, CASE WHEN (anon_3.posts >= keyword.post_count * 131072) THEN 18 WHEN (anon_3.posts >= keyword.post_count * 65536) THEN 17 WHEN (anon_3.posts >= keyword.post_count * 32768) THEN 16 WHEN (anon_3.posts >= keyword.post_count * 16384) THEN 15 WHEN (anon_3.posts >= keyword.post_count * 8192) THEN 14 WHEN (anon_3.posts >= keyword.post_count * 4096) THEN 13 WHEN (anon_3.posts >= keyword.post_count * 2048) THEN 12 WHEN (anon_3.posts >= keyword.post_count * 1024) THEN 11 WHEN (anon_3.posts >= keyword.post_count * 512) THEN 10 WHEN (anon_3.posts >= keyword.post_count * 256) THEN 9 WHEN (anon_3.posts >= keyword.post_count * 128) THEN 8 WHEN (anon_3.posts >= keyword.post_count * 64) THEN 7 WHEN (anon_3.posts >= keyword.post_count * 32) THEN 6 WHEN (anon_3.posts >= keyword.post_count * 16) THEN 5 WHEN (anon_3.posts >= keyword.post_count * 8) THEN 4 WHEN (anon_3.posts >= keyword.post_count * 4) THEN 3 WHEN (anon_3.posts >= keyword.post_count * 2) THEN 2 ELSE 1 END AS rarity, sum(keyword.post_count) OVER (ORDER BY keyword.post_count, post_keyword_1.keyword) AS reached 
FROM
(SELECT revision.post_count AS posts 
FROM revision
ORDER BY revision.sequence DESC 
LIMIT 1 OFFSET 0) AS anon_3 JOIN post_keyword AS post_keyword_1 ON post_keyword_1.post = r2.n JOIN keyword ON keyword.n = post_keyword_1.keyword 
WHERE keyword.post_count * 5 <= max(anon_3.posts, 25)),  anon_4 AS MATERIALIZED 
(SELECT post_term_1.term AS term, CASE WHEN (anon_5.posts >= term.post_count * 131072) THEN 18 WHEN (anon_5.posts >= term.post_count * 65536) THEN 17 WHEN (anon_5.posts >= term.post_count * 32768) THEN 16 WHEN (anon_5.posts >= term.post_count * 16384) THEN 15 WHEN (anon_5.posts >= term.post_count * 8192) THEN 14 WHEN (anon_5.posts >= term.post_count * 4096) THEN 13 WHEN (anon_5.posts >= term.post_count * 2048) THEN 12 WHEN (anon_5.posts >= term.post_count * 1024) THEN 11 WHEN (anon_5.posts >= term.post_count * 512) THEN 10 WHEN (anon_5.posts >= term.post_count * 256) THEN 9 WHEN (anon_5.posts >= term.post_count * 128) THEN 8 WHEN (anon_5.posts >= term.post_count * 64) THEN 7 WHEN (anon_5.posts >= term.post_count * 32) THEN 6 WHEN (anon_5.posts >= term.post_count * 16) THEN 5 WHEN (anon_5.posts >= term.post_count * 8) THEN 4 WHEN (anon_5.posts >= term.post_count * 4) THEN 3 WHEN (anon_5.posts >= term.post_count * 2) THEN 2 ELSE 1 END * 20 AS points, coalesce((SELECT post_term_2.published_key 
FROM post_term AS post_term_2 
WHERE post_term_2.term = post_term_1.term AND post_term_2.visible = 1
ORDER BY post_term_2.published_key DESC 
LIMIT 1 OFFSET 99), '') AS oldest 
FROM
(SELECT revision.post_count AS posts 
FROM revision
ORDER BY revision.sequence DESC 
LIMIT 1 OFFSET 0) AS anon_5 JOIN post_term AS post_term_1 ON post_term_1.post = r2.n AND post_term_1.kind = 'tag' JOIN term ON term.n = post_term_1.term),  anon_6 AS MATERIALIZED 
(SELECT anon_7.post AS post, sum(anon_7.points) AS points, rank() OVER (ORDER BY sum(anon_7.points) DESC) AS place 
FROM
(SELECT post_keyword_2.post AS post, min(post_keyword_2.weight, anon_2.weight) * anon_2.rarity AS points 
FROM anon_2 JOIN post_keyword AS post_keyword_2 ON post_keyword_2.keyword = anon_2.keyword 
WHERE anon_2.reached <= 2000 AND post_keyword_2.visible = 1 UNION ALL SELECT post_term_3.post AS post, anon_4.points AS points 
FROM anon_4 JOIN post_term AS post_term_3 ON post_term_3.term = anon_4.term 
WHERE post_term_3.published_key >= anon_4.oldest AND post_term_3.visible = 1) AS anon_7 
WHERE anon_7.post != r2.n GROUP BY anon_7.post)  SELECT
(SELECT json_group_array(post_link_1.post) AS json_group_array_2 
FROM post_link AS post_link_1 
WHERE (post_link_1.route = post_2.route OR post_link_1.route = post_2.source_path OR post_link_1.route IN
(SELECT resolved_redirect_1.route 
FROM resolved_redirect AS resolved_redirect_1 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = post_2.id)) AND post_link_1.post != post_2.n) AS linking 
FROM anon_6 JOIN post AS post_2 ON post_2.n = anon_6.post JOIN
(SELECT sum(anon_9.points) AS points 
FROM
(SELECT anon_2.weight * anon_2.rarity AS points 
FROM anon_2 UNION ALL SELECT anon_4.points AS points 
FROM anon_4) AS anon_9) AS anon_8 ON 1 = 1 
WHERE anon_6.place <= 1
ORDER BY anon_6.points DESC, post_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r3) AS r3) AS lifted1,
(SELECT json_group_array(json_object('backlinks', json(r5.lifted1))) AS json_group_array_3 
FROM
(SELECT r5.*, json_object('totalCount',
(SELECT count(*) AS count_2 
FROM post AS post_3 
WHERE post_3.visible = 1 AND post_3.n IN
(SELECT anon_10.value 
FROM json_each(r5.linking) AS anon_10))) AS lifted1 
FROM
(SELECT
(SELECT json_group_array(post_link_2.post) AS json_group_array_4 
FROM post_link AS post_link_2 
WHERE (post_link_2.route = post_4.route OR post_link_2.route = post_4.source_path OR post_link_2.route IN
(SELECT resolved_redirect_2.route 
FROM resolved_redirect AS resolved_redirect_2 
WHERE resolved_redirect_2.audience = 'public' AND resolved_redirect_2.node = post_4.id)) AND post_link_2.post != post_4.n) AS linking 
FROM post AS post_4 
WHERE post_4.translation_key = r2.translation_key AND post_4.locale != r2.locale AND NOT (EXISTS
(SELECT * 
FROM post AS post_5 
WHERE post_5.translation_key = post_4.translation_key AND post_5.locale = post_4.locale AND post_5.published_key > post_4.published_key AND post_5.visible = 1)) AND post_4.visible = 1
ORDER BY post_4.locale ASC) AS r5) AS r5) AS lifted2, json_object('totalCount',
(SELECT count(*) AS count_3 
FROM post AS post_6 
WHERE post_6.visible = 1 AND post_6.n IN
(SELECT anon_11.value 
FROM json_each(r2.linking) AS anon_11))) AS lifted3 
FROM
(SELECT post_7.n AS n, post_7.translation_key AS translation_key, post_7.locale AS locale,
(SELECT json_group_array(post_link_3.post) AS json_group_array_5 
FROM post_link AS post_link_3 
WHERE (post_link_3.route = post_7.route OR post_link_3.route = post_7.source_path OR post_link_3.route IN
(SELECT resolved_redirect_3.route 
FROM resolved_redirect AS resolved_redirect_3 
WHERE resolved_redirect_3.audience = 'public' AND resolved_redirect_3.node = post_7.id)) AND post_link_3.post != post_7.n) AS linking 
FROM post_term AS post_term_4 JOIN post AS post_7 ON post_7.n = post_term_4.post 
WHERE post_term_4.term = r1.n AND post_term_4.visible = 1
ORDER BY post_term_4.published_key DESC 
LIMIT 1 OFFSET 0) AS r2) AS r2) AS lifted1 
FROM
(SELECT term_1.n AS n 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1 AND term_1.slug = 'ken' 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('backlinks',
(SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)), 'nodes', json_group_array(json_object('title', r2.title)), 'pageInfo', json_object('hasNextPage', json(CASE WHEN (EXISTS
(SELECT 1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1) 
LIMIT 1 OFFSET 1)) THEN 'true' ELSE 'false' END))) AS json_object_2 
FROM
(SELECT post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n IN
(SELECT anon_1.value 
FROM json_each(r1.linking) AS anon_1)
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r2)))) AS json_object_1 
FROM
(SELECT
(SELECT json_group_array(post_link_1.post) AS json_group_array_1 
FROM post_link AS post_link_1 
WHERE (post_link_1.route = post_2.route OR post_link_1.route = post_2.source_path OR post_link_1.route IN
(SELECT resolved_redirect_1.route 
FROM resolved_redirect AS resolved_redirect_1 
WHERE resolved_redirect_1.audience = 'public' AND resolved_redirect_1.node = post_2.id)) AND post_link_1.post != post_2.n) AS linking 
FROM post AS post_2 
WHERE post_2.visible = 1
ORDER BY post_2.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
