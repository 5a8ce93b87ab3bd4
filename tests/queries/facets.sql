SELECT
(SELECT json_object('facets', json_object('tags',
(SELECT json_group_array(json_object('slug', r2.slug, 'label', r2.name, 'count', r2.count, 'selected', json(CASE WHEN r2.selected THEN 'true' ELSE 'false' END))) AS json_group_array_1 
FROM
(SELECT term_1.slug AS slug, term_1.name AS name, term_1.post_count AS count, 0 AS selected 
FROM term AS term_1 
WHERE term_1.kind = 'tag' AND term_1.visible = 1 AND term_1.post_count > 0
ORDER BY term_1.post_count DESC, term_1.name_key ASC, term_1.id ASC 
LIMIT 3 OFFSET 0) AS r2), 'archives',
(SELECT json_group_array(json_object('key', r3.key, 'start', r3.start, 'end', r3.end, 'count', r3.count)) AS json_group_array_2 
FROM (WITH RECURSIVE anon_1(found) AS 
(SELECT bucket((SELECT post_1.published_key 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.published_key >= '!'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0), 'MONTH',
(SELECT site_1.time_zone 
FROM site AS site_1)) AS found UNION ALL SELECT bucket((SELECT post_1.published_key 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.published_key >= '!' AND post_1.published_key < json_extract(anon_1.found, '$.first')
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0), 'MONTH',
(SELECT site_1.time_zone 
FROM site AS site_1)) AS found 
FROM anon_1 
WHERE anon_1.found IS NOT NULL)  SELECT json_extract(anon_1.found, '$.key') AS "key", json_extract(anon_1.found, '$.start') AS start, json_extract(anon_1.found, '$.end') AS "end",
(SELECT count(*) AS count_1 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.published_key >= json_extract(anon_1.found, '$.first') AND post_1.published_key < json_extract(anon_1.found, '$.last')) AS count 
FROM anon_1 
WHERE anon_1.found IS NOT NULL
ORDER BY json_extract(anon_1.found, '$.first') DESC) AS r3))) AS json_object_1)
