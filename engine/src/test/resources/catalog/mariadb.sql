CREATE SEQUENCE counter START 10 INCREMENT 5 MINVALUE 5 MAXVALUE 1000 CACHE 3 CYCLE;
CREATE SEQUENCE plain;
CREATE TABLE owner (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(200) NOT NULL UNIQUE, area int, code int, UNIQUE KEY pair (area, code));
CREATE TABLE item (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(200) NOT NULL DEFAULT 'it''s',
  path varchar(200) DEFAULT 'a\\b',
  label varchar(50) COLLATE utf8mb4_bin,
  old varchar(50) CHARACTER SET latin1,
  price decimal(8,2) NOT NULL DEFAULT 0,
  debt int DEFAULT -1,
  sold tinyint(1) NOT NULL DEFAULT 0,
  few tinyint unsigned,
  wide int(5) zerofill,
  flags bit(3) DEFAULT b'101',
  feeling enum('sad','it''s ok') DEFAULT 'sad',
  made timestamp NOT NULL DEFAULT current_timestamp,
  seen datetime(6) NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6),
  key_text char(36) DEFAULT uuid(),
  body json DEFAULT '{}',
  day date DEFAULT '2026-01-01',
  rate decimal(8,2) DEFAULT 1.50,
  real_rate double DEFAULT 1e10,
  sum int DEFAULT (1 + 2),
  long_text text DEFAULT 'abc',
  some set('a','b') DEFAULT 'a,b',
  bytes varbinary(10) DEFAULT 'ab',
  big_number int unsigned,
  updated timestamp NULL ON UPDATE current_timestamp,
  note longtext,
  nothing varchar(10) DEFAULT NULL,
  word varchar(10) DEFAULT 'NULL',
  total decimal(10,2) GENERATED ALWAYS AS (price * 2) STORED,
  shown varchar(210) AS (concat(name, '''s')) VIRTUAL,
  `order` int COMMENT 'it''s the order',
  owner_id bigint unsigned,
  area int,
  code int,
  parent int,
  other int,
  place point NOT NULL,
  CONSTRAINT item_owner FOREIGN KEY (owner_id) REFERENCES owner (id) ON DELETE CASCADE ON UPDATE SET NULL,
  CONSTRAINT item_pair FOREIGN KEY (area, code) REFERENCES owner (area, code) ON DELETE RESTRICT,
  FOREIGN KEY (parent) REFERENCES item (id),
  CONSTRAINT item_price CHECK (price >= 0 and (price < 100 or name = 'it''s')),
  CONSTRAINT item_like CHECK (name LIKE 'a\\%' OR debt BETWEEN -5 AND 5 OR label IN ('a', 'b')),
  UNIQUE KEY item_unique (name, `order`),
  UNIQUE KEY item_prefix (name(10)),
  KEY item_name (name(20), price DESC),
  KEY item_other (other),
  FULLTEXT KEY item_text (note),
  SPATIAL KEY item_place (place)
) COMMENT 'what we sell: it''s all here';
CREATE TABLE small (id int PRIMARY KEY, level int CHECK (level > 0)) COLLATE utf8mb4_bin;
CREATE TABLE memory (id int, KEY memory_id USING HASH (id)) ENGINE = MEMORY;
CREATE TABLE split (id int NOT NULL) PARTITION BY HASH (id) PARTITIONS 2;
CREATE VIEW cheap AS SELECT id, name FROM item WHERE price < 10;
CREATE VIEW above AS SELECT c.id FROM cheap c JOIN owner ON owner.id = c.id;
CREATE TRIGGER item_audit BEFORE INSERT ON item FOR EACH ROW SET NEW.debt = 1;
CREATE PROCEDURE tidy() DELETE FROM item;
CREATE FUNCTION one() RETURNS int DETERMINISTIC RETURN 1;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DO DELETE FROM small
