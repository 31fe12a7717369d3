package dev.vireo.nest.probe;

import java.util.Objects;

/**
 * What a host says about itself to anybody, without a login.
 *
 * @param address where it answered
 * @param name name of the product, such as {@code VMware ESXi}
 * @param version its dotted version, such as {@code 8.0.3}
 * @param build its build number
 * @param apiVersion version of its API, such as {@code 8.0.3.0}
 * @param fingerprint SHA-256 of its certificate, as upper-case hex pairs joined by colons
 */
public record HostIdentity(
    HostAddress address,
    String name,
    String version,
    String build,
    String apiVersion,
    String fingerprint) {

  public HostIdentity {
    Objects.requireNonNull(address);
    Objects.requireNonNull(name);
    Objects.requireNonNull(version);
    Objects.requireNonNull(build);
    Objects.requireNonNull(apiVersion);
    Objects.requireNonNull(fingerprint);
  }

  /** Whether it is an ESX or ESXi host, and not a vCenter. */
  public boolean isHost() {
    return name.contains("ESX");
  }

  /** Product, version and build: {@code VMware ESXi 8.0.3 build-24022510}. */
  public String title() {
    return "%s %s build-%s".formatted(name, version, build);
  }

  /** The URI to connect with as root, which trusts exactly this certificate. */
  public String uri() {
    return address.uri() + "?fingerprint=" + fingerprint;
  }
}
