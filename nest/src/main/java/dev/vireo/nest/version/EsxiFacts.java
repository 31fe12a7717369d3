package dev.vireo.nest.version;

import static dev.vireo.nest.version.Choice.fails;
import static dev.vireo.nest.version.Choice.untried;
import static dev.vireo.nest.version.Choice.works;

import dev.vireo.model.domain.DataSize;
import dev.vireo.nest.internal.Sources;
import java.util.List;

/** The tables of the versions, with where each fact comes from. */
final class EsxiFacts {

  private static final List<Choice> BAD_NICS =
      List.of(
          fails("virtio", "ESXi has no virtio driver", Sources.BKTHONG),
          untried("rtl8139", "nobody reported it", Sources.UNCONFIRMED));

  private static final List<Choice> BAD_BUSES =
      List.of(
          fails("virtio", "ESXi has no virtio driver", Sources.BKTHONG),
          fails("scsi", "ESXi did not see libvirt's SCSI disks", Sources.BKTHONG));

  private static final BootOption SERIAL_PORT =
      new BootOption("com1_Port", "0x3f8", true, "names the serial port", Sources.MAAS);
  private static final BootOption SERIAL_LOG =
      new BootOption(
          "tty2Port", "com1", true, "writes the installer's log to the serial port", Sources.MAAS);
  private static final BootOption UNIFORM_CORES =
      new BootOption(
          "cpuUniformityHardCheckPanic",
          "FALSE",
          false,
          "against \"Fatal CPU mismatch\" on hosts with two kinds of cores",
          Sources.HYBRID);
  private static final BootOption LEGACY_CPU =
      new BootOption(
          "allowLegacyCPU",
          "true",
          false,
          "where the installer calls the processor unsupported",
          Sources.LAM_XSAVE);
  private static final BootOption SMALL_SYSTEM =
      new BootOption(
          "systemMediaSize",
          "min",
          false,
          "leaves room for a datastore on a small disk; 7.0 U1c and newer",
          Sources.BOOT_BANKS);

  private static final List<BootOption> OLD_OPTIONS = List.of(SERIAL_PORT, SERIAL_LOG);
  private static final List<BootOption> NEW_OPTIONS =
      List.of(SERIAL_PORT, SERIAL_LOG, UNIFORM_CORES, LEGACY_CPU, SMALL_SYSTEM);

  private static final Note FIRMWARE_STAYS =
      new Note(
          "After the installation the firmware cannot be changed between BIOS and UEFI (\"Not a"
              + " VMware boot bank\").",
          Sources.BOOT_60);
  private static final Note DATASTORE_ABOVE_142_GB =
      new Note(
          "With the default layout a datastore appears only on disks above 142 GB; give a second"
              + " disk, or the boot option systemMediaSize=min.",
          Sources.STORAGE_70);

  private EsxiFacts() {}

  static EsxiTable esxi55() {
    return new EsxiTable(
        Choices.of(
            works("pc", "used with 5.5", Sources.CLOUDSTACK),
            untried("q35", "nobody reported it with 5.5", Sources.UNCONFIRMED)),
        Choices.of(
            works("bios", "used with 5.5", Sources.CLOUDSTACK),
            untried("uefi", "nobody reported it with 5.5", Sources.UNCONFIRMED)),
        Choices.of(
                works("vmxnet3", "the way around 5.5's trouble with e1000", Sources.CLOUDSTACK),
                fails("e1000", "ESXi 5.5 has trouble with QEMU's e1000", Sources.CLOUDSTACK),
                untried("e1000e", "nobody reported it with 5.5", Sources.UNCONFIRMED))
            .and(BAD_NICS),
        sataAndIde(),
        memory(4, 4, "VMware asks for 4 GB", Sources.REQUIREMENTS_55),
        twoCores(Sources.REQUIREMENTS_55),
        smallDisk(Sources.BOOT_60),
        true,
        OLD_OPTIONS,
        List.of(
            new Note(
                "The processor must have LAHF, SAHF and NX in 64-bit mode.",
                Sources.REQUIREMENTS_55)));
  }

