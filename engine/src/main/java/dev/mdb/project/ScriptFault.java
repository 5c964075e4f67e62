package dev.mdb.project;

/**
 * A script says something that makes no revision. Thrown while its top level runs; whoever runs it
 * knows the place.
 */
public final class ScriptFault extends RuntimeException {
  private final String code;
  private final String keyword;
  private final String help;

  /**
   * @param code stable name for programs, in kebab case
   * @param keyword the word of the script that the fault is about, in the line that led here
   * @param message what is wrong
   * @param help what the user can do
   */
  public ScriptFault(String code, String keyword, String message, String help) {
    super(message);
    this.code = code;
    this.keyword = keyword;
    this.help = help;
  }

  public String code() {
    return code;
  }

  public String keyword() {
    return keyword;
  }

  public String help() {
    return help;
  }
}
