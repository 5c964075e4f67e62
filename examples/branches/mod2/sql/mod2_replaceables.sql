CREATE VIEW mod2_latest AS
SELECT document.id, document.title, max(version.number) AS number
FROM mod2_document AS document
JOIN mod2_version AS version ON version.document_id = document.id
GROUP BY document.id, document.title;

CREATE TRIGGER mod2_first_version AFTER INSERT ON mod2_document
BEGIN
  INSERT INTO mod2_version (document_id, number, body) VALUES (NEW.id, 1, 'empty; to be written');
END;
