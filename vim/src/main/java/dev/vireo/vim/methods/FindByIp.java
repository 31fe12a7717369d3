package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a machine or host by an address (VI API {@code FindByIp}).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere; null when the server does not say
 * @param ip the address
 * @param vmSearch whether a machine is looked for, not a host
 */
public record FindByIp(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String ip,
    boolean vmSearch)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindByIp {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(ip, "ip");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
