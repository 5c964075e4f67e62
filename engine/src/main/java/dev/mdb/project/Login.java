package dev.mdb.project;

/** Who connects to a resource: data, never parsed, never printed. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
