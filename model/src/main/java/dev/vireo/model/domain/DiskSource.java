package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a disk's data is ({@code <disk type=... ><source .../>}). */
public sealed interface DiskSource {

  /** Value of the disk's {@code type} attribute. */
  String type();

  /**
   * A file, such as {@code [datastore1] web/web.vmdk}. The grammar of the path belongs to the
   * driver.
   *
   * @param path null for an empty drive
   * @param startupPolicy what to do when it is missing: {@code mandatory}, {@code requisite},
   *     {@code optional}
   */
  record File(@Nullable String path, @Nullable String startupPolicy) implements DiskSource {

    /** A file that must be there. */
    public static File of(@Nullable String path) {
      return new File(path, null);
    }

    @Override
    public String type() {
      return "file";
    }

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder().path(path).startupPolicy(startupPolicy);
    }

    /** Collects one {@link File}. Not for several threads. */
    public static final class Builder {

      private @Nullable String path;
      private @Nullable String startupPolicy;

      private Builder() {}

      /** Sets {@link File#path}. */
      public Builder path(@Nullable String value) {
        path = value;
        return this;
      }

      /** Sets {@link File#startupPolicy}. */
      public Builder startupPolicy(@Nullable String value) {
        startupPolicy = value;
        return this;
      }

      /** The finished record. */
      public File build() {
        return new File(path, startupPolicy);
      }
    }
  }

  /**
   * A device of the host.
   *
   * @param device null for an empty drive
   * @param startupPolicy see {@link File}
   */
  record Block(@Nullable String device, @Nullable String startupPolicy) implements DiskSource {

    /** A device that must be there. */
    public static Block of(@Nullable String device) {
      return new Block(device, null);
    }

    @Override
    public String type() {
      return "block";
    }

    /** A builder that begins with all of this source. */
    public Builder toBuilder() {
      return new Builder().device(device).startupPolicy(startupPolicy);
    }

    /** Collects one {@link Block}. Not for several threads. */
    public static final class Builder {

      private @Nullable String device;
      private @Nullable String startupPolicy;

      private Builder() {}

      /** Sets {@link Block#device}. */
      public Builder device(@Nullable String value) {
        device = value;
        return this;
      }

      /** Sets {@link Block#startupPolicy}. */
      public Builder startupPolicy(@Nullable String value) {
        startupPolicy = value;
        return this;
      }

      /** The finished record. */
      public Block build() {
        return new Block(device, startupPolicy);
      }
    }
  }

  /**
   * Any other kind.
   *
   * @param type the kind, such as {@code network}
   * @param element the whole source element; null for none
   */
  record Other(String type, XmlNode.@Nullable Element element) implements DiskSource {
    public Other {
      Objects.requireNonNull(type);
    }
  }
}