  static EsxiTable esxi60() {
    return new EsxiTable(
        Choices.of(
            works("pc", "used with 6.0", Sources.CLOUDSTACK),
            untried("q35", "nobody reported it with 6.0", Sources.UNCONFIRMED)),
        Choices.of(
            works("bios", "used with 6.0", Sources.CLOUDSTACK),
            works("uefi", "VMware supports it from 6.0 on", Sources.REQUIREMENTS_60)),
        Choices.of(
                works("e1000", "used with 6.0", Sources.CLOUDSTACK),
                works("vmxnet3", "used with 6.0", Sources.CLOUDSTACK),
                untried("e1000e", "nobody reported it with 6.0", Sources.UNCONFIRMED))
            .and(BAD_NICS),
        sataAndIde(),
        memory(4, 4, "VMware asks for 4 GB", Sources.REQUIREMENTS_60),
        twoCores(Sources.REQUIREMENTS_60),
        smallDisk(Sources.BOOT_60),
        true,
        OLD_OPTIONS,
        List.of(FIRMWARE_STAYS));
  }

  static EsxiTable esxi65() {
    return new EsxiTable(
        Choices.of(
            works("pc", "both families are said to work", Sources.UNCONFIRMED),
            works("q35", "both families are said to work", Sources.UNCONFIRMED)),
        Choices.of(
            works("bios", "the usual firmware up to 6.x", Sources.UNCONFIRMED),
            works("uefi", "VMware supports it from 6.0 on", Sources.REQUIREMENTS_60)),
        Choices.of(
                works("vmxnet3", "used with 6.5", Sources.CROCODILE),
                works("e1000", "6.5 has its driver", Sources.CROCODILE),
                untried("e1000e", "nobody reported it with 6.5", Sources.UNCONFIRMED))
            .and(BAD_NICS),
        sataAndIde(),
        memory(4, 4, "VMware asks for 4 GB", Sources.REQUIREMENTS_65),
        twoCores(Sources.REQUIREMENTS_65),
        smallDisk(Sources.BOOT_65),
        false,
        OLD_OPTIONS,
        List.of(
            FIRMWARE_STAYS,
            new Note("The processor must be newer than September 2006.", Sources.REQUIREMENTS_65)));
  }

  static EsxiTable esxi67() {
    return new EsxiTable(
        Choices.of(
            works("q35", "used with 6.7 U3", Sources.APNEX),
            untried("pc", "nobody reported it with 6.7", Sources.UNCONFIRMED)),
        Choices.of(
            works("bios", "used with 6.7 U3", Sources.APNEX),
            works("uefi", "VMware supports it from 6.0 on", Sources.REQUIREMENTS_60)),
        Choices.of(
                works("vmxnet3", "used with 6.7 U3", Sources.APNEX),
                works("e1000", "used with 6.7 U1", Sources.LINCHPIN),
                untried("e1000e", "nobody reported it with 6.7", Sources.UNCONFIRMED))
            .and(BAD_NICS),
        sataAndIde(),
        memory(4, 4, "4 GB were used", Sources.APNEX),
        new Need<>(2, 2, "VMware asks for 2 cores", Sources.REQUIREMENTS_65),
        new Need<>(
            gib(1), gib(16), "1 GB boots, a datastore appears from about 12 GB on", Sources.MAAS),
        false,
        OLD_OPTIONS,
        List.of(
            FIRMWARE_STAYS,
            new Note(
                "A Westmere processor model with vmx, and KVM hidden, was used with 6.7 U3.",
                Sources.APNEX)));
  }

  static EsxiTable esxi70() {
    return new EsxiTable(
        Choices.of(
            works("pc", "used with 7.0", Sources.RGL),
            works("q35", "used for 6.7 to 9.0", Sources.MAAS)),
        Choices.of(
            works("bios", "used with 7.0", Sources.RGL),
            works("uefi", "used with 7.0", Sources.RGL)),
        Choices.of(
                works("vmxnet3", "used with 7.0", Sources.MAAS_1),
                works("e1000e", "the safe fallback from 7.0 on", Sources.MAAS_1),
                fails("e1000", "ESXi 7.0 dropped its driver", Sources.MAAS_1))
            .and(BAD_NICS),
        sataAndIde(),
        memory(4, 8, "VMware asks for 8 GB, and 4 GB were used", Sources.REQUIREMENTS_70),
        twoCores(Sources.REQUIREMENTS_70),
        new Need<>(gib(32), gib(32), "VMware asks for 32 GB", Sources.REQUIREMENTS_70),
        false,
        NEW_OPTIONS,
        List.of(
            DATASTORE_ABOVE_142_GB,
            new Note(
                "There is a report of ESXi 7.0 without network with vmxnet3 under UEFI; e1000e is"
                    + " the way around.",
                Sources.MAAS_1),
            new Note(
                "The installer stops at processor models on its list of unsupported ones.",
                Sources.POLAR)));
  }

