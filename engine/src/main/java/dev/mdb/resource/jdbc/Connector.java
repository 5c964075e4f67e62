package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.ResourceSettings;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.crypto.Mac;

/**
 * Opens connections to one database. User and password go to the driver as properties, which it
 * does not parse.
 */
public final class Connector {
  private final ResourceSettings settings;
  private final ServerUrl url;
  private final JdbcEngine engine;
  private final String driverScheme;
  private final DriverSource driver;

  /**
   * @param engine explains the driver's errors
   * @param driver makes the one driver that is needed: DriverManager would load all that there are
   */
  public Connector(
      ResourceSettings settings,
      ServerUrl url,
      JdbcEngine engine,
      String driverScheme,
      DriverSource driver) {
    this.settings = settings;
    this.url = url;
    this.engine = engine;
    this.driverScheme = driverScheme;
    this.driver = driver;
  }

  /**
   * @param defaults properties of the driver, which parameters of the URL override
   * @param session statements that make the session what it should be
   */
  public Connection open(Map<String, String> defaults, String session) throws SQLException {
    var connection = connect(defaults);
    try {
      Sql.run(connection, session);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The driver, and what a login with a password computes with. */
  public void warmUp() {
    try {
      driver.get();
      Mac.getInstance("HmacSHA256");
    } catch (SQLException | GeneralSecurityException later) {
      // Whoever connects is told.
    }
  }

  private Connection connect(Map<String, String> defaults) throws SQLException {
    var properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(url.parameters());
    settings.user().or(url::user).ifPresent(user -> properties.setProperty("user", user));
    settings
        .password()
        .or(url::password)
        .ifPresent(word -> properties.setProperty("password", word));
    var connection = driver.get().connect(url.jdbc(driverScheme), properties);
    if (connection == null) throw new SQLException("the driver does not know such an address");
    return connection;
  }

  /** What a failed {@link #open} means. */
  public MdbException failed(SQLException failure) {
    return new MdbException(problem(failure).inResource(settings.name()), failure);
  }

  private Problem problem(SQLException failure) {
    var where = url.hosts() + ": ";
    var reason = engine.explain(failure);
    return switch (engine.fault(failure)) {
      case LOGIN ->
          problem("login-refused", "the login is refused by " + where + reason)
              .help("check 'user' and 'password' of resource '" + settings.name() + "'");
      case NO_DATABASE ->
          problem("no-database", "there is no database '" + url.database() + "' on " + url.hosts())
              .help("create it: CREATE DATABASE " + engine.quote(url.database()));
      case NO_RIGHT -> problem("no-right", "no right to connect to " + where + reason);
      default ->
          problem("cannot-connect", "cannot connect to " + where + reason)
              .help("check that the server runs and that the url is right");
    };
  }

  private static Problem problem(String code, String message) {
    return Problem.of(Category.FAILED, code, message);
  }

  /** Makes a driver; loads its class only when it is called. */
  public interface DriverSource {
    Driver get() throws SQLException;
  }
}
