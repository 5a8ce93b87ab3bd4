SELECT
(SELECT json_object('nodes', json_group_array(json_object('locale', r1.locale, 'wordCount', r1.word_count, 'characterCount', r1.character_count, 'redirectFrom', json((SELECT json_group_array(anon_1.path) AS json_group_array_1 
FROM
(SELECT redirect_1.path AS path 
FROM redirect AS redirect_1 
WHERE redirect_1.post = r1.n AND redirect_1.target IS NULL
ORDER BY redirect_1.position) AS anon_1))))) AS json_object_1 
FROM
(SELECT post_1.locale AS locale, post_1.word_count AS word_count, post_1.character_count AS character_count, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.title_key ASC, post_1.published_key ASC 
LIMIT 20 OFFSET 0) AS r1)
