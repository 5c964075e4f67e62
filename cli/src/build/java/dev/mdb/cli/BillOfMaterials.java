package dev.mdb.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A bill of materials in CycloneDX 1.6, without time and serial number: the same jars give the same
 * text. The plugin of CycloneDX is not used, because it refuses to work offline.
 */
final class BillOfMaterials {
  private final String version;
  private final List<Component> components;
  private final Map<String, TreeSet<String>> dependencies = new TreeMap<>();

  BillOfMaterials(String version, List<Component> components) {
    this.version = version;
    this.components = components;
  }

  /**
   * @param tree of Maven's dependency plugin, in JSON
   */
  void write(Path tree, Path target) throws IOException {
    var references = new TreeMap<String, String>();
    for (Component each : components) references.put(each.id(), each.packageUrl());
    collect(JSON.std.mapFrom(tree.toFile()), self(), references);
    var document = new LinkedHashMap<String, Object>();
    document.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    document.put("bomFormat", "CycloneDX");
    document.put("specVersion", "1.6");
    document.put("version", 1);
    document.put("metadata", Map.of("component", own()));
    document.put("components", components.stream().map(BillOfMaterials::component).toList());
    document.put("dependencies", dependencies());
    Files.writeString(
        target, JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document) + "\n");
  }

  private String self() {
    return "pkg:maven/dev.mdb/mdb-cli@" + version + "?type=jar";
  }

  private Map<String, Object> own() {
    var own = new LinkedHashMap<String, Object>();
    own.put("type", "application");
    own.put("bom-ref", self());
    own.put("group", "dev.mdb");
    own.put("name", "mdb");
    own.put("version", version);
    return own;
  }

  private static Map<String, Object> component(Component component) {
    var map = new LinkedHashMap<String, Object>();
    map.put("type", "library");
    map.put("bom-ref", component.packageUrl());
    map.put("group", component.group());
    map.put("name", component.name());
    map.put("version", component.version());
    map.put("hashes", List.of(hash(component.jar())));
    map.put("licenses", List.of(license(component.license())));
    map.put("purl", component.packageUrl());
    return map;
  }

  private static Map<String, Object> license(String expression) {
    return expression.contains(" ")
        ? Map.of("expression", expression)
        : Map.of("license", Map.of("id", expression));
  }

  private static Map<String, Object> hash(Path jar) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      var map = new LinkedHashMap<String, Object>();
      map.put("alg", "SHA-256");
      map.put("content", HexFormat.of().formatHex(digest));
      return map;
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot read " + jar, e);
    }
  }

  /** mdb's own modules are one component, so what they need is what that one needs. */
  private void collect(Map<String, Object> node, String parent, Map<String, String> references) {
    if (!(node.get("children") instanceof List<?> children)) return;
    for (Object child : children) {
      @SuppressWarnings("unchecked")
      var map = (Map<String, Object>) child;
      var id = map.get("groupId") + ":" + map.get("artifactId") + ":" + map.get("version");
      var reference = references.get(id);
      if (reference != null) {
        dependencies.computeIfAbsent(parent, each -> new TreeSet<>()).add(reference);
      }
      boolean own = "dev.mdb".equals(map.get("groupId"));
      if (own || reference != null) collect(map, own ? parent : reference, references);
    }
  }

  private List<Map<String, Object>> dependencies() {
    var list = new ArrayList<Map<String, Object>>();
    dependencies.forEach(
        (reference, needed) -> {
          var map = new LinkedHashMap<String, Object>();
          map.put("ref", reference);
          map.put("dependsOn", List.copyOf(needed));
          list.add(map);
        });
    return list;
  }
}
