package dev.vireo.vim.methods;

import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds all machines or hosts with a UUID (VI API {@code FindAllByUuid}; API 4.0).
 *
 * @param self the object to call
 * @param datacenter where to look; null for everywhere; null when the server does not say
 * @param uuid the UUID
 * @param vmSearch whether machines are looked for, not hosts
 * @param instanceUuid whether it is the instance UUID, not the BIOS UUID; null when the server does
 *     not say
 */
public record FindAllByUuid(
    ManagedObjectReference self,
    @Nullable ManagedObjectReference datacenter,
    String uuid,
    boolean vmSearch,
    @Nullable Boolean instanceUuid)
    implements VimMethod<List<ManagedObjectReference>> {

  /** Checks that the required components are there. */
  public FindAllByUuid {
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(uuid, "uuid");
  }

  @Override
  public boolean repeatable() {
    return true;
  }
}
