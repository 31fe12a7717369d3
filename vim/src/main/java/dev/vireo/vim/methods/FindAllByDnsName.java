package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds machines or hosts by a DNS name (VI API {@code FindAllByDnsName}).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere
 * @param dnsName the name
 * @param vmSearch whether machines are looked for, not hosts
 */
public record FindAllByDnsName(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String dnsName,
    boolean vmSearch)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there. */
  public FindAllByDnsName {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(dnsName, "dnsName");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
