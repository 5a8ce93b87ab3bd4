SELECT
(SELECT json_object('title', r1.title, 'description', r1.description, 'url', r1.url, 'locale', r1.locale, 'timeZone', r1.time_zone, 'menus', json(r1.menus), 'contentRevision',
(SELECT json_object('postCount', r2.post_count) AS json_object_2 
FROM
(SELECT anon_1.post_count AS post_count 
FROM
(SELECT revision.sequence AS sequence, revision.id AS id, revision.loaded_at AS loaded_at, revision.post_count AS post_count 
FROM revision UNION ALL SELECT 0 AS anon_2, '' AS anon_3, NULL AS anon_4, 0 AS anon_5) AS anon_1
ORDER BY anon_1.sequence DESC 
LIMIT 1 OFFSET 0) AS r2)) AS json_object_1 
FROM
(SELECT anon_6.title AS title, anon_6.description AS description, anon_6.url AS url, anon_6.locale AS locale, anon_6.time_zone AS time_zone, anon_6.menus AS menus 
FROM
(SELECT site.n AS n, site.title AS title, site.description AS description, site.url AS url, site.locale AS locale, site.time_zone AS time_zone, site.menus AS menus 
FROM site UNION ALL SELECT 0 AS anon_7, '' AS anon_8, NULL AS anon_4, NULL AS anon__1, 'en' AS anon_9, 'UTC' AS anon_10, '{}' AS anon_11) AS anon_6
ORDER BY anon_6.n DESC 
LIMIT 1 OFFSET 0) AS r1)
