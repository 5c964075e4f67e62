-- create table
--   create table item
CREATE TABLE item (
  id INT NOT NULL PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  price INT NULL,
  note text DEFAULT ('it''s new') NOT NULL,
  owner_id INT NOT NULL,
  code VARCHAR(8) NOT NULL,
  amount INT DEFAULT 1 NOT NULL,
  CONSTRAINT item_code_unique UNIQUE (code),
  CONSTRAINT item_name_price_unique UNIQUE (name, price),
  CONSTRAINT fk_item_owner_id__id FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE CASCADE,
  CONSTRAINT amount_positive CHECK (amount > 0),
  CONSTRAINT price_positive CHECK (price > 0)
);
CREATE INDEX item_owner_id ON item (owner_id);
CREATE INDEX by_name ON item (name, price);
--   drop table item
DROP TABLE item;

-- create table with days, times and texts in words of the engine, each with a default
--   create table visit
CREATE TABLE visit (
  id INT NOT NULL PRIMARY KEY,
  day DATE DEFAULT '2020-02-29' NOT NULL,
  opens TIME NULL,
  at DATETIME(6) DEFAULT '2020-03-01 12:30:15' NOT NULL,
  seen DATETIME(6) DEFAULT '2020-03-01 12:30:15' NOT NULL,
  told TIMESTAMP(6) NULL,
  device BINARY(16) NULL,
  since DATE DEFAULT '2020-01-31' NOT NULL
);
--   drop table visit
DROP TABLE visit;

-- create table whose rows number themselves
--   create table counted
CREATE TABLE counted (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  n INT NOT NULL
);
--   insert 1 row into counted
INSERT INTO counted (n) VALUES (?); -- [7]

-- create table with an identity, generated columns and comments
--   create table described
CREATE TABLE described (
  id INT AUTO_INCREMENT PRIMARY KEY,
  a INT NOT NULL COMMENT 'the first',
  b INT GENERATED ALWAYS AS (a * 2) STORED NOT NULL,
  c VARCHAR(20) NULL
) COMMENT = 'it''s described';
--   drop table described
DROP TABLE described;

-- drop table
--   drop table item
DROP TABLE item;
--   create table item
CREATE TABLE item (
  id INT NOT NULL PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  price INT NULL
);
CREATE INDEX item_name ON item (name);

-- drop table if it exists
--   drop table nowhere
DROP TABLE IF EXISTS nowhere;

-- rename table
--   rename table item to thing
ALTER TABLE item RENAME TO thing;
--   rename table thing to item
ALTER TABLE thing RENAME TO item;

-- comment on a table and a column
--   comment on item
ALTER TABLE item COMMENT = 'what''s sold';
--   comment on item.price
ALTER TABLE item MODIFY COLUMN price INT NULL COMMENT 'in cents';
--   take back: comment on item.price
ALTER TABLE item MODIFY COLUMN price INT NULL;
--   take back: comment on item
ALTER TABLE item COMMENT = '';

-- create schema
--   create schema sales
CREATE SCHEMA sales;
--   drop schema sales
DROP SCHEMA sales;

-- drop schema
--   drop schema sales
DROP SCHEMA sales;
--   create schema sales
CREATE SCHEMA sales;

-- add column
--   add note to item
ALTER TABLE item ADD COLUMN note VARCHAR(20) DEFAULT 'it''s' NOT NULL;
--   drop note from item
ALTER TABLE item DROP COLUMN note;

-- add columns with keys, a check and an index
--   add owner_id, code, size to item
ALTER TABLE item
  ADD COLUMN owner_id INT NULL,
  ADD COLUMN code VARCHAR(8) NULL,
  ADD COLUMN size INT NULL,
  ADD CONSTRAINT item_code_unique UNIQUE (code),
  ADD CONSTRAINT fk_item_owner_id__id FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE SET NULL,
  ADD CONSTRAINT size_positive CHECK (size > 0);
