package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a machine or host by its DNS name (VI API {@code FindByDnsName}).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere; null when the server does not say
 * @param dnsName the name
 * @param vmSearch whether a machine is looked for, not a host
 */
public record FindByDnsName(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String dnsName,
    boolean vmSearch)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindByDnsName {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(dnsName, "dnsName");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
