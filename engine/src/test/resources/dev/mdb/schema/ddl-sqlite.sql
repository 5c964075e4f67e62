-- create everything
CREATE TABLE item (
  id integer NOT NULL,
  title varchar(200) DEFAULT 'it''s new' NOT NULL,
  price numeric(8,2) DEFAULT 0 NOT NULL,
  doubled numeric(9,2) GENERATED ALWAYS AS (price * 2) STORED NULL,
  author_id integer NULL,
  parent_id integer NULL,
  created timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  code varchar(40) DEFAULT (lower('A')) NULL,
  note text DEFAULT '-' NULL,
  "order" integer DEFAULT -1 NOT NULL,
  CONSTRAINT item_pk PRIMARY KEY (id),
  CONSTRAINT item_title UNIQUE (title),
  UNIQUE ("order", id),
  CONSTRAINT item_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE,
  CONSTRAINT item_parent FOREIGN KEY (parent_id) REFERENCES item (id) ON UPDATE CASCADE,
  CONSTRAINT item_price CHECK (price >= 0),
  CHECK (price < 1000)
);
CREATE INDEX item_created ON item (created DESC, id);
CREATE UNIQUE INDEX item_code ON item (code);
CREATE TABLE author (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name varchar(50) NOT NULL,
  favourite integer NULL,
  CONSTRAINT author_name UNIQUE (name),
  CONSTRAINT author_favourite FOREIGN KEY (favourite) REFERENCES item (id) ON DELETE SET NULL
);
CREATE TABLE tag (
  id integer NOT NULL,
  name varchar(20) NULL
);
CREATE VIEW titles AS SELECT id, title AS label FROM item;
CREATE VIEW a_titles AS SELECT label FROM titles;

-- drop table
DROP TABLE tag;

-- drop table if exists
DROP TABLE IF EXISTS "nothing";

-- rename table
ALTER TABLE tag RENAME TO label;

-- create table with a key of two columns and odd names
CREATE TABLE "Odd Table" (
  "a""b`c" integer NOT NULL,
  "select" integer NOT NULL,
  Mixed integer NULL,
  CONSTRAINT "odd pk" PRIMARY KEY ("a""b`c", "select"),
  FOREIGN KEY (Mixed) REFERENCES item (id) ON DELETE RESTRICT
);
CREATE INDEX "Odd Index" ON "Odd Table" (Mixed);

-- set the comment of a table

-- remove the comment of a table

-- add column
ALTER TABLE item ADD COLUMN weight integer NULL;

-- add column with default and comment
ALTER TABLE item ADD COLUMN state varchar(9) DEFAULT 'new' NOT NULL;

-- add column with an expression as default
refused: SQLite has no statement for this change of a table: item: add column state
  mdb builds the table anew for it, for which it has to see the database

-- add column that refers
ALTER TABLE item ADD COLUMN tagged_by integer NULL CONSTRAINT item_tagger REFERENCES author (id);

-- add generated column, stored
refused: SQLite has no statement for this change of a table: item: add column half
  mdb builds the table anew for it, for which it has to see the database

-- add generated column, computed when read
ALTER TABLE item ADD COLUMN half numeric(8,2) GENERATED ALWAYS AS (price / 2) VIRTUAL NULL;

-- drop column
ALTER TABLE item DROP COLUMN note;

-- rename column
ALTER TABLE item RENAME COLUMN title TO name;

-- make nullable
refused: SQLite has no statement for this change of a table: item: alter column title
  mdb builds the table anew for it, for which it has to see the database

-- make not null
refused: SQLite has no statement for this change of a table: item: alter column author_id
  mdb builds the table anew for it, for which it has to see the database

-- set default
refused: SQLite has no statement for this change of a table: item: alter column title
  mdb builds the table anew for it, for which it has to see the database

-- drop default
refused: SQLite has no statement for this change of a table: item: alter column title
  mdb builds the table anew for it, for which it has to see the database

-- set comment of a column

-- make a generated column a plain one
refused: SQLite has no statement for this change of a table: item: alter column doubled
  mdb builds the table anew for it, for which it has to see the database

-- make a plain column generated
refused: SQLite has no statement for this change of a table: item: alter column code
  mdb builds the table anew for it, for which it has to see the database

-- alter nothing but what is so already
refused: SQLite has no statement for this change of a table: item: alter column title
  mdb builds the table anew for it, for which it has to see the database

-- alter a column of an unknown table
refused: SQLite has no statement for this change of a table: item: alter column title
  mdb builds the table anew for it, for which it has to see the database

-- write a whole column of an unknown table
refused: SQLite has no statement for this change of a table: item: alter column note
  mdb builds the table anew for it, for which it has to see the database

-- change type
refused: SQLite has no statement for this change of a table: item: alter column note
  mdb builds the table anew for it, for which it has to see the database

