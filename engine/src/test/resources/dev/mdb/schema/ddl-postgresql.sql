-- create everything
CREATE TYPE mood AS ENUM ('good', 'it''s so-so');
CREATE SEQUENCE ticket INCREMENT BY 5 MINVALUE 10 START WITH 10 CACHE 20;
CREATE TABLE item (
  id integer NOT NULL,
  title varchar(200) DEFAULT 'it''s new' NOT NULL,
  price numeric(8,2) DEFAULT 0 NOT NULL,
  doubled numeric(9,2) GENERATED ALWAYS AS (price * 2) STORED NULL,
  author_id integer NULL,
  parent_id integer NULL,
  created timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  code varchar(40) DEFAULT lower('A') NULL,
  note text DEFAULT '-' NULL,
  "order" integer DEFAULT -1 NOT NULL,
  CONSTRAINT item_pk PRIMARY KEY (id),
  CONSTRAINT item_title UNIQUE (title),
  UNIQUE ("order", id),
  CONSTRAINT item_parent FOREIGN KEY (parent_id) REFERENCES item (id) ON UPDATE CASCADE,
  CONSTRAINT item_price CHECK (price >= 0),
  CHECK (price < 1000)
);
CREATE INDEX item_created ON item (created DESC, id);
CREATE UNIQUE INDEX item_code ON item (code);
CREATE TABLE author (
  id SERIAL PRIMARY KEY,
  name varchar(50) NOT NULL,
  favourite integer NULL,
  CONSTRAINT author_name UNIQUE (name),
  CONSTRAINT author_favourite FOREIGN KEY (favourite) REFERENCES item (id) ON DELETE SET NULL
);
COMMENT ON TABLE author IS 'who writes \ what';
COMMENT ON COLUMN author.name IS 'it''s a name';
CREATE TABLE tag (
  id integer NOT NULL,
  name varchar(20) NULL
);
ALTER TABLE item ADD CONSTRAINT item_author FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE;
CREATE VIEW titles AS SELECT id, title AS label FROM item;
CREATE VIEW a_titles AS SELECT label FROM titles;

-- drop table
DROP TABLE tag;

-- drop table if exists
DROP TABLE IF EXISTS nothing;

-- rename table
ALTER TABLE tag RENAME TO label;

-- create table with a key of two columns and odd names
CREATE TABLE "Odd Table" (
  "a""b`c" integer NOT NULL,
  "select" integer NOT NULL,
  "Mixed" integer NULL,
  CONSTRAINT "odd pk" PRIMARY KEY ("a""b`c", "select"),
  FOREIGN KEY ("Mixed") REFERENCES item (id) ON DELETE RESTRICT
);
CREATE INDEX "Odd Index" ON "Odd Table" ("Mixed");
COMMENT ON TABLE "Odd Table" IS 'odd';

-- set the comment of a table
COMMENT ON TABLE item IS 'it''s what we sell';

-- remove the comment of a table
COMMENT ON TABLE author IS NULL;

-- add column
ALTER TABLE item ADD COLUMN weight integer NULL;

-- add column with default and comment
ALTER TABLE item ADD COLUMN state varchar(9) DEFAULT 'new' NOT NULL;
COMMENT ON COLUMN item.state IS 'how it is';

-- add column with an expression as default
ALTER TABLE item ADD COLUMN state varchar(40) DEFAULT lower('NEW') NOT NULL;

-- add column that refers
ALTER TABLE item
  ADD COLUMN tagged_by integer NULL,
  ADD CONSTRAINT item_tagger FOREIGN KEY (tagged_by) REFERENCES author (id);

-- add generated column, stored
ALTER TABLE item ADD COLUMN half numeric(8,2) GENERATED ALWAYS AS (price / 2) STORED NULL;

-- add generated column, computed when read
ALTER TABLE item ADD COLUMN half numeric(8,2) GENERATED ALWAYS AS (price / 2) VIRTUAL NULL;

-- drop column
ALTER TABLE item DROP COLUMN note;

-- rename column
ALTER TABLE item RENAME COLUMN title TO name;

-- make nullable
ALTER TABLE item ALTER COLUMN title DROP NOT NULL;

-- make not null
ALTER TABLE item ALTER COLUMN author_id SET NOT NULL;

-- set default
ALTER TABLE item ALTER COLUMN title SET DEFAULT 'x';

-- drop default
ALTER TABLE item ALTER COLUMN title DROP DEFAULT;

