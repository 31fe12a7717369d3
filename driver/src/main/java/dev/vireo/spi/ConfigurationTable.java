package dev.vireo.spi;

import dev.vireo.DomainMetadataType;
import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainModificationImpact;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a domain is called, what is noted of it, and whether it starts with its host. */
public interface ConfigurationTable {

  /** Lets it start together with its host, or not ({@code virDomainSetAutostart}). */
  default void setAutostart(DomainHandle domain, boolean autostart) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetAutostart");
  }

  /**
   * Gives it another name ({@code virDomainRename}).
   *
   * @param name not empty
   */
  default void rename(DomainHandle domain, String name, TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainRename");
  }

  /**
   * What is noted of it ({@code virDomainGetMetadata}).
   *
   * @param uri namespace of an element; null for the other types
   * @throws dev.vireo.LibvirtException {@link dev.vireo.ErrorCode#NO_DOMAIN_METADATA} when there is
   *     nothing
   */
  default String metadata(
      DomainHandle domain,
      DomainMetadataType type,
      @Nullable String uri,
      Set<DomainModificationImpact> flags) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainGetMetadata");
  }

  /**
   * Notes something ({@code virDomainSetMetadata}).
   *
   * @param text what; null or empty to remove it
   * @param key prefix for the namespace of an element; null for the other types, and to remove
   * @param uri namespace of an element; null for the other types
   */
  default void setMetadata(
      DomainHandle domain,
      DomainMetadataType type,
      @Nullable String text,
      @Nullable String key,
      @Nullable String uri,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    throw Unsupported.function(ErrorDomain.DOM, "virDomainSetMetadata");
  }
}
