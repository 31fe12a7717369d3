package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.event.LoggedEvent;
import dev.vireo.simulator.internal.inventory.HostSystem;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.schema.ObjectBuilder;
import dev.vireo.vim.methods.BrowseDiagnosticLog;
import dev.vireo.vim.methods.HostListVStorageObject;
import dev.vireo.vim.methods.ListVStorageObject;
import dev.vireo.vim.methods.QueryDateTime;
import dev.vireo.vim.methods.QueryDescriptions;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.ManagedObjectReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clocks, log files and the like. The one log file of a host tells its events. */
final class HostServiceMethods {

  private static final String DIAGNOSTICS = "DiagnosticManager";

  private HostServiceMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        QueryDateTime.class,
        "HostDateTimeSystem",
        ApiRelease.V2_5,
        MethodTable.READ,
        (call, m) -> call.host().config().clock().instant());
    table.add(
        QueryDescriptions.class,
        DIAGNOSTICS,
        ApiRelease.V2_5,
        "Global.Diagnostics",
        HostServiceMethods::descriptions);
    table.add(
        BrowseDiagnosticLog.class,
        DIAGNOSTICS,
        ApiRelease.V2_5,
        "Global.Diagnostics",
        HostServiceMethods::browse);
    table.add(
        ListVStorageObject.class,
        "VcenterVStorageObjectManager",
        ApiRelease.V6_5,
        MethodTable.VIEW,
        (call, m) -> disks(call, m.datastore()));
    table.add(
        HostListVStorageObject.class,
        "HostVStorageObjectManager",
        ApiRelease.V6_5,
        MethodTable.VIEW,
        (call, m) -> disks(call, m.datastore()));
  }

  private static void checkHost(Call call, @Nullable ManagedObjectReference host) {
    if (host != null) {
      call.require(host, HostSystem.class, "host");
    }
  }

  /** Name of the program that writes the log file. */
  private static String creator(Call call, @Nullable ManagedObjectReference host) {
    return host == null && call.host().product().isVcenter() ? "vpxd" : "hostd";
  }

  /** Identity of the log file. */
  private static String log(Call call, @Nullable ManagedObjectReference host) {
    String creator = creator(call, host);
    return creator.equals("vpxd") ? "vpxd:vpxd.log" : creator;
  }

  private static List<DataObject> descriptions(Call call, QueryDescriptions method) {
    checkHost(call, method.host());
    String creator = creator(call, method.host());
    return List.of(
        ObjectBuilder.of("DiagnosticManagerLogDescriptor", call.api())
            .put("key", log(call, method.host()))
            .put("fileName", "/var/log/vmware/" + creator + ".log")
            .put("creator", creator)
            .put("format", "plain")
            .put("mimeType", "text/plain")
            .put(
                "info",
                ObjectBuilder.of("Description", call.api())
                    .put("label", creator + ".log")
                    .put("summary", "Events of the simulated host")
                    .build())
            .build());
  }

  private static DataObject browse(Call call, BrowseDiagnosticLog method) {
    checkHost(call, method.host());
    if (!method.key().equals(log(call, method.host()))) {
      throw Faults.invalidArgument("key");
    }
    List<String> all =
        call.host()
            .state()
            .read(() ->
                call.host().events().events().stream().map(HostServiceMethods::line).toList());
    // Clients that want the last lines of a short file ask from before its first.
    int start = method.start() == null ? 1 : Math.max(1, method.start());
    int from = Math.min(start - 1, all.size());
    int count = method.lines() == null ? all.size() : Math.max(0, method.lines());
    int to = (int) Math.min(all.size(), (long) from + count);
    return ObjectBuilder.of("DiagnosticManagerLogHeader", call.api())
        .put("lineStart", from + 1)
        .put("lineEnd", to)
        .put("lineText", all.subList(from, to))
        .build();
  }

  private static String line(LoggedEvent event) {
    return event.time() + " " + event.category() + " " + event.type() + ": " + event.text();
  }

  private static List<DataObject> disks(Call call, ManagedObjectReference datastore) {
    call.require(datastore, Datastore.class, "datastore");
    return List.of();
  }
}