-- change type and default
refused: SQLite has no statement for this change of a table: item: alter column note
  mdb builds the table anew for it, for which it has to see the database

-- change type, drop default
refused: SQLite has no statement for this change of a table: item: alter column order
  mdb builds the table anew for it, for which it has to see the database

-- change type with USING
refused: SQLite has no statement for this change of a table: item: alter column author_id
  mdb builds the table anew for it, for which it has to see the database

-- change type with USING of an unknown table
refused: SQLite has no statement for this change of a table: item: alter column author_id
  mdb builds the table anew for it, for which it has to see the database

-- change collation
refused: SQLite has no statement for this change of a table: item: alter column note
  mdb builds the table anew for it, for which it has to see the database

-- change collation in an unknown table
refused: SQLite has no statement for this change of a table: item: alter column note
  mdb builds the table anew for it, for which it has to see the database

-- number the rows
refused: SQLite has no statement for this change of a table: tag: add primary key
  mdb builds the table anew for it, for which it has to see the database

-- number the rows as identity
refused: SQLite has no statement for this change of a table: tag: alter column id
  mdb builds the table anew for it, for which it has to see the database

-- add a column that numbers the rows
refused: SQLite has no statement for this change of a table: tag: add column no
  mdb builds the table anew for it, for which it has to see the database

-- add an identity column
refused: SQLite has no statement for this change of a table: tag: add column no
  mdb builds the table anew for it, for which it has to see the database

-- numbered rows become NONE
refused: SQLite has no statement for this change of a table: author: alter column id
  mdb builds the table anew for it, for which it has to see the database

-- numbered rows become BY_DEFAULT
refused: SQLite has no statement for this change of a table: author: alter column id
  mdb builds the table anew for it, for which it has to see the database

-- identity to and fro
refused: SQLite has no statement for this change of a table: author: alter column id
  mdb builds the table anew for it, for which it has to see the database

-- identity in an unknown table
refused: SQLite has no statement for this change of a table: item: alter column id
  mdb builds the table anew for it, for which it has to see the database

-- a wider type for a column that numbers
refused: SQLite has no statement for this change of a table: tag: add primary key
  mdb builds the table anew for it, for which it has to see the database

-- add primary key
refused: SQLite has no statement for this change of a table: tag: add primary key tag_pk
  mdb builds the table anew for it, for which it has to see the database

-- drop primary key
refused: SQLite has no statement for this change of a table: item_of_nobody: drop primary key item_pk
  mdb builds the table anew for it, for which it has to see the database

-- drop primary key of which the name is not said
refused: SQLite has no statement for this change of a table: a_table: drop primary key
  mdb builds the table anew for it, for which it has to see the database

-- another primary key
refused: SQLite has no statement for this change of a table: tag: add primary key
  mdb builds the table anew for it, for which it has to see the database

-- add unique key
refused: SQLite has no statement for this change of a table: item: add unique key item_unique
  mdb builds the table anew for it, for which it has to see the database

-- add unique key without a name
refused: SQLite has no statement for this change of a table: item: add unique key
  mdb builds the table anew for it, for which it has to see the database

-- drop unique key
refused: SQLite has no statement for this change of a table: item: drop unique key item_title
  mdb builds the table anew for it, for which it has to see the database

-- another unique key of the same name
refused: SQLite has no statement for this change of a table: item: drop unique key item_title
  mdb builds the table anew for it, for which it has to see the database

-- add foreign key
refused: SQLite has no statement for this change of a table: item: add foreign key item_order
  mdb builds the table anew for it, for which it has to see the database

-- add foreign key, set default
refused: SQLite has no statement for this change of a table: item: add foreign key
  mdb builds the table anew for it, for which it has to see the database

-- add foreign key, deferrable
refused: SQLite has no statement for this change of a table: item: add foreign key
  mdb builds the table anew for it, for which it has to see the database

-- add foreign key, deferred
refused: SQLite has no statement for this change of a table: item: add foreign key
  mdb builds the table anew for it, for which it has to see the database

-- drop foreign key
refused: SQLite has no statement for this change of a table: item: drop foreign key item_author
  mdb builds the table anew for it, for which it has to see the database

-- another foreign key of the same name
refused: SQLite has no statement for this change of a table: item: drop foreign key item_author
  mdb builds the table anew for it, for which it has to see the database

-- add check
refused: SQLite has no statement for this change of a table: item: add check item_order
  mdb builds the table anew for it, for which it has to see the database

-- drop check
refused: SQLite has no statement for this change of a table: item: drop check item_price
  mdb builds the table anew for it, for which it has to see the database

-- another check of the same name
refused: SQLite has no statement for this change of a table: item: drop check item_price
  mdb builds the table anew for it, for which it has to see the database

