package dev.vireo.model;

import dev.vireo.model.internal.xml.ElementWriter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a host, and the driver for it, can do: libvirt's {@code <capabilities>}.
 *
 * @param host the host
 * @param guests the kinds of guests that it runs
 */
public record Capabilities(Host host, List<Guest> guests) {

  /** Copies the list. */
  public Capabilities {
    Objects.requireNonNull(host);
    guests = List.copyOf(guests);
  }

  /**
   * The host.
   *
   * @param uuid the uuid of its hardware, or null when it has none that means anything
   * @param arch architecture of its CPUs
   * @param liveMigration whether running guests can move to another host
   * @param migrationTransports schemes of the URIs that guests can move to
   */
  public record Host(
      @Nullable UUID uuid, Arch arch, boolean liveMigration, List<String> migrationTransports) {

    /** Copies the list. */
    public Host {
      Objects.requireNonNull(arch);
      migrationTransports = List.copyOf(migrationTransports);
    }
  }

  /**
   * A kind of guest.
   *
   * @param osType how it is virtualised, such as {@code hvm}
   * @param arch architecture of its CPUs
   * @param domainTypes values for {@code <domain type='...'>}
   */
  public record Guest(String osType, Arch arch, List<String> domainTypes) {

    /** Copies the list. */
    public Guest {
      Objects.requireNonNull(osType);
      Objects.requireNonNull(arch);
      domainTypes = List.copyOf(domainTypes);
    }
  }

  /** The document, with libvirt's layout and a line feed at its end. */
  public String toXml() {
    ElementWriter xml = new ElementWriter();
    xml.start("capabilities").blankLine();
    writeHost(xml);
    xml.blankLine();
    for (Guest guest : guests) {
      writeGuest(xml, guest);
      xml.blankLine();
    }
    return xml.end().toString();
  }

  private void writeHost(ElementWriter xml) {
    xml.start("host");
    if (host.uuid() != null) {
      xml.element("uuid", host.uuid().toString());
    }
    xml.start("cpu").element("arch", host.arch().text()).end();
    // libvirt's capabilities of a remote host never know its power management and its IOMMU.
    xml.start("power_management").end().start("iommu").attribute("support", "no").end();
    xml.start("migration_features").flag("live", host.liveMigration());
    if (!host.migrationTransports().isEmpty()) {
      xml.start("uri_transports");
      host.migrationTransports().forEach(transport -> xml.element("uri_transport", transport));
      xml.end();
    }
    xml.endWithTag().end();
  }

  private static void writeGuest(ElementWriter xml, Guest guest) {
    xml.start("guest").element("os_type", guest.osType());
    xml.start("arch").attribute("name", guest.arch().text());
    xml.element("wordsize", Integer.toString(guest.arch().wordSize()));
    guest.domainTypes().forEach(type -> xml.start("domain").attribute("type", type).end());
    xml.end().end();
  }
}
