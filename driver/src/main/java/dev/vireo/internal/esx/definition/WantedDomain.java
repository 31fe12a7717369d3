package dev.vireo.internal.esx.definition;

import dev.vireo.ErrorCode;
import dev.vireo.internal.UuidText;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain as a user wants it to be.
 *
 * @param definition all that the XML says
 * @param name its name
 */
record WantedDomain(DomainDefinition definition, String name) {

  private static final char LINE_FEED = '\n';

  /**
   * Reads it.
   *
   * @param function the libvirt function, for errors
   * @throws dev.vireo.LibvirtException {@link ErrorCode#XML_ERROR} when it is no domain or has no
   *     name, {@link ErrorCode#XML_DETAIL} when it has one that no domain can have
   */
  static WantedDomain parse(String function, String xml) {
    DomainDefinition definition =
        new ConversionErrors(function, "").get(() -> DomainXml.parse(xml));
    String name = definition.name();
    if (name == null || name.isEmpty()) {
      throw EsxError.builder(ErrorCode.XML_ERROR, "the domain has no name")
          .operation(function)
          .hint("the element <name> gives it one")
          .build();
    }
    if (name.indexOf(LINE_FEED) >= 0) {
      throw EsxError.builder(ErrorCode.XML_DETAIL, "name " + quoted(name) + " cannot contain '\\n'")
          .operation(function)
          .build();
    }
    return new WantedDomain(definition, name);
  }

  private static String quoted(String name) {
    return "'" + name.replace("\n", "\\n") + "'";
  }

  /** The uuid that the XML gives it; null when it is to be chosen. */
  @Nullable UUID uuid() {
    UUID uuid = definition.uuid();
    return UuidText.ZERO.equals(uuid) ? null : uuid;
  }

  /** The same domain with a uuid in any case. */
  WantedDomain withUuid() {
    return uuid() == null
        ? new WantedDomain(definition.toBuilder().uuid(UUID.randomUUID()).build(), name)
        : this;
  }
}
