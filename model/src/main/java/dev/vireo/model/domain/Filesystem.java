package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import dev.vireo.model.xml.XmlNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directory of the host inside the guest ({@code virDomainFSDef}); a shared folder of VMware.
 *
 * @param type {@code mount}, ...
 * @param accessMode such as {@code passthrough}
 * @param sourceDirectory directory of the host, for type {@code mount}
 * @param otherSource the source element of any other type
 * @param targetDirectory name or directory in the guest
 * @param readOnly whether the guest may not write
 * @param info place
 * @param extras everything else
 */
public record Filesystem(
    String type,
    @Nullable String accessMode,
    @Nullable String sourceDirectory,
    XmlNode.@Nullable Element otherSource,
    @Nullable String targetDirectory,
    boolean readOnly,
    DeviceInfo info,
    Extras extras) {
  public Filesystem {
    Objects.requireNonNull(type);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }

  /**
   * A directory of the host that is mounted in the guest.
   *
   * @param source see {@link #sourceDirectory}
   * @param target see {@link #targetDirectory}
   * @param readOnly see {@link #readOnly}
   */
  public static Filesystem mount(String source, String target, boolean readOnly) {
    return new Filesystem(
        "mount", "passthrough", source, null, target, readOnly, DeviceInfo.NONE, Extras.NONE);
  }
}
