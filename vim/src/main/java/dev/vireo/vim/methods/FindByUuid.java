package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds a machine or host by its UUID (VI API {@code FindByUuid}).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere; null when the server does not say
 * @param uuid the UUID
 * @param vmSearch whether a machine is looked for, not a host
 * @param instanceUuid whether it is the instance UUID, not the BIOS UUID (API 4.0); null when the
 *     server does not say
 */
public record FindByUuid(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String uuid,
    boolean vmSearch,
    @Nullable Boolean instanceUuid)
    implements VimMethod<ManagedObjectReference> {

  /** Checks that the required components are there. */
  public FindByUuid {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(uuid, "uuid");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
