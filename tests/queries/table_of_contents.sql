SELECT
(SELECT json_object('tableOfContents', json(r1.lifted1), 'top', json(r1.lifted2), 'some', json(r1.lifted3), 'all', json(r1.lifted4)) AS json_object_1 
FROM
(SELECT r1.*,
(SELECT json_group_array(json_object('id', r2.id, 'depth', r2.depth, 'text', r2.text, 'children', json(r2.lifted1))) AS json_group_array_1 
FROM
(SELECT r2.*,
(SELECT json_group_array(json_object('text', r3.text, 'children', json(r3.lifted1))) AS json_group_array_2 
FROM
(SELECT r3.*,
(SELECT json_group_array(json_object('text', r4.text)) AS json_group_array_3 
FROM
(SELECT json_extract(anon_1.value, '$.text') AS text 
FROM json_each(r3.children) AS anon_1 
WHERE json_extract(anon_1.value, '$.depth') <= r3.deepest
ORDER BY anon_1."key" ASC) AS r4) AS lifted1 
FROM
(SELECT json_extract(anon_2.value, '$.text') AS text, json_extract(anon_2.value, '$.children') AS children, r2.deepest AS deepest 
FROM json_each(r2.children) AS anon_2 
WHERE json_extract(anon_2.value, '$.depth') <= r2.deepest
ORDER BY anon_2."key" ASC) AS r3) AS r3) AS lifted1 
FROM
(SELECT json_extract(anon_3.value, '$.id') AS id, json_extract(anon_3.value, '$.depth') AS depth, json_extract(anon_3.value, '$.text') AS text, json_extract(anon_3.value, '$.children') AS children, 3 AS deepest 
FROM post_body AS post_body_1 JOIN json_each(post_body_1.headings) AS anon_3 ON 1 = 1 
WHERE post_body_1.post = r1.n AND json_extract(anon_3.value, '$.depth') <= 3
ORDER BY anon_3."key" ASC) AS r2) AS r2) AS lifted1,
(SELECT json_group_array(json_object('text', r5.text, 'children', json(r5.lifted1))) AS json_group_array_4 
FROM
(SELECT r5.*,
(SELECT json_group_array(json_object('text', r6.text)) AS json_group_array_5 
FROM
(SELECT json_extract(anon_4.value, '$.text') AS text 
FROM json_each(r5.children) AS anon_4 
WHERE json_extract(anon_4.value, '$.depth') <= r5.deepest
ORDER BY anon_4."key" ASC) AS r6) AS lifted1 
FROM
(SELECT json_extract(anon_5.value, '$.text') AS text, json_extract(anon_5.value, '$.children') AS children, 1 AS deepest 
FROM post_body AS post_body_2 JOIN json_each(post_body_2.headings) AS anon_5 ON 1 = 1 
WHERE post_body_2.post = r1.n AND json_extract(anon_5.value, '$.depth') <= 1
ORDER BY anon_5."key" ASC) AS r5) AS r5) AS lifted2,
(SELECT json_group_array(json_object('children', json(r7.lifted1), 'text', r7.text, 'linked', json(r7.lifted2))) AS json_group_array_6 
FROM
(SELECT r7.*,
(SELECT json_group_array(json_object('id', r8.id)) AS json_group_array_7 
FROM
(SELECT json_extract(anon_6.value, '$.id') AS id 
FROM json_each(r7.children) AS anon_6 
WHERE json_extract(anon_6.value, '$.depth') <= r7.deepest
ORDER BY anon_6."key" ASC) AS r8) AS lifted1,
(SELECT json_group_array(json_object('depth', r9.depth)) AS json_group_array_8 
FROM
(SELECT json_extract(anon_7.value, '$.depth') AS depth 
FROM json_each(r7.children) AS anon_7 
WHERE json_extract(anon_7.value, '$.depth') <= r7.deepest
ORDER BY anon_7."key" ASC) AS r9) AS lifted2 
FROM
(SELECT json_extract(anon_8.value, '$.children') AS children, 4 AS deepest, json_extract(anon_8.value, '$.text') AS text 
FROM post_body AS post_body_3 JOIN json_each(post_body_3.headings) AS anon_8 ON 1 = 1 
WHERE post_body_3.post = r1.n AND json_extract(anon_8.value, '$.depth') <= 4
ORDER BY anon_8."key" ASC) AS r7) AS r7) AS lifted3,
(SELECT json_group_array(json_object('id', r10.id, 'below', json(r10.lifted1))) AS json_group_array_9 
FROM
(SELECT r10.*,
(SELECT json_group_array(json_object('__typename', 'Heading', 'depth', r11.depth, 'below', json(r11.lifted1))) AS json_group_array_10 
FROM
(SELECT r11.*,
(SELECT json_group_array(json_object('depth', r12.depth, 'below', json(r12.lifted1))) AS json_group_array_11 
FROM
(SELECT r12.*,
(SELECT json_group_array(json_object('depth', r13.depth, 'below', json(r13.lifted1))) AS json_group_array_12 
FROM
(SELECT r13.*,
(SELECT json_group_array(json_object('depth', r14.depth, 'below', json(r14.lifted1))) AS json_group_array_13 
FROM
(SELECT r14.*,
(SELECT json_group_array(json_object('depth', r15.depth)) AS json_group_array_14 
FROM
(SELECT json_extract(anon_9.value, '$.depth') AS depth 
FROM json_each(r14.children) AS anon_9 
WHERE json_extract(anon_9.value, '$.depth') <= r14.deepest
ORDER BY anon_9."key" ASC) AS r15) AS lifted1 
FROM
(SELECT json_extract(anon_10.value, '$.depth') AS depth, json_extract(anon_10.value, '$.children') AS children, r13.deepest AS deepest 
FROM json_each(r13.children) AS anon_10 
WHERE json_extract(anon_10.value, '$.depth') <= r13.deepest
ORDER BY anon_10."key" ASC) AS r14) AS r14) AS lifted1 
FROM
(SELECT json_extract(anon_11.value, '$.depth') AS depth, json_extract(anon_11.value, '$.children') AS children, r12.deepest AS deepest 
FROM json_each(r12.children) AS anon_11 
WHERE json_extract(anon_11.value, '$.depth') <= r12.deepest
ORDER BY anon_11."key" ASC) AS r13) AS r13) AS lifted1 
FROM
(SELECT json_extract(anon_12.value, '$.depth') AS depth, json_extract(anon_12.value, '$.children') AS children, r11.deepest AS deepest 
FROM json_each(r11.children) AS anon_12 
WHERE json_extract(anon_12.value, '$.depth') <= r11.deepest
ORDER BY anon_12."key" ASC) AS r12) AS r12) AS lifted1 
FROM
(SELECT json_extract(anon_13.value, '$.depth') AS depth, json_extract(anon_13.value, '$.children') AS children, r10.deepest AS deepest 
FROM json_each(r10.children) AS anon_13 
WHERE json_extract(anon_13.value, '$.depth') <= r10.deepest
ORDER BY anon_13."key" ASC) AS r11) AS r11) AS lifted1 
FROM
(SELECT json_extract(anon_14.value, '$.id') AS id, json_extract(anon_14.value, '$.children') AS children, 6 AS deepest 
FROM post_body AS post_body_4 JOIN json_each(post_body_4.headings) AS anon_14 ON 1 = 1 
WHERE post_body_4.post = r1.n AND json_extract(anon_14.value, '$.depth') <= 6
ORDER BY anon_14."key" ASC) AS r10) AS r10) AS lifted4 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'tables'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('tableOfContents',
(SELECT json_group_array(json_object('id', r2.id)) AS json_group_array_1 
FROM
(SELECT json_extract(anon_1.value, '$.id') AS id 
FROM post_body AS post_body_1 JOIN json_each(post_body_1.headings) AS anon_1 ON 1 = 1 
WHERE post_body_1.post = r1.n AND json_extract(anon_1.value, '$.depth') <= 2
ORDER BY anon_1."key" ASC) AS r2)))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
