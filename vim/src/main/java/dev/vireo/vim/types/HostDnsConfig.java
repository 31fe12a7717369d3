package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names and name servers of a host (VI API {@code HostDnsConfig}).
 *
 * @param dhcp the dhcp
 * @param virtualNicDevice the virtual nic device; null when the server does not say
 * @param hostName the host name
 * @param domainName the domain name
 * @param address the address
 * @param searchDomain the search domain
 */
public record HostDnsConfig(
    boolean dhcp,
    @Nullable String virtualNicDevice,
    String hostName,
    String domainName,
    List<String> address,
    List<String> searchDomain)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public HostDnsConfig {
    Objects.requireNonNull(hostName, "hostName");
    Objects.requireNonNull(domainName, "domainName");
    address = List.copyOf(address);
    searchDomain = List.copyOf(searchDomain);
  }
}
