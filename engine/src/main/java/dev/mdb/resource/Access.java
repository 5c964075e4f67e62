package dev.mdb.resource;

/** What a session is opened for. */
public enum Access {
  /** Looks only: creates nothing, not even a database file. */
  READ,
  /** May create and change. */
  WRITE
}
