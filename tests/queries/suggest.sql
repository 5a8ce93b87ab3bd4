SELECT
(SELECT json_group_array(json_object('text', coalesce((SELECT post_1.title 
FROM post AS post_1 
WHERE post_1.id = r1.node),
(SELECT term_1.name 
FROM term AS term_1 
WHERE term_1.id = r1.node)), 'kind', CASE WHEN (upper(substr(r1.node, 1, instr(r1.node, '_') - 1)) = 'POST') THEN 'TITLE' ELSE upper(substr(r1.node, 1, instr(r1.node, '_') - 1)) END, 'node', json(coalesce(r1.lifted1, r1.lifted2, r1.lifted3, r1.lifted4)))) AS json_group_array_1 
FROM
(SELECT r1.*,
(SELECT json_object('id', r2.id, 'path', r2.path) AS json_object_1 
FROM
(SELECT post_2.id AS id, post_2.path AS path 
FROM post AS post_2 
WHERE post_2.visible = 1 AND post_2.id = r1.node) AS r2) AS lifted1,
(SELECT json_object('id', r3.id, 'path', r3.path) AS json_object_2 
FROM
(SELECT term_2.id AS id, term_2.path AS path 
FROM term AS term_2 
WHERE term_2.kind = 'author' AND term_2.visible = 1 AND term_2.id = r1.node) AS r3) AS lifted2,
(SELECT json_object('id', r4.id, 'path', r4.path) AS json_object_3 
FROM
(SELECT term_3.id AS id, term_3.path AS path 
FROM term AS term_3 
WHERE term_3.kind = 'tag' AND term_3.visible = 1 AND term_3.id = r1.node) AS r4) AS lifted3,
(SELECT json_object('id', r5.id, 'path', r5.path) AS json_object_4 
FROM
(SELECT term_4.id AS id, term_4.path AS path 
FROM term AS term_4 
WHERE term_4.kind = 'category' AND term_4.visible = 1 AND term_4.id = r1.node) AS r5) AS lifted4 
FROM
(SELECT anon_1.node AS node 
FROM
(SELECT anon_2.node AS node, anon_2.rank AS rank, min(anon_2.place) AS place 
FROM
(SELECT anon_3.place AS place, anon_3.rank AS rank, anon_3.node AS node 
FROM
(SELECT completion_1.place AS place, completion_1.rank AS rank, completion_1.node AS node 
FROM completion AS completion_1 
WHERE completion_1.visible = 1 AND completion_1.place = 0 AND completion_1.head BETWEEN 'p' AND 'p'
ORDER BY completion_1.head, completion_1.rank, completion_1.node 
LIMIT 10 OFFSET 0) AS anon_3 UNION ALL SELECT anon_4.place AS place, anon_4.rank AS rank, anon_4.node AS node 
FROM
(SELECT completion_2.place AS place, completion_2.rank AS rank, completion_2.node AS node 
FROM completion AS completion_2 
WHERE completion_2.visible = 1 AND completion_2.place = 1 AND completion_2.head BETWEEN 'p' AND 'p'
ORDER BY completion_2.head, completion_2.rank, completion_2.node 
LIMIT 10 OFFSET 0) AS anon_4 UNION ALL SELECT anon_5.place AS place, anon_5.rank AS rank, anon_5.node AS node 
FROM
(SELECT completion_3.place AS place, completion_3.rank AS rank, completion_3.node AS node 
FROM completion AS completion_3 
WHERE completion_3.visible = 1 AND completion_3.place = 2 AND completion_3.head BETWEEN 'p' AND 'p'
ORDER BY completion_3.head, completion_3.rank, completion_3.node 
LIMIT 10 OFFSET 0) AS anon_5 UNION ALL SELECT anon_6.place AS place, anon_6.rank AS rank, anon_6.node AS node 
FROM
(SELECT completion_4.place AS place, completion_4.rank AS rank, completion_4.node AS node 
FROM completion AS completion_4 
WHERE completion_4.visible = 1 AND completion_4.place = 3 AND completion_4.head BETWEEN 'p' AND 'p'
ORDER BY completion_4.head, completion_4.rank, completion_4.node 
LIMIT 10 OFFSET 0) AS anon_6 UNION ALL SELECT anon_7.place AS place, anon_7.rank AS rank, anon_7.node AS node 
FROM
(SELECT completion_5.place AS place, completion_5.rank AS rank, completion_5.node AS node 
FROM completion AS completion_5 
WHERE completion_5.visible = 1 AND completion_5.place = 1 AND completion_5.head BETWEEN 'p' AND 'p'
ORDER BY completion_5.head DESC, completion_5.rank DESC, completion_5.node DESC 
LIMIT 0 OFFSET 0) AS anon_7 UNION ALL SELECT anon_8.place AS place, anon_8.rank AS rank, anon_8.node AS node 
FROM
(SELECT completion_6.place AS place, completion_6.rank AS rank, completion_6.node AS node 
FROM completion AS completion_6 
WHERE completion_6.visible = 1 AND completion_6.place = 3 AND completion_6.head BETWEEN 'p' AND 'p'
ORDER BY completion_6.head DESC, completion_6.rank DESC, completion_6.node DESC 
LIMIT 0 OFFSET 0) AS anon_8) AS anon_2 GROUP BY anon_2.node, anon_2.rank) AS anon_1
ORDER BY anon_1.place ASC, anon_1.rank ASC, anon_1.node ASC 
LIMIT 10 OFFSET 0) AS r1) AS r1),
(SELECT json_group_array(json_object('text', coalesce((SELECT post_1.title 
FROM post AS post_1 
WHERE post_1.id = r1.node),
(SELECT term_1.name 
FROM term AS term_1 
WHERE term_1.id = r1.node)), 'kind', CASE WHEN (upper(substr(r1.node, 1, instr(r1.node, '_') - 1)) = 'POST') THEN 'TITLE' ELSE upper(substr(r1.node, 1, instr(r1.node, '_') - 1)) END)) AS json_group_array_1 
FROM
(SELECT anon_1.node AS node 
FROM
(SELECT anon_2.node AS node, anon_2.rank AS rank, min(anon_2.place) AS place 
FROM
(SELECT anon_3.place AS place, anon_3.rank AS rank, anon_3.node AS node 
FROM
(SELECT completion_1.place AS place, completion_1.rank AS rank, completion_1.node AS node 
FROM completion AS completion_1 
WHERE completion_1.visible = 1 AND completion_1.place = 0 AND completion_1.head BETWEEN '入門' AND '入門'
ORDER BY completion_1.head, completion_1.rank, completion_1.node 
LIMIT 3 OFFSET 0) AS anon_3 UNION ALL SELECT anon_4.place AS place, anon_4.rank AS rank, anon_4.node AS node 
FROM
(SELECT completion_2.place AS place, completion_2.rank AS rank, completion_2.node AS node 
FROM completion AS completion_2 
WHERE completion_2.visible = 1 AND completion_2.place = 1 AND completion_2.head BETWEEN '入門' AND '入門'
ORDER BY completion_2.head, completion_2.rank, completion_2.node 
LIMIT 3 OFFSET 0) AS anon_4 UNION ALL SELECT anon_5.place AS place, anon_5.rank AS rank, anon_5.node AS node 
FROM
(SELECT completion_3.place AS place, completion_3.rank AS rank, completion_3.node AS node 
FROM completion AS completion_3 
WHERE completion_3.visible = 1 AND completion_3.place = 2 AND completion_3.head BETWEEN '入門' AND '入門'
ORDER BY completion_3.head, completion_3.rank, completion_3.node 
LIMIT 3 OFFSET 0) AS anon_5 UNION ALL SELECT anon_6.place AS place, anon_6.rank AS rank, anon_6.node AS node 
FROM
(SELECT completion_4.place AS place, completion_4.rank AS rank, completion_4.node AS node 
FROM completion AS completion_4 
WHERE completion_4.visible = 1 AND completion_4.place = 3 AND completion_4.head BETWEEN '入門' AND '入門'
ORDER BY completion_4.head, completion_4.rank, completion_4.node 
LIMIT 3 OFFSET 0) AS anon_6 UNION ALL SELECT anon_7.place AS place, anon_7.rank AS rank, anon_7.node AS node 
FROM
(SELECT completion_5.place AS place, completion_5.rank AS rank, completion_5.node AS node 
FROM completion AS completion_5 
WHERE completion_5.visible = 1 AND completion_5.place = 1 AND completion_5.head BETWEEN '入門' AND '入門'
ORDER BY completion_5.head DESC, completion_5.rank DESC, completion_5.node DESC 
LIMIT 0 OFFSET 0) AS anon_7 UNION ALL SELECT anon_8.place AS place, anon_8.rank AS rank, anon_8.node AS node 
FROM
(SELECT completion_6.place AS place, completion_6.rank AS rank, completion_6.node AS node 
FROM completion AS completion_6 
WHERE completion_6.visible = 1 AND completion_6.place = 3 AND completion_6.head BETWEEN '入門' AND '入門'
ORDER BY completion_6.head DESC, completion_6.rank DESC, completion_6.node DESC 
LIMIT 0 OFFSET 0) AS anon_8) AS anon_2 GROUP BY anon_2.node, anon_2.rank) AS anon_1
ORDER BY anon_1.place ASC, anon_1.rank ASC, anon_1.node ASC 
LIMIT 3 OFFSET 0) AS r1),
(SELECT json_group_array(json_object('text', coalesce((SELECT post_1.title 
FROM post AS post_1 
WHERE post_1.id = r1.node),
(SELECT term_1.name 
FROM term AS term_1 
WHERE term_1.id = r1.node)))) AS json_group_array_1 
FROM
(SELECT anon_1.node AS node 
FROM
(SELECT anon_2.node AS node, anon_2.rank AS rank, min(anon_2.place) AS place 
FROM
(SELECT anon_3.place AS place, anon_3.rank AS rank, anon_3.node AS node 
FROM
(SELECT completion_1.place AS place, completion_1.rank AS rank, completion_1.node AS node 
FROM completion AS completion_1 
WHERE completion_1.visible = 1 AND completion_1.place = 0 AND completion_1.head BETWEEN '' AND ''
ORDER BY completion_1.head, completion_1.rank, completion_1.node 
LIMIT 10 OFFSET 0) AS anon_3 UNION ALL SELECT anon_4.place AS place, anon_4.rank AS rank, anon_4.node AS node 
FROM
(SELECT completion_2.place AS place, completion_2.rank AS rank, completion_2.node AS node 
FROM completion AS completion_2 
WHERE completion_2.visible = 1 AND completion_2.place = 1 AND completion_2.head BETWEEN '' AND ''
ORDER BY completion_2.head, completion_2.rank, completion_2.node 
LIMIT 10 OFFSET 0) AS anon_4 UNION ALL SELECT anon_5.place AS place, anon_5.rank AS rank, anon_5.node AS node 
FROM
(SELECT completion_3.place AS place, completion_3.rank AS rank, completion_3.node AS node 
FROM completion AS completion_3 
WHERE completion_3.visible = 1 AND completion_3.place = 2 AND completion_3.head BETWEEN '' AND ''
ORDER BY completion_3.head, completion_3.rank, completion_3.node 
LIMIT 10 OFFSET 0) AS anon_5 UNION ALL SELECT anon_6.place AS place, anon_6.rank AS rank, anon_6.node AS node 
FROM
(SELECT completion_4.place AS place, completion_4.rank AS rank, completion_4.node AS node 
FROM completion AS completion_4 
WHERE completion_4.visible = 1 AND completion_4.place = 3 AND completion_4.head BETWEEN '' AND ''
ORDER BY completion_4.head, completion_4.rank, completion_4.node 
LIMIT 10 OFFSET 0) AS anon_6 UNION ALL SELECT anon_7.place AS place, anon_7.rank AS rank, anon_7.node AS node 
FROM
(SELECT completion_5.place AS place, completion_5.rank AS rank, completion_5.node AS node 
FROM completion AS completion_5 
WHERE completion_5.visible = 1 AND completion_5.place = 1 AND completion_5.head BETWEEN '' AND ''
ORDER BY completion_5.head DESC, completion_5.rank DESC, completion_5.node DESC 
LIMIT 0 OFFSET 0) AS anon_7 UNION ALL SELECT anon_8.place AS place, anon_8.rank AS rank, anon_8.node AS node 
FROM
(SELECT completion_6.place AS place, completion_6.rank AS rank, completion_6.node AS node 
FROM completion AS completion_6 
WHERE completion_6.visible = 1 AND completion_6.place = 3 AND completion_6.head BETWEEN '' AND ''
ORDER BY completion_6.head DESC, completion_6.rank DESC, completion_6.node DESC 
LIMIT 0 OFFSET 0) AS anon_8) AS anon_2 GROUP BY anon_2.node, anon_2.rank) AS anon_1
ORDER BY anon_1.place ASC, anon_1.rank ASC, anon_1.node ASC 
LIMIT 10 OFFSET 0) AS r1)
