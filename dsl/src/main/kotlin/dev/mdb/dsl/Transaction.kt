package dev.mdb.dsl

import dev.mdb.operation.TransactionMode

/** `transaction = Transaction.NONE` for statements that refuse to run in one. */
public typealias Transaction = TransactionMode
