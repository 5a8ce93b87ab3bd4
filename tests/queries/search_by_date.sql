SELECT (WITH anon_6 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index))),  anon_7 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_1 
FROM anon_6) < 3),  anon_4 AS MATERIALIZED 
(SELECT anon_8.post AS post, sum(anon_8.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('list',
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
FROM post INDEXED BY post_to_be_ranked) AS anon_5 ON anon_5.n = anon_3.post LEFT OUTER JOIN anon_4 ON anon_4.post = anon_3.post),  r2 AS NOT MATERIALIZED 
(SELECT (anon_1.relevance - (1 - anon_1.relaxed) * 10000000000000) / (1000000000.0 + 0.0) AS score, post_1.title AS title, post_1.published_at AS published_at, post_1.n AS n, anon_1.published_key AS published_key, anon_1.relevance AS relevance 
FROM anon_2 AS anon_1 JOIN post AS post_1 ON post_1.n = anon_1.post 
WHERE post_1.visible = 1),  anon_14 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index))),  anon_15 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_3 
FROM anon_14) < 3),  anon_12 AS MATERIALIZED 
(SELECT anon_16.post AS post, sum(anon_16.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AS anon_16 GROUP BY anon_16.post),  anon_10 AS MATERIALIZED 
(SELECT anon_11.post AS post, anon_11.relaxed AS relaxed, CAST(round((anon_11.score + coalesce(anon_12.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (anon_13.locale = 'ja' OR anon_13.locale LIKE 'ja-%') AND (anon_13.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_4.published_key), 1, 10) || 'T00:00') AS julianday_2 
FROM post AS post_4 
WHERE post_4.visible = 1) - julianday(substr(anon_13.published_key, 1, 10) || 'T00:00')) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_11.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, anon_13.published_key AS published_key 
FROM
(SELECT anon_14.post AS post, anon_14.score AS score, 0 AS relaxed 
FROM anon_14 UNION ALL SELECT anon_15.post AS post, anon_15.score AS score, 1 AS relaxed 
FROM anon_15 
WHERE (anon_15.post NOT IN
(SELECT anon_14.post 
FROM anon_14))) AS anon_11 LEFT OUTER JOIN
(SELECT n, published_key, locale 
FROM post INDEXED BY post_to_be_ranked) AS anon_13 ON anon_13.n = anon_11.post LEFT OUTER JOIN anon_12 ON anon_12.post = anon_11.post)  SELECT json_object('totalCount',
(SELECT count(*) AS count_2 
FROM r2), 'edges', json_group_array(json_object('search', json_object('score', r1.score), 'node', json_object('title', r1.title, 'publishedAt', r1.published_at, 'adjacent', json_object('next',
(SELECT json_object('title', r3.title) AS json_object_2 
FROM
(SELECT post_3.title AS title 
FROM anon_10 AS anon_9 JOIN post AS post_3 ON post_3.n = anon_9.post 
WHERE post_3.visible = 1 AND (+
(SELECT anon_17.relevance 
FROM anon_10 AS anon_17 JOIN post AS post_5 ON post_5.n = anon_17.post 
WHERE post_5.visible = 1 AND post_5.n = r1.n), + r1.published_key) > (anon_9.relevance, anon_9.published_key)
ORDER BY anon_9.relevance DESC, anon_9.published_key DESC 
LIMIT 1 OFFSET 0) AS r3)))))) AS json_object_1 
FROM
(SELECT r2.score AS score, r2.title AS title, r2.published_at AS published_at, r2.n AS n, r2.published_key AS published_key 
FROM r2
ORDER BY r2.published_key DESC, r2.relevance DESC 
LIMIT 2 OFFSET 0) AS r1)
