package dev.mdb.cli;

/** How the help puts commands together, in its order. */
enum CommandGroup {
  AUTHOR("Author"),
  APPLY("Plan and apply"),
  PUT_RIGHT("Put right"),
  INSPECT("Inspect"),
  CHECK("Check"),
  SHELL("Shell");

  private final String title;

  CommandGroup(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
