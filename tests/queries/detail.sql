SELECT
(SELECT json_object('__typename', 'Post', 'id', r1.id, 'slug', r1.slug, 'path', r1.path, 'url', r1.url, 'title', r1.title, 'layout', r1.layout, 'publishedAt', r1.published_at, 'updatedAt', r1.updated_at, 'readingTime', r1.reading_time, 'body', json_object('markdown',
(SELECT post_body_1.markdown 
FROM post_body AS post_body_1 
WHERE post_body_1.post = r1.n), 'html',
(SELECT post_body_2.html 
FROM post_body AS post_body_2 
WHERE post_body_2.post = r1.n), 'text',
(SELECT post_body_3.plain 
FROM post_body AS post_body_3 
WHERE post_body_3.post = r1.n)), 'authors',
(SELECT json_group_array(json_object('name', r2.name, 'bio', r2.description, 'slug', r2.slug, 'postCount', r2.post_count)) AS json_group_array_1 
FROM
(SELECT term_1.name AS name, term_1.description AS description, term_1.slug AS slug, term_1.post_count AS post_count 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r1.n AND post_term_1.kind = 'author'
ORDER BY post_term_1.position ASC) AS r2), 'source', json_object('path', r1.source_path, 'contentHash', r1.content_hash), 'frontMatter', json((SELECT json_group_object(anon_1."key", json(anon_1.value)) AS json_group_object_1 
FROM
(SELECT front_matter_1."key" AS "key", front_matter_1.value AS value 
FROM front_matter AS front_matter_1 
WHERE front_matter_1.post = r1.n
ORDER BY front_matter_1.position) AS anon_1)), 'series', json((SELECT front_matter_2.value 
FROM front_matter AS front_matter_2 
WHERE front_matter_2.post = r1.n AND front_matter_2."key" = 'series')), 'rating', json((SELECT front_matter_3.value 
FROM front_matter AS front_matter_3 
WHERE front_matter_3.post = r1.n AND front_matter_3."key" = 'rating')), 'missing', json((SELECT front_matter_4.value 
FROM front_matter AS front_matter_4 
WHERE front_matter_4.post = r1.n AND front_matter_4."key" = 'nothing'))) AS json_object_1 
FROM
(SELECT post_1.id AS id, post_1.slug AS slug, post_1.path AS path, post_1.url AS url, post_1.title AS title, post_1.layout AS layout, post_1.published_at AS published_at, post_1.updated_at AS updated_at, post_1.reading_time AS reading_time, post_1.n AS n, post_1.source_path AS source_path, post_1.content_hash AS content_hash 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.slug = 'first-steps'
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1)
