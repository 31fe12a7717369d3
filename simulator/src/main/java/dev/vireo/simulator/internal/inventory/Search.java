package dev.vireo.simulator.internal.inventory;

import dev.vireo.simulator.internal.definition.MachineDefinition;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.machine.VmView;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.DatastorePath;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds objects by what is known of them. All methods need {@link HostState#read}. */
public final class Search {

  private final Inventory inventory;

  public Search(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * Machines or hosts with a UUID.
   *
   * @param instance whether machines are looked up by instance UUID instead of BIOS UUID
   */
  public List<ManagedObjectReference> byUuid(
      @Nullable Datacenter scope, String uuid, boolean vm, boolean instance) {
    String wanted = uuid.toLowerCase(Locale.ROOT);
    if (!vm) {
      return refs(hosts(scope, host -> host.identity().uuid().equals(wanted)));
    }
    Predicate<VirtualMachine> matches =
        machine -> {
          MachineDefinition definition = machine.definition();
          return (instance ? definition.instanceUuid() : definition.biosUuid())
              .toString()
              .equals(wanted);
        };
    return refs(vms(scope, matches));
  }

  /** Machines whose guest, or hosts which, have an IP address. */
  public List<ManagedObjectReference> byIp(@Nullable Datacenter scope, String ip, boolean vm) {
    return vm
        ? refs(vms(scope, machine -> machine.toolsRun() && VmView.ipAddress(machine).equals(ip)))
        : refs(hosts(scope, host -> host.identity().address().equals(ip)));
  }

  /** Machines whose guest, or hosts which, have a DNS name. */
  public List<ManagedObjectReference> byDnsName(
      @Nullable Datacenter scope, String name, boolean vm) {
    return vm
        ? refs(
            vms(
                scope,
                machine -> machine.toolsRun() && VmView.hostName(machine).equalsIgnoreCase(name)))
        : refs(hosts(scope, host -> dnsName(host).equalsIgnoreCase(name)));
  }

  /**
   * The machine with a VMX file; null for none.
   *
   * @param path datastore path of the file
   */
  public @Nullable VirtualMachine atDatastorePath(Datacenter scope, String path) {
    DatastorePath parsed =
        DatastorePath.parse(
            path,
            () ->
                vms(scope, machine -> true)
                    .map(machine -> machine.definition().vmx().datastore())
                    .toList());
    DatastorePath wanted = parsed == null ? null : parsed.normalized();
    return vms(scope, machine -> machine.definition().vmx().equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static String dnsName(HostSystem host) {
    HostSystem.Identity identity = host.identity();
    return identity.domainName().isEmpty()
        ? identity.hostName()
        : identity.hostName() + "." + identity.domainName();
  }

  private Stream<VirtualMachine> vms(
      @Nullable Datacenter scope, Predicate<VirtualMachine> matches) {
    return inventory.vms().stream()
        .filter(vm -> scope == null || scope.equals(vm.datacenter()))
        .filter(matches);
  }

  private Stream<HostSystem> hosts(@Nullable Datacenter scope, Predicate<HostSystem> matches) {
    return inventory.hosts().stream()
        .filter(host -> scope == null || scope.equals(host.datacenter()))
        .filter(matches);
  }

  private static List<ManagedObjectReference> refs(Stream<? extends ManagedObject> objects) {
    return objects.map(ManagedObject::ref).toList();
  }

  /** The entity at an inventory path such as {@code Datacenter/vm/web-1}; null for none. */
  public @Nullable ManagedEntity atPath(String path) {
    ManagedEntity entity = inventory.root();
    for (String name : path.split("/", -1)) {
      if (name.isEmpty()) {
        continue;
      }
      ManagedEntity child = child(entity, name);
      if (child == null) {
        return null;
      }
      entity = child;
    }
    return entity.equals(inventory.root()) && !path.isEmpty() && !path.equals("/") ? null : entity;
  }

  /** The entity of this name directly below another one; null for none. */
  public static @Nullable ManagedEntity child(ManagedEntity parent, String name) {
    for (ManagedEntity child : parent.children()) {
      if (child.name().equals(name)) {
        return child;
      }
    }
    return null;
  }
}