-- set comment of a column
COMMENT ON COLUMN item.title IS 'back\slash';

-- make a generated column a plain one
ALTER TABLE item ALTER COLUMN doubled DROP EXPRESSION IF EXISTS;

-- make a plain column generated
refused: PostgreSQL has no way to give an expression to a column that is there: column item.code
  drop the column and add it again, with the indexes and keys that go with it

-- alter nothing but what is so already

-- alter a column of an unknown table
ALTER TABLE item ALTER COLUMN title DROP NOT NULL;

-- write a whole column of an unknown table
ALTER TABLE item
  ALTER COLUMN note DROP EXPRESSION IF EXISTS,
  ALTER COLUMN note DROP IDENTITY IF EXISTS,
  ALTER COLUMN note DROP DEFAULT,
  ALTER COLUMN note TYPE varchar(30),
  ALTER COLUMN note SET DEFAULT 'y',
  ALTER COLUMN note DROP NOT NULL;
COMMENT ON COLUMN item.note IS NULL;

-- change type
ALTER TABLE item ALTER COLUMN note TYPE varchar(300);

-- change type and default
ALTER TABLE item
  ALTER COLUMN note DROP DEFAULT,
  ALTER COLUMN note TYPE varchar(90),
  ALTER COLUMN note SET DEFAULT 'y';

-- change type, drop default
ALTER TABLE item
  ALTER COLUMN "order" DROP DEFAULT,
  ALTER COLUMN "order" TYPE varchar(20);

-- change type with USING
ALTER TABLE item ALTER COLUMN author_id TYPE bigint USING author_id + 1;

-- change type with USING of an unknown table
ALTER TABLE item ALTER COLUMN author_id TYPE bigint USING author_id + 1;

-- change collation
ALTER TABLE item ALTER COLUMN note TYPE text COLLATE "C";

-- change collation in an unknown table
refused: alter column note: the text depends on table item, which is not known here
  give the type with the collation or the USING

-- number the rows
ALTER TABLE tag ADD PRIMARY KEY (id);
CREATE SEQUENCE tag_id_seq AS integer OWNED BY tag.id;
ALTER TABLE tag ALTER COLUMN id SET DEFAULT nextval('tag_id_seq');
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('tag', 'id'), (SELECT max(id) FROM tag WHERE id > 0));
END $mdb$;

-- number the rows as identity
ALTER TABLE tag ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('tag', 'id'), (SELECT max(id) FROM tag WHERE id > 0));
END $mdb$;

-- add a column that numbers the rows
ALTER TABLE tag
  ADD COLUMN no BIGSERIAL,
  ADD CONSTRAINT tag_no UNIQUE (no);

-- add an identity column
ALTER TABLE tag
  ADD COLUMN no bigint GENERATED BY DEFAULT AS IDENTITY,
  ADD CONSTRAINT tag_no UNIQUE (no);

-- numbered rows become NONE
ALTER TABLE author ALTER COLUMN id DROP DEFAULT;
DO $mdb$ BEGIN
  EXECUTE 'DROP SEQUENCE ' || pg_get_serial_sequence('author', 'id');
END $mdb$;

-- numbered rows become BY_DEFAULT
ALTER TABLE author ALTER COLUMN id DROP DEFAULT;
DO $mdb$ BEGIN
  EXECUTE 'DROP SEQUENCE ' || pg_get_serial_sequence('author', 'id');
END $mdb$;
ALTER TABLE author ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('author', 'id'), (SELECT max(id) FROM author WHERE id > 0));
END $mdb$;

-- identity to and fro
ALTER TABLE author ALTER COLUMN id DROP DEFAULT;
DO $mdb$ BEGIN
  EXECUTE 'DROP SEQUENCE ' || pg_get_serial_sequence('author', 'id');
END $mdb$;
ALTER TABLE author ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('author', 'id'), (SELECT max(id) FROM author WHERE id > 0));
END $mdb$;
ALTER TABLE author ALTER COLUMN id SET GENERATED ALWAYS;
ALTER TABLE author ALTER COLUMN id DROP IDENTITY;
CREATE SEQUENCE author_id_seq AS integer OWNED BY author.id;
ALTER TABLE author ALTER COLUMN id SET DEFAULT nextval('author_id_seq');
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('author', 'id'), (SELECT max(id) FROM author WHERE id > 0));
END $mdb$;
ALTER TABLE author ALTER COLUMN id DROP DEFAULT;
DO $mdb$ BEGIN
  EXECUTE 'DROP SEQUENCE ' || pg_get_serial_sequence('author', 'id');
