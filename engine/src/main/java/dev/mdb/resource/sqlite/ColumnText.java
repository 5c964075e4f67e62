package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The definition of a column as it is written.
 *
 * @param lead spaces and comments in front
 * @param writtenName with its quotes
 * @param type with what stands in front of it; empty for a column without a type
 */
record ColumnText(String lead, Token writtenName, String type, List<Clause> clauses)
    implements Definition {
  ColumnText {
    clauses = List.copyOf(clauses);
  }

  String name() {
    return writtenName.name();
  }

  @Override
  public String text() {
    return lead
        + writtenName.text()
        + type
        + clauses.stream().map(Clause::text).collect(Collectors.joining());
  }

  Optional<Clause> clause(Clause.Kind kind) {
    return clauses.stream().filter(clause -> clause.is(kind)).findFirst();
  }

  List<Clause> clauses(Clause.Kind kind) {
    return clauses.stream().filter(clause -> clause.is(kind)).toList();
  }

  @Override
  public ColumnText onLine(boolean ofItsOwn) {
    return withLead(Definition.onLine(lead, ofItsOwn));
  }

  ColumnText withLead(String wanted) {
    return new ColumnText(wanted, writtenName, type, clauses);
  }

  ColumnText withType(String wanted) {
    return new ColumnText(lead, writtenName, wanted, clauses);
  }

  ColumnText withClauses(List<Clause> wanted) {
    return new ColumnText(lead, writtenName, type, wanted);
  }

  ColumnText without(Predicate<Clause> unwanted) {
    return withClauses(clauses.stream().filter(clause -> !unwanted.test(clause)).toList());
  }

  /** With that constraint in the place of the one of its kind, or at the end. */
  ColumnText with(Clause clause) {
    var changed = new ArrayList<>(clauses);
    int at = clauses.stream().map(Clause::kind).toList().indexOf(clause.kind());
    if (at < 0) changed.add(clause);
    else changed.set(at, clause);
    return withClauses(changed);
  }

  /** With what the other column has of that kind, or without it. */
  ColumnText like(ColumnText other, Clause.Kind kind) {
    return other.clause(kind).map(this::with).orElseGet(() -> without(clause -> clause.is(kind)));
  }
}