-- rename constraint item_title
refused: SQLite has no statement for this change of a table: item: rename constraint item_title to renamed
  mdb builds the table anew for it, for which it has to see the database

-- rename constraint item_author
refused: SQLite has no statement for this change of a table: item: rename constraint item_author to renamed
  mdb builds the table anew for it, for which it has to see the database

-- rename constraint item_price
refused: SQLite has no statement for this change of a table: item: rename constraint item_price to renamed
  mdb builds the table anew for it, for which it has to see the database

-- rename constraint that is not there
refused: SQLite has no statement for this change of a table: item: rename constraint nothing to renamed
  mdb builds the table anew for it, for which it has to see the database

-- rename constraint of an unknown table
refused: SQLite has no statement for this change of a table: item: rename constraint item_title to renamed
  mdb builds the table anew for it, for which it has to see the database

-- changes that go together
refused: SQLite has no statement for this change of a table: item: drop foreign key item_parent
  mdb builds the table anew for it, for which it has to see the database

-- changes that need each other
refused: SQLite has no statement for this change of a table: item: alter column name
  mdb builds the table anew for it, for which it has to see the database

-- several columns, natively everywhere
ALTER TABLE item ADD COLUMN a integer NULL;
ALTER TABLE item ADD COLUMN b integer DEFAULT 0 NOT NULL;
ALTER TABLE item RENAME COLUMN title TO name;
ALTER TABLE item RENAME COLUMN note TO remark;
ALTER TABLE item DROP COLUMN remark;

-- nothing

-- create index: unique
CREATE UNIQUE INDEX i ON item (code, "order");

-- create index: descending
CREATE INDEX i ON item (code DESC);

-- create index: partial
CREATE INDEX i ON item (code) WHERE price > 3;

-- create index: expression
CREATE INDEX i ON item ((lower(title)), id);

-- create index: method
refused: SQLite has no choice of index methods: index i of item
  leave the method out

-- create index: fulltext
refused: SQLite has no choice of index methods: index i of item
  leave the method out

-- create index: with other columns
refused: SQLite has no INCLUDE in indexes: index i of item
  leave the columns out, or put them at the end of the index

-- create index: qualified
CREATE INDEX i ON item (code COLLATE NOCASE DESC);

-- create index: if not exists
CREATE INDEX IF NOT EXISTS i ON item (code);

-- create index: concurrently
CREATE INDEX i ON item (code);

-- create index: concurrently, if not exists
CREATE INDEX IF NOT EXISTS i ON item (code);

-- create index: in a schema
CREATE INDEX main.i ON item (code);

-- drop index
DROP INDEX item_created;

-- drop index if exists
DROP INDEX IF EXISTS "nothing";

-- drop index concurrently
DROP INDEX item_created;

-- drop index in a schema
DROP INDEX main.item_created;

-- rename index
DROP INDEX item_created;
CREATE INDEX item_new ON item (created DESC, id);

-- rename index of an unknown table
refused: rename index item_created: the text depends on table item, which is not known here
  drop it and create it again under its new name

-- create sequence
refused: SQLite has no sequences: sequence counter
  number the rows of a table with AUTO_INCREMENT instead

-- create sequence with a type
refused: SQLite has no sequences: sequence s
  number the rows of a table with AUTO_INCREMENT instead

-- alter sequence, to 99
refused: SQLite has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- alter sequence, without limits
refused: SQLite has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- drop sequence
refused: SQLite has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- rename sequence
refused: SQLite has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- create enum
refused: SQLite has no types with a list of values: type colour
  use a text column with a check

-- add value to enum
refused: SQLite has no types with a list of values: type mood
  use a text column with a check

-- rename value of enum
refused: SQLite has no types with a list of values: type mood
  use a text column with a check

-- drop enum
refused: SQLite has no types with a list of values: type mood
  use a text column with a check

-- create and drop schema
refused: SQLite has no schemas: schema mdb_shop
  put a prefix in front of the tables' names

-- rename table in a schema
ALTER TABLE main.tag RENAME TO label;

-- rename table into another schema
refused: SQLite has no renaming into another schema: table tag to main.tag
  write the schema in front of both names, or move it with a statement of your own

-- create view
CREATE VIEW codes AS SELECT code FROM item;

-- replace view
DROP VIEW IF EXISTS titles;
CREATE VIEW titles AS SELECT id, title AS label, code FROM item;

-- drop view
DROP VIEW a_titles;

-- materialised view
refused: SQLite has no materialised views: view codes
  use a view, or a table that you fill yourself

-- a literal
INSERT INTO tag (id, name) VALUES (1, 'it''s \ here');

-- a constraint, a column, a name
CREATE TABLE "New Table" (
  n integer DEFAULT 1 NOT NULL,
  CONSTRAINT n_check CHECK (n > 0),
  CONSTRAINT n_pk PRIMARY KEY (n)
);
