SELECT
(SELECT json_group_array(json(coalesce(anon_1."Post", anon_1."Author", anon_1."Tag", anon_1."Category"))) AS json_group_array_1 
FROM
(SELECT
(SELECT json_object('__typename', 'Post', 'id', r1.id, 'slug', r1.slug, 'title', r1.title) AS json_object_1 
FROM
(SELECT post_1.id AS id, post_1.slug AS slug, post_1.title AS title 
FROM post AS post_1 
WHERE post_1.visible = 1 AND post_1.id = given.value) AS r1) AS "Post",
(SELECT json_object('__typename', 'Author', 'id', r2.id, 'slug', r2.slug, 'bio', r2.description) AS json_object_2 
FROM
(SELECT term_1.id AS id, term_1.slug AS slug, term_1.description AS description 
FROM term AS term_1 
WHERE term_1.kind = 'author' AND term_1.visible = 1 AND term_1.id = given.value) AS r2) AS "Author",
(SELECT json_object('__typename', 'Tag', 'id', r3.id, 'slug', r3.slug, 'name', r3.name, 'postCount', r3.post_count, 'posts',
(SELECT json_object('nodes', json_group_array(json_object('title', r4.title, 'id', r4.id))) AS json_object_4 
FROM
(SELECT post_2.title AS title, post_2.id AS id 
FROM post_term AS post_term_1 JOIN post AS post_2 ON post_2.n = post_term_1.post 
WHERE post_term_1.term = r3.n AND post_term_1.visible = 1
ORDER BY post_term_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r4)) AS json_object_3 
FROM
(SELECT term_2.id AS id, term_2.slug AS slug, term_2.name AS name, term_2.post_count AS post_count, term_2.n AS n 
FROM term AS term_2 
WHERE term_2.kind = 'tag' AND term_2.visible = 1 AND term_2.id = given.value) AS r3) AS "Tag",
(SELECT json_object('__typename', 'Category', 'id', r5.id, 'slug', r5.slug, 'name', r5.name, 'postCount', r5.post_count, 'posts',
(SELECT json_object('nodes', json_group_array(json_object('title', r6.title, 'id', r6.id))) AS json_object_6 
FROM
(SELECT post_3.title AS title, post_3.id AS id 
FROM post_term AS post_term_2 JOIN post AS post_3 ON post_3.n = post_term_2.post 
WHERE post_term_2.term = r5.n AND post_term_2.visible = 1
ORDER BY post_term_2.published_key DESC 
LIMIT 1 OFFSET 0) AS r6)) AS json_object_5 
FROM
(SELECT term_3.id AS id, term_3.slug AS slug, term_3.name AS name, term_3.post_count AS post_count, term_3.n AS n 
FROM term AS term_3 
WHERE term_3.kind = 'category' AND term_3.visible = 1 AND term_3.id = given.value) AS r5) AS "Category" 
FROM json_each('["post_39527ddba9791b816e3b","tag_b322fa14a28ef06625d1","post_00000000000000000000","author_7f6085bee4b7c36ba208"]') AS given) AS anon_1)
