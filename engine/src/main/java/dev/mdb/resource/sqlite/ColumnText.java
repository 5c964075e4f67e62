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
 * @param trail spaces and comments behind
 */
record ColumnText(String lead, Token writtenName, String type, List<Clause> clauses, String trail) {
  ColumnText {
    clauses = List.copyOf(clauses);
  }

  String name() {
    return writtenName.name();
  }

  String text() {
    var constraints = clauses.stream().map(Clause::text).collect(Collectors.joining());
    return lead + writtenName.text() + type + constraints + trail;
  }

  /** Without what stands around it. */
  String definition() {
    return text().substring(lead.length(), text().length() - trail.length());
  }

  Optional<Clause> clause(Clause.Kind kind) {
    return clauses.stream().filter(clause -> clause.is(kind)).findFirst();
  }

  List<Clause> clauses(Clause.Kind kind) {
    return clauses.stream().filter(clause -> clause.is(kind)).toList();
  }

  ColumnText named(String name) {
    var written = new Token(Token.Kind.QUOTED, Names.quote(name));
    return new ColumnText(lead, written, type, clauses, trail);
  }

  ColumnText withType(String wanted) {
    return new ColumnText(lead, writtenName, wanted.isEmpty() ? "" : " " + wanted, clauses, trail);
  }

  ColumnText withClauses(List<Clause> wanted) {
    return new ColumnText(lead, writtenName, type, wanted, trail);
  }

  ColumnText without(Predicate<Clause> unwanted) {
    return withClauses(clauses.stream().filter(clause -> !unwanted.test(clause)).toList());
  }

  ColumnText without(Clause.Kind kind) {
    return without(clause -> clause.is(kind));
  }

  ColumnText plus(Clause clause) {
    var more = new ArrayList<>(clauses);
    more.add(clause);
    return withClauses(more);
  }

  /** With that constraint in the place of the one of its kind, or at the end. */
  ColumnText with(Clause clause) {
    int at = clauses.stream().map(Clause::kind).toList().indexOf(clause.kind());
    if (at < 0) return plus(clause);
    var changed = new ArrayList<>(clauses);
    changed.set(at, clause);
    return withClauses(changed);
  }

  ColumnText around(String newLead, String newTrail) {
    return new ColumnText(newLead, writtenName, type, clauses, newTrail);
  }
}
