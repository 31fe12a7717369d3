package dev.vireo.simulator;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.vmx.DatastorePath;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a simulated host holds at one moment, to be compared with what it holds at another: tests
 * ask by it whether an operation that failed left anything behind. Immutable. It has no times in
 * it, and nothing of sessions and tasks, which {@link Simulator} tells of.
 *
 * @param machines the machines by the values of their references, in alphabetic order
 * @param files the sizes of all files in bytes, by their datastore paths, such as {@code
 *     [datastore1] web/web.vmdk}, in alphabetic order
 * @param autoStart what each host starts and stops by itself, in words of no particular form, by
 *     the values of the references of the hosts, in alphabetic order
 */
public record HostContents(
    Map<String, Machine> machines, Map<String, Long> files, Map<String, String> autoStart) {

  /** Copies the maps; they keep their order. */
  public HostContents {
    machines = Collections.unmodifiableMap(new TreeMap<>(machines));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
    autoStart = Collections.unmodifiableMap(new TreeMap<>(autoStart));
  }

  /**
   * A machine.
   *
   * @param name its name
   * @param host the value of the reference of its host
   * @param power what it does
   * @param vmx the text of its VMX file; empty when the file is gone
   * @param snapshots its snapshots, each before those on top of it: its number and name, and the
   *     numbers of those
   */
  public record Machine(
      String name, String host, PowerState power, String vmx, List<String> snapshots) {

    /** Copies the list. */
    public Machine {
      snapshots = List.copyOf(snapshots);
    }
  }

  static HostContents of(SimulatedHost host) {
    return host.state()
        .read(() -> {
          Map<String, Machine> machines = new HashMap<>();
          for (VirtualMachine vm : host.inventory().vms()) {
            machines.put(vm.ref().value(), machine(vm));
          }
          Map<String, Long> files = new HashMap<>();
          datastores(host).forEach(datastore -> addFiles(datastore, files));
          Map<String, String> autoStart = new HashMap<>();
          for (HostSystem each : host.inventory().hosts()) {
            autoStart.put(each.ref().value(), each.autoStart().config().toString());
          }
          return new HostContents(machines, files, autoStart);
        });
  }

  private static List<Datastore> datastores(SimulatedHost host) {
    return host.inventory().hosts().stream()
        .flatMap(each -> each.datastores().stream())
        .distinct() // hosts share them
        .toList();
  }

  /** As {@link Simulator#hasFile}. */
  static boolean hasFile(SimulatedHost host, String path) {
    return host.state()
        .read(() -> {
          List<Datastore> all = datastores(host);
          DatastorePath parsed =
              DatastorePath.parse(path, () -> all.stream().map(Datastore::name).toList());
          if (parsed == null) {
            throw new IllegalArgumentException(
                "'" + path + "' is no datastore path, such as '[datastore1] web/web.vmdk'.");
          }
          return all.stream()
              .filter(datastore -> datastore.name().equals(parsed.datastore()))
              .anyMatch(datastore -> datastore.files().get(parsed.path()) != null);
        });
  }

  private static Machine machine(VirtualMachine vm) {
    return new Machine(
        vm.userName(),
        vm.place().host().ref().value(),
        vm.power(),
        new String(vm.vmxFile(), StandardCharsets.UTF_8),
        vm.definition().snapshots().all().stream().map(HostContents::text).toList());
  }

  private static String text(Snapshot snapshot) {
    List<Integer> above = snapshot.children().stream().map(Snapshot::id).toList();
    return snapshot.id() + " " + snapshot.name() + " below " + above;
  }

  private static void addFiles(Datastore datastore, Map<String, Long> into) {
    FileStore files = datastore.files();
    for (String path : files.all("")) {
      FileContent content = files.get(path);
      if (content != null) {
        into.put("[" + datastore.name() + "] " + path, content.size());
      }
    }
  }
}
