package dev.vireo.simulator;

import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.TaskInfo;
import dev.vireo.vim.types.TaskInfoState;
import dev.vireo.vim.types.VirtualDevice;
import dev.vireo.vim.types.VirtualDeviceFileBackingInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Looks at machines as a client does. */
abstract class MachineTestBase extends HostTestBase {

  static final String DEVICES = "config.hardware.device";
  static final String DATASTORE = "datastore1";

  static <T> T read(VimClient client, ManagedObjectReference object, String path, Class<T> type) {
    return client.propertyCollector().retrieve(object, path).get(path, type);
  }

  static ObjectProperties properties(
      VimClient client, ManagedObjectReference object, String... paths) {
    return client.propertyCollector().retrieve(object, paths);
  }

  static List<VirtualDevice> devices(VimClient client, ManagedObjectReference vm) {
    return properties(client, vm, DEVICES).list(DEVICES, VirtualDevice.class);
  }

  static VirtualDevice device(VimClient client, ManagedObjectReference vm, int key) {
    return devices(client, vm).stream()
        .filter(device -> device.key() == key)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no device " + key));
  }

  static String fileOf(VirtualDevice device) {
    return ((VirtualDeviceFileBackingInfo) Objects.requireNonNull(device.backing())).fileName();
  }

  static Map<String, String> extraConfig(VimClient client, ManagedObjectReference vm) {
    return properties(client, vm, "config.extraConfig")
        .list("config.extraConfig", OptionValue.class)
        .stream()
        .collect(Collectors.toMap(OptionValue::key, option -> String.valueOf(option.value())));
  }

  static String vmx(SimulatedVm vm) {
    return new String(vm.vmxFile(), StandardCharsets.UTF_8);
  }

  static TaskInfo run(VimClient client, VimMethod<ManagedObjectReference> method) {
    ManagedObjectReference task = client.call(method);
    boolean old = client.serviceContent().about().apiVersion().startsWith("2.");
    // Old hosts have one collector for each session.
    return old ? endOf(client, task) : finished(client, task);
  }

  private static TaskInfo endOf(VimClient client, ManagedObjectReference task) {
    try (Watch watch = Watch.of(client, object(task, "info"))) {
      TaskInfo info = null;
      while (info == null || info.completeTime() == null) {
        watch.next();
        info = (TaskInfo) watch.last(task, "info");
      }
      return info;
    }
  }

  /** Runs a task that must succeed. */
  static TaskInfo succeeds(VimClient client, VimMethod<ManagedObjectReference> method) {
    TaskInfo info = run(client, method);
    if (!info.state().equals(TaskInfoState.SUCCESS)) {
      throw new AssertionError("The task failed: " + info.error());
    }
    return info;
  }

  /** Runs a task that must fail. */
  static MethodFault fails(VimClient client, VimMethod<ManagedObjectReference> method) {
    return Objects.requireNonNull(run(client, method).error(), "The task did not fail").fault();
  }

  static ManagedObjectReference datastore(VimClient client, ManagedObjectReference vm) {
    return properties(client, vm, "datastore")
        .list("datastore", ManagedObjectReference.class)
        .getFirst();
  }
}
