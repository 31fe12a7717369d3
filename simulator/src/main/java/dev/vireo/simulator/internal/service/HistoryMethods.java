package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.internal.event.EventLog;
import dev.vireo.simulator.internal.inventory.ManagedEntity;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.task.Happening;
import dev.vireo.simulator.internal.task.HistoryCollector;
import dev.vireo.simulator.internal.task.TaskEngine;
import dev.vireo.vim.methods.CreateCollectorForEvents;
import dev.vireo.vim.methods.CreateCollectorForTasks;
import dev.vireo.vim.methods.DestroyCollector;
import dev.vireo.vim.methods.LogUserEvent;
import dev.vireo.vim.methods.QueryEvents;
import dev.vireo.vim.methods.ReadNextEvents;
import dev.vireo.vim.methods.ReadNextTasks;
import dev.vireo.vim.methods.ReadPreviousEvents;
import dev.vireo.vim.methods.ReadPreviousTasks;
import dev.vireo.vim.methods.ResetCollector;
import dev.vireo.vim.methods.RewindCollector;
import dev.vireo.vim.methods.SetCollectorPageSize;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskFilterSpec;
import dev.vireo.vim.types.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has happened: events and tasks. */
final class HistoryMethods {

  private static final String EVENTS = "EventManager";
  private static final String COLLECTOR = "HistoryCollector";

  private HistoryMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        CreateCollectorForEvents.class,
        EVENTS,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        HistoryMethods::eventCollector);
    table.add(
        CreateCollectorForTasks.class,
        "TaskManager",
        ApiRelease.V2_5,
        MethodTable.VIEW,
        HistoryMethods::taskCollector);
    table.add(
        QueryEvents.class, EVENTS, ApiRelease.V2_5, MethodTable.VIEW, HistoryMethods::queryEvents);
    table.add(
        LogUserEvent.class,
        EVENTS,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        HistoryMethods::logUserEvent);
    table.add(
        SetCollectorPageSize.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        HistoryMethods::setPageSize);
    table.add(
        RewindCollector.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> change(call, m.self(), HistoryCollector::rewind));
    table.add(
        ResetCollector.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> change(call, m.self(), HistoryCollector::reset));
    table.add(
        DestroyCollector.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.VIEW,
        HistoryMethods::destroy);
    table.add(
        ReadNextEvents.class,
        HistoryCollector.Kind.EVENTS.type(),
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> events(read(call, m.self(), m.maxCount(), true)));
    table.add(
        ReadPreviousEvents.class,
        HistoryCollector.Kind.EVENTS.type(),
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> events(read(call, m.self(), m.maxCount(), false)));
    table.add(
        ReadNextTasks.class,
        HistoryCollector.Kind.TASKS.type(),
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> tasks(read(call, m.self(), m.maxCount(), true)));
    table.add(
        ReadPreviousTasks.class,
        HistoryCollector.Kind.TASKS.type(),
        ApiRelease.V2_5,
        MethodTable.VIEW,
        (call, m) -> tasks(read(call, m.self(), m.maxCount(), false)));
  }

  private static ManagedObjectReference eventCollector(Call call, CreateCollectorForEvents method) {
    EventFilterSpec filter = method.filter();
    if (filter.entity() != null) {
      call.require(filter.entity().entity(), ManagedEntity.class, "filter.entity");
    }
    EventLog log = call.host().events();
    HistoryCollector collector =
        keep(
            call,
            method.self(),
            HistoryCollector.Kind.EVENTS,
            filter,
            () -> EventChoice.of(log.events(), filter));
    return collector.ref();
  }

  private static ManagedObjectReference taskCollector(Call call, CreateCollectorForTasks method) {
    TaskFilterSpec filter = method.filter();
    if (filter.entity() != null) {
      call.require(filter.entity().entity(), ManagedEntity.class, "filter.entity");
    }
    TaskEngine tasks = call.host().tasks();
    HistoryCollector collector =
        keep(
            call,
            method.self(),
            HistoryCollector.Kind.TASKS,
            filter,
            () -> TaskChoice.of(tasks.history(), filter));
    return collector.ref();
  }

  private static HistoryCollector keep(
      Call call,
      ManagedObjectReference self,
      HistoryCollector.Kind kind,
      Object filter,
      Supplier<List<? extends Happening>> source) {
    String key = call.session(self).identity().key();
    ManagedObjectReference ref =
        new ManagedObjectReference(kind.type(), "session[" + key + "]" + UUID.randomUUID());
    // Each task is an event, too, so that the log tells of both.
    EventLog log = call.host().events();
    HistoryCollector collector = new HistoryCollector(ref, kind, filter, source, log::unwatch);
    log.watch(collector);
    call.session(self).add(collector);
    return collector;
  }

  private static List<DataObject> queryEvents(Call call, QueryEvents method) {
    EventFilterSpec filter = method.filter();
    return call.host()
        .state()
        .read(() ->
            EventChoice.of(call.host().events().events(), filter).stream()
                .map(event -> (DataObject) event.shown(call.api()))
                .toList());
  }

  private static @Nullable Void logUserEvent(Call call, LogUserEvent method) {
    ManagedEntity entity = call.require(method.entity(), ManagedEntity.class, "entity");
    call.log("GeneralUserEvent", entity, Map.of("message", method.msg()));
    return null;
  }

  private static @Nullable Void setPageSize(Call call, SetCollectorPageSize method) {
    int size = method.maxCount();
    if (size < 1 || size > HistoryCollector.MAX_PAGE) {
      throw Faults.invalidArgument("maxCount");
    }
    return change(call, method.self(), collector -> collector.setPageSize(size));
  }

  private static HistoryCollector collector(Call call, ManagedObjectReference self) {
    return call.require(self, HistoryCollector.class, "_this");
  }

  private static @Nullable Void change(
      Call call, ManagedObjectReference self, Consumer<HistoryCollector> change) {
    HistoryCollector collector = collector(call, self);
    call.host()
        .state()
        .write(() -> {
          change.accept(collector);
          call.host().state().changed(collector);
        });
    return null;
  }

  private static @Nullable Void destroy(Call call, DestroyCollector method) {
    HistoryCollector collector = collector(call, method.self());
    call.session(method.self()).remove(collector.ref());
    collector.close();
    return null;
  }

  private static List<Object> read(
      Call call, ManagedObjectReference self, int max, boolean towardsNewest) {
    HistoryCollector collector = collector(call, self);
    if (max < 1) {
      throw Faults.invalidArgument("maxCount");
    }
    return call.host()
        .state()
        .write(() ->
            towardsNewest ? collector.next(max, call.api()) : collector.previous(max, call.api()));
  }

  private static List<DataObject> events(List<Object> page) {
    return page.stream().map(DataObject.class::cast).toList();
  }

  private static List<TaskInfo> tasks(List<Object> page) {
    return page.stream().map(TaskInfo.class::cast).toList();
  }
}
