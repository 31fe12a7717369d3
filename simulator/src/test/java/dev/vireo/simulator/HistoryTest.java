package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.BrowseDiagnosticLog;
import dev.vireo.vim.methods.CreateCollectorForEvents;
import dev.vireo.vim.methods.CreateCollectorForTasks;
import dev.vireo.vim.methods.DestroyCollector;
import dev.vireo.vim.methods.LogUserEvent;
import dev.vireo.vim.methods.PowerOffVM_Task;
import dev.vireo.vim.methods.PowerOnVM_Task;
import dev.vireo.vim.methods.QueryEvents;
import dev.vireo.vim.methods.ReadNextEvents;
import dev.vireo.vim.methods.ReadNextTasks;
import dev.vireo.vim.methods.ReadPreviousEvents;
import dev.vireo.vim.methods.ResetCollector;
import dev.vireo.vim.methods.RewindCollector;
import dev.vireo.vim.methods.SetCollectorPageSize;
import dev.vireo.vim.methods.ShutdownGuest;
import dev.vireo.vim.types.DataObject;
import dev.vireo.vim.types.Event;
import dev.vireo.vim.types.EventFilterSpec;
import dev.vireo.vim.types.EventFilterSpecByEntity;
import dev.vireo.vim.types.EventFilterSpecByTime;
import dev.vireo.vim.types.EventFilterSpecByUsername;
import dev.vireo.vim.types.EventFilterSpecRecursionOption;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.TaskFilterSpec;
import dev.vireo.vim.types.TaskFilterSpecByEntity;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.UnknownObject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events and tasks, and the windows that clients have on them. */
class HistoryTest extends HostTestBase {

  private Simulator host;
  private VimClient client;
  private ManagedObjectReference events;
  private ManagedObjectReference web;

  @BeforeEach
  void logIn() {
    host = start(quick(SimulatorConfig.vcenter()));
    client = logIn(host);
    events = Objects.requireNonNull(client.serviceContent().eventManager());
    web = host.vms().get("web-1").ref();
  }

  private static EventFilterSpec all() {
    return about(null, null);
  }

  private static EventFilterSpec about(
      @Nullable ManagedObjectReference entity, @Nullable String recursion) {
    return EventFilterSpec.builder()
        .entity(
            entity == null || recursion == null
                ? null
                : new EventFilterSpecByEntity(entity, EventFilterSpecRecursionOption.of(recursion)))
        .build();
  }

  private static EventFilterSpec ofType(String... types) {
    return EventFilterSpec.builder().eventTypeId(List.of(types)).build();
  }

  private List<String> types(EventFilterSpec filter) {
    return types(client.call(new QueryEvents(events, filter)));
  }

  private static List<String> types(List<?> list) {
    return list.stream().map(event -> ((DataObject) event).typeName()).toList();
  }

  private static List<@Nullable String> texts(List<Event> list) {
    return list.stream().<@Nullable String>map(Event::fullFormattedMessage).toList();
  }

  private void offAndOn() {
    finished(client, client.call(new PowerOffVM_Task(web)));
    finished(client, client.call(new PowerOnVM_Task(web, null)));
  }

  @Test
  void whatClientsDoIsNoted() {
    offAndOn();

    assertThat(types(all()))
        .containsExactly(
            "UserLoginSessionEvent",
            "TaskEvent",
            "VmStoppingEvent",
            "VmPoweredOffEvent",
            "TaskEvent",
            "VmStartingEvent",
            "VmPoweredOnEvent");
    assertThat(texts(client.call(new QueryEvents(events, ofType("VmPoweredOnEvent")))))
        .containsExactly("web-1 on esx1.example.com in Datacenter is powered on");
    assertThat(texts(client.call(new QueryEvents(events, ofType("UserLoginSessionEvent")))))
        .first()
        .asString()
        .startsWith("User " + host.config().userName() + "@");
  }

  @Test
  void whatTestsDoIsNoted() {
    host.vms().add("late");
    host.vms().get("late").power(PowerState.ON);
    host.vms().get("late").power(PowerState.ON);
    host.vms().get("late").ask(GuestQuestion.movedOrCopied());
    host.vms().remove("late");

    assertThat(types(all()))
        .endsWith("VmRegisteredEvent", "VmPoweredOnEvent", "VmMessageEvent", "VmRemovedEvent");
  }

