"""Writes the same project for each tool: one line of revisions, a table each, or one revision of many operations.

Functions get the folder of the project; the scripts of both mdb and Alembic have about 20 lines.
"""

from dataclasses import dataclass
from typing import Callable

OPERATIONS_PER_TABLE = 5


def revision_id(number):
    return f"r{number:05d}"


def table(number):
    return f"t_{number:05d}"


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _each(count, write):
    for number in range(1, count + 1):
        write(number)


# --- mdb ---


def mdb_project(folder, url):
    _write(folder / "mdb.toml", f'[resources.bench]\nurl = "{url}"\nlocations = ["versions"]\n')


def mdb_script(folder, number):
    return folder / "versions" / f"{revision_id(number)}.migration.kts"


def _mdb_text(number, upgrade, downgrade):
    parent = f'    down("{revision_id(number - 1)}")\n' if number > 1 else ""
    return f"""\
// Create {table(number)}
// Created 2026-11-21 08:00 +00:00

revision {{
    id = "{revision_id(number)}"
    message = "Create {table(number)}"
{parent}
    upgrade {{
{upgrade}
    }}
    downgrade {{
{downgrade}
    }}
}}
"""


def mdb_table(folder, number, more=""):
    """Writes the script of one table; `more` is a further line among its columns."""
    columns = f"""\
        createTable("{table(number)}") {{
            primaryKey(varchar("code", 40))
            varchar("name", 100)
            varchar("email", 200).nullable()
            integer("amount").default(0){more and chr(10) + " " * 12 + more}
        }}"""
    _write(mdb_script(folder, number), _mdb_text(number, columns, f'        dropTable("{table(number)}")'))


def mdb_tables(folder, count, url="sqlite:bench.db"):
    mdb_project(folder, url)
    _each(count, lambda number: mdb_table(folder, number))


def mdb_operations(folder, tables, url):
    mdb_project(folder, url)
    upgrade = f"""\
        for (i in 1..{tables}) {{
            val table = "t_%05d".format(i)
            createTable(table) {{
                primaryKey(varchar("code", 40))
                varchar("name", 100)
            }}
            addColumn(table) {{ varchar("note", 100).nullable() }}
            createIndex(table, "name")
            insert(table) {{ row("code" to "a", "name" to "first") }}
            execute("UPDATE $table SET note = 'seen' WHERE code = 'a'")
        }}"""
    downgrade = f'        for (i in 1..{tables}) dropTable("t_%05d".format(i))'
    _write(mdb_script(folder, 1), _mdb_text(1, upgrade, downgrade))


# --- Alembic: env.py and alembic.ini are those of `alembic init` ---


def alembic_script(folder, number):
    return folder / "alembic" / "versions" / f"{revision_id(number)}_create_{table(number)}.py"


def _alembic_text(number, upgrade, downgrade):
    parent = f'"{revision_id(number - 1)}"' if number > 1 else "None"
    return f'''\
"""Create {table(number)}

Revision ID: {revision_id(number)}
Revises: {revision_id(number - 1) if number > 1 else ""}
"""
from alembic import op
import sqlalchemy as sa

revision = "{revision_id(number)}"
down_revision = {parent}
branch_labels = None
depends_on = None


def upgrade() -> None:
{upgrade}


def downgrade() -> None:
{downgrade}
'''


def alembic_table(folder, number, more=""):
    upgrade = f"""\
    op.create_table(
        "{table(number)}",
        sa.Column("code", sa.String(40), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("email", sa.String(200), nullable=True),
        sa.Column("amount", sa.Integer, nullable=False, server_default="0"),{more and chr(10) + " " * 8 + more}
    )"""
    text = _alembic_text(number, upgrade, f'    op.drop_table("{table(number)}")')
    _write(alembic_script(folder, number), text)


def alembic_tables(folder, count):
    _each(count, lambda number: alembic_table(folder, number))


def alembic_operations(folder, tables):
    upgrade = f"""\
    for i in range(1, {tables} + 1):
        table = f"t_{{i:05d}}"
        op.create_table(
            table,
            sa.Column("code", sa.String(40), primary_key=True),
            sa.Column("name", sa.String(100), nullable=False),
        )
        op.add_column(table, sa.Column("note", sa.String(100), nullable=True))
        op.create_index(f"{{table}}_name", table, ["name"])
        op.execute(f"INSERT INTO {{table}} (code, name) VALUES ('a', 'first')")
        op.execute(f"UPDATE {{table}} SET note = 'seen' WHERE code = 'a'")"""
    downgrade = f'    for i in range(1, {tables} + 1):\n        op.drop_table(f"t_{{i:05d}}")'
    _write(alembic_script(folder, 1), _alembic_text(1, upgrade, downgrade))


# --- SQL: Flyway, Liquibase and raw JDBC run the same texts, those that mdb renders ---


def _table_sql(number):
    return f"""\
CREATE TABLE {table(number)} (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  "name" VARCHAR(100) NOT NULL,
  email VARCHAR(200) NULL,
  amount INT DEFAULT 0 NOT NULL
);
"""


def _operations_sql(tables):
    return "".join(
        f"""\
CREATE TABLE {name} (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  "name" VARCHAR(100) NOT NULL
);
ALTER TABLE {name} ADD COLUMN note VARCHAR(100) NULL;
CREATE INDEX {name}_name ON {name} ("name");
INSERT INTO {name} (code, "name") VALUES ('a', 'first');
UPDATE {name} SET note = 'seen' WHERE code = 'a';
"""
        for name in map(table, range(1, tables + 1))
    )


CHANGELOG = """\
<?xml version="1.0" encoding="UTF-8"?>
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
  <includeAll path="changes" relativeToChangelogFile="true"/>
</databaseChangeLog>
"""


def raw(folder, texts):
    for number, text in texts:
        _write(folder / "sql" / f"{revision_id(number)}.sql", text)


def flyway(folder, texts):
    for number, text in texts:
        _write(folder / "sql" / f"V{number:05d}__create_{table(number)}.sql", text)


def liquibase(folder, texts):
    _write(folder / "changelog.xml", CHANGELOG)
    for number, text in texts:
        name = revision_id(number)
        _write(folder / "changes" / f"{name}.sql", f"--liquibase formatted sql\n\n--changeset bench:{name}\n{text}")


@dataclass(frozen=True)
class Work:
    """What a project does, and what a database holds afterwards. The functions write the project of a tool into a folder."""

    revisions: int
    tables: int
    columns: int
    mdb: Callable
    alembic: Callable
    texts: list


def tables(count):
    """A table for each of so many revisions."""
    texts = [(number, _table_sql(number)) for number in range(1, count + 1)]
    return Work(
        count, count, count * 4, lambda folder, url: mdb_tables(folder, count, url), lambda folder: alembic_tables(folder, count), texts
    )


def operations(count):
    """One revision of so many operations: create a table, add a column, create an index, insert, update."""
    several = count // OPERATIONS_PER_TABLE
    return Work(
        1,
        several,
        several * 3,
        lambda folder, url: mdb_operations(folder, several, url),
        lambda folder: alembic_operations(folder, several),
        [(1, _operations_sql(several))],
    )
