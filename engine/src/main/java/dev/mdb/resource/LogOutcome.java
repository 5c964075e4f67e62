package dev.mdb.resource;

/** How it went. */
public enum LogOutcome {
  DONE,
  /** Failed, and nothing of it stayed. */
  FAILED
}
