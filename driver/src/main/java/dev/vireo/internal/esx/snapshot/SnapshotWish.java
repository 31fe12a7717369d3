package dev.vireo.internal.esx.snapshot;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.model.snapshot.SnapshotDefinition;
import dev.vireo.model.snapshot.SnapshotMemory;
import dev.vireo.model.snapshot.SnapshotXml;
import dev.vireo.model.xml.XmlException;
import dev.vireo.spi.Unsupported;
import java.util.Set;

/** What a snapshot is to be, as its XML and flags say. */
final class SnapshotWish {

  private static final String FUNCTION = "virDomainSnapshotCreateXML";
  private static final Set<DomainSnapshotCreateFlag> FLAGS =
      Set.of(
          DomainSnapshotCreateFlag.NO_METADATA,
          DomainSnapshotCreateFlag.DISK_ONLY,
          DomainSnapshotCreateFlag.QUIESCE,
          DomainSnapshotCreateFlag.VALIDATE);

  private SnapshotWish() {}

  /**
   * Reads it.
   *
   * @throws LibvirtException when the XML is none, or wants what VMware hosts cannot do
   */
  static TakeSnapshot.Wish read(String xml, Set<DomainSnapshotCreateFlag> flags) {
    Unsupported.requireOnly(flags, FLAGS, ErrorDomain.ESX, FUNCTION, "esxDomainSnapshotCreateXML");
    SnapshotDefinition wanted = parse(xml);
    if (flags.contains(DomainSnapshotCreateFlag.VALIDATE) && !wanted.extras().isEmpty()) {
      throw failure(ErrorCode.XML_ERROR, "the snapshot has parts that libvirt does not know");
    }
    if (!wanted.disks().isEmpty()) {
      throw failure(ErrorCode.CONFIG_UNSUPPORTED, "disk snapshots not supported yet");
    }
    String name = wanted.name();
    return new TakeSnapshot.Wish(
        name == null || name.isEmpty() ? null : name,
        wanted.description(),
        !flags.contains(DomainSnapshotCreateFlag.DISK_ONLY) && keepsMemory(wanted),
        flags.contains(DomainSnapshotCreateFlag.QUIESCE));
  }

  private static SnapshotDefinition parse(String xml) {
    try {
      return SnapshotXml.parse(xml);
    } catch (XmlException e) {
      throw EsxError.builder(ErrorCode.XML_ERROR, String.valueOf(e.getMessage()))
          .domain(ErrorDomain.XML)
          .operation(FUNCTION)
          .cause(e)
          .build();
    }
  }

  private static boolean keepsMemory(SnapshotDefinition wanted) {
    SnapshotMemory memory = wanted.memory();
    String mode = memory == null ? null : memory.mode();
    if (memory != null && (memory.file() != null || "external".equals(mode))) {
      throw failure(
          ErrorCode.CONFIG_UNSUPPORTED,
          "VMware hosts keep the memory of a snapshot with the domain, not in a file of its own");
    }
    return !"no".equals(mode);
  }

  private static LibvirtException failure(ErrorCode code, String detail) {
    return EsxError.builder(code, detail).operation(FUNCTION).build();
  }
}
