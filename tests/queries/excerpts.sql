SELECT
(SELECT json_object('nodes', json_group_array(json_object('plain', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_plain ELSE excerpt('PLAIN', r1.excerpt_plain, '', 12) END, 'html', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_html ELSE excerpt('HTML', r1.excerpt_plain, r1.excerpt_html, 12) END, 'markdown', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_markdown ELSE excerpt('MARKDOWN', r1.excerpt_plain, r1.excerpt_markdown, 12) END, 'whole', r1.excerpt_html))) AS json_object_1 
FROM
(SELECT post_1.excerpt_plain AS excerpt_plain, post_1.excerpt_html AS excerpt_html, post_1.excerpt_markdown AS excerpt_markdown 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r1)
