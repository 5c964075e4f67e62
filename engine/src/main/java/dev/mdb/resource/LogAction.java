package dev.mdb.resource;

/** What a log entry tells of. */
public enum LogAction {
  UPGRADE,
  DOWNGRADE,
  /** Added to the applied set without running anything. */
  STAMP,
  /** Taken out of the applied set without running anything. */
  UNSTAMP
}
