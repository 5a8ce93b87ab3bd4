SELECT
(SELECT json_object('nodes', json_group_array(json_object('coverImage', CASE WHEN (r1.cover_src IS NOT NULL) THEN json_object('src', r1.cover_src, 'alt', r1.cover_alt, 'width', r1.cover_width, 'height', r1.cover_height) ELSE NULL END, 'cover', CASE WHEN (r1.cover_src IS NOT NULL) THEN json_object('__typename', 'Image', 'address', r1.cover_src) ELSE NULL END))) AS json_object_1 
FROM
(SELECT post_1.cover_src AS cover_src, post_1.cover_alt AS cover_alt, post_1.cover_width AS cover_width, post_1.cover_height AS cover_height 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('name', r1.name, 'avatar', CASE WHEN (r1.avatar IS NOT NULL) THEN json_object('src', r1.avatar, 'alt', NULL, 'width', NULL, 'height', NULL) ELSE NULL END))) AS json_object_1 
FROM
(SELECT term_1.name AS name, term_1.avatar AS avatar 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1
ORDER BY term_1.name_key ASC, term_1.id ASC 
LIMIT 20 OFFSET 0) AS r1)
