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
    Extras extras)
    implements Device {
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

  @Override
  public String elementName() {
    return "filesystem";
  }

  /** A builder that begins with all of this folder. */
  public Builder toBuilder() {
    return new Builder(type)
        .accessMode(accessMode)
        .sourceDirectory(sourceDirectory)
        .otherSource(otherSource)
        .targetDirectory(targetDirectory)
        .readOnly(readOnly)
        .info(info)
        .extras(extras);
  }

  /**
   * A builder of a folder with nothing else.
   *
   * @param type see {@link #type}
   */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** Collects one {@link Filesystem}. Not for several threads. */
  public static final class Builder {

    private String type;
    private @Nullable String accessMode;
    private @Nullable String sourceDirectory;
    private XmlNode.@Nullable Element otherSource;
    private @Nullable String targetDirectory;
    private boolean readOnly;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String type) {
      this.type = type;
    }

    /** Sets {@link Filesystem#type}. */
    public Builder type(String value) {
      type = value;
      return this;
    }

    /** Sets {@link Filesystem#accessMode}. */
    public Builder accessMode(@Nullable String value) {
      accessMode = value;
      return this;
    }

    /** Sets {@link Filesystem#sourceDirectory}. */
    public Builder sourceDirectory(@Nullable String value) {
      sourceDirectory = value;
      return this;
    }

    /** Sets {@link Filesystem#otherSource}. */
    public Builder otherSource(XmlNode.@Nullable Element value) {
      otherSource = value;
      return this;
    }

    /** Sets {@link Filesystem#targetDirectory}. */
    public Builder targetDirectory(@Nullable String value) {
      targetDirectory = value;
      return this;
    }

    /** Sets {@link Filesystem#readOnly}. */
    public Builder readOnly(boolean value) {
      readOnly = value;
      return this;
    }

    /** Sets {@link Filesystem#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Filesystem#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Filesystem build() {
      return new Filesystem(
          type, accessMode, sourceDirectory, otherSource, targetDirectory, readOnly, info, extras);
    }
  }
}
