import dev.mdb.dsl.ModelTable
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

object Customer : Table("customer") {
    val id = integer("id").autoIncrement()
    val name = varchar("name", 120)
    val email = varchar("email", 254).uniqueIndex()
    val note = text("note").nullable()

    override val primaryKey = PrimaryKey(id)
}

object Product : ModelTable("product") {
    val id = integer("id").autoIncrement()
    val label = varchar("label", 80)
    val price = decimal("price", 10, 2)
    val stock = integer("stock").default(0)

    override val primaryKey = PrimaryKey(id)

    init {
        check("product_price", "price >= 0")
        index("label")
    }
}

object Purchase : Table("purchase") {
    val id = integer("id").autoIncrement()
    val customer = integer("customer_id").references(Customer.id, onDelete = ReferenceOption.CASCADE)
    val product = integer("product_id").references(Product.id)
    val amount = integer("amount").default(1)

    override val primaryKey = PrimaryKey(id)
}
