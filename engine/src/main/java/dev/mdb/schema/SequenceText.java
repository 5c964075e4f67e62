package dev.mdb.schema;

import java.util.Optional;

/** A sequence as PostgreSQL and MariaDB write it. */
final class SequenceText {
  private SequenceText() {}

  static String create(SqlText sql, Sequence sequence) {
    return head(sql, sequence)
        + sequence.minimum().map(it -> " MINVALUE " + it).orElse("")
        + sequence.maximum().map(it -> " MAXVALUE " + it).orElse("")
        + tail(sequence)
        + (sequence.cycles() ? " CYCLE" : "");
  }

  /** What the sequence does not limit or repeat is said too, since the old one may. */
  static String alter(SqlText sql, Sequence sequence) {
    return head(sql, sequence)
        + limit("MINVALUE", sequence.minimum())
        + limit("MAXVALUE", sequence.maximum())
        + tail(sequence)
        + (sequence.cycles() ? " CYCLE" : sql.isPostgres() ? " NO CYCLE" : " NOCYCLE");
  }

  private static String head(SqlText sql, Sequence sequence) {
    return sql.name(sequence.name())
        + sequence.type().map(it -> " AS " + it).orElse("")
        + " INCREMENT BY "
        + sequence.increment();
  }

  private static String limit(String word, Optional<Long> value) {
    return value.map(it -> " " + word + " " + it).orElse(" NO " + word);
  }

  private static String tail(Sequence sequence) {
    return " START WITH " + sequence.start() + " CACHE " + sequence.cache();
  }
}
