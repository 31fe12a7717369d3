package dev.vireo.interop.vmx;

import dev.vireo.simulator.Preset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection that conversions are made with. It decides about the version of the virtual hardware
 * that is written, and about file names.
 */
enum Site {
  /**
   * VMware Player on this computer: file names stay as they are, and only VMX files are read.
   * libvirt's driver for it does not know wide SCSI, and adds a boot order.
   */
  PLAYER(null, 0, "", ""),
  /** ESXi 8.0, for which libvirt writes hardware version 8 as for all that it does not know. */
  ESX80(Preset.ESX80, 8, "datastore1", Site.VMFS),
  /** ESX 4.1. */
  ESX41(Preset.ESX41, 7, "datastore1", Site.VMFS),
  /** ESX 3.5. */
  ESX35(Preset.ESX35, 4, "datastore1", Site.VMFS),
  /** VMware Server 2.0. */
  GSX20(Preset.GSX20, 7, "standard", "/var/lib/vmware/Virtual Machines");

  private static final String VMFS = "/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001";

  private final @Nullable Preset preset;
  private final int hardwareVersion;
  private final String datastore;
  private final String mountPath;

  Site(@Nullable Preset preset, int hardwareVersion, String datastore, String mountPath) {
    this.preset = preset;
    this.hardwareVersion = hardwareVersion;
    this.datastore = datastore;
    this.mountPath = mountPath;
  }

  /** The simulated host behind it; empty for {@link #PLAYER}. */
  Optional<Preset> preset() {
    return Optional.ofNullable(preset);
  }

  /** The version of the virtual hardware in the VMX files that are written. */
  int hardwareVersion() {
    return hardwareVersion;
  }

  /** The name of its one datastore; empty for {@link #PLAYER}. */
  String datastore() {
    return datastore;
  }

  /** Where the datastore is mounted; empty for {@link #PLAYER}. */
  String mountPath() {
    return mountPath;
  }
}
