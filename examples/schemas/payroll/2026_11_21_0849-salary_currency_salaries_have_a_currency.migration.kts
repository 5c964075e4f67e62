// salaries have a currency
// Created 2026-11-21 08:49 +00:00

revision {
    id = "salary_currency"
    message = "salaries have a currency"
    down("create_tables")

    upgrade {
        addColumn("payroll.salary") { varchar("currency", 3).default("EUR") }
    }

    downgrade {
        dropColumn("payroll.salary", "currency")
    }
}
