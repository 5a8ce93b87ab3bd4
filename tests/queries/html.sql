SELECT
(SELECT json_object('body', json_object('html',
(SELECT post_body_1.html 
FROM post_body AS post_body_1 
WHERE post_body_1.post = r1.n), 'withoutIds',
(SELECT without_heading_ids(post_body_2.html) AS without_heading_ids_1 
FROM post_body AS post_body_2 
WHERE post_body_2.post = r1.n), 'highlighted',
(SELECT highlighted(post_body_3.html) AS highlighted_1 
FROM post_body AS post_body_3 
WHERE post_body_3.post = r1.n), 'asked',
(SELECT highlighted(without_heading_ids(post_body_4.html)) AS highlighted_2 
FROM post_body AS post_body_4 
WHERE post_body_4.post = r1.n), 'byDefault',
(SELECT post_body_5.html 
FROM post_body AS post_body_5 
WHERE post_body_5.post = r1.n))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'tables'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1)
