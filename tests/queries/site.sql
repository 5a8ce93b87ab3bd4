SELECT
(SELECT json_object('title', r1.title, 'description', r1.description, 'url', r1.url, 'locale', coalesce(r1.locale,
(SELECT anon_1.locale 
FROM
(SELECT post.locale AS locale 
FROM post 
WHERE post.visible = 1
ORDER BY post.published_key DESC 
LIMIT 100 OFFSET 0) AS anon_1 GROUP BY anon_1.locale
ORDER BY count(*) DESC, anon_1.locale 
LIMIT 1 OFFSET 0), 'en'), 'timeZone', r1.time_zone, 'menus', json(r1.menus), 'contentRevision',
(SELECT json_object('postCount', r2.post_count) AS json_object_2 
FROM
(SELECT anon_2.post_count AS post_count 
FROM
(SELECT revision.sequence AS sequence, revision.id AS id, revision.loaded_at AS loaded_at, revision.post_count AS post_count 
FROM revision UNION ALL SELECT 0 AS anon_3, '' AS anon_4, NULL AS anon_5, 0 AS anon_6) AS anon_2
ORDER BY anon_2.sequence DESC 
LIMIT 1 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT anon_7.title AS title, anon_7.description AS description, anon_7.url AS url, anon_7.locale AS locale, anon_7.time_zone AS time_zone, anon_7.menus AS menus 
FROM
(SELECT site.n AS n, site.title AS title, site.description AS description, site.url AS url, site.locale AS locale, site.time_zone AS time_zone, site.menus AS menus 
FROM site UNION ALL SELECT 0 AS anon_8, '' AS anon_9, NULL AS anon_5, NULL AS anon__1, NULL AS anon__2, 'UTC' AS anon_10, '{}' AS anon_11) AS anon_7
ORDER BY anon_7.n DESC 
LIMIT 1 OFFSET 0) AS r1)
