-- create table
--   create table item
CREATE TABLE item (
  id INT NOT NULL PRIMARY KEY,
  name VARCHAR(50) NOT NULL,
  price INT NULL,
  note TEXT DEFAULT 'it''s new' NOT NULL,
  owner_id INT NOT NULL,
  code VARCHAR(8) NOT NULL,
  amount INT DEFAULT 1 NOT NULL,
  CONSTRAINT item_name_price_unique UNIQUE (name, price),
  CONSTRAINT fk_item_owner_id__id FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE CASCADE,
  CONSTRAINT amount_positive CHECK (amount > 0),
  CONSTRAINT price_positive CHECK (price > 0)
);
CREATE INDEX item_owner_id ON item (owner_id);
CREATE UNIQUE INDEX item_code_unique ON item (code);
CREATE INDEX by_name ON item (name, price);
--   drop table item
DROP TABLE item;

-- create table with days, times and texts in words of the engine, each with a default
--   create table visit
CREATE TABLE visit (
  id INT NOT NULL PRIMARY KEY,
  day TEXT DEFAULT '2020-02-29' NOT NULL,
  opens TIME NULL,
  at TEXT DEFAULT '2020-03-01 12:30:15' NOT NULL,
  seen TEXT DEFAULT '2020-03-01 12:30:15' NOT NULL,
  told TEXT NULL,
  device BINARY(16) NULL,
  since DATE DEFAULT '2020-01-31' NOT NULL
);
--   drop table visit
DROP TABLE visit;

-- create table whose rows number themselves
--   create table counted
CREATE TABLE counted (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  n INT NOT NULL
);
--   insert 1 row into counted
INSERT INTO counted (n) VALUES (?); -- [7]

-- create table with an identity, generated columns and comments
--   create table described
CREATE TABLE described (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  a INT NOT NULL,
  b INT GENERATED ALWAYS AS (a * 2) STORED NOT NULL,
  c VARCHAR(20) NULL
);
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
--   comment on item.price
--   take back: comment on item.price
--   take back: comment on item

-- create schema
--   create schema sales
-- SQLite has no schemas: schema sales
--   drop schema sales
-- SQLite has no schemas: schema sales

-- drop schema
--   drop schema sales
-- SQLite has no schemas: schema sales
--   create schema sales
-- SQLite has no schemas: schema sales

-- add column
--   add note to item
ALTER TABLE item ADD COLUMN note VARCHAR(20) DEFAULT 'it''s' NOT NULL;
--   drop note from item
ALTER TABLE item DROP COLUMN note;

-- add columns with keys, a check and an index
--   add owner_id, code, size to item
-- SQLite has no statement for this change of a table: item: add check size_positive
--   create the indexes of owner_id, code, size of item
CREATE UNIQUE INDEX item_code_unique ON item (code);
CREATE INDEX item_size ON item (size);
--   drop the indexes of owner_id, code, size of item
DROP INDEX item_size;
DROP INDEX item_code_unique;
--   drop owner_id, code, size from item
-- SQLite has no statement for this change of a table: item: drop check size_positive

-- add generated column
--   add doubled to item
-- SQLite has no statement for this change of a table: item: add column doubled
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
-- SQLite has no statement for this change of a table: item: alter column note
--   take back: alter note of item
-- SQLite has no statement for this change of a table: item: alter column note

-- alter column: type with using
--   alter note of item
-- SQLite has no statement for this change of a table: item: alter column note
--   take back: alter note of item
-- SQLite has no statement for this change of a table: item: alter column note

-- alter column: its type alone
--   alter note of item
-- SQLite has no statement for this change of a table: item: alter column note
--   take back: alter note of item
-- SQLite has no statement for this change of a table: item: alter column note

-- alter column: nullability alone
--   alter price of item
-- SQLite has no statement for this change of a table: item: alter column price
--   take back: alter price of item
-- SQLite has no statement for this change of a table: item: alter column price

-- alter column: its default alone
--   alter note of item
-- SQLite has no statement for this change of a table: item: alter column note
--   alter price of item
-- SQLite has no statement for this change of a table: item: alter column price
--   take back: alter price of item
-- SQLite has no statement for this change of a table: item: alter column price
--   take back: alter note of item
-- SQLite has no statement for this change of a table: item: alter column note

