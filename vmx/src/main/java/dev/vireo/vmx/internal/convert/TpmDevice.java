package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.DeviceInfo;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.Tpm;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.HardwareVersions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trusted platform module. The keys that encrypt it are not in a domain. */
final class TpmDevice {

  private static final String PREFIX = "vtpm";
  private static final String PRESENT = "vtpm.present";
  private static final String MODEL = "tpm-crb";
  private static final String BACKEND = "emulator";
  private static final String VERSION = "2.0";

  private TpmDevice() {}

  static void read(Reading reading, DevicesBuilder devices) {
    if (reading.general().flag(PRESENT, false)) {
      devices.tpm(new Tpm(MODEL, BACKEND, VERSION, Extras.NONE, DeviceInfo.NONE, Extras.NONE));
    }
  }

  static void plan(Plan plan) {
    List<Tpm> tpms = plan.domain().devices().tpms();
    if (tpms.isEmpty()) {
      return;
    }
    String firmware = Guest.firmware(plan.domain().os());
    plan.addDevice(
        PREFIX,
        Arrays.asList(tpms.size(), tpms.get(0).model(), tpms.get(0).version(), firmware),
        out -> write(tpms, firmware, plan.target().hardwareVersion(), out));
  }

  private static void write(List<Tpm> tpms, @Nullable String firmware, int hardware, Output out) {
    if (tpms.size() > 1) {
      throw VmxException.unsupported("devices/tpm", "must not be there more than once", null, null);
    }
    Tpm tpm = tpms.get(0);
    require("devices/tpm@model", tpm.model(), MODEL);
    require("devices/tpm/backend@type", tpm.backendType(), BACKEND);
    require("devices/tpm/backend@version", tpm.version(), VERSION);
    if (!out.keeps(PRESENT, "true")) {
      if (hardware < HardwareVersions.TPM) {
        throw Guest.tooOld("a TPM", HardwareVersions.TPM, hardware);
      }
      if (!"efi".equals(firmware)) {
        throw VmxException.unsupported(
            "os@firmware", "has to be efi for a TPM", String.valueOf(firmware), "efi");
      }
    }
    out.set(PRESENT, true);
  }

  private static void require(String element, @Nullable String value, String wanted) {
    if (value != null && !value.equals(wanted)) {
      throw VmxException.unsupported(element, "has to be " + wanted, value, wanted);
    }
  }
}
