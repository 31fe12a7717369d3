package dev.vireo.model.internal.snapshot;

import dev.vireo.model.internal.domain.DomainXmlMapping;
import dev.vireo.model.internal.xml.ElementOrder;
import dev.vireo.model.internal.xml.ElementReader;
import dev.vireo.model.internal.xml.ElementWriter;
import dev.vireo.model.internal.xml.Values;
import dev.vireo.model.snapshot.SnapshotDefinition;
import dev.vireo.model.snapshot.SnapshotDisk;
import dev.vireo.model.snapshot.SnapshotDomain;
import dev.vireo.model.snapshot.SnapshotMemory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code <domainsnapshot>} ({@code virDomainSnapshotDefFormatInternal}). */
public final class SnapshotXmlMapping {

  private static final ElementOrder ORDER =
      ElementOrder.NONE.elements(
          "name",
          "description",
          "state",
          "parent",
          "creationTime",
          "memory",
          "disks",
          "domain",
          "inactiveDomain",
          "active",
          "cookie");

  private SnapshotXmlMapping() {}

  /** The record of a document's root element. */
  public static SnapshotDefinition read(ElementReader in) {
    if (!in.name().equals("domainsnapshot") || !in.namespace().isEmpty()) {
      throw in.error("a snapshot begins with <domainsnapshot>, without a namespace");
    }
    in.inOrder(ORDER);
    ElementReader parent = in.child("parent");
    ElementReader disks = in.child("disks");
    return SnapshotDefinition.builder()
        .name(in.childText("name"))
        .description(in.childText("description"))
        .state(in.childText("state"))
        .parent(parent == null ? null : parent.childText("name"))
        .creationTime(
            in.optional(
                "creationTime", time -> Values.number(time, Long.MIN_VALUE, Long.MAX_VALUE)))
        .memory(
            in.optional(
                "memory",
                memory ->
                    new SnapshotMemory(memory.attribute("snapshot"), memory.attribute("file"))))
        .disks(disks == null ? List.of() : disks.children("disk", SnapshotXmlMapping::readDisk))
        .domain(readDomain(in))
        .extras(in.extras())
        .build();
  }

  private static SnapshotDisk readDisk(ElementReader disk) {
    return new SnapshotDisk(disk.required("name"), disk.attribute("snapshot"), disk.extras());
  }

  /** Whether it is a whole domain is told by its type, which every domain has. */
  private static @Nullable SnapshotDomain readDomain(ElementReader in) {
    ElementReader domain = in.peek("domain");
    if (domain == null) {
      return null;
    }
    if (domain.has("type")) {
      return new SnapshotDomain.Whole(DomainXmlMapping.read(domain.take()));
    }
    if (domain.peek("uuid") == null) {
      return null; // it says nothing of libvirt's, and stays in the extras
    }
    UUID uuid = domain.take().optional("uuid", Values::uuid);
    return uuid == null ? null : new SnapshotDomain.Known(uuid);
  }

  /** Writes a record as a document's root element. */
  public static void write(ElementWriter out, SnapshotDefinition snapshot) {
    out.start("domainsnapshot", ORDER, snapshot.extras())
        .element("name", snapshot.name())
        .element("description", snapshot.description())
        .element("state", snapshot.state());
    if (snapshot.parent() != null) {
      out.start("parent").element("name", snapshot.parent()).end();
    }
    out.element("creationTime", Values.text(snapshot.creationTime()));
    SnapshotMemory memory = snapshot.memory();
    if (memory != null) {
      out.start("memory")
          .attribute("snapshot", memory.mode())
          .attribute("file", memory.file())
          .end();
    }
    if (!snapshot.disks().isEmpty()) {
      out.start("disks").each(snapshot.disks(), SnapshotXmlMapping::writeDisk).end();
    }
    switch (snapshot.domain()) {
      case SnapshotDomain.Known known ->
          out.start("domain").element("uuid", known.uuid().toString()).end();
      case SnapshotDomain.Whole whole -> DomainXmlMapping.write(out, whole.definition());
      case null -> {}
    }
    out.end();
  }

  private static void writeDisk(ElementWriter out, SnapshotDisk disk) {
    out.start("disk", ElementOrder.attributes("name", "snapshot", "type"), disk.extras())
        .attribute("name", disk.name())
        .attribute("snapshot", disk.mode())
        .end();
  }
}
