-- create everything
CREATE TABLE item (
  id integer NOT NULL,
  title varchar(200) DEFAULT 'it''s new' NOT NULL,
  price numeric(8,2) DEFAULT 0 NOT NULL,
  doubled numeric(9,2) GENERATED ALWAYS AS (price * 2) STORED NULL,
  author_id integer NULL,
  parent_id integer NULL,
  created timestamp DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP NOT NULL,
  code varchar(40) DEFAULT (lower('A')) NULL,
  note text DEFAULT ('-') NULL,
  `order` integer DEFAULT -1 NOT NULL,
  CONSTRAINT item_pk PRIMARY KEY (id),
  CONSTRAINT item_title UNIQUE (title),
  UNIQUE (`order`, id),
  CONSTRAINT item_parent FOREIGN KEY (parent_id) REFERENCES item (id) ON UPDATE CASCADE,
  CONSTRAINT item_price CHECK (price >= 0),
  CHECK (price < 1000)
);
CREATE INDEX item_created ON item (created DESC, id);
CREATE UNIQUE INDEX item_code ON item (code);
CREATE TABLE author (
  id integer AUTO_INCREMENT PRIMARY KEY,
  name varchar(50) NOT NULL COMMENT 'it''s a name',
  favourite integer NULL,
  CONSTRAINT author_name UNIQUE (name),
  CONSTRAINT author_favourite FOREIGN KEY (favourite) REFERENCES item (id) ON DELETE SET NULL
) COMMENT = 'who writes \\ what';
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
CREATE TABLE `Odd Table` (
  `a"b``c` integer NOT NULL,
  `select` integer NOT NULL,
  Mixed integer NULL,
  CONSTRAINT `odd pk` PRIMARY KEY (`a"b``c`, `select`),
  FOREIGN KEY (Mixed) REFERENCES item (id) ON DELETE RESTRICT
) COMMENT = 'odd';
CREATE INDEX `Odd Index` ON `Odd Table` (Mixed);

-- set the comment of a table
ALTER TABLE item COMMENT = 'it''s what we sell';

-- remove the comment of a table
ALTER TABLE author COMMENT = '';

-- add column
ALTER TABLE item ADD COLUMN weight integer NULL;

-- add column with default and comment
ALTER TABLE item ADD COLUMN state varchar(9) DEFAULT 'new' NOT NULL COMMENT 'how it is';

-- add column with an expression as default
ALTER TABLE item ADD COLUMN state varchar(40) DEFAULT (lower('NEW')) NOT NULL;

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
ALTER TABLE item MODIFY COLUMN title varchar(200) DEFAULT 'it''s new' NULL;

-- make not null
ALTER TABLE item MODIFY COLUMN author_id integer NOT NULL;

-- set default
ALTER TABLE item MODIFY COLUMN title varchar(200) DEFAULT 'x' NOT NULL;

-- drop default
ALTER TABLE item MODIFY COLUMN title varchar(200) NOT NULL;

-- set comment of a column
ALTER TABLE item MODIFY COLUMN title varchar(200) DEFAULT 'it''s new' NOT NULL COMMENT 'back\\slash';

-- make a generated column a plain one
ALTER TABLE item MODIFY COLUMN doubled numeric(9,2) NULL;

-- make a plain column generated
ALTER TABLE item MODIFY COLUMN code varchar(40) GENERATED ALWAYS AS (title) STORED NULL;

-- alter nothing but what is so already
ALTER TABLE item MODIFY COLUMN title varchar(200) DEFAULT 'it''s new' NOT NULL;

-- alter a column of an unknown table
refused: alter column title: the text depends on table item, which is not known here
  write the whole column, alterColumn("table") { … }, which needs no look at the database

-- write a whole column of an unknown table
ALTER TABLE item MODIFY COLUMN note varchar(30) DEFAULT 'y' NULL;

-- change type
ALTER TABLE item MODIFY COLUMN note varchar(300) DEFAULT '-' NULL;

-- change type and default
ALTER TABLE item MODIFY COLUMN note varchar(90) DEFAULT 'y' NULL;

-- change type, drop default
ALTER TABLE item MODIFY COLUMN `order` varchar(20) NOT NULL;

-- change type with USING
refused: MySQL has no USING in a change of type: column author_id
  leave it out and convert the values with statements of your own

-- change type with USING of an unknown table
refused: MySQL has no USING in a change of type: column author_id
  leave it out and convert the values with statements of your own

-- change collation
ALTER TABLE item MODIFY COLUMN note text COLLATE utf8mb4_bin DEFAULT ('-') NULL;

