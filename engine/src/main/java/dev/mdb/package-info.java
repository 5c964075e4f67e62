/**
 * mdb as a library: {@link dev.mdb.Mdb} is the way in. What it returns are values of the packages
 * below: plans of {@code dev.mdb.graph}, reports and events of {@code dev.mdb.migrate}, problems of
 * {@code dev.mdb.error}.
 */
package dev.mdb;
