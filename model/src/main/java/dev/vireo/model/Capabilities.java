package dev.vireo.model;

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
    XmlText xml = new XmlText();
    xml.open("capabilities").blankLine();
    writeHost(xml);
    xml.blankLine();
    for (Guest guest : guests) {
      writeGuest(xml, guest);
      xml.blankLine();
    }
    return xml.close("capabilities").toString();
  }

  private void writeHost(XmlText xml) {
    xml.open("host");
    if (host.uuid() != null) {
      xml.element("uuid", host.uuid().toString());
    }
    xml.open("cpu").element("arch", host.arch().text()).close("cpu");
    // libvirt's capabilities of a remote host never know its power management and its IOMMU.
    xml.empty("power_management").empty("iommu" + XmlText.attribute("support", "no"));
    xml.open("migration_features");
    if (host.liveMigration()) {
      xml.empty("live");
    }
    if (!host.migrationTransports().isEmpty()) {
      xml.open("uri_transports");
      host.migrationTransports().forEach(transport -> xml.element("uri_transport", transport));
      xml.close("uri_transports");
    }
    xml.close("migration_features").close("host");
  }

  private static void writeGuest(XmlText xml, Guest guest) {
    xml.open("guest").element("os_type", guest.osType());
    xml.open("arch" + XmlText.attribute("name", guest.arch().text()));
    xml.element("wordsize", Integer.toString(guest.arch().wordSize()));
    guest.domainTypes().forEach(type -> xml.empty("domain" + XmlText.attribute("type", type)));
    xml.close("arch").close("guest");
  }
}
