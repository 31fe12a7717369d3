package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds machines or hosts by an address (VI API {@code FindAllByIp}).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere
 * @param ip the address
 * @param vmSearch whether machines are looked for, not hosts
 */
public record FindAllByIp(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String ip,
    boolean vmSearch)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there. */
  public FindAllByIp {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(ip, "ip");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