  @Test
  void whatGuestsAndQuestionsDoIsNoted() {
    host.vms().get("web-1").askInNextTask(new GuestQuestion("Why?", List.of(), null, true));
    ManagedObjectReference task = client.call(new PowerOffVM_Task(web));
    try (Watch watch = Watch.alone(client, object(web, "runtime.question"))) {
      while (watch.last(web, "runtime.question") == null) {
        watch.next();
      }
    }
    client.run(new dev.vireo.vim.methods.CancelTask(task));
    client.run(new ShutdownGuest(web));
    try (Watch watch = Watch.alone(client, object(web, "runtime.powerState"))) {
      while (!"poweredOff".equals(String.valueOf(watch.last(web, "runtime.powerState")))) {
        watch.next();
      }
    }

    assertThat(types(about(web, "self")))
        .containsExactly(
            "TaskEvent",
            "VmStoppingEvent",
            "VmMessageEvent",
            "VmGuestShutdownEvent",
            "VmPoweredOffEvent");
    assertThat(texts(client.call(new QueryEvents(events, ofType("VmMessageEvent")))))
        .containsExactly("Message on web-1 on esx1.example.com in Datacenter: Why?");
  }

  @Test
  void eventsAreChosenByWhereTheyHappened() {
    offAndOn();
    ManagedObjectReference root = client.serviceContent().rootFolder();
    ManagedObjectReference folder = parent(web);
    ManagedObjectReference other = host.vms().get("db-1").ref();
    ManagedObjectReference esx =
        client
            .propertyCollector()
            .retrieve(web, "runtime.host")
            .get("runtime.host", ManagedObjectReference.class);

    assertThat(types(about(root, "all"))).hasSize(7);
    assertThat(types(about(root, "self"))).containsExactly("UserLoginSessionEvent");
    assertThat(types(about(folder, "all"))).hasSize(6).doesNotContain("UserLoginSessionEvent");
    assertThat(types(about(folder, "children"))).hasSize(6);
    assertThat(types(about(folder, "self"))).isEmpty();
    assertThat(types(about(esx, "all"))).hasSize(6);
    assertThat(types(about(other, "all"))).isEmpty();
  }

  private ManagedObjectReference parent(ManagedObjectReference entity) {
    return client
        .propertyCollector()
        .retrieve(entity, "parent")
        .get("parent", ManagedObjectReference.class);
  }

  @Test
  void eventsAreChosenByTypeCategoryTimeAndUser() {
    offAndOn();
    client.run(new LogUserEvent(events, web, "by hand"));
    Instant past = Instant.EPOCH;

    assertThat(types(ofType("VmPoweredOnEvent", "vim.event.VmPoweredOffEvent")))
        .containsExactly("VmPoweredOffEvent", "VmPoweredOnEvent");
    assertThat(types(with(List.of("user"), null, null))).containsExactly("GeneralUserEvent");
    assertThat(types(with(List.of(), new EventFilterSpecByTime(null, past), null))).isEmpty();
    assertThat(types(with(List.of(), new EventFilterSpecByTime(past, null), null))).hasSize(8);
    assertThat(
            types(
                with(
                    List.of(),
                    null,
                    new EventFilterSpecByUsername(false, List.of(host.config().userName())))))
        .hasSize(8);
    assertThat(
            types(with(List.of(), null, new EventFilterSpecByUsername(false, List.of("nobody")))))
        .isEmpty();
  }

  private static EventFilterSpec with(
      List<String> categories,
      @Nullable EventFilterSpecByTime time,
      @Nullable EventFilterSpecByUsername user) {
    return EventFilterSpec.builder().time(time).userName(user).category(categories).build();
  }

  @Test
  void aWindowShowsTheLatestFirst() {
    ManagedObjectReference window = client.call(new CreateCollectorForEvents(events, all()));
    client.run(new SetCollectorPageSize(window, 2));
    offAndOn();

    assertThat(
            types(
                client
                    .propertyCollector()
                    .retrieve(window, "latestPage")
                    .list("latestPage", Object.class)))
        .containsExactly("VmPoweredOnEvent", "VmStartingEvent");
  }

  @Test
  void aWindowIsReadInBothDirections() {
    offAndOn();
    ManagedObjectReference window =
        client.call(new CreateCollectorForEvents(events, about(web, "all")));

    assertThat(types(client.call(new ReadNextEvents(window, 2))))
        .containsExactly("TaskEvent", "VmStoppingEvent");
    assertThat(types(client.call(new ReadNextEvents(window, 100))))
        .containsExactly("VmPoweredOffEvent", "TaskEvent", "VmStartingEvent", "VmPoweredOnEvent");
    assertThat(client.call(new ReadNextEvents(window, 1))).isEmpty();
    assertThat(types(client.call(new ReadPreviousEvents(window, 2))))
        .containsExactly("VmPoweredOnEvent", "VmStartingEvent");
    client.run(new RewindCollector(window));
    assertThat(client.call(new ReadPreviousEvents(window, 1))).isEmpty();
    client.run(new SetCollectorPageSize(window, 4));
    client.run(new ResetCollector(window));
    assertThat(types(client.call(new ReadPreviousEvents(window, 10))))
        .containsExactly("VmStoppingEvent", "TaskEvent");
  }

