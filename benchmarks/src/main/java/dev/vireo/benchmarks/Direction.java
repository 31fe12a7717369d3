package dev.vireo.benchmarks;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which way files are converted, and how each of the two programs is asked for it. */
enum Direction {
  /** With file names as they are, as libvirt's driver for VMware Player has them. */
  VMX_TO_XML("VMX to XML", "vmx", "domxml-from-native", "<domain") {
    @Override
    byte[] convert(byte[] file) {
      String xml = DomainXml.format(Converters.TO_DOMAIN.convert(VmxDocument.parse(file)).domain());
      return xml.getBytes(StandardCharsets.UTF_8);
    }
  },

  /** For the simulated ESXi 8.0, for which libvirt writes hardware version 8. */
  XML_TO_VMX("XML to VMX", "xml", "domxml-to-native", "virtualHW.version") {
    @Override
    byte[] convert(byte[] file) {
      return Converters.TO_VMX.convert(DomainXml.parse(file)).document().toBytes();
    }
  };

  private final String title;
  private final String folder;
  private final String virshCommand;
  private final String mark;

  Direction(String title, String folder, String virshCommand, String mark) {
    this.title = title;
    this.folder = folder;
    this.virshCommand = virshCommand;
    this.mark = mark;
  }

  /** What to call it. */
  String title() {
    return title;
  }

  /** The folder of the corpus with what it converts. */
  String folder() {
    return folder;
  }

  /** The command of virsh that converts the file whose name follows. */
  String virshCommand() {
    return virshCommand + " vmware-vmx ";
  }

  /** A word in each document that comes of it. */
  String mark() {
    return mark;
  }

  /**
   * Converts by the library.
   *
   * @throws RuntimeException if the file cannot be converted
   */
  abstract byte[] convert(byte[] file);

  /** Made once, as a program would. */
  private static final class Converters {
    static final VmxToDomain TO_DOMAIN = new VmxToDomain(ReadOptions.of(FileNameResolver.asIs()));
    static final DomainToVmx TO_VMX =
        new DomainToVmx(
            VmxTarget.ofHardwareVersion(8),
            new DatastoreResolver(
                List.of(
                    new DatastoreResolver.Datastore(
                        "datastore1", "/vmfs/volumes/5f6a1b2c-3d4e5f60-7182-0050569a0001")),
                new DatastorePath("datastore1", "machine/machine.vmx")));
  }
}
