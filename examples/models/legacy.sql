-- A database as one finds it: made by hand, long ago.
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name VARCHAR(120) NOT NULL,
  born DATE
);
CREATE TABLE book (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  author_id INTEGER NOT NULL,
  title VARCHAR(200) NOT NULL,
  pages INTEGER DEFAULT 0 NOT NULL CONSTRAINT book_has_pages CHECK (pages >= 0),
  language CHAR(2) DEFAULT 'en' NOT NULL,
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE
);
CREATE INDEX book_by_title ON book (title);
CREATE UNIQUE INDEX book_once ON book (author_id, title);
INSERT INTO author (id, name) VALUES (1, 'Ada');
INSERT INTO book (author_id, title, pages) VALUES (1, 'Notes', 66);