--   create the indexes of owner_id, code, size of item
CREATE INDEX item_size ON item (size);
--   drop the indexes of owner_id, code, size of item
DROP INDEX item_size ON item;
--   drop owner_id, code, size from item
ALTER TABLE item
  DROP CHECK size_positive,
  DROP FOREIGN KEY fk_item_owner_id__id,
  DROP INDEX item_code_unique,
  DROP COLUMN size,
  DROP COLUMN code,
  DROP COLUMN owner_id;

-- add generated column
--   add doubled to item
ALTER TABLE item ADD COLUMN doubled INT GENERATED ALWAYS AS (price * 2) STORED NULL;
--   drop doubled from item
ALTER TABLE item DROP COLUMN doubled;

-- drop column
--   drop note from item
ALTER TABLE item DROP COLUMN note;
--   add note to item
ALTER TABLE item ADD COLUMN note VARCHAR(20) DEFAULT 'x' NOT NULL;

-- drop a column of an Exposed table
--   drop price from item
ALTER TABLE item DROP COLUMN price;
--   add price to item
ALTER TABLE item ADD COLUMN price INT NULL;

-- rename column
--   rename column item.price to cost
ALTER TABLE item RENAME COLUMN price TO cost;
--   rename column item.cost to price
ALTER TABLE item RENAME COLUMN cost TO price;

-- alter column: all of it
--   alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(300) NULL COMMENT 'longer';
--   take back: alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(20) DEFAULT 'x' NOT NULL;

-- alter column: type with using
--   alter note of item
-- MySQL has no USING in a change of type: column note
--   take back: alter note of item
-- MySQL has no USING in a change of type: column note

-- alter column: its type alone
--   alter note of item
ALTER TABLE item MODIFY COLUMN note varchar(30) DEFAULT 'x' NOT NULL;
--   take back: alter note of item
ALTER TABLE item MODIFY COLUMN note varchar(20) DEFAULT 'x' NOT NULL;

-- alter column: nullability alone
--   alter price of item
ALTER TABLE item MODIFY COLUMN price INT NOT NULL;
--   take back: alter price of item
ALTER TABLE item MODIFY COLUMN price INT NULL;

-- alter column: its default alone
--   alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(20) DEFAULT 'it''s' NOT NULL;
--   alter price of item
ALTER TABLE item MODIFY COLUMN price INT DEFAULT 1 NULL;
--   take back: alter price of item
ALTER TABLE item MODIFY COLUMN price INT NULL;
--   take back: alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(20) DEFAULT 'x' NOT NULL;

-- alter column: no default any more
--   alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(20) NOT NULL;
--   take back: alter note of item
ALTER TABLE item MODIFY COLUMN note VARCHAR(20) DEFAULT 'x' NOT NULL;

-- alter table: several changes together
--   rename column item.price to cost; add size to item; alter name of item; add check size_positive to item; add unique key item_name_cost_unique to item; add foreign key fk_item_owner_id__id to item
ALTER TABLE item RENAME COLUMN price TO cost;
ALTER TABLE item
  ADD COLUMN size INT DEFAULT 3 NOT NULL,
  MODIFY COLUMN name varchar(60) NOT NULL,
  ADD CONSTRAINT size_positive CHECK (size > 0),
  ADD CONSTRAINT item_name_cost_unique UNIQUE (name, cost),
  ADD CONSTRAINT fk_item_owner_id__id FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE CASCADE;
--   drop foreign key fk_item_owner_id__id of item; drop unique key item_name_cost_unique of item; drop check size_positive of item; take back: alter name of item; drop size from item; rename column item.cost to price
ALTER TABLE item
  DROP FOREIGN KEY fk_item_owner_id__id,
  DROP INDEX item_name_cost_unique,
  DROP CHECK size_positive,
  MODIFY COLUMN name varchar(50) NOT NULL,
  DROP COLUMN size;
ALTER TABLE item RENAME COLUMN cost TO price;

-- add primary key
--   add the primary key of bare
ALTER TABLE bare ADD PRIMARY KEY (id);
--   drop the primary key of bare
ALTER TABLE bare DROP PRIMARY KEY;

