package dev.mdb.schema

import java.util.Optional

/** A column in the words of a test. */
fun column(
    name: String,
    type: String,
    nullable: Boolean = false,
    default: String? = null,
    identity: Identity = Identity.NONE,
    generated: Generated? = null,
    collation: String? = null,
    comment: String? = null,
) = Column(
    name,
    type,
    nullable,
    Optional.ofNullable(default),
    identity,
    Optional.ofNullable(generated),
    Optional.ofNullable(collation),
    Optional.ofNullable(comment),
)

fun foreignKey(
    name: String?,
    column: String,
    table: String,
    onDelete: ReferenceAction = ReferenceAction.NO_ACTION,
    onUpdate: ReferenceAction = ReferenceAction.NO_ACTION,
    deferral: ForeignKey.Deferral = ForeignKey.Deferral.NOT_DEFERRABLE,
) = ForeignKey(Optional.ofNullable(name), listOf(column), table, listOf("id"), onDelete, onUpdate, deferral)

fun index(
    name: String,
    vararg parts: Index.Part,
    unique: Boolean = false,
    method: String? = null,
    predicate: String? = null,
    include: List<String> = emptyList(),
) = Index(name, unique, parts.asList(), Optional.ofNullable(method), Optional.ofNullable(predicate), include)

fun part(text: String, expression: Boolean = false, descending: Boolean = false, qualifier: String = "") =
    Index.Part(text, expression, descending, qualifier)

fun patch(
    type: String? = null,
    using: String? = null,
    nullable: Boolean? = null,
    default: Optional<String>? = null,
    identity: Identity? = null,
    generated: Optional<Generated>? = null,
    collation: Optional<String>? = null,
    comment: Optional<String>? = null,
) = ColumnPatch(
    Optional.ofNullable(type),
    Optional.ofNullable(using),
    Optional.ofNullable(nullable),
    Optional.ofNullable(default),
    Optional.ofNullable(identity),
    Optional.ofNullable(generated),
    Optional.ofNullable(collation),
    Optional.ofNullable(comment),
)

/** A schema with something of everything that the dialect has; its two tables refer to each other. */
fun library(dialect: Dialect) =
    Catalog(
        listOf(author(), item(dialect), tag()),
        if (dialect.hasSequences) listOf(ticket) else emptyList(),
        if (dialect == Dialect.POSTGRESQL) listOf(EnumType("mood", listOf("good", "it's so-so"))) else emptyList(),
        listOf(View("a_titles", "SELECT label FROM titles", false), View("titles", "SELECT id, title AS label FROM item;", false)),
        emptyList(),
    )

val Dialect.hasSequences get() = this == Dialect.POSTGRESQL || this == Dialect.MARIADB

val ticket = Sequence("ticket", Optional.empty(), 10, 5, Optional.of(10), Optional.empty(), 20, false)

private fun author() =
    Table(
        "author",
        listOf(
            column("id", "integer", identity = Identity.AUTO_INCREMENT),
            column("name", "varchar(50)", comment = "it's a name"),
            column("favourite", "integer", nullable = true),
        ),
        Optional.of(PrimaryKey(Optional.empty(), listOf("id"))),
        listOf(UniqueKey(Optional.of("author_name"), listOf("name"))),
        listOf(foreignKey("author_favourite", "favourite", "item", ReferenceAction.SET_NULL)),
        emptyList(),
        emptyList(),
        Optional.of("who writes \\ what"),
    )

private fun item(dialect: Dialect) =
    Table(
        "item",
        listOf(
            column("id", "integer"),
            column("title", "varchar(200)", default = "'it''s new'"),
            column("price", "numeric(8,2)", default = "0"),
            column("doubled", "numeric(9,2)", nullable = true, generated = Generated("price * 2", true)),
            column("author_id", "integer", nullable = true),
            column("parent_id", "integer", nullable = true),
            column("created", "timestamp", default = now(dialect)),
            column("code", "varchar(40)", nullable = true, default = "lower('A')"),
            column("note", "text", nullable = true, default = "'-'"),
            column("order", "integer", default = "-1"),
        ),
        Optional.of(PrimaryKey(Optional.of("item_pk"), listOf("id"))),
        listOf(UniqueKey(Optional.of("item_title"), listOf("title")), UniqueKey(Optional.empty(), listOf("order", "id"))),
        listOf(
            foreignKey("item_author", "author_id", "author", ReferenceAction.CASCADE),
            foreignKey("item_parent", "parent_id", "item", onUpdate = ReferenceAction.CASCADE),
        ),
        listOf(Check(Optional.of("item_price"), "price >= 0"), Check(Optional.empty(), "price < 1000")),
        listOf(
            index("item_created", part("created", descending = true), part("id")),
            index("item_code", part("code"), unique = true),
        ),
        Optional.empty(),
    )

private fun now(dialect: Dialect) =
    if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP" else "CURRENT_TIMESTAMP"

/** Without a key. */
private fun tag() =
    Table(
        "tag",
        listOf(column("id", "integer"), column("name", "varchar(20)", nullable = true)),
        Optional.empty(),
        emptyList(),
        emptyList(),
        emptyList(),
        emptyList(),
        Optional.empty(),
    )
