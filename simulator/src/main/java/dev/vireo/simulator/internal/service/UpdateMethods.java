package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.HostState;
import dev.vireo.simulator.internal.property.CollectorObject;
import dev.vireo.simulator.internal.property.FilterObject;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.CheckForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.WaitOptions;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Watching properties. */
final class UpdateMethods {

  private static final String COLLECTOR = "PropertyCollector";

  private UpdateMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        CreateFilter.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        UpdateMethods::createFilter);
    table.add(
        DestroyPropertyFilter.class,
        "PropertyFilter",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        UpdateMethods::destroyFilter);
    table.add(
        CreatePropertyCollector.class,
        COLLECTOR,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        UpdateMethods::createCollector);
    table.add(
        DestroyPropertyCollector.class,
        COLLECTOR,
        ApiRelease.V4_0,
        MethodTable.VIEW,
        UpdateMethods::destroyCollector);
    table.add(
        CheckForUpdates.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, method) -> await(call, method.self(), method.version(), 0, Integer.MAX_VALUE));
    table.add(
        WaitForUpdates.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, method) ->
            await(call, method.self(), method.version(), HostState.unlimited(), Integer.MAX_VALUE));
    table.add(
        WaitForUpdatesEx.class,
        COLLECTOR,
        ApiRelease.V4_1,
        MethodTable.VIEW,
        UpdateMethods::waitEx);
    table.add(
        CancelWaitForUpdates.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        UpdateMethods::cancelWaits);
  }

  private static CollectorObject collector(Call call, ManagedObjectReference ref) {
    return call.require(ref, CollectorObject.class, "_this");
  }

  private static ManagedObjectReference createFilter(Call call, CreateFilter method) {
    FilterObject filter =
        collector(call, method.self()).createFilter(method.spec(), method.partialUpdates(), call);
    call.session(method.self()).add(filter);
    return filter.ref();
  }

  private static @Nullable Void destroyFilter(Call call, DestroyPropertyFilter method) {
    Session session = call.session(method.self());
    session.remove(method.self());
    for (CollectorObject collector : session.collectors()) {
      collector.destroyFilter(method.self());
    }
    return null;
  }

  private static ManagedObjectReference createCollector(Call call, CreatePropertyCollector method) {
    Session session = call.session(method.self());
    String id = "session[" + session.identity().key() + "]" + UUID.randomUUID();
    CollectorObject collector =
        new CollectorObject(call.host().state(), new ManagedObjectReference(COLLECTOR, id));
    session.add(collector);
    return collector.ref();
  }

  private static @Nullable Void destroyCollector(Call call, DestroyPropertyCollector method) {
    if (method.self().equals(call.host().services().propertyCollector())) {
      throw Faults.notSupported();
    }
    Session session = call.session(method.self());
    CollectorObject collector = collector(call, method.self());
    session.remove(collector.ref());
    collector.destroy().forEach(filter -> session.remove(filter.ref()));
    return null;
  }

  private static @Nullable UpdateSet waitEx(Call call, WaitForUpdatesEx method)
      throws InterruptedException {
    WaitOptions options = method.options();
    Integer seconds = options == null ? null : options.maxWaitSeconds();
    Integer objects = options == null ? null : options.maxObjectUpdates();
    if (seconds != null && seconds < 0) {
      throw Faults.invalidArgument("options.maxWaitSeconds");
    }
    if (objects != null && objects < 1) {
      throw Faults.invalidArgument("options.maxObjectUpdates");
    }
    long nanos = seconds == null ? HostState.unlimited() : TimeUnit.SECONDS.toNanos(seconds);
    int max = objects == null ? Integer.MAX_VALUE : objects;
    return await(call, method.self(), method.version(), nanos, max);
  }

  private static @Nullable UpdateSet await(
      Call call, ManagedObjectReference self, @Nullable String version, long nanos, int max)
      throws InterruptedException {
    return collector(call, self).await(version == null ? "" : version, nanos, max, call);
  }

  private static @Nullable Void cancelWaits(Call call, CancelWaitForUpdates method) {
    collector(call, method.self()).cancelWaits();
    return null;
  }
}