  static EsxiTable esxi80() {
    return new EsxiTable(
        Choices.of(
            works("q35", "used with 8.0 U3e", Sources.BKTHONG),
            works("pc", "used with 8.0.0", Sources.RGL)),
        Choices.of(
            works("uefi", "used with 8.0 U3e", Sources.BKTHONG),
            works("bios", "used with 8.0.0, deprecated by VMware", Sources.RGL)),
        Choices.of(
                works("e1000e", "used with 8.0 U3e under UEFI", Sources.BKTHONG),
                works("vmxnet3", "used with 8.0.0 under BIOS", Sources.RGL),
                fails("e1000", "ESXi dropped its driver with 7.0", Sources.MAAS_1))
            .and(BAD_NICS),
        sataAndIde(),
        memory(8, 8, "VMware asks for 8 GB, better 12", Sources.REQUIREMENTS_80),
        twoCores(Sources.REQUIREMENTS_80),
        new Need<>(
            gib(32),
            gib(32),
            "below, the installer says that the disk cannot hold OSDATA",
            Sources.MAAS_77),
        false,
        NEW_OPTIONS,
        List.of(
            DATASTORE_ABOVE_142_GB,
            new Note(
                "8.0 U2 and newer need a processor with XSAVE, also with allowLegacyCPU=true.",
                Sources.LAM_XSAVE),
            new Note("A vCenter inside wants 16 GB in all.", Sources.BKTHONG)));
  }

  static EsxiTable esxi90() {
    return new EsxiTable(
        Choices.of(
            works("q35", "used with 9.0", Sources.MAAS),
            untried("pc", "nobody reported it with 9.0", Sources.UNCONFIRMED)),
        Choices.of(
            works("uefi", "VMware deprecates BIOS", Sources.BIOS_DEPRECATED),
            works("bios", "used with 9.0, deprecated by VMware", Sources.MAAS)),
        Choices.of(
                works("vmxnet3", "used with 9.0 under BIOS", Sources.MAAS),
                untried(
                    "e1000e", "works with 8.0; nobody reported it with 9.0", Sources.UNCONFIRMED),
                fails("e1000", "ESXi dropped its driver with 7.0", Sources.MAAS_1))
            .and(BAD_NICS),
        Choices.of(
                works("sata", "used with 9.0", Sources.MAAS),
                fails("ide", "newer ISOs of 9.0 fail with IDE", Sources.MAAS_358))
            .and(BAD_BUSES),
        memory(8, 8, "8 GB were used; VMware's minimum is not known here", Sources.MAAS),
        new Need<>(2, 4, "4 cores were used", Sources.MAAS),
        new Need<>(gib(32), gib(32), "32 GB were used", Sources.MAAS),
        false,
        NEW_OPTIONS,
        List.of(
            DATASTORE_ABOVE_142_GB,
            new Note(
                "Whether BIOS still boots is told differently: a template of 2025 uses it, VMware"
                    + " announces its end.",
                Sources.BIOS_DEPRECATED)));
  }

  private static Choices sataAndIde() {
    return Choices.of(
            works("sata", "ESXi has the AHCI driver", Sources.RGL),
            works("ide", "used up to 8.0, on pc only", Sources.RGL))
        .and(BAD_BUSES);
  }

  private static Need<DataSize> memory(int minimum, int usual, String reason, String source) {
    return new Need<>(gib(minimum), gib(usual), reason, source);
  }

  private static Need<Integer> twoCores(String source) {
    return new Need<>(2, 2, "VMware asks for 2 cores", source);
  }

  private static Need<DataSize> smallDisk(String source) {
    return new Need<>(
        gib(1), gib(8), "1 GB boots, 5.2 GB hold a datastore and the scratch partition", source);
  }

  private static DataSize gib(int amount) {
    return DataSize.ofMib(amount * 1024L);
  }
}
