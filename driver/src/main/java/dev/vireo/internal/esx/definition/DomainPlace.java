package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.HostQueries;
import dev.vireo.internal.esx.HostScope;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a new domain has to fit in, as it was at one moment.
 *
 * @param datastores the host's datastores
 * @param datacenterPath inventory path of the host's datacenter
 * @param folder the folder that new machines are put into
 * @param pool the resource pool that they get their share from
 * @param host the host
 * @param machines the machines of the host, with what identifies them
 */
record DomainPlace(
    HostDatastores datastores,
    String datacenterPath,
    ManagedObjectReference folder,
    ManagedObjectReference pool,
    ManagedObjectReference host,
    List<ObjectProperties> machines) {

  /** Copies the list. */
  DomainPlace {
    machines = List.copyOf(machines);
  }

  /** Reads it: one request, and one for each further page. */
  static DomainPlace read(HostContext context) {
    List<String> identity = new ArrayList<>(context.identity().paths());
    if (!identity.contains(MachineIdentity.BIOS_UUID_PATH)) {
      identity.add(MachineIdentity.BIOS_UUID_PATH);
    }
    List<ObjectProperties> found =
        context.queries().surroundings(HostDatastores.HOST_PATHS, HostDatastores.PATHS, identity);
    return new DomainPlace(
        HostDatastores.of(found),
        context.scope().datacenterPath(found),
        reference(found, HostScope.DATACENTER, HostScope.MACHINE_FOLDER),
        reference(found, HostScope.COMPUTE_RESOURCE, HostScope.POOL),
        found.stream()
            .map(ObjectProperties::object)
            .filter(each -> each.type().equals(HostQueries.HOST))
            .findFirst()
            .orElseThrow(),
        found.stream().filter(each -> each.object().type().equals(HostQueries.MACHINE)).toList());
  }

  private static ManagedObjectReference reference(
      List<ObjectProperties> found, String type, String property) {
    return found.stream()
        .filter(each -> each.object().type().endsWith(type)) // a cluster is a compute resource, too
        .findFirst()
        .orElseThrow(() ->
            EsxError.builder(ErrorCode.INTERNAL_ERROR, "Could not retrieve the " + type + " object")
                .hint("the user may not be allowed to see it")
                .build())
        .get(property, ManagedObjectReference.class);
  }
}
