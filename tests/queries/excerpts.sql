SELECT
(SELECT json_object('nodes', json_group_array(json_object('plain', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_plain ELSE rtrim(substr(r1.excerpt_plain, 1, 12 - 1)) || '…' END, 'html', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_html ELSE r1.lifted1 END, 'markdown', CASE WHEN (length(r1.excerpt_plain) <= 12) THEN r1.excerpt_markdown ELSE r1.lifted2 END, 'whole', r1.excerpt_html))) AS json_object_1 
FROM
(SELECT r1.*, '<p>' || replace(replace(replace(rtrim(substr(r1.excerpt_plain, 1, 12 - 1)) || '…', '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</p>' AS lifted1, replace(replace(replace(replace(replace(replace(replace(replace(rtrim(substr(r1.excerpt_plain, 1, 12 - 1)) || '…', '\', '\\'), '`', '\`'), '*', '\*'), '_', '\_'), '[', '\['), '<', '\<'), '&', '\&'), '~', '\~') AS lifted2 
FROM
(SELECT post_1.excerpt_plain AS excerpt_plain, post_1.excerpt_html AS excerpt_html, post_1.excerpt_markdown AS excerpt_markdown 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 20 OFFSET 0) AS r1) AS r1)
