SELECT (WITH anon_6 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('other "list" -nothing',
(SELECT search_index.languages 
FROM search_index))),  anon_7 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('other "list" -nothing',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_1 
FROM anon_6) < 3),  anon_4 AS MATERIALIZED 
(SELECT anon_8.post AS post, sum(anon_8.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('other "list" -nothing',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('other "list" -nothing',
(SELECT search_index.languages 
FROM search_index))) AS anon_8 GROUP BY anon_8.post),  anon_2 AS MATERIALIZED 
(SELECT anon_3.post AS post, anon_3.relaxed AS relaxed, CAST(round((anon_3.score + coalesce(anon_4.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (anon_5.locale = 'ja' OR anon_5.locale LIKE 'ja-%') AND (anon_5.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_2.published_key), 1, 10) || 'T00:00') AS julianday_1 
FROM post AS post_2 
WHERE post_2.visible = 1) - julianday(substr(anon_5.published_key, 1, 10) || 'T00:00')) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_3.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, anon_5.published_key AS published_key 
FROM
(SELECT anon_6.post AS post, anon_6.score AS score, 0 AS relaxed 
FROM anon_6 UNION ALL SELECT anon_7.post AS post, anon_7.score AS score, 1 AS relaxed 
FROM anon_7 
WHERE (anon_7.post NOT IN
(SELECT anon_6.post 
FROM anon_6))) AS anon_3 LEFT OUTER JOIN
(SELECT n, published_key, locale 
FROM post INDEXED BY post_to_be_ranked) AS anon_5 ON anon_5.n = anon_3.post LEFT OUTER JOIN anon_4 ON anon_4.post = anon_3.post)  SELECT json_object('posts', (WITH r3 AS NOT MATERIALIZED 
(SELECT post_1.n AS n, (anon_1.relevance - (1 - anon_1.relaxed) * 10000000000000) / (1000000000.0 + 0.0) AS score, anon_1.relaxed AS relaxed, post_1.title AS title, anon_1.relevance AS relevance, anon_1.published_key AS published_key 
FROM anon_2 AS anon_1 JOIN (post_term AS post_term_1 JOIN post AS post_1 ON post_1.n = post_term_1.post) ON post_1.n = anon_1.post 
WHERE post_term_1.term = r1.n AND post_term_1.visible = 1 AND post_1.reading_time >= 1)  SELECT json_object('totalCount',
(SELECT count(*) AS count_2 
FROM r3), 'edges', json_group_array(json_object('search', json_object('score', r2.score, 'relaxed', json(CASE WHEN r2.relaxed THEN 'true' ELSE 'false' END)), 'node', json_object('title', r2.title))), 'facets', json_object('tags',
(SELECT json_group_array(json_object('slug', r4.slug, 'count', r4.count)) AS json_group_array_1 
FROM
(SELECT term_1.slug AS slug, anon_9.count AS count 
FROM
(SELECT post_term_2.term AS term, count(*) AS count 
FROM r3 LEFT OUTER JOIN post_term AS post_term_2 ON post_term_2.post = r3.n AND post_term_2.kind = 'tag' GROUP BY post_term_2.term) AS anon_9 JOIN term AS term_1 ON term_1.n = anon_9.term 
WHERE term_1.kind = 'tag' AND term_1.visible = 1
ORDER BY anon_9.count DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 3 OFFSET 0) AS r4))) AS json_object_2 
FROM
(SELECT r3.score AS score, r3.relaxed AS relaxed, r3.title AS title 
FROM r3
ORDER BY r3.relevance DESC, r3.published_key DESC 
LIMIT 2 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.slug = 'c-sharp' 
LIMIT 1 OFFSET 0) AS r1)
