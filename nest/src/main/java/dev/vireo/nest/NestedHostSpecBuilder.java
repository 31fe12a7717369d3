package dev.vireo.nest;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.host.CpuVendor;
import dev.vireo.nest.libvirt.Acceleration;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects a {@link NestedHostSpec}. What is not set, or set to null, is what the ESXi version
 * wants. Not for several threads.
 */
public final class NestedHostSpecBuilder {

  /** Where libvirt keeps images by default. */
  public static final Path DEFAULT_DIRECTORY = Path.of("/var/lib/libvirt/images");

  private final String name;
  private final EsxiVersion esxi;
  private Path directory = DEFAULT_DIRECTORY;
  private @Nullable DataSize memory;
  private @Nullable Integer vcpus;
  private @Nullable LabDisk disk;
  private @Nullable DataSize diskSize;
  private @Nullable LabDisk datastore;
  private @Nullable DataSize datastoreSize;
  private @Nullable String diskBus;
  private @Nullable String nicModel;
  private LabNetwork network = new LabNetwork.LibvirtNetwork(LabNetwork.DEFAULT_NETWORK, null);
  private @Nullable String mac;
  private @Nullable Firmware firmware;
  private @Nullable String machine;
  private Acceleration acceleration = Acceleration.KVM;
  private @Nullable CpuVendor cpuVendor;
  private @Nullable Boolean hideKvm;
  private boolean vmport;
  private GraphicsKind graphics = GraphicsKind.VNC;
  private @Nullable Path serialLog;
  private @Nullable Path installerIso;
  private @Nullable Path installerUsb;
  private List<Path> madeMedia = List.of();
  private boolean autostart;

  NestedHostSpecBuilder(String name, EsxiVersion esxi) {
    this.name = name;
    this.esxi = Objects.requireNonNull(esxi);
  }

  /** Sets where new images and the serial log go; {@link #DEFAULT_DIRECTORY} by default. */
  public NestedHostSpecBuilder directory(Path value) {
    directory = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#memory}. */
  public NestedHostSpecBuilder memory(@Nullable DataSize value) {
    memory = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#vcpus}. */
  public NestedHostSpecBuilder vcpus(@Nullable Integer value) {
    vcpus = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#disk}; by default a new image in the directory. */
  public NestedHostSpecBuilder disk(@Nullable LabDisk value) {
    disk = value;
    return this;
  }

  /** Sets the size of the new image that the disk is by default. */
  public NestedHostSpecBuilder diskSize(@Nullable DataSize value) {
    diskSize = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#datastore}; none by default. */
  public NestedHostSpecBuilder datastore(@Nullable LabDisk value) {
    datastore = value;
    return this;
  }

  /** Makes the datastore a new image in the directory. */
  public NestedHostSpecBuilder datastoreSize(@Nullable DataSize value) {
    datastoreSize = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#diskBus}. */
  public NestedHostSpecBuilder diskBus(@Nullable String value) {
    diskBus = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#nicModel}. */
  public NestedHostSpecBuilder nicModel(@Nullable String value) {
    nicModel = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#network}; libvirt's default network by default. */
  public NestedHostSpecBuilder network(LabNetwork value) {
    network = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#mac}. */
  public NestedHostSpecBuilder mac(@Nullable String value) {
    mac = value == null ? null : value.toLowerCase(Locale.ROOT);
    return this;
  }

  /** Sets {@link NestedHostSpec#firmware}. */
  public NestedHostSpecBuilder firmware(@Nullable Firmware value) {
    firmware = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#machine}. */
  public NestedHostSpecBuilder machine(@Nullable String value) {
    machine = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#acceleration}; KVM by default. */
  public NestedHostSpecBuilder acceleration(Acceleration value) {
    acceleration = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#cpuVendor}. */
  public NestedHostSpecBuilder cpuVendor(@Nullable CpuVendor value) {
    cpuVendor = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#hideKvm}. */
  public NestedHostSpecBuilder hideKvm(@Nullable Boolean value) {
    hideKvm = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#vmport}; off by default. */
  public NestedHostSpecBuilder vmport(boolean value) {
    vmport = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#graphics}; VNC by default. */
  public NestedHostSpecBuilder graphics(GraphicsKind value) {
    graphics = value;
    return this;
  }

  /** What a serial log is called where nothing else is asked for. */
  public static String serialLogOf(String name) {
    return name + "-serial.log";
  }

  /** Sets {@link NestedHostSpec#serialLog}; by default {@code NAME-serial.log} in the directory. */
  public NestedHostSpecBuilder serialLog(@Nullable Path value) {
    serialLog = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#installerIso}. */
  public NestedHostSpecBuilder installerIso(@Nullable Path value) {
    installerIso = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#installerUsb}. */
  public NestedHostSpecBuilder installerUsb(@Nullable Path value) {
    installerUsb = value;
    return this;
  }

  /** Sets {@link NestedHostSpec#madeMedia}; none by default. */
  public NestedHostSpecBuilder madeMedia(List<Path> value) {
    madeMedia = List.copyOf(value);
    return this;
  }

  /** Sets {@link NestedHostSpec#autostart}; off by default. */
  public NestedHostSpecBuilder autostart(boolean value) {
    autostart = value;
    return this;
  }

  /**
   * The finished record.
   *
   * @throws NestException if a value makes no sense for any version and any host
   */
  public NestedHostSpec build() {
    if (disk != null && diskSize != null) {
      throw new NestException("the disk %s has its size already".formatted(disk.path()))
          .withHint("give no size for it");
    }
    if (datastore != null && datastoreSize != null) {
      throw new NestException(
              "the disk %s of the datastore has its size already".formatted(datastore.path()))
          .withHint("give no size for it");
    }
    return new NestedHostSpec(
        name,
        esxi,
        memory == null ? esxi.memory().usual() : memory,
        vcpus == null ? esxi.vcpus().usual() : vcpus,
        disk == null ? newDisk() : disk,
        datastoreSize == null ? datastore : image("-datastore.img", datastoreSize),
        diskBus == null ? esxi.diskBus().preferred() : diskBus,
        nicModel == null ? esxi.nic().preferred() : nicModel,
        network,
        mac,
        firmware == null ? preferredFirmware() : firmware,
        machine == null ? esxi.machine().preferred() : machine,
        acceleration,
        cpuVendor,
        hideKvm == null ? esxi.hideKvm() : hideKvm,
        vmport,
        graphics,
        serialLog == null ? directory.resolve(serialLogOf(name)) : serialLog,
        installerIso,
        installerUsb,
        madeMedia,
        autostart);
  }

  private LabDisk newDisk() {
    return image(".img", diskSize == null ? esxi.disk().usual() : diskSize);
  }

  private LabDisk image(String suffix, DataSize size) {
    return new LabDisk.NewImage(directory.resolve(name + suffix), size);
  }

  private Firmware preferredFirmware() {
    return Firmware.valueOf(esxi.firmware().preferred().toUpperCase(Locale.ROOT));
  }
}
