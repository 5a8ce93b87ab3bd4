SELECT
(SELECT json_object('source', json_object('path', r1.source_path, 'issues',
(SELECT json_group_array(json_object('file', r2.file, 'line', r2.line, 'field', r2.field, 'code', r2.code, 'message', r2.message, 'severity', r2.severity)) AS json_group_array_1 
FROM
(SELECT content_issue_1.file AS file, content_issue_1.line AS line, content_issue_1.field AS field, content_issue_1.code AS code, content_issue_1.message AS message, content_issue_1.severity AS severity 
FROM content_issue AS content_issue_1 
WHERE content_issue_1.file = r1.source_path
ORDER BY content_issue_1.file ASC, content_issue_1.line ASC, content_issue_1.n ASC) AS r2))) AS json_object_1 
FROM
(SELECT post_1.source_path AS source_path 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'tables'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('source', json_object('issues',
(SELECT json_group_array(json_object('code', r2.code)) AS json_group_array_1 
FROM
(SELECT content_issue_1.code AS code 
FROM content_issue AS content_issue_1 
WHERE content_issue_1.file = r1.source_path
ORDER BY content_issue_1.file ASC, content_issue_1.line ASC, content_issue_1.n ASC) AS r2))) AS json_object_1 
FROM
(SELECT post_1.source_path AS source_path 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'first-steps'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('postCount', r1.post_count, 'issues',
(SELECT json_group_array(json_object('file', r2.file, 'severity', r2.severity)) AS json_group_array_1 
FROM
(SELECT content_issue_1.file AS file, content_issue_1.severity AS severity 
FROM content_issue AS content_issue_1 
WHERE content_issue_1.source IS NULL AND content_issue_1.refused = 0 OR (EXISTS
(SELECT * 
FROM post 
WHERE post.source_path = content_issue_1.file AND post.visible = 1))
ORDER BY content_issue_1.file ASC, content_issue_1.line ASC, content_issue_1.n ASC) AS r2)) AS json_object_1 
FROM
(SELECT anon_1.post_count AS post_count 
FROM
(SELECT revision.sequence AS sequence, revision.id AS id, revision.loaded_at AS loaded_at, revision.post_count AS post_count 
FROM revision UNION ALL SELECT 0 AS anon_2, '' AS anon_3, NULL AS anon_4, 0 AS anon_5) AS anon_1
ORDER BY anon_1.sequence DESC 
LIMIT 1 OFFSET 0) AS r1)
