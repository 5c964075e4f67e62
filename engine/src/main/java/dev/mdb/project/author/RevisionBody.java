package dev.mdb.project.author;

/** What stands inside the blocks of a new script: lines without indentation. */
public record RevisionBody(String upgrade, String downgrade) {
  public static final RevisionBody EMPTY = new RevisionBody("", "");
}
