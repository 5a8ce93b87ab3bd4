SELECT
(SELECT json_object('nodes', json_group_array(json_object('usual', r1.excerpt_usual, 'same', r1.excerpt_usual, 'html', CASE WHEN (length(r1.excerpt_plain) <= 140) THEN r1.excerpt_html ELSE excerpt('HTML', r1.excerpt_plain, r1.excerpt_html, 140) END, 'longer', CASE WHEN (length(r1.excerpt_plain) <= 141) THEN r1.excerpt_plain ELSE excerpt('PLAIN', r1.excerpt_plain, '', 141) END))) AS json_object_1 
FROM
(SELECT post_1.excerpt_plain AS excerpt_plain, post_1.excerpt_usual AS excerpt_usual, post_1.excerpt_html AS excerpt_html 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 3 OFFSET 0) AS r1)
