package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.device.DeviceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file while it becomes a domain: what all converters look at. */
public final class Reading {

  private final ReadOptions options;
  private final Remarks remarks = new Remarks();
  private final Section general;
  private final Sections devices;
  private final int hardwareVersion;

  Reading(VmxDocument document, ReadOptions options) {
    this.options = options;
    general = Section.ofFile(document, remarks);
    devices = Sections.of(document, remarks);
    Encryption.check(general);
    hardwareVersion = Header.read(general);
  }

  ReadOptions options() {
    return options;
  }

  /** All keys. */
  Section general() {
    return general;
  }

  /** See {@link Sections#ofFamily}. */
  public List<Section> devices(DeviceKind kind) {
    return devices.ofFamily(kind.family());
  }

  /** The same for a family of devices that no domain has. */
  List<Section> others(String family) {
    return devices.ofFamily(family);
  }

  int hardwareVersion() {
    return hardwareVersion;
  }

  /** Whether a SCSI controller has 64 units. */
  public boolean hasSuperWideScsi() {
    return DeviceKind.hasWideScsi(hardwareVersion);
  }

  /** See {@link FileNameResolver#toDomain}. */
  public @Nullable String path(String fileName) {
    return options.fileNames().toDomain(fileName);
  }

  Remarks remarks() {
    return remarks;
  }
}
