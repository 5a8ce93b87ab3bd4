SELECT (WITH anon_1 AS 
(SELECT term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.slug IN
(SELECT anon_2.value 
FROM json_each('["python"]') AS anon_2)),  r2 AS NOT MATERIALIZED 
(SELECT post_1.n AS n, post_term_1.published_key AS published_key 
FROM post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post AND post_1.published_key = post_term_1.published_key 
WHERE post_term_1.term =
(SELECT term_1.n 
FROM term AS term_1 
WHERE term_1.kind = 'category' AND term_1.visible = 1 AND term_1.slug = 'notes') AND post_term_1.visible = 1 AND post_1.visible = 1 AND (EXISTS
(SELECT 1 
FROM post_term AS post_term_2 
WHERE post_term_2.post = post_1.n AND post_term_2.kind = 'tag' AND post_term_2.term IN
(SELECT anon_1.n 
FROM anon_1))))  SELECT json_object('totalCount',
(SELECT count(*) AS count_1 
FROM r2), 'facets', json_object('tags',
(SELECT json_group_array(json_object('slug', r3.slug, 'count', r3.count, 'selected', json(CASE WHEN r3.selected THEN 'true' ELSE 'false' END))) AS json_group_array_1 
FROM
(SELECT term_3.slug AS slug, anon_3.count AS count, term_3.slug IN
(SELECT anon_4.value 
FROM json_each('["python"]') AS anon_4) AS selected 
FROM
(SELECT post_term_3.term AS term, count(*) AS count 
FROM r2 LEFT OUTER JOIN post_term AS post_term_3 ON post_term_3.post = r2.n AND post_term_3.kind = 'tag' GROUP BY post_term_3.term) AS anon_3 JOIN term AS term_3 ON term_3.n = anon_3.term 
WHERE term_3.kind = 'tag' AND term_3.visible = 1
ORDER BY anon_3.count DESC, term_3.name_key ASC, term_3.id ASC 
LIMIT 20 OFFSET 0) AS r3), 'categories',
(SELECT json_group_array(json_object('slug', r4.slug, 'count', r4.count, 'selected', json(CASE WHEN r4.selected THEN 'true' ELSE 'false' END))) AS json_group_array_2 
FROM
(SELECT term_4.slug AS slug, anon_5.count AS count, term_4.slug IN
(SELECT anon_6.value 
FROM json_each('["notes"]') AS anon_6) AS selected 
FROM
(SELECT post_term_4.term AS term, count(*) AS count 
FROM r2 LEFT OUTER JOIN post_term AS post_term_4 ON post_term_4.post = r2.n AND post_term_4.kind = 'category' GROUP BY post_term_4.term) AS anon_5 JOIN term AS term_4 ON term_4.n = anon_5.term 
WHERE term_4.kind = 'category' AND term_4.visible = 1
ORDER BY anon_5.count DESC, term_4.name_key ASC, term_4.id ASC 
LIMIT 20 OFFSET 0) AS r4), 'authors',
(SELECT json_group_array(json_object('label', r5.name, 'count', r5.count, 'selected', json(CASE WHEN r5.selected THEN 'true' ELSE 'false' END))) AS json_group_array_3 
FROM
(SELECT term_5.name AS name, anon_7.count AS count, 0 AS selected 
FROM
(SELECT post_term_5.term AS term, count(*) AS count 
FROM r2 LEFT OUTER JOIN post_term AS post_term_5 ON post_term_5.post = r2.n AND post_term_5.kind = 'author' GROUP BY post_term_5.term) AS anon_7 JOIN term AS term_5 ON term_5.n = anon_7.term 
WHERE term_5.kind = 'author' AND term_5.visible = 1
ORDER BY anon_7.count DESC, term_5.name_key ASC, term_5.id ASC 
LIMIT 1 OFFSET 0) AS r5), 'archives',
(SELECT json_group_array(json_object('key', r6.key, 'start', r6.start, 'end', r6.end, 'count', r6.count)) AS json_group_array_4 
FROM (WITH RECURSIVE anon_8(found) AS 
(SELECT bucket((SELECT r2.published_key 
FROM r2 
WHERE r2.published_key >= '!'
ORDER BY r2.published_key DESC 
LIMIT 1 OFFSET 0), 'DAY', 'America/New_York') AS found UNION ALL SELECT bucket((SELECT r2.published_key 
FROM r2 
WHERE r2.published_key >= '!' AND r2.published_key < json_extract(anon_8.found, '$.first')
ORDER BY r2.published_key DESC 
LIMIT 1 OFFSET 0), 'DAY', 'America/New_York') AS found 
FROM anon_8 
WHERE anon_8.found IS NOT NULL)  SELECT json_extract(anon_8.found, '$.key') AS "key", json_extract(anon_8.found, '$.start') AS start, json_extract(anon_8.found, '$.end') AS "end",
(SELECT count(*) AS count_2 
FROM r2 
WHERE r2.published_key >= json_extract(anon_8.found, '$.first') AND r2.published_key < json_extract(anon_8.found, '$.last')) AS count 
FROM anon_8 
WHERE anon_8.found IS NOT NULL
ORDER BY json_extract(anon_8.found, '$.first') DESC) AS r6))) AS json_object_1),
(SELECT json_object('posts', json_object('facets', json_object('categories',
(SELECT json_group_array(json_object('slug', r3.slug, 'count', r3.count)) AS json_group_array_1 
FROM
(SELECT term_1.slug AS slug, anon_1.count AS count 
FROM
(SELECT post_term_1.term AS term, count(*) AS count 
FROM post_term AS post_term_2 JOIN post AS post_1 ON post_1.n = post_term_2.post LEFT OUTER JOIN post_term AS post_term_1 ON post_term_1.post = post_1.n AND post_term_1.kind = 'category' 
WHERE post_term_2.term = r1.n AND post_term_2.visible = 1 GROUP BY post_term_1.term) AS anon_1 JOIN term AS term_1 ON term_1.n = anon_1.term 
WHERE term_1.kind = 'category' AND term_1.visible = 1
ORDER BY anon_1.count DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 20 OFFSET 0) AS r3), 'archives',
(SELECT json_group_array(json_object('key', r4.key, 'count', r4.count)) AS json_group_array_2 
FROM (WITH RECURSIVE anon_2(found) AS 
(SELECT bucket((SELECT post_term_2.published_key 
FROM post_term AS post_term_2 JOIN post AS post_1 ON post_1.n = post_term_2.post 
WHERE post_term_2.term = r1.n AND post_term_2.visible = 1 AND post_term_2.published_key >= '!'
ORDER BY post_term_2.published_key DESC 
LIMIT 1 OFFSET 0), 'YEAR',
(SELECT site_1.time_zone 
FROM site AS site_1)) AS found UNION ALL SELECT bucket((SELECT post_term_2.published_key 
FROM post_term AS post_term_2 JOIN post AS post_1 ON post_1.n = post_term_2.post 
WHERE post_term_2.term = r1.n AND post_term_2.visible = 1 AND post_term_2.published_key >= '!' AND post_term_2.published_key < json_extract(anon_2.found, '$.first')
ORDER BY post_term_2.published_key DESC 
LIMIT 1 OFFSET 0), 'YEAR',
(SELECT site_1.time_zone 
FROM site AS site_1)) AS found 
FROM anon_2 
WHERE anon_2.found IS NOT NULL)  SELECT json_extract(anon_2.found, '$.key') AS "key",
(SELECT count(*) AS count_1 
FROM post_term AS post_term_2 JOIN post AS post_1 ON post_1.n = post_term_2.post 
WHERE post_term_2.term = r1.n AND post_term_2.visible = 1 AND post_term_2.published_key >= json_extract(anon_2.found, '$.first') AND post_term_2.published_key < json_extract(anon_2.found, '$.last')) AS count 
FROM anon_2 
WHERE anon_2.found IS NOT NULL
ORDER BY json_extract(anon_2.found, '$.first') DESC) AS r4)))) AS json_object_1 
FROM
(SELECT term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.slug = 'ken' 
LIMIT 1 OFFSET 0) AS r1)
