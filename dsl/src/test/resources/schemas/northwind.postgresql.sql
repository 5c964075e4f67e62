-- In the shape of Northwind, as its PostgreSQL edition has it.
CREATE TABLE categories (
    category_id smallint NOT NULL PRIMARY KEY,
    category_name character varying(15) NOT NULL,
    description text,
    picture bytea
);
CREATE TABLE customers (
    customer_id character varying(5) NOT NULL PRIMARY KEY,
    company_name character varying(40) NOT NULL,
    contact_name character varying(30),
    country character varying(15) DEFAULT 'the "old" $country'
);
CREATE TABLE customer_demographics (
    customer_type_id character varying(5) NOT NULL PRIMARY KEY,
    customer_desc text
);
CREATE TABLE customer_customer_demo (
    customer_id character varying(5) NOT NULL,
    customer_type_id character varying(5) NOT NULL,
    PRIMARY KEY (customer_id, customer_type_id),
    FOREIGN KEY (customer_type_id) REFERENCES customer_demographics,
    FOREIGN KEY (customer_id) REFERENCES customers
);
CREATE TABLE employees (
    employee_id smallint NOT NULL PRIMARY KEY,
    last_name character varying(20) NOT NULL,
    first_name character varying(10) NOT NULL,
    birth_date date,
    photo bytea,
    reports_to smallint,
    FOREIGN KEY (reports_to) REFERENCES employees
);
CREATE TABLE suppliers (
    supplier_id smallint NOT NULL PRIMARY KEY,
    company_name character varying(40) NOT NULL,
    homepage text
);
CREATE TABLE products (
    product_id smallint NOT NULL PRIMARY KEY,
    product_name character varying(40) NOT NULL,
    supplier_id smallint,
    category_id smallint,
    unit_price real,
    units_in_stock smallint CONSTRAINT in_stock CHECK (units_in_stock >= 0),
    discontinued integer NOT NULL,
    FOREIGN KEY (category_id) REFERENCES categories,
    FOREIGN KEY (supplier_id) REFERENCES suppliers
);
CREATE TABLE region (
    region_id smallint NOT NULL PRIMARY KEY,
    region_description character varying(60) NOT NULL
);
CREATE TABLE territories (
    territory_id character varying(20) NOT NULL PRIMARY KEY,
    territory_description character varying(60) NOT NULL,
    region_id smallint NOT NULL,
    FOREIGN KEY (region_id) REFERENCES region
);
CREATE TABLE employee_territories (
    employee_id smallint NOT NULL,
    territory_id character varying(20) NOT NULL,
    PRIMARY KEY (employee_id, territory_id),
    FOREIGN KEY (territory_id) REFERENCES territories,
    FOREIGN KEY (employee_id) REFERENCES employees
);
CREATE TABLE orders (
    order_id smallint NOT NULL PRIMARY KEY,
    customer_id character varying(5),
    employee_id smallint,
    order_date date DEFAULT CURRENT_DATE,
    freight real,
    FOREIGN KEY (customer_id) REFERENCES customers,
    FOREIGN KEY (employee_id) REFERENCES employees
);
CREATE TABLE order_details (
    order_id smallint NOT NULL,
    product_id smallint NOT NULL,
    unit_price real NOT NULL,
    quantity smallint NOT NULL,
    discount real NOT NULL,
    PRIMARY KEY (order_id, product_id),
    FOREIGN KEY (product_id) REFERENCES products,
    FOREIGN KEY (order_id) REFERENCES orders
);
CREATE TABLE "US States" (
    state_id smallint NOT NULL PRIMARY KEY,
    "state name" character varying(100),
    "state-abbr" character varying(2),
    "class" text,
    "2nd" text
);
INSERT INTO region VALUES (1, 'Eastern');
