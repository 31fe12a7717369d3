package dev.vireo.nest.libvirt;

import dev.vireo.nest.NestException;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.internal.XmlQuery;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a libvirt host is, of its {@code <capabilities>}.
 *
 * @param cpuVendor maker of its processors; empty for another than these
 * @param domainTypes values of {@code <domain type='...'>} for x86-64 guests
 */
public record HostCapabilities(Optional<CpuVendor> cpuVendor, Set<String> domainTypes) {

  public HostCapabilities {
    Objects.requireNonNull(cpuVendor);
    domainTypes = Set.copyOf(domainTypes);
  }

  /**
   * Reads libvirt's document.
   *
   * @param document the document
   * @throws NestException if it is not XML
   */
  public static HostCapabilities parse(String document) {
    XmlQuery root = XmlQuery.parse(document);
    return new HostCapabilities(
        root.text("host", "cpu", "vendor").flatMap(CpuVendor::ofLibvirt),
        root.all("guest", "arch").stream()
            .filter(arch -> arch.attribute("name").orElse("").equals("x86_64"))
            .flatMap(arch -> arch.all("domain").stream())
            .flatMap(domain -> domain.attribute("type").stream())
            .collect(Collectors.toSet()));
  }
}