  @Test
  void aWindowFollowsWhatHappens() {
    ManagedObjectReference window =
        client.call(new CreateCollectorForEvents(events, about(web, "all")));
    try (Watch watch = Watch.alone(client, object(window, "latestPage"))) {
      watch.next();
      host.vms().get("web-1").power(PowerState.OFF);
      watch.next();

      assertThat(types((List<?>) Objects.requireNonNull(watch.last(window, "latestPage"))))
          .containsExactly("VmPoweredOffEvent");
    }
  }

  @Test
  void wrongUseOfAWindowIsRefused() {
    ManagedObjectReference window = client.call(new CreateCollectorForEvents(events, all()));
    ManagedObjectReference nobody = new ManagedObjectReference("VirtualMachine", "vm-0");

    assertThat(faultOf(() -> client.run(new SetCollectorPageSize(window, 0))))
        .isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> client.run(new SetCollectorPageSize(window, 1001))))
        .isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> client.call(new ReadNextEvents(window, 0))))
        .isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> client.call(new ReadNextTasks(window, 1))))
        .isEqualTo("MethodNotFound");
    assertThat(
            faultOf(() -> client.call(new CreateCollectorForEvents(events, about(nobody, "all")))))
        .isEqualTo("ManagedObjectNotFound");
    client.run(new DestroyCollector(window));
    assertThat(faultOf(() -> client.call(new ReadNextEvents(window, 1))))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void aWindowEndsWithItsSession() {
    ManagedObjectReference window = client.call(new CreateCollectorForEvents(events, all()));
    host.expireSessions();

    assertThat(faultOf(() -> client.call(new ReadNextEvents(window, 1))))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void tasksAreReadLikeEvents() {
    offAndOn();
    ManagedObjectReference tasks = Objects.requireNonNull(client.serviceContent().taskManager());
    ManagedObjectReference window =
        client.call(new CreateCollectorForTasks(tasks, tasks(web, List.of())));

    List<TaskInfo> infos = client.call(new ReadNextTasks(window, 10));
    assertThat(infos)
        .extracting(TaskInfo::descriptionId)
        .containsExactly("VirtualMachine.powerOff", "VirtualMachine.powerOn");
    ManagedObjectReference none =
        client.call(new CreateCollectorForTasks(tasks, tasks(web, List.of(TaskInfoState.ERROR))));
    assertThat(client.call(new ReadNextTasks(none, 10))).isEmpty();
    ManagedObjectReference others =
        client.call(
            new CreateCollectorForTasks(tasks, tasks(host.vms().get("db-1").ref(), List.of())));
    assertThat(client.call(new ReadNextTasks(others, 10))).isEmpty();
  }

  private static TaskFilterSpec tasks(ManagedObjectReference entity, List<TaskInfoState> states) {
    return new TaskFilterSpec(
        new TaskFilterSpecByEntity(entity, "all"),
        null,
        null,
        List.of(),
        states,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void onlyTheLastThousandEventsAreKept() {
    SimulatedVm vm = host.vms().get("web-1");
    for (int i = 0; i < 1100; i++) {
      vm.power(i % 2 == 0 ? PowerState.OFF : PowerState.ON);
    }

    assertThat(types(all())).hasSize(1000).doesNotContain("UserLoginSessionEvent");
  }

  @Test
  void theLogFileTellsTheEvents() {
    offAndOn();
    ManagedObjectReference diagnostics =
        Objects.requireNonNull(client.serviceContent().diagnosticManager());

    UnknownObject page =
        (UnknownObject)
            client.call(new BrowseDiagnosticLog(diagnostics, null, "vpxd:vpxd.log", 7, 10));

    assertThat(page.text("lineStart")).isEqualTo("7");
    assertThat(page.text("lineEnd")).isEqualTo("7");
    assertThat(page.text("lineText")).contains("VmPoweredOnEvent", "is powered on");
    assertThat(faultOf(() -> client.call(new BrowseDiagnosticLog(diagnostics, null, "no", 1, 1))))
        .isEqualTo("InvalidArgument");
  }
}
