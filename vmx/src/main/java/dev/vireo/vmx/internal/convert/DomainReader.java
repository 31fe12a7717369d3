package dev.vireo.vmx.internal.convert;

import dev.vireo.model.domain.Clock;
import dev.vireo.model.domain.DataSize;
import dev.vireo.model.domain.Devices;
import dev.vireo.model.domain.DevicesBuilder;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainDefinitionBuilder;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.internal.convert.disk.Controllers;
import dev.vireo.vmx.internal.convert.disk.Disks;
import dev.vireo.vmx.internal.convert.disk.Floppies;
import dev.vireo.vmx.internal.convert.network.Ethernets;
import dev.vireo.vmx.internal.convert.port.Ports;
import java.util.ArrayList;
import java.util.List;

/** Makes a domain of a file. */
public final class DomainReader {

  /**
   * A domain that was read.
   *
   * @param conversion the domain and the warnings
   * @param numbers the numbers that its devices have in the file
   * @param hardwareVersion the file's hardware version
   * @param remarks those of the warnings that are about the file; the others are about what a
   *     domain does not show
   */
  record Read(Conversion conversion, DeviceNumbers numbers, int hardwareVersion, Remarks remarks) {}

  private DomainReader() {}

  /** See {@link dev.vireo.vmx.VmxToDomain#convert}. */
  public static Conversion convert(VmxDocument document, ReadOptions options) {
    return read(document, options).conversion();
  }

  /**
   * What is odd in a file, as the warnings of its conversion say.
   *
   * @throws VmxException as {@link #convert}
   */
  public static List<ConversionWarning> oddities(VmxDocument document) {
    return read(document, ReadOptions.of(FileNameResolver.asIs())).remarks().odd();
  }

  static Read read(VmxDocument document, ReadOptions options) {
    Reading reading = new Reading(document, options);
    DataSize memory = Memory.readSize(reading.general());
    DomainDefinitionBuilder domain =
        DomainDefinition.builder("vmware", memory).id(options.id()).vmware(options.vmware());
    Identity.read(reading, domain);
    Notes.read(reading, domain);
    Memory.read(reading, memory, domain);
    Processors.read(reading, domain);
    domain
        .os(Guest.read(reading))
        .clock(Clock.UTC)
        .onPoweroff("destroy")
        .onReboot("restart")
        .onCrash("destroy");
    DevicesBuilder devices = Devices.builder();
    DeviceNumbers numbers = readDevices(reading, devices);
    List<ConversionWarning> warnings = new ArrayList<>(reading.remarks().all());
    warnings.addAll(Unshown.of(reading));
    return new Read(
        new Conversion(domain.devices(devices.build()).build(), warnings),
        numbers,
        reading.hardwareVersion(),
        reading.remarks());
  }

  private static DeviceNumbers readDevices(Reading reading, DevicesBuilder devices) {
    Disks.read(reading, devices);
    Floppies.read(reading, devices);
    Controllers.read(reading, devices.build().disks(), devices);
    List<Integer> folders = SharedFolders.read(reading, devices);
    List<Integer> interfaces = Ethernets.read(reading, devices);
    Ports.read(reading, devices);
    TpmDevice.read(reading, devices);
    Vnc.read(reading, devices);
    VideoDevice.read(reading, devices);
    return new DeviceNumbers(interfaces, folders);
  }
}
