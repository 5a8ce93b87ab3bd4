SELECT (WITH anon_5 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index))),  anon_6 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_1 
FROM anon_5) < 3),  anon_4 AS MATERIALIZED 
(SELECT anon_7.post AS post, sum(anon_7.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AS anon_7 GROUP BY anon_7.post),  anon_2 AS MATERIALIZED 
(SELECT anon_3.post AS post, anon_3.relaxed AS relaxed, CAST(round((anon_3.score + coalesce(anon_4.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (post_2.locale = 'ja' OR post_2.locale LIKE 'ja-%') AND (post_2.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_3.published_key), 1, 10)) AS julianday_1 
FROM post AS post_3 
WHERE post_3.visible = 1) - julianday(substr(post_2.published_key, 1, 10))) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_3.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, post_2.published_key AS published_key 
FROM
(SELECT anon_5.post AS post, anon_5.score AS score, 0 AS relaxed 
FROM anon_5 UNION ALL SELECT anon_6.post AS post, anon_6.score AS score, 1 AS relaxed 
FROM anon_6 
WHERE (anon_6.post NOT IN
(SELECT anon_5.post 
FROM anon_5))) AS anon_3 LEFT OUTER JOIN post AS post_2 ON post_2.n = anon_3.post LEFT OUTER JOIN anon_4 ON anon_4.post = anon_3.post),  r2 AS NOT MATERIALIZED 
(SELECT (anon_1.relevance - (1 - anon_1.relaxed) * 10000000000000) / (1000000000.0 + 0.0) AS score, post_1.title AS title, post_1.published_at AS published_at, post_1.n AS n, anon_1.published_key AS published_key, anon_1.relevance AS relevance 
FROM anon_2 AS anon_1 JOIN post AS post_1 ON post_1.n = anon_1.post 
WHERE post_1.visible = 1),  anon_12 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index))),  anon_13 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_3 
FROM anon_12) < 3),  anon_11 AS MATERIALIZED 
(SELECT anon_14.post AS post, sum(anon_14.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('list',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('list',
(SELECT search_index.languages 
FROM search_index))) AS anon_14 GROUP BY anon_14.post),  anon_9 AS MATERIALIZED 
(SELECT anon_10.post AS post, anon_10.relaxed AS relaxed, CAST(round((anon_10.score + coalesce(anon_11.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (post_5.locale = 'ja' OR post_5.locale LIKE 'ja-%') AND (post_5.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_6.published_key), 1, 10)) AS julianday_2 
FROM post AS post_6 
WHERE post_6.visible = 1) - julianday(substr(post_5.published_key, 1, 10))) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_10.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, post_5.published_key AS published_key 
FROM
(SELECT anon_12.post AS post, anon_12.score AS score, 0 AS relaxed 
FROM anon_12 UNION ALL SELECT anon_13.post AS post, anon_13.score AS score, 1 AS relaxed 
FROM anon_13 
WHERE (anon_13.post NOT IN
(SELECT anon_12.post 
FROM anon_12))) AS anon_10 LEFT OUTER JOIN post AS post_5 ON post_5.n = anon_10.post LEFT OUTER JOIN anon_11 ON anon_11.post = anon_10.post)  SELECT json_object('totalCount',
(SELECT count(*) AS count_2 
FROM r2), 'edges', json_group_array(json_object('search', json_object('score', r1.score), 'node', json_object('title', r1.title, 'publishedAt', r1.published_at, 'adjacent', json_object('next',
(SELECT json_object('title', r3.title) AS json_object_2 
FROM
(SELECT post_4.title AS title 
FROM anon_9 AS anon_8 JOIN post AS post_4 ON post_4.n = anon_8.post 
WHERE post_4.visible = 1 AND (+
(SELECT anon_15.relevance 
FROM anon_9 AS anon_15 JOIN post AS post_7 ON post_7.n = anon_15.post 
WHERE post_7.visible = 1 AND post_7.n = r1.n), + r1.published_key) > (anon_8.relevance, anon_8.published_key)
ORDER BY anon_8.relevance DESC, anon_8.published_key DESC 
LIMIT 1 OFFSET 0) AS r3)))))) AS json_object_1 
FROM
(SELECT r2.score AS score, r2.title AS title, r2.published_at AS published_at, r2.n AS n, r2.published_key AS published_key 
FROM r2
ORDER BY r2.published_key DESC, r2.relevance DESC 
LIMIT 2 OFFSET 0) AS r1)
