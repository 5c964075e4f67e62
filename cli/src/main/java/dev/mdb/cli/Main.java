package dev.mdb.cli;

/** Where the launcher enters. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    var host = SystemHost.create();
    int status = new Application(host).run(arguments);
    host.out().flush();
    host.error().flush();
    System.exit(status);
  }
}
