package dev.vireo.vmx.convert;

import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files and domains of the tests. */
final class Vmx {

  /** A host with two datastores, and a file {@code [ds1] vm/vm.vmx}. */
  static final DatastoreResolver FILES =
      new DatastoreResolver(
          List.of(
              new DatastoreResolver.Datastore("ds1", "/vmfs/volumes/4a-1"),
              new DatastoreResolver.Datastore("ds2", "/vmfs/volumes/4a-2")),
          new DatastorePath("ds1", "vm/vm.vmx"));

  static final ReadOptions OPTIONS = ReadOptions.of(FILES);

  private Vmx() {}

  /** A file of these entries, each as {@code key=value}, after what every file has. */
  static VmxDocument file(String... entries) {
    return fileOf(10, entries);
  }

  /** The same with another hardware version. */
  static VmxDocument fileOf(int hardwareVersion, String... entries) {
    StringBuilder text = new StringBuilder();
    text.append("config.version = \"8\"\n");
    text.append("virtualHW.version = \"").append(hardwareVersion).append("\"\n");
    text.append("displayName = \"vm\"\n");
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      text.append(entry, 0, equals).append(" = \"").append(entry.substring(equals + 1));
      text.append("\"\n");
    }
    return VmxDocument.parse(text.toString());
  }

  static Conversion read(String... entries) {
    return new VmxToDomain(OPTIONS).convert(file(entries));
  }

  static Conversion read(VmxDocument file) {
    return new VmxToDomain(OPTIONS).convert(file);
  }

  /** The domain of a file, that no warning must come with, as XML without layout. */
  static String xml(VmxDocument file) {
    Conversion conversion = read(file);
    if (!conversion.warnings().isEmpty()) {
      throw new AssertionError("unexpected: " + conversion.warnings());
    }
    return xml(conversion.domain());
  }

  static String xml(String... entries) {
    return xml(file(entries));
  }

  static String xml(DomainDefinition domain) {
    return withoutLayout(DomainXml.format(domain));
  }

  static String withoutLayout(String xml) {
    return xml.lines().map(String::strip).reduce("", String::concat);
  }

  /** The warnings about a file, without their line. */
  static List<String> warnings(String... entries) {
    return read(entries).warnings().stream().map(w -> w.key() + " " + w.text()).toList();
  }

  /** A domain with these elements and these devices. */
  static DomainDefinition domain(String elements, String devices) {
    String os = elements.contains("<os") ? "" : "<os><type arch='x86_64'>hvm</type></os>";
    String memory = elements.contains("<memory") ? "" : "<memory>1048576</memory>";
    String vcpu = elements.contains("<vcpu") ? "" : "<vcpu>1</vcpu>";
    return DomainXml.parse(
        "<domain type='vmware'><name>vm</name>"
            + memory
            + vcpu
            + os
            + elements
            + "<devices>"
            + devices
            + "</devices></domain>");
  }

  /** What is written for hardware version 8. */
  static Map<String, String> written(String elements, String devices) {
    return written(8, elements, devices);
  }

  static Map<String, String> written(int hardwareVersion, String elements, String devices) {
    return written(VmxTarget.ofHardwareVersion(hardwareVersion), domain(elements, devices));
  }

  static Map<String, String> written(VmxTarget target, DomainDefinition domain) {
    return values(new DomainToVmx(target, FILES).convert(domain).document());
  }

  static Map<String, String> values(VmxDocument file) {
    Map<String, String> values = new LinkedHashMap<>();
    for (VmxEntry entry : file.entries()) {
      values.put(entry.key(), entry.value());
    }
    return values;
  }

  /** Those entries of a file whose keys start with a prefix, as {@code key=value}. */
  static List<String> under(String prefix, Map<String, String> values) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }
}
