package dev.mdb.resource.jdbc;

/** A value that the server works out when a script runs; stands among the values of a statement. */
record SqlExpression(String text) {}
