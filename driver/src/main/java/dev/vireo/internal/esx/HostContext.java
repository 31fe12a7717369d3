package dev.vireo.internal.esx;

import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.types.ManagedObjectReference;

/**
 * A host as one server knows it: what all operations on it need. A connection has one, and a second
 * one where a vCenter manages the host and was asked for.
 *
 * @param client a client that is logged in to the server
 * @param scope where the host stands in the server's inventory
 * @param queries reads the host and its machines
 * @param identity how the server's machines become domains
 * @param name name of the host for messages
 */
public record HostContext(
    VimClient client, HostScope scope, HostQueries queries, MachineIdentity identity, String name) {

  /**
   * A host.
   *
   * @param legacyUuid whether domains are identified by BIOS uuid, as they are on old servers in
   *     any case
   */
  public static HostContext of(VimClient client, HostScope scope, boolean legacyUuid, String name) {
    MachineIdentity identity =
        legacyUuid || !client.apiVersion().isAtLeast(ApiVersion.V4_0)
            ? MachineIdentity.BIOS_UUID
            : MachineIdentity.INSTANCE_UUID;
    return new HostContext(client, scope, new HostQueries(client, scope), identity, name);
  }

  /** The object that a handle stands for. */
  public static ManagedObjectReference machine(DomainHandle domain) {
    return new ManagedObjectReference(HostQueries.MACHINE, domain.reference());
  }

  /**
   * An operation on the host.
   *
   * @param function the libvirt function
   * @param complaint what to say when it fails, such as {@code Could not read it}
   */
  public Attempt attempt(String function, String complaint) {
    return Attempt.onHost(function, complaint, name);
  }

  /**
   * An operation that reads a domain.
   *
   * @param function the libvirt function
   */
  public static Attempt reading(String function, DomainHandle domain) {
    return Attempt.onDomain(
        function, "Could not read the domain '" + domain.name() + "'", domain.name());
  }
}