-- alter column: no default any more
--   alter note of item
-- SQLite has no statement for this change of a table: item: alter column note
--   take back: alter note of item
-- SQLite has no statement for this change of a table: item: alter column note

-- alter table: several changes together
--   rename column item.price to cost; add size to item; alter name of item; add check size_positive to item; add unique key item_name_cost_unique to item; add foreign key fk_item_owner_id__id to item
-- SQLite has no statement for this change of a table: item: alter column name
--   drop foreign key fk_item_owner_id__id of item; drop unique key item_name_cost_unique of item; drop check size_positive of item; take back: alter name of item; drop size from item; rename column item.cost to price
-- SQLite has no statement for this change of a table: item: drop foreign key fk_item_owner_id__id

-- add primary key
--   add the primary key of bare
-- SQLite has no statement for this change of a table: bare: add primary key
--   drop the primary key of bare
-- SQLite has no statement for this change of a table: bare: drop primary key

-- drop primary key
--   drop the primary key of bare
-- SQLite has no statement for this change of a table: bare: drop primary key
--   add the primary key of bare
-- SQLite has no statement for this change of a table: bare: add primary key

-- add unique key
--   add unique key item_name_price_unique to item
-- SQLite has no statement for this change of a table: item: add unique key item_name_price_unique
--   drop unique key item_name_price_unique of item
-- SQLite has no statement for this change of a table: item: drop unique key item_name_price_unique

-- drop unique key
--   drop unique key one_name of item
-- SQLite has no statement for this change of a table: item: drop unique key one_name
--   add unique key one_name to item
-- SQLite has no statement for this change of a table: item: add unique key one_name

-- add check
--   add check price_positive to item
-- SQLite has no statement for this change of a table: item: add check price_positive
--   drop check price_positive of item
-- SQLite has no statement for this change of a table: item: drop check price_positive

-- drop check
--   drop check price_positive of item
-- SQLite has no statement for this change of a table: item: drop check price_positive
--   add check price_positive to item
-- SQLite has no statement for this change of a table: item: add check price_positive

-- add foreign key
--   add foreign key fk_item_owner_id__id to item
-- SQLite has no statement for this change of a table: item: add foreign key fk_item_owner_id__id
--   drop foreign key fk_item_owner_id__id of item
-- SQLite has no statement for this change of a table: item: drop foreign key fk_item_owner_id__id

-- add foreign key of two columns
--   add foreign key to_pair to item
-- SQLite has no statement for this change of a table: item: add foreign key to_pair
--   drop foreign key to_pair of item
-- SQLite has no statement for this change of a table: item: drop foreign key to_pair

-- add deferrable foreign key
--   add foreign key fk_item_owner_id__id to item
-- SQLite has no statement for this change of a table: item: add foreign key fk_item_owner_id__id
--   drop foreign key fk_item_owner_id__id of item
-- SQLite has no statement for this change of a table: item: drop foreign key fk_item_owner_id__id

-- drop foreign key
--   drop foreign key owned of item
-- SQLite has no statement for this change of a table: item: drop foreign key owned
--   add foreign key owned to item
-- SQLite has no statement for this change of a table: item: add foreign key owned

-- rename constraint
--   rename constraint positive of item to price_positive
-- SQLite has no statement for this change of a table: item: rename constraint positive to price_positive
--   take back: rename constraint positive of item to price_positive
-- SQLite has no statement for this change of a table: item: rename constraint price_positive to positive

-- create index
--   create index item_name_price on item
CREATE INDEX item_name_price ON item (name, price);
--   drop index item_name_price
DROP INDEX item_name_price;

-- create unique index
--   create index one_name on item
CREATE UNIQUE INDEX one_name ON item (name);
--   drop index one_name
DROP INDEX one_name;

-- create partial index
--   create index dear on item
CREATE INDEX dear ON item (name) WHERE price > 10;
--   drop index dear
DROP INDEX dear;

-- create index of an expression, descending
--   create index mixed on item
CREATE INDEX mixed ON item ((lower(name)), price DESC);
--   drop index mixed
DROP INDEX mixed;

-- create index, descending
--   create index down on item
CREATE INDEX down ON item (price DESC);
--   drop index down
DROP INDEX down;

