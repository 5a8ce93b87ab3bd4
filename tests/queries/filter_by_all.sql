SELECT (WITH anon_2 AS 
(SELECT term_1.n AS n 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND term_1.slug IN
(SELECT anon_3.value 
FROM json_each('["python","c-plus-plus"]') AS anon_3)),  anon_1 AS 
(SELECT post_term_1.post AS post 
FROM post_term AS post_term_1 
WHERE post_term_1.term IN
(SELECT anon_2.n 
FROM anon_2)),  anon_8 AS 
(SELECT term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.slug IN
(SELECT anon_9.value 
FROM json_each('["python","graphql","sqlite"]') AS anon_9)),  anon_10 AS 
(SELECT term_3.n AS n 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.slug IN
(SELECT anon_11.value 
FROM json_each('["日本語"]') AS anon_11)),  anon_12 AS 
(SELECT term_4.n AS n 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.slug IN
(SELECT anon_13.value 
FROM json_each('[]') AS anon_13)),  r2 AS NOT MATERIALIZED 
(SELECT post_1.title AS title, post_1.published_key AS published_key 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.n + 0 IN
(SELECT anon_1.post 
FROM anon_1) AND post_1.published_key >=
(SELECT utc_key('2024-05-01', site_1.time_zone) || ' ' AS anon_4 
FROM site AS site_1) AND substr(post_1.published_key, 1, 1) != ' ' AND post_1.published_key <
(SELECT utc_key('2024-09-01T00:00:00+09:00', site_2.time_zone) || ' ' AS anon_5 
FROM site AS site_2) AND post_1.updated_key <=
(SELECT utc_key('2024-12-31T23:59:59Z', site_3.time_zone) AS utc_key_3 
FROM site AS site_3) AND (post_1.title_key = 'first steps' AND nfc(post_1.title) = 'First steps' OR post_1.title_key >= 'first' AND post_1.title_key < 'firsu' AND instr(sortable(post_1.slug), 'step') > 0 OR post_1.slug IN
(SELECT anon_6.value 
FROM json_each('["tables","same-day"]') AS anon_6) AND post_1.locale != 'ja' OR NOT (post_1.reading_time IN
(SELECT anon_7.value 
FROM json_each('[1,2,3]') AS anon_7) AND post_1.reading_time >= 1)) AND
(SELECT count(*) AS count_1 
FROM post_term AS post_term_2 
WHERE post_term_2.post = post_1.n AND post_term_2.kind = 'tag' AND post_term_2.term IN
(SELECT anon_8.n 
FROM anon_8)) != 3 AND NOT (EXISTS
(SELECT 1 
FROM post_term AS post_term_3 
WHERE post_term_3.post = post_1.n AND post_term_3.kind = 'tag' AND post_term_3.term IN
(SELECT anon_10.n 
FROM anon_10))) AND
(SELECT count(*) AS count_2 
FROM post_term AS post_term_4 
WHERE post_term_4.post = post_1.n AND post_term_4.kind = 'category' AND post_term_4.term IN
(SELECT anon_12.n 
FROM anon_12)) = 0)  SELECT json_object('nodes', json_group_array(json_object('title', r1.title))) AS json_object_1 
FROM
(SELECT r2.title AS title 
FROM r2
ORDER BY r2.published_key DESC 
LIMIT 20 OFFSET 0) AS r1)
