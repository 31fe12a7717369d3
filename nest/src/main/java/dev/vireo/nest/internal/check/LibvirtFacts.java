package dev.vireo.nest.internal.check;

import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.libvirt.DomainCapabilities;
import dev.vireo.nest.libvirt.HostCapabilities;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationHost;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What libvirt says about itself and about one kind of domain.
 *
 * @param versions its version and QEMU's
 * @param host what the host is
 * @param domain what QEMU offers for the domain type and machine; empty when it has not both
 * @param refusal libvirt's words where {@code domain} is empty
 * @param deviceModels devices that QEMU has; empty when that cannot be asked
 */
public record LibvirtFacts(
    VirtualizationHost.Versions versions,
    HostCapabilities host,
    Optional<DomainCapabilities> domain,
    String refusal,
    Optional<Set<String>> deviceModels) {

  public LibvirtFacts {
    Objects.requireNonNull(versions);
    Objects.requireNonNull(host);
    Objects.requireNonNull(domain);
    Objects.requireNonNull(refusal);
    Objects.requireNonNull(deviceModels);
  }

  /**
   * Asks libvirt.
   *
   * @throws VirtualizationException if it cannot be reached
   */
  public static LibvirtFacts read(
      VirtualizationHost libvirt, Acceleration acceleration, String machine) {
    VirtualizationHost.Versions versions = libvirt.versions();
    HostCapabilities host = HostCapabilities.parse(libvirt.capabilities());
    try {
      DomainCapabilities domain =
          DomainCapabilities.parse(libvirt.domainCapabilities(acceleration.domainType(), machine));
      return new LibvirtFacts(
          versions, host, Optional.of(domain), "", libvirt.deviceModels(domain.emulator()));
    } catch (VirtualizationException e) {
      if (e.kind() != VirtualizationException.Kind.REFUSED) {
        throw e;
      }
      return new LibvirtFacts(versions, host, Optional.empty(), e.libvirtText(), Optional.empty());
    }
  }
}