-- drop primary key
--   drop the primary key of bare
ALTER TABLE bare DROP PRIMARY KEY;
--   add the primary key of bare
ALTER TABLE bare ADD PRIMARY KEY (id);

-- add unique key
--   add unique key item_name_price_unique to item
ALTER TABLE item ADD CONSTRAINT item_name_price_unique UNIQUE (name, price);
--   drop unique key item_name_price_unique of item
ALTER TABLE item DROP INDEX item_name_price_unique;

-- drop unique key
--   drop unique key one_name of item
ALTER TABLE item DROP INDEX one_name;
--   add unique key one_name to item
ALTER TABLE item ADD CONSTRAINT one_name UNIQUE (name);

-- add check
--   add check price_positive to item
ALTER TABLE item ADD CONSTRAINT price_positive CHECK (price > 0);
--   drop check price_positive of item
ALTER TABLE item DROP CHECK price_positive;

-- drop check
--   drop check price_positive of item
ALTER TABLE item DROP CHECK price_positive;
--   add check price_positive to item
ALTER TABLE item ADD CONSTRAINT price_positive CHECK (price > 0);

-- add foreign key
--   add foreign key fk_item_owner_id__id to item
ALTER TABLE item ADD CONSTRAINT fk_item_owner_id__id FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE SET NULL ON UPDATE CASCADE;
--   drop foreign key fk_item_owner_id__id of item
ALTER TABLE item DROP FOREIGN KEY fk_item_owner_id__id;

-- add foreign key of two columns
--   add foreign key to_pair to item
ALTER TABLE item ADD CONSTRAINT to_pair FOREIGN KEY (price, id) REFERENCES pair (x, y);
--   drop foreign key to_pair of item
ALTER TABLE item DROP FOREIGN KEY to_pair;

-- add deferrable foreign key
--   add foreign key fk_item_owner_id__id to item
-- MySQL has no deferrable foreign keys: foreign key fk_item_owner_id__id from owner_id to owner
--   drop foreign key fk_item_owner_id__id of item
ALTER TABLE item DROP FOREIGN KEY fk_item_owner_id__id;

-- drop foreign key
--   drop foreign key owned of item
ALTER TABLE item DROP FOREIGN KEY owned;
--   add foreign key owned to item
ALTER TABLE item ADD CONSTRAINT owned FOREIGN KEY (owner_id) REFERENCES owner (id);

-- rename constraint
--   rename constraint positive of item to price_positive
ALTER TABLE item
  DROP CHECK positive,
  ADD CONSTRAINT price_positive CHECK (price > 0);
--   take back: rename constraint positive of item to price_positive
ALTER TABLE item
  DROP CHECK price_positive,
  ADD CONSTRAINT positive CHECK (price > 0);

-- create index
--   create index item_name_price on item
CREATE INDEX item_name_price ON item (name, price);
--   drop index item_name_price
DROP INDEX item_name_price ON item;

-- create unique index
--   create index one_name on item
CREATE UNIQUE INDEX one_name ON item (name);
--   drop index one_name
DROP INDEX one_name ON item;

-- create partial index
--   create index dear on item
-- MySQL has no partial indexes: index dear of item
--   drop index dear
DROP INDEX dear ON item;

-- create index of an expression, descending
--   create index mixed on item
CREATE INDEX mixed ON item ((lower(name)), price DESC);
--   drop index mixed
DROP INDEX mixed ON item;

-- create index, descending
--   create index down on item
CREATE INDEX down ON item (price DESC);
--   drop index down
DROP INDEX down ON item;

-- create index by a method
--   create index hashed on item
CREATE INDEX hashed USING hash ON item (name);
--   drop index hashed
DROP INDEX hashed ON item;

-- create index that includes columns
--   create index covering on item
-- MySQL has no INCLUDE in indexes: index covering of item
--   drop index covering
DROP INDEX covering ON item;

-- create index concurrently
--   create index item_name on item
CREATE INDEX item_name ON item (name);
--   drop index item_name
DROP INDEX item_name ON item;

