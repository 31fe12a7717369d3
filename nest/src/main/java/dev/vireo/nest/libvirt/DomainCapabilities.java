package dev.vireo.nest.libvirt;

import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.BoundedText;
import dev.vireo.nest.internal.XmlQuery;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a QEMU binary really offers for one kind of domain and machine, of libvirt's {@code
 * <domainCapabilities>}.
 *
 * @param emulator path of the QEMU binary
 * @param domainType {@code kvm} or {@code qemu}
 * @param machine the machine type that the alias stands for
 * @param maximumVcpus most processors
 * @param cpuModes supported modes, such as {@code host-passthrough}
 * @param uefi whether a firmware can be chosen for {@code firmware='efi'}
 * @param diskBuses supported buses
 * @param graphics supported graphical consoles
 */
public record DomainCapabilities(
    String emulator,
    String domainType,
    String machine,
    int maximumVcpus,
    Set<String> cpuModes,
    boolean uefi,
    Set<String> diskBuses,
    Set<String> graphics) {

  public DomainCapabilities {
    Objects.requireNonNull(emulator);
    Objects.requireNonNull(domainType);
    Objects.requireNonNull(machine);
    cpuModes = Set.copyOf(cpuModes);
    diskBuses = Set.copyOf(diskBuses);
    graphics = Set.copyOf(graphics);
  }

  /**
   * Reads libvirt's document.
   *
   * @param document the document
   * @throws NestException if it is not such a document
   */
  public static DomainCapabilities parse(String document) {
    XmlQuery root = XmlQuery.parse(document);
    List<XmlQuery> modes =
        root.all("cpu", "mode").stream()
            .filter(mode -> mode.attribute("supported").equals(Optional.of("yes")))
            .toList();
    return new DomainCapabilities(
        needed(root, "path"),
        needed(root, "domain"),
        needed(root, "machine"),
        root.first("vcpu")
            .flatMap(vcpu -> vcpu.attribute("max"))
            .map(DomainCapabilities::count)
            .orElse(1),
        names(modes, "name"),
        values(root.all("os", "enum"), "firmware").contains("efi"),
        values(root.all("devices", "disk", "enum"), "bus"),
        values(root.all("devices", "graphics", "enum"), "type"));
  }

  private static int count(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new NestException(
          "libvirt's domain capabilities have '%s' for a number".formatted(BoundedText.of(number)),
          e);
    }
  }

  private static String needed(XmlQuery root, String name) {
    return root.text(name)
        .orElseThrow(
            () -> new NestException("libvirt's domain capabilities have no <" + name + ">"));
  }

  private static Set<String> names(List<XmlQuery> elements, String attribute) {
    return elements.stream()
        .flatMap(element -> element.attribute(attribute).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> values(List<XmlQuery> enumerations, String name) {
    return enumerations.stream()
        .filter(enumeration -> enumeration.attribute("name").orElse("").equals(name))
        .flatMap(enumeration -> enumeration.all("value").stream())
        .map(XmlQuery::text)
        .collect(Collectors.toSet());
  }
}
