package dev.vireo.simulator.internal.manager;

import dev.vireo.simulator.internal.access.AccessControl;
import dev.vireo.simulator.internal.host.Services;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.Product;
import dev.vireo.simulator.internal.object.PropertyTable;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ServiceContent;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the objects that {@code ServiceContent} names and that no other part of the host makes. */
public final class ServiceObjects {

  /** What each session has for itself. */
  private static final Set<String> OF_SESSIONS =
      Set.of("PropertyCollector", "ViewManager", "SessionManager");

  private final Product product;
  private final AccessControl access;

  private ServiceObjects(Product product, AccessControl access) {
    this.product = product;
    this.access = access;
  }

  /** Adds them to a host. */
  public static void addTo(SimulatedHost host) {
    ServiceObjects objects = new ServiceObjects(host.product(), host.access());
    for (ManagedObjectReference ref : named(host.services(), host.product())) {
      if (host.find(ref) == null && !OF_SESSIONS.contains(ref.type())) {
        host.add(objects.of(ref));
      }
    }
    if (host.product().api().has(ApiRelease.V4_0)) {
      host.add(FixedObject.plain(Licences.assignmentManager(host.product())));
    }
    if (host.product().api().has(ApiRelease.V5_0)) {
      objects.guestOperations().forEach(ref -> host.add(FixedObject.plain(ref)));
    }
  }

  /** The references in what the newest release that the product speaks lists. */
  private static List<ManagedObjectReference> named(Services services, Product product) {
    ServiceContent content = services.content(product.api());
    List<ManagedObjectReference> references = new ArrayList<>();
    for (RecordComponent component : ServiceContent.class.getRecordComponents()) {
      try {
        if (component.getAccessor().invoke(content) instanceof ManagedObjectReference ref) {
          references.add(ref);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("cannot read " + component, e);
      }
    }
    return references;
  }

  private FixedObject of(ManagedObjectReference ref) {
    return switch (ref.type()) {
      case "AuthorizationManager" -> Roles.manager(ref, access);
      case "OptionManager" ->
          Options.manager(ref, product.isVcenter() ? "vcenter-options.txt" : "host-options.txt");
      case "LicenseManager" -> Licences.manager(ref, product);
      case "PerformanceManager" -> Counters.manager(ref, product);
      case "UserDirectory" -> userDirectory(ref);
      case "ScheduledTaskManager" -> described(ref, "ScheduledTaskDescription");
      case "AlarmManager" -> described(ref, "AlarmDescription");
      case "HostSnmpSystem" -> HostServiceObjects.snmp(ref);
      case "CryptoManagerKmip", "CryptoManagerHost" ->
          new FixedObject(
              ref,
              PropertyTable.<FixedObject>of(
                      ref.type(), PropertyTable.<FixedObject>of("CryptoManager").build())
                  .since(ApiRelease.V6_5, "enabled", (manager, api) -> false)
                  .build());
      case "GuestOperationsManager" -> guestOperationsManager(ref);
      default -> FixedObject.plain(ref);
    };
  }

  private FixedObject userDirectory(ManagedObjectReference ref) {
    List<String> domains = product.isVcenter() ? List.of("vsphere.local") : List.of();
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of("UserDirectory")
            .with("domainList", (directory, api) -> new ArrayOf("string", domains))
            .build());
  }

  /** An object that describes, in lists that are all empty here, what it could be told to do. */
  private static FixedObject described(ManagedObjectReference ref, String description) {
    return new FixedObject(
        ref,
        PropertyTable.<FixedObject>of(ref.type())
            .with("description", (manager, api) -> ObjectBuilder.of(description, api).build())
            .build());
  }

  private List<ManagedObjectReference> guestOperations() {
    return List.of(
        guest("GuestAuthManager", "Auth"),
        guest("GuestFileManager", "File"),
        guest("GuestProcessManager", "Process"),
        guest("GuestWindowsRegistryManager", "WindowsRegistry"),
        guest("GuestAliasManager", "Alias"));
  }

  private ManagedObjectReference guest(String type, String part) {
    String prefix = product.isVcenter() ? "guestOperations" : "ha-guest-operations-";
    return new ManagedObjectReference(type, prefix + part + "Manager");
  }

  private FixedObject guestOperationsManager(ManagedObjectReference ref) {
    PropertyTable.Builder<FixedObject> table = PropertyTable.of("GuestOperationsManager");
    List<String> names =
        List.of(
            "authManager",
            "fileManager",
            "processManager",
            "guestWindowsRegistryManager",
            "aliasManager");
    List<ManagedObjectReference> parts = guestOperations();
    for (int i = 0; i < names.size(); i++) {
      ManagedObjectReference part = parts.get(i);
      ApiRelease since = i < 3 ? ApiRelease.V5_0 : ApiRelease.V6_0;
      table.since(since, names.get(i), (manager, api) -> part);
    }
    return new FixedObject(ref, table.build());
  }
}