-- create index if it does not exist
--   create index item_name on item
-- MySQL has no IF NOT EXISTS for indexes: index item_name of item
--   drop index item_name
DROP INDEX item_name ON item;

-- drop index
--   drop index item_name
DROP INDEX item_name ON item;
--   create index item_name on item
CREATE INDEX item_name ON item (name);

-- rename index
--   rename index item_name to by_name
ALTER TABLE item RENAME INDEX item_name TO by_name;
--   rename index by_name to item_name
ALTER TABLE item RENAME INDEX by_name TO item_name;

-- create sequence
--   create sequence counter
-- MySQL has no sequences: sequence counter
--   drop sequence counter
-- MySQL has no sequences: sequence counter

-- alter sequence
--   alter sequence counter
-- MySQL has no sequences: sequence counter
--   alter sequence counter
-- MySQL has no sequences: sequence counter

-- drop sequence
--   drop sequence counter
-- MySQL has no sequences: sequence counter
--   create sequence counter
-- MySQL has no sequences: sequence counter

-- rename sequence
--   rename sequence counter to numbers
-- MySQL has no sequences: sequence counter
--   rename sequence numbers to counter
-- MySQL has no sequences: sequence numbers

-- create enum
--   create enum mood
-- MySQL has no types with a list of values: type mood
--   drop enum mood
-- MySQL has no types with a list of values: type mood

-- add enum value
--   add value happy to enum mood
-- MySQL has no types with a list of values: type mood
--   add value fine to enum mood
-- MySQL has no types with a list of values: type mood

-- rename enum value
--   rename value ok of enum mood to fine
-- MySQL has no types with a list of values: type mood
--   rename value fine of enum mood to ok
-- MySQL has no types with a list of values: type mood

-- drop enum
--   drop enum mood
-- MySQL has no types with a list of values: type mood
--   create enum mood
-- MySQL has no types with a list of values: type mood

-- create view
--   create view dear
CREATE VIEW dear AS SELECT id FROM item WHERE price > 10;
--   drop view dear
DROP VIEW dear;

-- replace view
--   create view dear
CREATE OR REPLACE VIEW dear AS SELECT id FROM item WHERE price > 99;
--   create view dear
CREATE OR REPLACE VIEW dear AS SELECT id FROM item WHERE price > 10;

-- drop view
--   drop view dear
DROP VIEW dear;
--   create view dear
CREATE VIEW dear AS SELECT id FROM item WHERE price > 10;

-- create materialized view
--   create materialized view dear
-- MySQL has no materialised views: view dear
--   drop materialized view dear
-- MySQL has no materialised views: view dear

-- create trigger
--   create trigger item_price
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW BEGIN SET NEW.price = 5; END;
--   drop trigger item_price
DROP TRIGGER item_price;

-- replace trigger
--   replace trigger item_price
DROP TRIGGER item_price;
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW BEGIN SET NEW.price = 6; END;
--   replace trigger item_price
DROP TRIGGER item_price;
CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW BEGIN SET NEW.price = 5; END;

-- replace function
--   replace function total_price
DROP FUNCTION total_price;
-- what it costs
CREATE FUNCTION total_price(a integer) RETURNS integer DETERMINISTIC RETURN a + 2;
--   replace function total_price
DROP FUNCTION total_price;
-- what it costs
CREATE FUNCTION total_price(a integer) RETURNS integer DETERMINISTIC RETURN a + 1;

-- insert rows
--   insert 2 rows into item
INSERT INTO item (id, name, price) VALUES (?, ?, ?); -- [1, it's, null]
INSERT INTO item (id, name) VALUES (?, ?); -- [2, two]

-- execute with parameters, and what takes it back
--   execute INSERT INTO item (id, name) VALUES (?, ?)
INSERT INTO item (id, name) VALUES (?, ?); -- [1, it's]
--   execute DELETE FROM item WHERE id = 1
DELETE FROM item WHERE id = 1;
