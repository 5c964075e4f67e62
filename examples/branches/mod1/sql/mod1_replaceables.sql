CREATE VIEW mod1_item_list AS
SELECT item.id, item.name, category.title
FROM mod1_item AS item
JOIN mod1_category AS category ON category.code = item.category;

CREATE TRIGGER mod1_item_name BEFORE INSERT ON mod1_item
WHEN trim(NEW.name) = ''
BEGIN
  SELECT RAISE(ABORT, 'an item needs a name; an empty one does not count');
END;
