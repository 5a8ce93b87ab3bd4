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
FROM
(SELECT round(anon_1.weight / (anon_2.weight + 0.0), 6) AS score, post_1.n AS n, r5.n AS origin 
FROM
(SELECT anon_3.post AS post, sum(anon_4.weight) AS weight 
FROM
(SELECT DISTINCT post_term_3.post AS post 
FROM post_term AS post_term_4 JOIN post_term AS post_term_3 ON post_term_3.term = post_term_4.term 
WHERE post_term_4.post = r5.n AND post_term_4.kind = 'tag' AND post_term_3.post != r5.n AND post_term_3.published_key >= coalesce((SELECT post_term_5.published_key 
FROM post_term AS post_term_5 
WHERE post_term_5.term = post_term_4.term AND post_term_5.visible = 1
ORDER BY post_term_5.published_key DESC 
LIMIT 1 OFFSET 99), '') AND post_term_3.visible = 1) AS anon_3 JOIN post_term AS post_term_6 ON post_term_6.post = anon_3.post AND post_term_6.kind = 'tag' JOIN
(SELECT post_term_7.term AS term, 1.0 / (term_3.post_count + 0.0) AS weight 
FROM post_term AS post_term_7 JOIN term AS term_3 ON term_3.n = post_term_7.term 
WHERE post_term_7.post = r5.n AND post_term_7.kind = 'tag') AS anon_4 ON anon_4.term = post_term_6.term + 0 GROUP BY anon_3.post) AS anon_1 JOIN
(SELECT sum(anon_5.weight) AS weight 
FROM
(SELECT post_term_8.term AS term, 1.0 / (term_5.post_count + 0.0) AS weight 
FROM post_term AS post_term_8 JOIN term AS term_5 ON term_5.n = post_term_8.term 
WHERE post_term_8.post = r5.n AND post_term_8.kind = 'tag') AS anon_5) AS anon_2 ON 1 = 1 JOIN post AS post_1 ON post_1.n = anon_1.post
ORDER BY round(anon_1.weight / (anon_2.weight + 0.0), 6) DESC, post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r6) AS r6) AS lifted1 
FROM
(SELECT post_2.title AS title, post_2.n AS n 
FROM post_term AS post_term_9 JOIN post AS post_2 ON post_2.n = post_term_9.post 
WHERE post_term_9.term = r4.n AND post_term_9.visible = 1
ORDER BY post_term_9.published_key DESC 
LIMIT 1 OFFSET 0) AS r5) AS r5) AS lifted1 
FROM
(SELECT term_6.name AS name, term_6.n AS n 
FROM term AS term_6 
WHERE term_6.parent = r2.n AND term_6.visible = 1
ORDER BY term_6.name_key ASC, term_6.id ASC) AS r4) AS r4) AS lifted2 
FROM
(SELECT term_7.name AS name, term_7.post_count AS post_count, term_7.parent AS parent, term_7.n AS n 
FROM term AS term_7 
WHERE term_7.n = r1.parent AND term_7.visible = 1
ORDER BY term_7.name_key ASC, term_7.id ASC 
LIMIT 1 OFFSET 0) AS r2) AS r2) AS lifted1,
(SELECT json_group_array(json_object('name', r8.name)) AS json_group_array_4 
FROM
(SELECT term_8.name AS name 
FROM term AS term_8 
WHERE term_8.parent = r1.n AND term_8.visible = 1
ORDER BY term_8.name_key ASC, term_8.id ASC) AS r8) AS lifted2 
FROM
(SELECT term_9.name AS name, term_9.description AS description, term_9.parent AS parent, term_9.n AS n 
FROM term AS term_9 
WHERE term_9.kind = 'category' AND term_9.visible = 1 AND term_9.slug = 'notes' 
LIMIT 1 OFFSET 0) AS r1) AS r1)
