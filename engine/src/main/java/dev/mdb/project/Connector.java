package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.Resource;
import dev.mdb.resource.ResourceSettings;
import dev.mdb.resource.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes resources from their configuration, with secrets filled in at this moment and not before.
 */
final class Connector {
  private final ProjectConfig project;
  private final ResourceUrls urls;
  private final Map<String, Login> logins;
  private final Secrets secrets;

  Connector(ProjectConfig project, ResourceUrls urls, ProjectSetup setup) {
    this.project = project;
    this.urls = urls;
    this.logins = setup.logins();
    this.secrets = new Secrets(setup.environment(), project.folder());
  }

  Resource open(ResourceConfig config) {
    var outside = fromOutside(config);
    var url = outside.orElseGet(() -> fromFile(config, secrets::resolve));
    var login = logins.get(config.name());
    if (login != null) {
      return create(config, url, Optional.of(login.user()), Optional.of(login.password()));
    }
    if (outside.filter(MaskedUrl::namesUser).isPresent()) {
      return create(config, url, Optional.empty(), Optional.empty());
    }
    return create(
        config,
        url,
        resolved(config, "user", config.user(), secrets::resolve),
        resolved(config, "password", config.password(), secrets::resolve));
  }

  /** For those who connect to nothing, and need no secret for it. */
  Resource outline(ResourceConfig config) {
    var url = fromOutside(config).orElseGet(() -> fromFile(config, secrets::outline));
    return create(config, url, Optional.empty(), Optional.empty());
  }

  private Resource create(
      ResourceConfig config, String url, Optional<String> user, Optional<String> password) {
    var settings =
        new ResourceSettings(
            config.name(),
            url,
            user,
            password,
            config.versionTable(),
            config.versionSchema(),
            config.lockTimeout(),
            project.folder());
    // A fault of a URL from outside is in no line of the file.
    if (fromOutside(config).isPresent()) return named(config, () -> Resources.create(settings));
    return located(config, "url", () -> Resources.create(settings));
  }

  /** Taken as it is. */
  private Optional<String> fromOutside(ResourceConfig config) {
    return urls.of(config.name(), project.resources().size() == 1);
  }

  /** May hold resolvers. */
  private String fromFile(ResourceConfig config, UnaryOperator<String> filling) {
    return resolved(config, "url", config.url(), filling)
        .orElseThrow(() -> new MdbException(noUrl(config)));
  }

  /** When several resources lean on the variable that is only for one. */
  private Problem noUrl(ResourceConfig config) {
    var message = "resource '" + config.name() + "' has no url";
    return Problem.of(Category.USAGE, "missing-url", message)
        .at(project.locate(config.name(), "url"))
        .inResource(config.name())
        .help("set " + ResourceUrls.variable(config.name()) + ", or url in the file");
  }

  private Optional<String> resolved(
      ResourceConfig config, String key, Optional<String> text, UnaryOperator<String> filling) {
    return text.map(value -> located(config, key, () -> filling.apply(value)));
  }

  private <T> T located(ResourceConfig config, String key, Supplier<T> attempt) {
    try {
      return named(config, attempt);
    } catch (MdbException e) {
      var at = project.locate(config.name(), key);
      throw new MdbException(
          e.problems().stream()
              .map(problem -> problem.at().isPresent() ? problem : problem.at(at))
              .toList());
    }
  }

  private static <T> T named(ResourceConfig config, Supplier<T> attempt) {
    try {
      return attempt.get();
    } catch (MdbException e) {
      throw new MdbException(
          e.problems().stream().map(problem -> problem.inResource(config.name())).toList());
    }
  }
}