END $mdb$;
ALTER TABLE author ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('author', 'id'), (SELECT max(id) FROM author WHERE id > 0));
END $mdb$;
ALTER TABLE author ALTER COLUMN id DROP IDENTITY;

-- identity in an unknown table
refused: alter column id: the text depends on table item, which is not known here
  run it where the database can be seen: what to do depends on how the column numbers its rows now

-- a wider type for a column that numbers
ALTER TABLE tag ADD PRIMARY KEY (id);
CREATE SEQUENCE tag_id_seq AS integer OWNED BY tag.id;
ALTER TABLE tag ALTER COLUMN id SET DEFAULT nextval('tag_id_seq');
DO $mdb$ BEGIN
  PERFORM setval(pg_get_serial_sequence('tag', 'id'), (SELECT max(id) FROM tag WHERE id > 0));
END $mdb$;
ALTER TABLE tag ALTER COLUMN id TYPE bigint;
DO $mdb$ BEGIN
  EXECUTE 'ALTER SEQUENCE ' || pg_get_serial_sequence('tag', 'id') || ' AS bigint';
END $mdb$;

-- add primary key
ALTER TABLE tag ADD CONSTRAINT tag_pk PRIMARY KEY (id, name);

-- drop primary key
ALTER TABLE item_of_nobody DROP CONSTRAINT item_pk;

-- drop primary key of which the name is not said
ALTER TABLE a_table DROP CONSTRAINT a_table_pkey;

-- another primary key
ALTER TABLE tag
  ADD COLUMN n integer DEFAULT 1 NOT NULL,
  ADD PRIMARY KEY (id);
ALTER TABLE tag
  DROP CONSTRAINT tag_pkey,
  ADD PRIMARY KEY (id, n);

-- add unique key
ALTER TABLE item ADD CONSTRAINT item_unique UNIQUE (code, "order");

-- add unique key without a name
ALTER TABLE item ADD UNIQUE (code, "order");

-- drop unique key
ALTER TABLE item DROP CONSTRAINT item_title;

-- another unique key of the same name
ALTER TABLE item
  DROP CONSTRAINT item_title,
  ADD CONSTRAINT item_title UNIQUE (title, id);

-- add foreign key
ALTER TABLE item ADD CONSTRAINT item_order FOREIGN KEY ("order") REFERENCES author (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- add foreign key, set default
ALTER TABLE item ADD FOREIGN KEY ("order") REFERENCES author (id) ON DELETE SET DEFAULT;

-- add foreign key, deferrable
ALTER TABLE item ADD FOREIGN KEY ("order") REFERENCES author (id) DEFERRABLE INITIALLY IMMEDIATE;

-- add foreign key, deferred
ALTER TABLE item ADD FOREIGN KEY ("order") REFERENCES author (id) DEFERRABLE INITIALLY DEFERRED;

-- drop foreign key
ALTER TABLE item DROP CONSTRAINT item_author;

-- another foreign key of the same name
ALTER TABLE item
  DROP CONSTRAINT item_author,
  ADD CONSTRAINT item_author FOREIGN KEY (author_id) REFERENCES author (id);

-- add check
ALTER TABLE item ADD CONSTRAINT item_order CHECK ("order" > -5);

-- drop check
ALTER TABLE item DROP CONSTRAINT item_price;

-- another check of the same name
ALTER TABLE item
  DROP CONSTRAINT item_price,
  ADD CONSTRAINT item_price CHECK (price > -1);

-- rename constraint item_title
ALTER TABLE item RENAME CONSTRAINT item_title TO renamed;

-- rename constraint item_author
ALTER TABLE item RENAME CONSTRAINT item_author TO renamed;

-- rename constraint item_price
ALTER TABLE item RENAME CONSTRAINT item_price TO renamed;

-- rename constraint that is not there
ALTER TABLE item RENAME CONSTRAINT nothing TO renamed;

-- rename constraint of an unknown table
ALTER TABLE item RENAME CONSTRAINT item_title TO renamed;

-- changes that go together
ALTER TABLE item
  DROP CONSTRAINT item_parent,
  DROP COLUMN parent_id,
  ADD COLUMN a integer NULL,
  ALTER COLUMN note TYPE varchar(90),
  ALTER COLUMN note SET NOT NULL,
  ADD CONSTRAINT item_a CHECK (a <> 3),
  ADD CONSTRAINT item_au UNIQUE (a);
COMMENT ON COLUMN item.a IS 'the first';

-- changes that need each other
ALTER TABLE item RENAME COLUMN title TO name;
ALTER TABLE item
  ALTER COLUMN name DROP NOT NULL,
  ADD COLUMN title integer NULL;
COMMENT ON COLUMN item.title IS 'a number now';
ALTER TABLE item DROP COLUMN title;
ALTER TABLE item RENAME COLUMN name TO title;

-- several columns, natively everywhere
ALTER TABLE item
  ADD COLUMN a integer NULL,
  ADD COLUMN b integer DEFAULT 0 NOT NULL;
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
CREATE INDEX i ON item USING hash (code);

-- create index: with other columns
CREATE INDEX i ON item (code) INCLUDE (title, "order");

-- create index: qualified
CREATE INDEX i ON item (code text_pattern_ops DESC NULLS LAST);

-- create index: if not exists
CREATE INDEX IF NOT EXISTS i ON item (code);

-- create index: concurrently
DO $mdb$ BEGIN
  IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('i') AND NOT indisvalid) THEN
    DROP INDEX i;
  END IF;
