package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.OperatingSystem;
import dev.vireo.model.domain.OperatingSystem.FirmwareFeature;
import dev.vireo.model.domain.OperatingSystem.Nvram;
import dev.vireo.model.xml.Extras;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.device.HardwareVersions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The guest's operating system and the firmware that boots it. */
public final class Guest {

  private static final String SMBIOS = "smbios.reflecthost";
  private static final String FIRMWARE = "firmware";
  private static final String SECURE_BOOT = "uefi.secureBoot.enabled";
  private static final String NVRAM = "nvram";
  private static final String EFI = "efi";
  private static final String FEATURE_SECURE_BOOT = "secure-boot";
  private static final String FEATURE_KEYS = "enrolled-keys";
  private static final List<FirmwareFeature> SECURE =
      List.of(
          new FirmwareFeature(FEATURE_KEYS, true), new FirmwareFeature(FEATURE_SECURE_BOOT, true));

  private Guest() {}

  static OperatingSystem read(Reading reading) {
    Section file = reading.general();
    String firmware = readFirmware(file);
    boolean efi = EFI.equals(firmware);
    return new OperatingSystem(
        "hvm",
        GuestId.arch(file.text(GuestId.KEY)),
        null,
        firmware,
        efi && file.flag(SECURE_BOOT, false) ? SECURE : List.of(),
        null,
        readNvram(reading),
        null,
        null,
        null,
        List.of(),
        file.flag(SMBIOS, false) ? "host" : null,
        Extras.NONE);
  }

  /** The file that EFI and BIOS alike keep their settings in. */
  private static @Nullable Nvram readNvram(Reading reading) {
    Section file = reading.general();
    String name = file.filled(NVRAM);
    if (name == null) {
      return null;
    }
    String path = reading.path(name);
    if (path == null) {
      file.warn(NVRAM, "is in no datastore that is known and is shown as it stands");
    }
    return new Nvram(path == null ? name : path, null, Extras.NONE);
  }

  private static @Nullable String readFirmware(Section file) {
    String firmware = file.filled(FIRMWARE);
    if (firmware == null) {
      return null;
    }
    String known = firmware.toLowerCase(Locale.ROOT);
    if (known.equals(EFI) || known.equals("bios")) {
      return known;
    }
    file.warn(FIRMWARE, "has to be bios or efi and was left out");
    return null;
  }

  static void planGuestId(Plan plan) {
    String arch = plan.domain().os().arch();
    VmxDocument original = plan.original();
    String there = original == null ? null : original.get(GuestId.KEY);
    plan.add(
        "guest",
        Arrays.asList(arch),
        out -> out.set(GuestId.KEY, GuestId.of(arch, there, plan.target().guestId())));
  }

  static void planSmbios(Plan plan) {
    String mode = plan.domain().os().smbiosMode();
    plan.add(
        "smbios",
        Arrays.asList(mode),
        out -> {
          if (mode != null) {
            switch (mode) {
              case "host" -> out.set(SMBIOS, true);
              case "none", "emulate" -> {}
              default ->
                  throw VmxException.unsupported(
                      "os/smbios@mode", "has to be none, emulate or host", mode, "host");
            }
          }
        });
  }

  static void planFirmware(Plan plan) {
    OperatingSystem os = plan.domain().os();
    if (os.kernel() != null) {
      plan.warn("os/kernel", "cannot be booted directly");
    }
    if (!os.bootDevices().isEmpty() && !os.bootDevices().equals(List.of("hd"))) {
      plan.warn("os/boot", "is the firmware's own setting");
    }
    plan.add(
        FIRMWARE,
        Arrays.asList(os.firmware(), os.firmwareFeatures(), os.nvram(), os.loader(), isArm(os)),
        out -> writeFirmware(os, plan.target().hardwareVersion(), out));
  }

  private static void writeFirmware(OperatingSystem os, int hardware, Output out) {
    String firmware = firmware(os);
    if (firmware != null && !firmware.equals(EFI) && !firmware.equals("bios")) {
      throw VmxException.unsupported("os@firmware", "has to be bios or efi", firmware, EFI);
    }
    if (isArm(os) && !EFI.equals(firmware) && !out.keeps(FIRMWARE, String.valueOf(firmware))) {
      throw VmxException.unsupported(
          "os@firmware", "has to be efi for " + GuestId.AARCH64, firmware, EFI);
    }
    out.setIfSaid(FIRMWARE, firmware);
    Boolean secure = secureBoot(os);
    if (secure != null) {
      if (secure && !EFI.equals(firmware)) {
        throw VmxException.invalid(
            "os@firmware", "has to be efi for secure boot", String.valueOf(firmware), EFI);
      }
      if (secure && hardware < HardwareVersions.NVME && !out.keeps(SECURE_BOOT, "true")) {
        throw tooOld("secure boot", HardwareVersions.NVME, hardware);
      }
      out.set(SECURE_BOOT, secure);
    }
    Nvram nvram = os.nvram();
    if (nvram != null && nvram.path() != null) {
      out.setFile(NVRAM, "os/nvram", nvram.path());
    }
  }

  /** The firmware of a domain: ARM machines have no other than EFI. */
  static @Nullable String firmware(OperatingSystem os) {
    return os.firmware() == null && isArm(os) ? EFI : os.firmware();
  }

  private static boolean isArm(OperatingSystem os) {
    return GuestId.AARCH64.equals(os.arch());
  }

  private static @Nullable Boolean secureBoot(OperatingSystem os) {
    for (FirmwareFeature feature : os.firmwareFeatures()) {
      if (feature.name().equals(FEATURE_SECURE_BOOT)) {
        return feature.enabled();
      }
    }
    return os.loader() == null ? null : os.loader().secure();
  }

  /** The complaint that something needs newer virtual hardware. */
  public static VmxException tooOld(String what, int needed, int hardware) {
    return VmxException.unsupported(
        "virtualHW.version",
        "has to be " + needed + " or newer for " + what,
        Integer.toString(hardware),
        Integer.toString(needed));
  }
}
