SELECT
(SELECT json_object('body', json_object('ast', json((SELECT post_body_1.ast 
FROM post_body AS post_body_1 
WHERE post_body_1.post = r1.n)), 'again', json((SELECT post_body_2.ast 
FROM post_body AS post_body_2 
WHERE post_body_2.post = r1.n)))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'first-steps'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('body', json_object('ast', json((SELECT post_body_1.ast 
FROM post_body AS post_body_1 
WHERE post_body_1.post = r1.n)), 'images',
(SELECT json_group_array(json_object('src', r2.src, 'alt', r2.alt, 'width', r2.width, 'height', r2.height)) AS json_group_array_1 
FROM
(SELECT post_image_1.src AS src, post_image_1.alt AS alt, post_image_1.width AS width, post_image_1.height AS height 
FROM post_image AS post_image_1 
WHERE post_image_1.post = r1.n
ORDER BY post_image_1.position ASC) AS r2))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'tables'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1)
