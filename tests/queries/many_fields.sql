SELECT
(SELECT json_object('nodes', json_group_array(json_set(json_set(json_object('f0', r1.slug, 'f1', r1.title, 'f2', r1.slug, 'f3', r1.title, 'f4', r1.slug, 'f5', r1.title, 'f6', r1.slug, 'f7', r1.title, 'f8', r1.slug, 'f9', r1.title, 'f10', r1.slug, 'f11', r1.title, 'f12', r1.slug, 'f13', r1.title, 'f14', r1.slug, 'f15', r1.title, 'f16', r1.slug, 'f17', r1.title, 'f18', r1.slug, 'f19', r1.title, 'f20', r1.slug, 'f21', r1.title, 'f22', r1.slug, 'f23', r1.title, 'f24', r1.slug, 'f25', r1.title, 'f26', r1.slug, 'f27', r1.title, 'f28', r1.slug, 'f29', r1.title, 'f30', r1.slug, 'f31', r1.title, 'f32', r1.slug, 'f33', r1.title, 'f34', r1.slug, 'f35', r1.title, 'f36', r1.slug, 'f37', r1.title, 'f38', r1.slug, 'f39', r1.title, 'f40', r1.slug, 'f41', r1.title, 'f42', r1.slug, 'f43', r1.title, 'f44', r1.slug, 'f45', r1.title, 'f46', r1.slug, 'f47', r1.title), '$.f48', r1.slug, '$.f49', r1.title, '$.f50', r1.slug, '$.f51', r1.title, '$.f52', r1.slug, '$.f53', r1.title, '$.f54', r1.slug, '$.f55', r1.title, '$.f56', r1.slug, '$.f57', r1.title, '$.f58', r1.slug, '$.f59', r1.title, '$.f60', r1.slug, '$.f61', r1.title, '$.f62', r1.slug, '$.f63', r1.title, '$.f64', r1.slug, '$.f65', r1.title, '$.f66', r1.slug, '$.f67', r1.title, '$.f68', r1.slug, '$.f69', r1.title, '$.f70', r1.slug, '$.f71', r1.title, '$.f72', r1.slug, '$.f73', r1.title, '$.f74', r1.slug, '$.f75', r1.title, '$.f76', r1.slug, '$.f77', r1.title, '$.f78', r1.slug, '$.f79', r1.title, '$.f80', r1.slug, '$.f81', r1.title, '$.f82', r1.slug, '$.f83', r1.title, '$.f84', r1.slug, '$.f85', r1.title, '$.f86', r1.slug, '$.f87', r1.title, '$.f88', r1.slug, '$.f89', r1.title, '$.f90', r1.slug, '$.f91', r1.title, '$.f92', r1.slug, '$.f93', r1.title, '$.f94', r1.slug, '$.f95', r1.title), '$.f96', r1.slug, '$.f97', r1.title, '$.f98', r1.slug, '$.f99', r1.title, '$.f100', r1.slug, '$.f101', r1.title, '$.f102', r1.slug, '$.f103', r1.title, '$.f104', r1.slug, '$.f105', r1.title, '$.f106', r1.slug, '$.f107', r1.title, '$.f108', r1.slug, '$.f109', r1.title, '$.f110', r1.slug, '$.f111', r1.title, '$.f112', r1.slug, '$.f113', r1.title, '$.f114', r1.slug, '$.f115', r1.title, '$.f116', r1.slug, '$.f117', r1.title, '$.f118', r1.slug, '$.f119', r1.title, '$.f120', r1.slug, '$.f121', r1.title, '$.f122', r1.slug, '$.f123', r1.title, '$.f124', r1.slug, '$.f125', r1.title, '$.f126', r1.slug, '$.f127', r1.title, '$.f128', r1.slug, '$.f129', r1.title, '$.author',
(SELECT json_object('name', r2.name) AS json_object_2 
FROM
(SELECT term_1.name AS name 
FROM post_term AS post_term_1 JOIN term AS term_1 ON term_1.n = post_term_1.term 
WHERE post_term_1.post = r1.n AND post_term_1.kind = 'author'
ORDER BY post_term_1.position ASC 
LIMIT 1 OFFSET 0) AS r2)))) AS json_object_1 
FROM
(SELECT post_1.slug AS slug, post_1.title AS title, post_1.n AS n 
FROM post AS post_1 
WHERE post_1.visible = 1
ORDER BY post_1.published_key DESC 
LIMIT 1 OFFSET 0) AS r1)
