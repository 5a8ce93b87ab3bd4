SELECT
(SELECT json_object('seo', json_object('title',
(SELECT post_seo_1.title 
FROM post_seo AS post_seo_1 
WHERE post_seo_1.post = r1.n), 'description',
(SELECT post_seo_2.description 
FROM post_seo AS post_seo_2 
WHERE post_seo_2.post = r1.n), 'canonicalUrl',
(SELECT post_seo_3.canonical_url 
FROM post_seo AS post_seo_3 
WHERE post_seo_3.post = r1.n), 'openGraph', json((SELECT post_seo_4.open_graph 
FROM post_seo AS post_seo_4 
WHERE post_seo_4.post = r1.n)), 'jsonLd', json((SELECT post_seo_5.json_ld 
FROM post_seo AS post_seo_5 
WHERE post_seo_5.post = r1.n)))) AS json_object_1 
FROM
(SELECT post_1.n AS n, post_1.path = '/b/notes/2024/05/01/first-steps.html' AS best0 
FROM post AS post_1 
WHERE post_1.visible = 1 AND (post_1.path = '/b/notes/2024/05/01/first-steps.html' OR post_1.path = '/b/notes/2024/05/01/first-steps.html')
ORDER BY best0 DESC, post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1),
(SELECT json_object('nodes', json_group_array(json_object('seo', json_object('description',
(SELECT post_seo_1.description 
FROM post_seo AS post_seo_1 
WHERE post_seo_1.post = r1.n))))) AS json_object_1 
FROM
(SELECT post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 2 OFFSET 0) AS r1)
