package dev.vireo.internal.esx;

import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The vCenter of a connection, with the host of the connection as it knows it. */
public final class VCenter {

  private static final String VMOTION = "capability.vmotionSupported";
  private static final String PARENT = "parent";
  private static final String POOL = "resourcePool";

  private final HostContext host;
  private final Supplier<String> address;
  private volatile @Nullable Place place;

  /**
   * Where the host stands.
   *
   * @param host the host
   * @param pool the root resource pool of its compute resource
   * @param vMotion whether machines can be moved while they run
   */
  public record Place(ManagedObjectReference host, ManagedObjectReference pool, boolean vMotion) {}

  /**
   * @param host the host, as the vCenter knows it
   * @param address gives the numeric address of the vCenter; its name where there is none
   */
  public VCenter(HostContext host, Supplier<String> address) {
    this.host = host;
    this.address = address;
  }

  /** The host, as the vCenter knows it. */
  public HostContext host() {
    return host;
  }

  /** The numeric address of the vCenter; its name where that has none. */
  public String address() {
    return address.get();
  }

  /** Its uuid; null where it has none, as before VI API 4.0. */
  public @Nullable String uuid() {
    return host.client().serviceContent().about().instanceUuid();
  }

  /**
   * Where the host stands: one request, unless it is known that machines can be moved while they
   * run, which is for good.
   */
  public Place place() {
    Place known = place;
    if (known == null) {
      known = read();
      place = known.vMotion() ? known : null;
    }
    return known;
  }

  private Place read() {
    List<ObjectProperties> found =
        host.queries().computeResource(List.of(VMOTION, PARENT), List.of(POOL));
    ObjectProperties self =
        found.stream()
            .filter(each -> each.object().type().equals(HostQueries.HOST))
            .findFirst()
            .orElseThrow();
    ManagedObjectReference parent = self.get(PARENT, ManagedObjectReference.class);
    ManagedObjectReference pool =
        found.stream()
            .filter(each -> each.object().equals(parent))
            .findFirst()
            .orElseThrow(HostScope::noComputeResource)
            .get(POOL, ManagedObjectReference.class);
    return new Place(self.object(), pool, self.get(VMOTION, Boolean.class));
  }
}