-- change collation in an unknown table
refused: alter column note: the text depends on table item, which is not known here
  write the whole column, alterColumn("table") { … }, which needs no look at the database

-- number the rows
ALTER TABLE tag
  ADD PRIMARY KEY (id),
  MODIFY COLUMN id integer AUTO_INCREMENT;

-- number the rows as identity
refused: MySQL has no GENERATED AS IDENTITY: column id
  use AUTO_INCREMENT (autoIncrement)

-- add a column that numbers the rows
ALTER TABLE tag
  ADD COLUMN no bigint AUTO_INCREMENT,
  ADD CONSTRAINT tag_no UNIQUE (no);

-- add an identity column
refused: MySQL has no GENERATED AS IDENTITY: column no
  use AUTO_INCREMENT (autoIncrement)

-- numbered rows become NONE
ALTER TABLE author MODIFY COLUMN id integer NOT NULL;

-- numbered rows become BY_DEFAULT
refused: MySQL has no GENERATED AS IDENTITY: column id
  use AUTO_INCREMENT (autoIncrement)

-- identity to and fro
refused: MySQL has no GENERATED AS IDENTITY: column id
  use AUTO_INCREMENT (autoIncrement)

-- identity in an unknown table
refused: alter column id: the text depends on table item, which is not known here
  write the whole column, alterColumn("table") { … }, which needs no look at the database

-- a wider type for a column that numbers
ALTER TABLE tag
  ADD PRIMARY KEY (id),
  MODIFY COLUMN id integer AUTO_INCREMENT;
ALTER TABLE tag MODIFY COLUMN id bigint AUTO_INCREMENT;

-- add primary key
ALTER TABLE tag ADD CONSTRAINT tag_pk PRIMARY KEY (id, name);

-- drop primary key
ALTER TABLE item_of_nobody DROP PRIMARY KEY;

-- drop primary key of which the name is not said
ALTER TABLE a_table DROP PRIMARY KEY;

-- another primary key
ALTER TABLE tag
  ADD COLUMN n integer DEFAULT 1 NOT NULL,
  ADD PRIMARY KEY (id);
ALTER TABLE tag
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (id, n);

-- add unique key
ALTER TABLE item ADD CONSTRAINT item_unique UNIQUE (code, `order`);

-- add unique key without a name
ALTER TABLE item ADD UNIQUE (code, `order`);

-- drop unique key
ALTER TABLE item DROP INDEX item_title;

-- another unique key of the same name
ALTER TABLE item
  DROP INDEX item_title,
  ADD CONSTRAINT item_title UNIQUE (title, id);