END $mdb$;
CREATE INDEX CONCURRENTLY i ON item (code);

-- create index: concurrently, if not exists
DO $mdb$ BEGIN
  IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('i') AND NOT indisvalid) THEN
    DROP INDEX i;
  END IF;
END $mdb$;
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON item (code);

-- create index: in a schema
DO $mdb$ BEGIN
  IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('main.i') AND NOT indisvalid) THEN
    DROP INDEX main.i;
  END IF;
END $mdb$;
CREATE INDEX CONCURRENTLY i ON main.item (code);

-- drop index
DROP INDEX item_created;

-- drop index if exists
DROP INDEX IF EXISTS nothing;

-- drop index concurrently
DROP INDEX CONCURRENTLY item_created;

-- drop index in a schema
DROP INDEX main.item_created;

-- rename index
ALTER INDEX item_created RENAME TO item_new;

-- rename index of an unknown table
ALTER INDEX item_created RENAME TO item_new;

-- create sequence
CREATE SEQUENCE counter INCREMENT BY -1 MINVALUE -100 MAXVALUE 100 START WITH 5 CACHE 1 CYCLE;

-- create sequence with a type
CREATE SEQUENCE s AS smallint INCREMENT BY 1 START WITH 1 CACHE 1;

-- alter sequence, to 99
ALTER SEQUENCE ticket INCREMENT BY 3 NO MINVALUE MAXVALUE 99 START WITH 11 CACHE 1 CYCLE;

-- alter sequence, without limits
ALTER SEQUENCE ticket INCREMENT BY 3 NO MINVALUE NO MAXVALUE START WITH 11 CACHE 1 NO CYCLE;

-- drop sequence
DROP SEQUENCE ticket;

-- rename sequence
ALTER SEQUENCE ticket RENAME TO voucher;

-- create enum
CREATE TYPE colour AS ENUM ('red', 'it''s blue');

-- add value to enum
ALTER TYPE mood ADD VALUE 'bad';
ALTER TYPE mood ADD VALUE 'best' BEFORE 'good';

-- rename value of enum
ALTER TYPE mood RENAME VALUE 'it''s so-so' TO 'fair';

-- drop enum
DROP TYPE mood;

-- create and drop schema
CREATE SCHEMA mdb_shop;
DROP SCHEMA mdb_shop;

-- rename table in a schema
ALTER TABLE main.tag RENAME TO label;

-- rename table into another schema
refused: PostgreSQL has no renaming into another schema: table tag to main.tag
  write the schema in front of both names, or move it with a statement of your own

-- create view
CREATE VIEW codes AS SELECT code FROM item;

-- replace view
CREATE OR REPLACE VIEW titles AS SELECT id, title AS label, code FROM item;

-- drop view
DROP VIEW a_titles;

-- materialised view
CREATE MATERIALIZED VIEW codes AS SELECT code FROM item;
DROP MATERIALIZED VIEW IF EXISTS codes;
CREATE MATERIALIZED VIEW codes AS SELECT id FROM item;
DROP MATERIALIZED VIEW codes;

-- a literal
INSERT INTO tag (id, name) VALUES (1, 'it''s \ here');

-- a constraint, a column, a name
CREATE TABLE "New Table" (
  n integer DEFAULT 1 NOT NULL,
  CONSTRAINT n_check CHECK (n > 0),
  CONSTRAINT n_pk PRIMARY KEY (n)
);
