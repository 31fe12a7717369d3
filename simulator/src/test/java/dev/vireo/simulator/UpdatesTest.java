package dev.vireo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.CancelWaitForUpdates;
import dev.vireo.vim.methods.CheckForUpdates;
import dev.vireo.vim.methods.CreateFilter;
import dev.vireo.vim.methods.CreatePropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyCollector;
import dev.vireo.vim.methods.DestroyPropertyFilter;
import dev.vireo.vim.methods.WaitForUpdates;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.ObjectUpdate;
import dev.vireo.vim.types.ObjectUpdateKind;
import dev.vireo.vim.types.PropertyChange;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.UpdateSet;
import dev.vireo.vim.types.VirtualMachinePowerState;
import dev.vireo.vim.types.WaitOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatesTest extends HostTestBase {

  private Simulator host;
  private VimClient client;

  @BeforeEach
  void logIn() {
    host = start();
    client = logIn(host);
  }

  private Watch watchMachines(String... paths) {
    return Watch.of(client, machines(client, paths));
  }

  /** Runs a call on a thread of its own, which a wait that does not end cannot hold up. */
  private static <T> CompletableFuture<T> beside(Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            result.complete(call.get());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static <T> T result(CompletableFuture<T> call) throws Throwable {
    try {
      return call.get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  @Test
  void firstEverythingEnters() {
    Watch watch = watchMachines("name", "runtime.powerState");

    List<ObjectUpdate> first = watch.next();

    assertThat(first)
        .hasSize(5)
        .allSatisfy(update -> {
          assertThat(update.kind()).isEqualTo(ObjectUpdateKind.ENTER);
          assertThat(update.changeSet())
              .extracting(PropertyChange::name)
              .containsExactly("name", "runtime.powerState");
        });
  }

  @Test
  void thenOnlyChangesAreReported() {
    Watch watch = watchMachines("name", "runtime.powerState");
    watch.next();
    SimulatedVm vm = host.vms().get("build agent");

    vm.power(PowerState.ON);

    assertThat(watch.next())
        .singleElement()
        .satisfies(update -> {
          assertThat(update.kind()).isEqualTo(ObjectUpdateKind.MODIFY);
          assertThat(update.obj()).isEqualTo(vm.ref());
          assertThat(update.changeSet())
              .singleElement()
              .satisfies(change -> {
                assertThat(change.name()).isEqualTo("runtime.powerState");
                assertThat(change.val()).isEqualTo(VirtualMachinePowerState.POWERED_ON);
              });
        });
    assertThat(watch.now()).isEmpty();
  }

  @Test
  void changesOfOtherPropertiesAreNotReported() {
    Watch watch = watchMachines("name");
    watch.next();

    host.vms().get("build agent").power(PowerState.ON);

    assertThat(watch.now()).isEmpty();
  }

  @Test
  void aChangeThatIsTakenBackIsNone() {
    Watch watch = watchMachines("runtime.powerState");
    watch.next();
    SimulatedVm vm = host.vms().get("build agent");

    vm.power(PowerState.ON);
    vm.power(PowerState.OFF);

    assertThat(watch.now()).isEmpty();
  }

  @Test
  void aPropertyThatIsUnsetNowIsAssignedNothing() {
    SimulatedVm vm = host.vms().get("web-1");
    Watch watch = Watch.of(client, object(vm.ref(), "runtime.bootTime"));
    watch.next();

    vm.power(PowerState.OFF);

    assertThat(watch.next().getFirst().changeSet())
        .singleElement()
        .satisfies(change -> assertThat(change.val()).isNull());
  }

  @Test
  void aNewMachineEntersAndARemovedOneLeaves() {
    Watch watch = watchMachines("name");
    watch.next();

    SimulatedVm added = host.vms().add("late");
    assertThat(watch.next())
        .singleElement()
        .satisfies(update -> {
          assertThat(update.kind()).isEqualTo(ObjectUpdateKind.ENTER);
          assertThat(update.obj()).isEqualTo(added.ref());
        });

    host.vms().remove("late");
    assertThat(watch.next())
        .singleElement()
        .satisfies(update -> {
          assertThat(update.kind()).isEqualTo(ObjectUpdateKind.LEAVE);
          assertThat(update.obj()).isEqualTo(added.ref());
          assertThat(update.changeSet()).isEmpty();
        });
  }

  @Test
  void aWaitEndsWithTheChangeThatItWaitsFor() throws Throwable {
    Watch watch = watchMachines("runtime.powerState");
    watch.next();
    CompletableFuture<List<ObjectUpdate>> waiting = beside(watch::next);

    host.vms().get("build agent").power(PowerState.ON);

    assertThat(result(waiting)).hasSize(1);
  }

  @Test
  void aWaitWithoutChangesEndsEmptyHanded() {
    Watch watch = watchMachines("name");
    watch.next();

    assertThat(watch.ask(watch.version(), 0, null)).isNull();
    assertThat(watch.ask(watch.version(), 1, null)).isNull();
  }

  @Test
  void anAnswerThatWasLostIsSentAgain() {
    Watch watch = watchMachines("runtime.powerState");
    watch.next();
    String known = watch.version();
    host.vms().get("build agent").power(PowerState.ON);
    UpdateSet lost = Objects.requireNonNull(watch.ask(known, 0, null));

    UpdateSet again = Objects.requireNonNull(watch.ask(known, 0, null));

    assertThat(again.filterSet()).isEqualTo(lost.filterSet());
    assertThat(watch.ask(again.version(), 0, null)).isNull();
  }

  @Test
  void anEmptyVersionStartsAnew() {
    Watch watch = watchMachines("name");
    watch.next();

    assertThat(watch.changes(watch.ask("", 0, null))).hasSize(5);
  }

  @Test
  void aVersionThatWasNeverGivenIsRefused() {
    Watch watch = watchMachines("name");
    String first = versionAfter(watch);
    host.vms().add("one");
    versionAfter(watch);
    host.vms().add("two");
    versionAfter(watch);

    for (String wrong : List.of("nosuch", "4711", first)) {
      assertThat(faultOf(() -> watch.ask(wrong, 0, null))).isEqualTo("InvalidCollectorVersion");
    }
    assertThat(watch.now()).as("the watch goes on").isEmpty();
  }

  private static String versionAfter(Watch watch) {
    watch.next();
    return watch.version();
  }

  @Test
  void aLargeChangeComesInParts() {
    Watch watch = watchMachines("name");
    Set<ManagedObjectReference> seen = new HashSet<>();

    UpdateSet part = Objects.requireNonNull(watch.ask("", 0, 2));
    assertThat(part.truncated()).isTrue();
    for (int expected : new int[] {2, 2, 1}) {
      assertThat(watch.changes(part)).hasSize(expected);
      watch.changes(part).forEach(update -> assertThat(seen.add(update.obj())).isTrue());
      part = watch.ask(watch.version(), 0, 2);
    }

    assertThat(seen).hasSize(5);
    assertThat(part).isNull();
  }

  @Test
  void theLastPartIsNotTruncated() {
    Watch watch = watchMachines("name");
    watch.changes(watch.ask("", 0, 3));

    UpdateSet last = Objects.requireNonNull(watch.ask(watch.version(), 0, 3));

    assertThat(last.truncated()).isNotEqualTo(true);
    assertThat(watch.changes(last)).hasSize(2);
  }

  @Test
  void unusableLimitsAreRefused() {
    Watch watch = watchMachines("name");

    assertThat(faultOf(() -> watch.ask("", -1, null))).isEqualTo("InvalidArgument");
    assertThat(faultOf(() -> watch.ask("", 0, 0))).isEqualTo("InvalidArgument");
  }

  @Test
  void aDeniedPropertyIsMissingWhenItsObjectEnters() {
    SimulatedVm vm = host.vms().get("web-1");
    vm.deny("config");
    Watch watch = Watch.of(client, object(vm.ref(), "name", "config.uuid"));

    assertThat(watch.next().getFirst().missingSet())
        .singleElement()
        .satisfies(missing -> assertThat(missing.fault().fault()).isInstanceOf(NoPermission.class));
  }

  @Test
  void aMissingObjectIsReportedOnce() {
    ManagedObjectReference gone = new ManagedObjectReference("VirtualMachine", "99");
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("VirtualMachine", null, List.of("name"))),
            List.of(new ObjectSpec(gone, null, List.of())),
            true);
    Watch watch = Watch.of(client, spec);

    UpdateSet first = Objects.requireNonNull(watch.ask("", 0, null));

    assertThat(first.filterSet().getFirst().missingSet())
        .singleElement()
        .satisfies(missing -> assertThat(missing.obj()).isEqualTo(gone));
    assertThat(watch.ask(first.version(), 0, null)).isNull();
  }

  @Test
  void aFilterThatCannotWorkIsRefused() {
    ManagedObjectReference vm = host.vms().get("web-1").ref();
    ManagedObjectReference gone = new ManagedObjectReference("VirtualMachine", "99");

    assertThat(faultOf(() -> Watch.of(client, object(vm, "nosuch")).close()))
        .isEqualTo("InvalidProperty");
    assertThat(faultOf(() -> Watch.of(client, object(gone, "name")).close()))
        .isEqualTo("ManagedObjectNotFound");
    assertThat(host.sessions().getFirst().propertyFilters()).isZero();
  }

  @Test
  void aDestroyedFilterReportsNothing() {
    Watch watch = watchMachines("name");
    watch.next();
    watch.close();

    host.vms().add("late");

    assertThat(watch.now()).isEmpty();
    assertThat(host.sessions().getFirst().propertyFilters()).isZero();
    assertThat(faultOf(() -> client.run(new DestroyPropertyFilter(watch.filter()))))
        .isEqualTo("ManagedObjectNotFound");
  }

  @Test
  void checkingForUpdatesNeverWaits() {
    client.call(new CreateFilter(collector(client), machines(client, "name"), true));

    UpdateSet first = client.call(new CheckForUpdates(collector(client), null));

    assertThat(first.filterSet().getFirst().objectSet()).hasSize(5);
    assertThat(client.callOptional(new CheckForUpdates(collector(client), first.version())))
        .isNull();
  }

  @Test
  void anOldHostReportsChangesToo() throws Throwable {
    Simulator old = start(quick(SimulatorConfig.esx35()));
    VimClient other = logIn(old);
    other.call(new CreateFilter(collector(other), machines(other, "runtime.powerState"), true));
    UpdateSet first = other.call(new WaitForUpdates(collector(other), ""));
    CompletableFuture<UpdateSet> waiting =
        beside(() -> other.call(new WaitForUpdates(collector(other), first.version())));

    old.vms().get("build agent").power(PowerState.ON);

    assertThat(result(waiting).filterSet().getFirst().objectSet()).hasSize(1);
  }

  @Test
  void aWaitCanBeCancelled() {
    CompletableFuture<UpdateSet> waiting = waitForNothing();

    // The wait may begin after a cancellation, which then is for none: again until it ends.
    while (!waiting.isDone()) {
      client.run(new CancelWaitForUpdates(collector(client)));
      Thread.onSpinWait();
    }

    assertThat(faultOf(() -> result(waiting))).isEqualTo("RequestCanceled");
  }

  private CompletableFuture<UpdateSet> waitForNothing() {
    return beside(
        () -> client.call(new WaitForUpdatesEx(collector(client), "", new WaitOptions(60, null))));
  }

  @Test
  void aWaitEndsWithItsSession() {
    VimClient stranger = connect(host);
    logInOnce(stranger, host);
    CompletableFuture<UpdateSet> waiting =
        beside(() ->
            stranger.call(
                new WaitForUpdatesEx(collector(stranger), "", new WaitOptions(60, null))));

    host.expireSessions();

    assertThat(faultOf(() -> result(waiting))).isEqualTo("NotAuthenticated");
  }

  @Test
  void collectorsDoNotDisturbEachOther() {
    try (Watch one = Watch.alone(client, machines(client, "runtime.powerState"));
        Watch other = Watch.alone(client, machines(client, "runtime.powerState"))) {
      one.next();
      host.vms().get("build agent").power(PowerState.ON);

      assertThat(one.next()).hasSize(1);
      assertThat(other.next()).hasSize(5);
      assertThat(host.sessions().getFirst().propertyFilters()).isEqualTo(2);
    }
    assertThat(host.sessions().getFirst().propertyFilters()).isZero();
  }

  @Test
  void theSessionsOwnCollectorCannotBeDestroyed() {
    ManagedObjectReference own = client.call(new CreatePropertyCollector(collector(client)));
    client.run(new DestroyPropertyCollector(own));

    assertThat(faultOf(() -> client.run(new DestroyPropertyCollector(own))))
        .isEqualTo("ManagedObjectNotFound");
    assertThat(faultOf(() -> client.run(new DestroyPropertyCollector(collector(client)))))
        .isEqualTo("NotSupported");
  }
}
