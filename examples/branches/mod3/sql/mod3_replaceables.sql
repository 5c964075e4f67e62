CREATE VIEW mod3_open_order AS
SELECT id, user_id
FROM mod3_order
WHERE state = 'open';

CREATE TRIGGER mod3_order_closed BEFORE INSERT ON mod3_line
WHEN (SELECT state FROM mod3_order WHERE id = NEW.order_id) = 'closed'
BEGIN
  SELECT RAISE(ABORT, 'the order is closed');
END;
