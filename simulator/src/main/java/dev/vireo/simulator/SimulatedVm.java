package dev.vireo.simulator;

import dev.vireo.simulator.internal.definition.HardwareDevice;
import dev.vireo.simulator.internal.definition.Snapshots.Snapshot;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.machine.SnapshotService;
import dev.vireo.simulator.internal.machine.VirtualMachine;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.XmlCharacters;
import dev.vireo.vim.types.ManagedEntityStatus;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDeviceConfigSpec;
import dev.vireo.vim.types.VirtualDeviceConfigSpecFileOperation;
import dev.vireo.vim.types.VirtualDeviceConfigSpecOperation;
import dev.vireo.vim.types.VirtualDisk;
import dev.vireo.vim.types.VirtualDiskFlatVer2BackingInfo;
import dev.vireo.vim.types.VirtualE1000;
import dev.vireo.vim.types.VirtualEthernetCardNetworkBackingInfo;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A virtual machine of a simulated host, as a test holds it: without clients, tasks or rights. */
public final class SimulatedVm {

  private final SimulatedHost host;
  private final VirtualMachine vm;

  SimulatedVm(SimulatedHost host, VirtualMachine vm) {
    this.host = host;
    this.vm = vm;
  }

  /** The name as users write it. */
  public String name() {
    return vm.userName();
  }

  /** The reference by which clients know it. */
  public ManagedObjectReference ref() {
    return vm.ref();
  }

  /** The number in its reference, which libvirt takes for its id. */
  public int id() {
    String value = vm.ref().value();
    return Integer.parseInt(value.substring(value.indexOf('-') + 1));
  }

  /** The UUID that its guest sees. */
  public UUID biosUuid() {
    return vm.biosUuid();
  }

  /** The UUID that tells it from others; null on hosts before API 4.0. */
  public @Nullable UUID instanceUuid() {
    return vm.instanceUuid();
  }

  /** Name of its host. */
  public String host() {
    return host.state().read(() -> vm.place().host().name());
  }

  /**
   * Puts it on another host of a vCenter at once, with its files where they are. It stays in its
   * resource pool where that is of the same cluster, else it comes into the root pool.
   *
   * @param name name of the host
   * @throws IllegalArgumentException when there is none of this name
   * @throws IllegalStateException when the machine cannot be there
   */
  public void host(String name) {
    change(() -> host.machines().place(vm, name));
  }

  /** Whether it runs. */
  public PowerState power() {
    return host.state().read(vm::power);
  }

  /** Switches it at once. */
  public void power(PowerState power) {
    host.state()
        .write(() -> {
          boolean changed = vm.power() != power;
          vm.setPower(power, host.config().clock().instant());
          if (changed) {
            host.events().add(eventOf(power), "", vm, Map.of());
          }
        });
  }

  private static String eventOf(PowerState power) {
    return switch (power) {
      case ON -> "VmPoweredOnEvent";
      case OFF -> "VmPoweredOffEvent";
      case SUSPENDED -> "VmSuspendedEvent";
    };
  }

  /** Installs, stops or removes VMware Tools. */
  public void tools(ToolsState tools) {
    host.state().write(() -> vm.setTools(tools));
  }

  /** Lets the machine ask at once. A power task that starts now waits for the answer. */
  public void ask(GuestQuestion question) {
    host.state()
        .write(() -> {
          vm.ask(question);
          host.events().add("VmMessageEvent", "", vm, Map.of("message", question.text()));
        });
  }

  /** Lets the next power task of the machine ask, half-way. */
  public void askInNextTask(GuestQuestion question) {
    host.state().write(() -> vm.arm(question));
  }

  /** Text of the question that waits for an answer; null for none. */
  public @Nullable String pendingQuestion() {
    return host.state().read(vm::pendingText);
  }

  /** Keys of the answers that clients gave to its questions, oldest first. */
  public List<String> answers() {
    return host.state().read(vm::answers);
  }

  /** Content of its VMX file. */
  public byte[] vmxFile() {
    return vm.vmxFile().clone();
  }

