package dev.vireo.vmx.internal.lint;

import dev.vireo.vmx.VmxEntry;
import dev.vireo.vmx.device.DeviceKind;
import dev.vireo.vmx.device.HardwareLimits;
import dev.vireo.vmx.lint.LintRule;
import dev.vireo.vmx.lint.Severity;
import java.util.Locale;
import java.util.Map;

/** The virtual hardware knows the models. Source of the versions: see {@link HardwareLimits}. */
public final class HardwareFeatureRule implements Rule {
  private static final LintRule ABOUT =
      new LintRule(
          "hardware-feature",
          Severity.WARNING,
          "the virtual hardware is new enough for the models of its devices");
  private static final Map<String, Integer> NIC_MODELS = Map.of("vmxnet3", 7, "e1000e", 8);
  private static final Map<String, Integer> SCSI_MODELS = Map.of("lsisas1068", 7, "pvscsi", 7);

  @Override
  public LintRule about() {
    return ABOUT;
  }

  @Override
  public void check(Machine machine, Report report) {
    int hardware = machine.hardware();
    if (hardware == 0) {
      return;
    }
    for (MachineDevice device : machine.devices()) {
      if (!device.present()) {
        continue;
      }
      VmxEntry model = machine.entry(device.name() + ".virtualdev");
      if (model != null && (device.isNic() || device.kind() == DeviceKind.SCSI)) {
        String name = model.value().toLowerCase(Locale.ROOT);
        Map<String, Integer> models = device.isNic() ? NIC_MODELS : SCSI_MODELS;
        check(report, model, name, models.getOrDefault(name, 0), hardware);
      }
      if (device.isController()) {
        DeviceKind kind = device.kind();
        check(report, device.first(), kind.family(), kind.since(), hardware);
      }
    }
  }

  private static void check(Report report, VmxEntry entry, String what, int since, int hardware) {
    if (hardware < since) {
      report.warning(
          entry,
          what
              + " needs virtual hardware of version "
              + since
              + ", and the machine has "
              + hardware);
    }
  }
}
