/**
 * What has to happen so that a database has the shape that models ask for: two catalogues in the
 * words of one engine → an ordered list of changes. Pure: no I/O.
 */
package dev.mdb.schema.diff;
