package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the domain boots ({@code <os>}).
 *
 * @param type {@code hvm}...
 * @param arch {@code x86_64}, {@code i686}...; null when not said
 * @param machine machine type; null when not said
 * @param firmware {@code efi} or {@code bios} to have one chosen; null when not said
 * @param firmwareFeatures what the chosen firmware must or must not have
 * @param loader the firmware's image; null when not said
 * @param nvram where the firmware keeps its variables; null when not said
 * @param kernel a kernel to boot directly; null for none
 * @param initrd its initial memory disk; null for none
 * @param cmdline its command line; null for none
 * @param bootDevices {@code hd}, {@code cdrom}, {@code network}, {@code fd} in their order
 * @param smbiosMode {@code emulate}, {@code host} or {@code sysinfo}; null when not said
 * @param extras everything else
 */
public record OperatingSystem(
    String type,
    @Nullable String arch,
    @Nullable String machine,
    @Nullable String firmware,
    List<FirmwareFeature> firmwareFeatures,
    @Nullable Loader loader,
    @Nullable Nvram nvram,
    @Nullable String kernel,
    @Nullable String initrd,
    @Nullable String cmdline,
    List<String> bootDevices,
    @Nullable String smbiosMode,
    Extras extras) {

  public OperatingSystem {
    Objects.requireNonNull(type);
    firmwareFeatures = List.copyOf(firmwareFeatures);
    bootDevices = List.copyOf(bootDevices);
    Objects.requireNonNull(extras);
  }

  /** A fully virtualized machine of this architecture. */
  public static OperatingSystem hvm(@Nullable String arch) {
    return new OperatingSystem(
        "hvm",
        arch,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        Extras.NONE);
  }

  /**
   * A feature of the firmware.
   *
   * @param name {@code secure-boot}, {@code enrolled-keys}...
   * @param enabled whether it must or must not be there
   * @param extras everything else
   */
  public record FirmwareFeature(String name, boolean enabled, Extras extras) {

    /** A feature with nothing else. */
    public FirmwareFeature(String name, boolean enabled) {
      this(name, enabled, Extras.NONE);
    }
  }

  /**
   * Image of the firmware.
   *
   * @param path null when libvirt chooses
   * @param readOnly null when not said
   * @param secure whether secure boot is required; null when not said
   * @param type {@code rom} or {@code pflash}; null when not said
   * @param extras everything else
   */
  public record Loader(
      @Nullable String path,
      @Nullable Boolean readOnly,
      @Nullable Boolean secure,
      @Nullable String type,
      Extras extras) {}

  /**
   * Where the firmware keeps its variables.
   *
   * @param path null when libvirt chooses
   * @param template what the file is made from; null when not said
   * @param extras everything else
   */
  public record Nvram(@Nullable String path, @Nullable String template, Extras extras) {}
}