  /**
   * Replaces its VMX file, as an upload does. What the machine is does not change, as little as on
   * a real host, which reads the file again only when the machine is {@linkplain #reload reloaded}.
   */
  public void vmxFile(byte[] content) {
    vm.setVmxFile(content.clone(), host.config().clock().instant());
  }

  /**
   * Lets the host read its VMX file again: the machine becomes what the file says.
   *
   * @throws IllegalStateException when the file is gone, or cannot be read
   */
  public void reload() {
    change(() -> host.machines().reload(vm));
  }

  /**
   * Changes what it is made of, as {@code ReconfigVM_Task} does, at once.
   *
   * @throws IllegalStateException when the machine cannot be so
   */
  public void reconfigure(VirtualMachineConfigSpec spec) {
    change(() -> host.machines().reconfigure(vm, spec, ""));
  }

  /**
   * Adds a disk of its own file at the first controller that it can be at.
   *
   * @param bytes its size, a multiple of 1024, more than 0
   * @throws IllegalStateException when there is no controller or no space for it, or the machine
   *     cannot be changed as it runs
   */
  public void addDisk(long bytes) {
    List<HardwareDevice> controllers =
        host.state()
            .read(() ->
                List.of(
                        "VirtualSCSIController",
                        "VirtualSATAController",
                        "VirtualNVMEController",
                        "VirtualIDEController")
                    .stream()
                    .flatMap(type -> vm.definition().devices(type).stream())
                    .toList());
    int controller = controllers.isEmpty() ? -1 : controllers.getFirst().key();
    VirtualDiskFlatVer2BackingInfo backing =
        VirtualDiskFlatVer2BackingInfo.builder()
            .fileName("")
            .diskMode("persistent")
            .thinProvisioned(true)
            .build();
    change(
        VirtualDisk.builder()
            .key(-1)
            .controllerKey(controller)
            .capacityInKB(bytes >> 10)
            .backing(backing)
            .build(),
        VirtualDeviceConfigSpecFileOperation.CREATE);
  }

  /**
   * Adds a network card.
   *
   * @param network name of its network
   * @throws IllegalStateException when it has as many as it can have
   */
  public void addNetworkCard(String network) {
    VirtualEthernetCardNetworkBackingInfo backing =
        new VirtualEthernetCardNetworkBackingInfo(network, null, null);
    change(VirtualE1000.builder().key(-1).backing(backing).build(), null);
  }

  private void change(
      VirtualDevice device, @Nullable VirtualDeviceConfigSpecFileOperation operation) {
    VirtualDeviceConfigSpec add =
        new VirtualDeviceConfigSpec(
            VirtualDeviceConfigSpecOperation.ADD, operation, device, List.of(), null, List.of());
    reconfigure(VirtualMachineConfigSpec.builder().deviceChange(List.of(add)).build());
  }

  private void change(Runnable action) {
    try {
      host.state().write(action);
    } catch (RaisedFault fault) {
      throw new IllegalStateException(
          "The machine '" + name() + "' cannot be changed: " + fault.text(), fault);
    }
  }

  /**
   * Takes a snapshot of it at once, with its memory, on top of the current one.
   *
   * @param name its name
   * @throws IllegalStateException when none can be taken, such as one more on top of 32 others
   */
  public void takeSnapshot(String name) {
    XmlCharacters.require(name, "The name of a snapshot");
    change(() -> host.machines().takeSnapshot(vm, new SnapshotService.Wish(name, "", true, false)));
  }

  /** The names of its snapshots, each before those on top of it. */
  public List<String> snapshots() {
    return host.state()
        .read(() -> vm.definition().snapshots().all().stream().map(Snapshot::name).toList());
  }

  /** Removes all its snapshots at once; it stays as it is. */
  public void removeSnapshots() {
    change(() -> host.machines().changeSnapshots(vm, service -> service.removeAll(true)));
  }

  /**
   * Sets the health that the host reports.
   *
   * @param status {@code gray}, {@code green}, {@code yellow} or {@code red}
   */
  public void configStatus(String status) {
    host.state().write(() -> vm.setConfigStatus(new ManagedEntityStatus(status)));
  }

  /** Makes a property, such as {@code config}, unreadable for want of a privilege. */
  public void deny(String property) {
    vm.deny(property);
  }
}
