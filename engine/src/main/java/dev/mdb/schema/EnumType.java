package dev.mdb.schema;

import java.util.List;

/** A type of PostgreSQL with a fixed list of values, in their order. */
public record EnumType(String name, List<String> values) {
  public EnumType {
    values = List.copyOf(values);
  }
}
