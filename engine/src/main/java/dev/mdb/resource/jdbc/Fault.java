package dev.mdb.resource.jdbc;

/** What sort of trouble a driver reports, as far as mdb acts on it. */
public enum Fault {
  /** A statement waited for a lock of the engine as long as it may. */
  LOCK_TIMEOUT,
  /** The connection is gone or could not be made; what a running statement did is unknown. */
  CONNECTION,
  /** Unknown user or wrong password. */
  LOGIN,
  /** The server has no such database. */
  NO_DATABASE,
  /** The user may not do this. */
  NO_RIGHT,
  OTHER
}
