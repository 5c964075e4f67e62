-- In the shape of Pagila.
CREATE TYPE mpaa_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
CREATE DOMAIN year AS integer CONSTRAINT year_check CHECK (VALUE >= 1901 AND VALUE <= 2155);
CREATE FUNCTION last_updated() RETURNS trigger LANGUAGE plpgsql AS $_$
BEGIN
    NEW.last_update = CURRENT_TIMESTAMP;
    RETURN NEW;
END $_$;
CREATE SEQUENCE ticket_seq START WITH 100 INCREMENT BY 5 CACHE 10;
CREATE SEQUENCE actor_actor_id_seq;
CREATE TABLE actor (
    actor_id integer DEFAULT nextval('actor_actor_id_seq'::regclass) NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    full_name text GENERATED ALWAYS AS ((first_name || ' '::text) || last_name) STORED,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT actor_pkey PRIMARY KEY (actor_id)
);
CREATE TABLE category (
    category_id serial PRIMARY KEY,
    name text NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE country (
    country_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    country text COLLATE "C" NOT NULL UNIQUE,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE city (
    city_id bigserial PRIMARY KEY,
    city text NOT NULL,
    country_id integer NOT NULL REFERENCES country ON UPDATE CASCADE ON DELETE RESTRICT,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE address (
    address_id serial PRIMARY KEY,
    address text NOT NULL,
    district text NOT NULL,
    city_id bigint NOT NULL,
    postal_code text,
    phone character varying(20) NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT address_city_id_fkey FOREIGN KEY (city_id) REFERENCES city (city_id) ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE language (
    language_id serial PRIMARY KEY,
    name character(20) NOT NULL,
    last_update timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE film (
    film_id serial PRIMARY KEY,
    title text NOT NULL,
    description text,
    release_year year,
    language_id integer NOT NULL,
    original_language_id integer,
    rental_duration smallint DEFAULT 3 NOT NULL,
    rental_rate numeric(4,2) DEFAULT 4.99 NOT NULL,
    length smallint,
    replacement_cost numeric(5,2) DEFAULT 19.99 NOT NULL,
    rating mpaa_rating DEFAULT 'G'::mpaa_rating,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    special_features text[],
    fulltext tsvector NOT NULL,
    extra jsonb DEFAULT '{"a": "it''s $1"}'::jsonb NOT NULL,
    token uuid,
    score double precision,
    weight real,
    picture bytea,
    day date,
    at_time time without time zone,
    stamp timestamp(3) without time zone,
    span interval,
    flag boolean DEFAULT false NOT NULL,
    CONSTRAINT film_length_check CHECK (length > 0),
    CONSTRAINT film_dates CHECK (day IS NULL OR day > '1900-01-01'::date),
    CONSTRAINT film_language_id_fkey FOREIGN KEY (language_id) REFERENCES language (language_id) ON UPDATE CASCADE ON DELETE RESTRICT,
    CONSTRAINT film_original_language_id_fkey FOREIGN KEY (original_language_id) REFERENCES language (language_id) ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE TABLE film_actor (
    actor_id integer NOT NULL REFERENCES actor ON UPDATE CASCADE ON DELETE RESTRICT,
    film_id integer NOT NULL REFERENCES film ON UPDATE CASCADE ON DELETE RESTRICT,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    PRIMARY KEY (actor_id, film_id)
);
CREATE TABLE film_category (
    film_id integer NOT NULL REFERENCES film ON UPDATE CASCADE ON DELETE RESTRICT,
    category_id integer NOT NULL REFERENCES category ON UPDATE CASCADE ON DELETE RESTRICT,
    last_update timestamp with time zone DEFAULT now() NOT NULL,
    PRIMARY KEY (film_id, category_id)
);
CREATE TABLE store (
    store_id serial PRIMARY KEY,
    manager_staff_id integer NOT NULL,
    address_id integer NOT NULL REFERENCES address
);
CREATE TABLE staff (
    staff_id serial PRIMARY KEY,
    first_name text NOT NULL,
    store_id integer NOT NULL REFERENCES store,
    reports_to integer REFERENCES staff,
    active boolean DEFAULT true NOT NULL,
    username text NOT NULL
);
ALTER TABLE store ADD CONSTRAINT store_manager_staff_id_fkey FOREIGN KEY (manager_staff_id) REFERENCES staff (staff_id);
CREATE TABLE inventory (
    inventory_id serial PRIMARY KEY,
    film_id integer NOT NULL,
    store_id integer NOT NULL,
    CONSTRAINT inventory_of_store UNIQUE (store_id, inventory_id)
);
CREATE TABLE rental (
    rental_id serial PRIMARY KEY,
    store_id integer NOT NULL,
    inventory_id integer NOT NULL,
    rental_period tstzrange NOT NULL,
    customer_id integer NOT NULL,
    CONSTRAINT rental_inventory FOREIGN KEY (store_id, inventory_id) REFERENCES inventory (store_id, inventory_id)
);
CREATE INDEX film_fulltext_idx ON film USING gist (fulltext);
CREATE INDEX film_extra_idx ON film USING gin (extra jsonb_path_ops);
CREATE INDEX idx_title ON film (title text_pattern_ops);
CREATE INDEX idx_title_lower ON film (lower(title), film_id DESC);
CREATE INDEX idx_long ON film (title) INCLUDE (length) WHERE length > 120;
CREATE INDEX idx_released ON film (release_year DESC NULLS LAST, rental_rate);
CREATE UNIQUE INDEX idx_unq_username ON staff (username) WHERE active;
CREATE UNIQUE INDEX idx_unq_rental ON rental (rental_period, inventory_id, customer_id);
CREATE INDEX idx_actor_last_name ON actor USING hash (last_name);
COMMENT ON TABLE film IS 'What can be rented; it''s "theirs", for 3 $';
COMMENT ON COLUMN film.length IS 'in minutes';
CREATE TRIGGER last_updated BEFORE UPDATE ON actor FOR EACH ROW EXECUTE FUNCTION last_updated();
CREATE VIEW actor_names AS SELECT actor_id, full_name FROM actor;
CREATE MATERIALIZED VIEW rental_by_customer AS SELECT customer_id, count(*) AS n FROM rental GROUP BY customer_id;
INSERT INTO language (name) VALUES ('English');
INSERT INTO film (title, language_id, fulltext) VALUES ('ACADEMY DINOSAUR', 1, to_tsvector('academy dinosaur'));
