package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.event.DomainEvent;
import dev.vireo.event.DomainEventId;
import dev.vireo.event.DomainEventStream;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.SimulatedVm;
import dev.vireo.simulator.Simulator;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand changes of a hundred domains, while sessions end: each is told once, in order. */
@Timeout(120)
class ManyEventsTest {

  private static final UUID UNKNOWN = new UUID(0, 0);

  /** All of them on the newest host; on the others, too, when this property says so. */
  private static int changes(Preset preset) {
    return preset == Preset.ESX80 || Boolean.getBoolean("vireo.manyEvents") ? 10_000 : 2_000;
  }

  private static final int DOMAINS = 100;
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Hosts remember a thousand events; who is further behind misses some. */
  private static final int MOST_BEHIND = 300;

  @ParameterizedTest
  @EnumSource
  void eachIsToldOnceInOrder(Preset preset) {
    long seed = System.nanoTime();
    try (ServedHost host = ServedHost.start(ServedHost.empty(preset).build());
        Connect connect = host.open()) {
      Run run = new Run(host.simulator(), new Random(seed));
      try (DomainEventStream events = connect.domainEvents(Set.of(DomainEventId.LIFECYCLE))) {
        int sessions = 0;
        while (run.changes < changes(preset)) {
          sessions += run.changeSome() ? 1 : 0;
          run.take(events, MOST_BEHIND);
        }
        run.take(events, 0);

        assertThat(sessions).as("ended sessions").isGreaterThan(2);
        assertThat(events.next(Duration.ZERO)).as("seed %d", seed).isEmpty();
      }
      assertThat(run.told).as("seed %d", seed).isEqualTo(run.expected);
    }
  }

  /** What was done, and what was told of it, for each domain. */
  private static final class Run {
    private final Simulator host;
    private final Random random;
    private final List<SimulatedVm> machines = new ArrayList<>();
    private final Map<UUID, List<String>> expected = new HashMap<>();
    private final Map<UUID, List<String>> told = new HashMap<>();

    /** Each name is used once. A machine that the host never showed is told of without its uuid. */
    private final Map<String, UUID> named = new HashMap<>();

    private int changes;
    private int wanted;
    private int taken;
    private int names;

    Run(Simulator host, Random random) {
      this.host = host;
      this.random = random;
      for (int i = 0; i < DOMAINS; i++) {
        machines.add(add());
      }
    }

    private SimulatedVm add() {
      SimulatedVm machine = host.vms().add("vm-" + names++);
      named.put(machine.name(), uuid(machine));
      return machine;
    }

    private static UUID uuid(SimulatedVm machine) {
      UUID own = machine.instanceUuid();
      return own == null ? machine.biosUuid() : own;
    }

    /** Changes some domains, and ends the session now and then. */
    boolean changeSome() {
      int count = 1 + random.nextInt(100);
      for (int i = 0; i < count; i++) {
        change(random.nextInt(machines.size()));
        changes++;
      }
      if (random.nextInt(5) > 0) {
        return false;
      }
      host.expireSessions();
      return true;
    }

    private void change(int index) {
      SimulatedVm machine = machines.get(index);
      switch (random.nextInt(20)) {
        case 0 -> rename(machine);
        case 1 -> replace(index, machine);
        default -> power(machine);
      }
    }

    private void rename(SimulatedVm machine) {
      machine.reconfigure(VirtualMachineConfigSpec.builder().name("vm-" + names++).build());
      named.put(machine.name(), uuid(machine));
      expect(machine, "Undefined Renamed", "Defined Renamed", "Defined Updated");
    }

    private void replace(int index, SimulatedVm machine) {
      if (machine.power() == PowerState.ON) {
        expect(machine, "Stopped Destroyed");
      }
      expect(machine, "Undefined Removed");
      host.vms().remove(machine.name());
      SimulatedVm other = add();
      expect(other, "Defined Added");
      machines.set(index, other);
    }

    private void power(SimulatedVm machine) {
      PowerState before = machine.power();
      List<PowerState> others =
          Stream.of(PowerState.values()).filter(each -> each != before).toList();
      PowerState after = others.get(random.nextInt(others.size()));
      machine.power(after);
      expect(
          machine,
          switch (after) {
            case ON -> before == PowerState.OFF ? "Started Booted" : "Resumed Unpaused";
            case SUSPENDED -> "Suspended Paused";
            case OFF -> before == PowerState.ON ? "Stopped Shutdown" : "Stopped Destroyed";
          });
    }

    private void expect(SimulatedVm machine, String... events) {
      expected.computeIfAbsent(uuid(machine), key -> new ArrayList<>()).addAll(List.of(events));
      wanted += events.length;
    }

    /** Takes events until no more than so many are left. */
    void take(DomainEventStream events, int left) {
      while (wanted - taken > left) {
        Optional<DomainEvent> next = events.next(LONG);
        assertThat(next).as("%d of %d events", taken, wanted).isPresent();
        DomainEvent.Lifecycle event = (DomainEvent.Lifecycle) next.get();
        UUID known = event.domain().getUUID();
        UUID uuid = known.equals(UNKNOWN) ? named.get(event.domain().getName()) : known;
        told.computeIfAbsent(uuid, key -> new ArrayList<>())
            .add(event.type().text() + " " + event.detail().text());
        taken++;
      }
    }
  }
}