-- create index by a method
--   create index hashed on item
-- SQLite has no choice of index methods: index hashed of item
--   drop index hashed
DROP INDEX hashed;

-- create index that includes columns
--   create index covering on item
-- SQLite has no INCLUDE in indexes: index covering of item
--   drop index covering
DROP INDEX covering;

-- create index concurrently
--   create index item_name on item
CREATE INDEX item_name ON item (name);
--   drop index item_name
DROP INDEX item_name;

-- create index if it does not exist
--   create index item_name on item
CREATE INDEX IF NOT EXISTS item_name ON item (name);
--   drop index item_name
DROP INDEX item_name;

-- drop index
--   drop index item_name
DROP INDEX item_name;
--   create index item_name on item
CREATE INDEX item_name ON item (name);

-- rename index
--   rename index item_name to by_name
DROP INDEX item_name;
CREATE INDEX by_name ON item (name);
--   rename index by_name to item_name
-- table item has no index by_name

-- create sequence
--   create sequence counter
-- SQLite has no sequences: sequence counter
--   drop sequence counter
-- SQLite has no sequences: sequence counter

-- alter sequence
--   alter sequence counter
-- SQLite has no sequences: sequence counter
--   alter sequence counter
-- SQLite has no sequences: sequence counter

-- drop sequence
--   drop sequence counter
-- SQLite has no sequences: sequence counter
--   create sequence counter
-- SQLite has no sequences: sequence counter

-- rename sequence
--   rename sequence counter to numbers
-- SQLite has no sequences: sequence counter
--   rename sequence numbers to counter
-- SQLite has no sequences: sequence numbers

-- create enum
--   create enum mood
-- SQLite has no types with a list of values: type mood
--   drop enum mood
-- SQLite has no types with a list of values: type mood

-- add enum value
--   add value happy to enum mood
-- SQLite has no types with a list of values: type mood
--   add value fine to enum mood
-- SQLite has no types with a list of values: type mood

-- rename enum value
--   rename value ok of enum mood to fine
-- SQLite has no types with a list of values: type mood
--   rename value fine of enum mood to ok
-- SQLite has no types with a list of values: type mood

-- drop enum
--   drop enum mood
-- SQLite has no types with a list of values: type mood
--   create enum mood
-- SQLite has no types with a list of values: type mood

-- create view
--   create view dear
CREATE VIEW dear AS SELECT id FROM item WHERE price > 10;
--   drop view dear
DROP VIEW dear;

-- replace view
--   create view dear
DROP VIEW IF EXISTS dear;
CREATE VIEW dear AS SELECT id FROM item WHERE price > 99;
--   create view dear
DROP VIEW IF EXISTS dear;
CREATE VIEW dear AS SELECT id FROM item WHERE price > 10;

-- drop view
--   drop view dear
DROP VIEW dear;
--   create view dear
CREATE VIEW dear AS SELECT id FROM item WHERE price > 10;

-- create materialized view
--   create materialized view dear
-- SQLite has no materialised views: view dear
--   drop materialized view dear
-- SQLite has no materialised views: view dear

-- create trigger
--   create trigger item_price
CREATE TRIGGER item_price AFTER INSERT ON item BEGIN UPDATE item SET price = 5 WHERE id = NEW.id; END;
--   drop trigger item_price
DROP TRIGGER item_price;

-- replace trigger
--   replace trigger item_price
DROP TRIGGER item_price;
CREATE TRIGGER item_price AFTER INSERT ON item BEGIN UPDATE item SET price = 6 WHERE id = NEW.id; END;
--   replace trigger item_price
DROP TRIGGER item_price;
CREATE TRIGGER item_price AFTER INSERT ON item BEGIN UPDATE item SET price = 5 WHERE id = NEW.id; END;

-- replace function

-- insert rows
--   insert 2 rows into item
INSERT INTO item (id, name, price) VALUES (?, ?, ?); -- [1, it's, null]
INSERT INTO item (id, name) VALUES (?, ?); -- [2, two]

-- execute with parameters, and what takes it back
--   execute INSERT INTO item (id, name) VALUES (?, ?)
INSERT INTO item (id, name) VALUES (?, ?); -- [1, it's]
--   execute DELETE FROM item WHERE id = 1
DELETE FROM item WHERE id = 1;
