SELECT
(SELECT json_object('body', json_object('ast', json((SELECT post_body_1.ast 
FROM post_body AS post_body_1 
WHERE post_body_1.post = r1.n)), 'again', json((SELECT post_body_2.ast 
FROM post_body AS post_body_2 
WHERE post_body_2.post = r1.n)))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.slug = 'first-steps'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1)