-- add foreign key
ALTER TABLE item ADD CONSTRAINT item_order FOREIGN KEY (`order`) REFERENCES author (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- add foreign key, set default
refused: MySQL has no ON DELETE SET DEFAULT: foreign key from order to author
  use SET NULL, or a trigger that writes the default

-- add foreign key, deferrable
refused: MySQL has no deferrable foreign keys: foreign key from order to author
  leave it not deferrable on MySQL

-- add foreign key, deferred
refused: MySQL has no deferrable foreign keys: foreign key from order to author
  leave it not deferrable on MySQL

-- drop foreign key
ALTER TABLE item DROP FOREIGN KEY item_author;

-- another foreign key of the same name
ALTER TABLE item DROP FOREIGN KEY item_author;
ALTER TABLE item ADD CONSTRAINT item_author FOREIGN KEY (author_id) REFERENCES author (id);

-- add check
ALTER TABLE item ADD CONSTRAINT item_order CHECK (`order` > -5);

-- drop check
ALTER TABLE item DROP CHECK item_price;

-- another check of the same name
ALTER TABLE item DROP CHECK item_price;
ALTER TABLE item ADD CONSTRAINT item_price CHECK (price > -1);

-- rename constraint item_title
ALTER TABLE item RENAME INDEX item_title TO renamed;

-- rename constraint item_author
ALTER TABLE item DROP FOREIGN KEY item_author;
ALTER TABLE item ADD CONSTRAINT renamed FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE;

-- rename constraint item_price
ALTER TABLE item
  DROP CHECK item_price,
  ADD CONSTRAINT renamed CHECK (price >= 0);

-- rename constraint that is not there
refused: table item has no unique key, foreign key or check nothing
  

-- rename constraint of an unknown table
refused: rename constraint item_title: the text depends on table item, which is not known here
  drop it and add it again under its new name

-- changes that go together
ALTER TABLE item
  DROP FOREIGN KEY item_parent,
  DROP COLUMN parent_id,
  ADD COLUMN a integer NULL COMMENT 'the first',
  MODIFY COLUMN note varchar(90) DEFAULT '-' NOT NULL,
  ADD CONSTRAINT item_a CHECK (a <> 3),
  ADD CONSTRAINT item_au UNIQUE (a);

-- changes that need each other
ALTER TABLE item RENAME COLUMN title TO name;
ALTER TABLE item
  MODIFY COLUMN name varchar(200) DEFAULT 'it''s new' NULL,
  ADD COLUMN title integer NULL;
ALTER TABLE item MODIFY COLUMN title integer NULL COMMENT 'a number now';
ALTER TABLE item DROP COLUMN title;
ALTER TABLE item RENAME COLUMN name TO title;

-- several columns, natively everywhere
ALTER TABLE item
  ADD COLUMN a integer NULL,
  ADD COLUMN b integer DEFAULT 0 NOT NULL;
ALTER TABLE item
  RENAME COLUMN title TO name,
  RENAME COLUMN note TO remark;
ALTER TABLE item DROP COLUMN remark;

-- nothing

-- create index: unique
CREATE UNIQUE INDEX i ON item (code, `order`);

-- create index: descending
CREATE INDEX i ON item (code DESC);

-- create index: partial
refused: MySQL has no partial indexes: index i of item
  index the whole column, or a generated column that is null for the other rows

-- create index: expression
CREATE INDEX i ON item ((lower(title)), id);

-- create index: method
CREATE INDEX i USING btree ON item (code);

-- create index: fulltext
CREATE FULLTEXT INDEX i ON item (title);

-- create index: with other columns
refused: MySQL has no INCLUDE in indexes: index i of item
  leave the columns out, or put them at the end of the index

-- create index: qualified
CREATE INDEX i ON item (code(10) DESC);

-- create index: if not exists
refused: MySQL has no IF NOT EXISTS for indexes: index i of item
  leave it out

-- create index: concurrently
CREATE INDEX i ON item (code);

-- create index: concurrently, if not exists
CREATE INDEX i ON item (code);

-- create index: in a schema
CREATE INDEX i ON main.item (code);

-- drop index
DROP INDEX item_created ON item;

-- drop index if exists
refused: MySQL has no IF EXISTS for indexes: index nothing of item
  leave it out

-- drop index concurrently
DROP INDEX item_created ON item;

-- drop index in a schema
DROP INDEX item_created ON main.item;

-- rename index
ALTER TABLE item RENAME INDEX item_created TO item_new;

-- rename index of an unknown table
ALTER TABLE item RENAME INDEX item_created TO item_new;

-- create sequence
refused: MySQL has no sequences: sequence counter
  number the rows of a table with AUTO_INCREMENT instead

-- create sequence with a type
refused: MySQL has no sequences: sequence s
  number the rows of a table with AUTO_INCREMENT instead

-- alter sequence, to 99
refused: MySQL has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- alter sequence, without limits
refused: MySQL has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- drop sequence
refused: MySQL has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- rename sequence
refused: MySQL has no sequences: sequence ticket
  number the rows of a table with AUTO_INCREMENT instead

-- create enum
refused: MySQL has no types with a list of values: type colour
  give the column the type enum('a', 'b')

-- add value to enum
refused: MySQL has no types with a list of values: type mood
  give the column the type enum('a', 'b')

-- rename value of enum
refused: MySQL has no types with a list of values: type mood
  give the column the type enum('a', 'b')

-- drop enum
refused: MySQL has no types with a list of values: type mood
  give the column the type enum('a', 'b')

-- create and drop schema
CREATE SCHEMA mdb_shop;
DROP SCHEMA mdb_shop;

-- rename table in a schema
ALTER TABLE main.tag RENAME TO main.label;

-- rename table into another schema
ALTER TABLE tag RENAME TO main.tag;

-- create view
CREATE VIEW codes AS SELECT code FROM item;

-- replace view
CREATE OR REPLACE VIEW titles AS SELECT id, title AS label, code FROM item;

-- drop view
DROP VIEW a_titles;

-- materialised view
refused: MySQL has no materialised views: view codes
  use a view, or a table that you fill yourself

-- a literal
INSERT INTO tag (id, name) VALUES (1, 'it''s \\ here');

-- a constraint, a column, a name
CREATE TABLE `New Table` (
  n integer DEFAULT 1 NOT NULL,
  CONSTRAINT n_check CHECK (n > 0),
  CONSTRAINT n_pk PRIMARY KEY (n)
);
