SELECT (WITH anon_6 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('"Pyhton" -ruby',
(SELECT search_index.languages 
FROM search_index))),  anon_7 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('"Pyhton" -ruby',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_1 
FROM anon_6) < 3),  anon_4 AS MATERIALIZED 
(SELECT anon_8.post AS post, sum(anon_8.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('"Pyhton" -ruby',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('"Pyhton" -ruby',
(SELECT search_index.languages 
FROM search_index))) AS anon_8 GROUP BY anon_8.post),  anon_2 AS MATERIALIZED 
(SELECT anon_3.post AS post, anon_3.relaxed AS relaxed, CAST(round((anon_3.score + coalesce(anon_4.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (anon_5.locale = 'ja' OR anon_5.locale LIKE 'ja-%') AND (anon_5.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_1.published_key), 1, 10) || 'T00:00') AS julianday_1 
FROM post AS post_1 
WHERE post_1.visible = 1) - julianday(substr(anon_5.published_key, 1, 10) || 'T00:00')) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_3.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, anon_5.published_key AS published_key 
FROM
(SELECT anon_6.post AS post, anon_6.score AS score, 0 AS relaxed 
FROM anon_6 UNION ALL SELECT anon_7.post AS post, anon_7.score AS score, 1 AS relaxed 
FROM anon_7 
WHERE (anon_7.post NOT IN
(SELECT anon_6.post 
FROM anon_6))) AS anon_3 LEFT OUTER JOIN
(SELECT n, published_key, locale 
FROM post INDEXED BY post_to_be_ranked) AS anon_5 ON anon_5.n = anon_3.post LEFT OUTER JOIN anon_4 ON anon_4.post = anon_3.post),  r2 AS NOT MATERIALIZED 
(SELECT 1 
FROM anon_2 AS anon_1 JOIN post AS post_2 ON post_2.n = anon_1.post 
WHERE post_2.visible = 1),  anon_9 AS 
(SELECT CASE WHEN (EXISTS
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('"Pyhton" -ruby',
(SELECT search_index.languages 
FROM search_index)))) THEN NULL ELSE corrected('"Pyhton" -ruby',
(SELECT json_group_array(json_array(json_extract(asked.value, '$[0]'), spelling_1.word, spelling_1.post_count)) AS json_group_array_1 
FROM json_each('[["pyhton",["phton","pyhon","pyhtn","pyhto","pyhton","pyton","yhton"]]]') AS asked JOIN json_each(json_extract(asked.value, '$[1]')) AS deletions ON 1 = 1 JOIN spelling_deletion AS spelling_deletion_1 ON spelling_deletion_1.deletion = deletions.value JOIN spelling AS spelling_1 ON spelling_1.word = spelling_deletion_1.word 
WHERE NOT (EXISTS
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict(json_extract(asked.value, '$[0]'),
(SELECT search_index.languages 
FROM search_index)))) AND spelling_1.post_count > 0)) END AS "query")  SELECT json_object('didYouMean',
(SELECT anon_9."query" 
FROM anon_9), 'totalCount',
(SELECT count(*) AS count_2 
FROM r2)) AS json_object_1), (WITH anon_6 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('python',
(SELECT search_index.languages 
FROM search_index))),  anon_7 AS MATERIALIZED 
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE (post_search.post_search MATCH search_relaxed('python',
(SELECT search_index.languages 
FROM search_index))) AND
(SELECT count(*) AS count_1 
FROM anon_6) < 3),  anon_4 AS MATERIALIZED 
(SELECT anon_8.post AS post, sum(anon_8.score) AS score 
FROM
(SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -1.0 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_strict('python',
(SELECT search_index.languages 
FROM search_index)) UNION ALL SELECT post_title.rowid AS post, bm25(post_title, 1.0, 1.0) * -0.5 AS score 
FROM post_title 
WHERE post_title.post_title MATCH search_relaxed('python',
(SELECT search_index.languages 
FROM search_index))) AS anon_8 GROUP BY anon_8.post),  anon_2 AS MATERIALIZED 
(SELECT anon_3.post AS post, anon_3.relaxed AS relaxed, CAST(round((anon_3.score + coalesce(anon_4.score, 0.0)) * CASE WHEN (NULL IS NOT NULL AND (anon_5.locale = 'ja' OR anon_5.locale LIKE 'ja-%') AND (anon_5.n NOT IN
(SELECT post_word.rowid 
FROM post_word 
WHERE post_word.post_word MATCH coalesce(NULL, '""')))) THEN 0.05 ELSE 1.0 END * (1 + coalesce(0.15 / ((1 + ((SELECT julianday(substr(max(post_1.published_key), 1, 10) || 'T00:00') AS julianday_1 
FROM post AS post_1 
WHERE post_1.visible = 1) - julianday(substr(anon_5.published_key, 1, 10) || 'T00:00')) / (365.0 + 0.0)) + 0.0), 0)) * 1000000000) AS INTEGER) + CASE WHEN (anon_3.relaxed = 0) THEN 10000000000000 ELSE 0 END AS relevance, anon_5.published_key AS published_key 
FROM
(SELECT anon_6.post AS post, anon_6.score AS score, 0 AS relaxed 
FROM anon_6 UNION ALL SELECT anon_7.post AS post, anon_7.score AS score, 1 AS relaxed 
FROM anon_7 
WHERE (anon_7.post NOT IN
(SELECT anon_6.post 
FROM anon_6))) AS anon_3 LEFT OUTER JOIN
(SELECT n, published_key, locale 
FROM post INDEXED BY post_to_be_ranked) AS anon_5 ON anon_5.n = anon_3.post LEFT OUTER JOIN anon_4 ON anon_4.post = anon_3.post),  r2 AS NOT MATERIALIZED 
(SELECT 1 
FROM anon_2 AS anon_1 JOIN post AS post_2 ON post_2.n = anon_1.post 
WHERE post_2.visible = 1),  anon_9 AS 
(SELECT CASE WHEN (EXISTS
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict('python',
(SELECT search_index.languages 
FROM search_index)))) THEN NULL ELSE corrected('python',
(SELECT json_group_array(json_array(json_extract(asked.value, '$[0]'), spelling_1.word, spelling_1.post_count)) AS json_group_array_1 
FROM json_each('[["python",["pthon","pyhon","pythn","pytho","python","pyton","ython"]]]') AS asked JOIN json_each(json_extract(asked.value, '$[1]')) AS deletions ON 1 = 1 JOIN spelling_deletion AS spelling_deletion_1 ON spelling_deletion_1.deletion = deletions.value JOIN spelling AS spelling_1 ON spelling_1.word = spelling_deletion_1.word 
WHERE NOT (EXISTS
(SELECT post_search.rowid AS post, bm25(post_search, 10.0, 6.0, 3.0, 1.0, 0.1) * -1.0 AS score 
FROM post_search 
WHERE post_search.post_search MATCH search_strict(json_extract(asked.value, '$[0]'),
(SELECT search_index.languages 
FROM search_index)))) AND spelling_1.post_count > 0)) END AS "query")  SELECT json_object('didYouMean',
(SELECT anon_9."query" 
FROM anon_9)) AS json_object_1),
(SELECT json_object('didYouMean', NULL) AS json_object_1)
