-- Who may log in.
CREATE VIEW core_active_user AS
SELECT id, name, email
FROM core_user
WHERE active;

-- SQLite has no stored functions: triggers do their work.
CREATE TRIGGER core_user_added AFTER INSERT ON core_user
BEGIN
  INSERT INTO core_audit (subject, action) VALUES (NEW.email, 'added');
END;

CREATE TRIGGER core_user_removed AFTER DELETE ON core_user
BEGIN
  DELETE FROM core_audit WHERE subject = OLD.email AND action = 'added';
END;
