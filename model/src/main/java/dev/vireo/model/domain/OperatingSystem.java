package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the domain boots ({@code <os>}).
 *
 * @param type {@code hvm}...
 * @param arch {@code x86_64}, {@code i686}...; null when not said
 * @param machine machine type; null when not said
 * @param firmware {@code efi} or {@code bios} to have one chosen; null when not said
 * @param firmwareFeatures what the chosen firmware must or must not have
 * @param loader the firmware's image; null when not said
 * @param nvram where the firmware keeps its variables; null when not said
 * @param kernel a kernel to boot directly; null for none
 * @param initrd its initial memory disk; null for none
 * @param cmdline its command line; null for none
 * @param bootDevices {@code hd}, {@code cdrom}, {@code network}, {@code fd} in their order
 * @param smbiosMode {@code emulate}, {@code host} or {@code sysinfo}; null when not said
 * @param extras everything else
 */
public record OperatingSystem(
    String type,
    @Nullable String arch,
    @Nullable String machine,
    @Nullable String firmware,
    List<FirmwareFeature> firmwareFeatures,
    @Nullable Loader loader,
    @Nullable Nvram nvram,
    @Nullable String kernel,
    @Nullable String initrd,
    @Nullable String cmdline,
    List<String> bootDevices,
    @Nullable String smbiosMode,
    Extras extras) {

  public OperatingSystem {
    Objects.requireNonNull(type);
    firmwareFeatures = List.copyOf(firmwareFeatures);
    bootDevices = List.copyOf(bootDevices);
    Objects.requireNonNull(extras);
  }

  /** A fully virtualized machine of this architecture. */
  public static OperatingSystem hvm(@Nullable String arch) {
    return builder("hvm").arch(arch).build();
  }

  /** A builder that begins with all of this system. */
  public OperatingSystemBuilder toBuilder() {
    return new OperatingSystemBuilder(type)
        .arch(arch)
        .machine(machine)
        .firmware(firmware)
        .firmwareFeatures(firmwareFeatures)
        .loader(loader)
        .nvram(nvram)
        .kernel(kernel)
        .initrd(initrd)
        .cmdline(cmdline)
        .bootDevices(bootDevices)
        .smbiosMode(smbiosMode)
        .extras(extras);
  }

  /**
   * A builder of a system with nothing else.
   *
   * @param type see {@link #type}
   */
  public static OperatingSystemBuilder builder(String type) {
    return new OperatingSystemBuilder(type);
  }

  /**
   * A feature of the firmware.
   *
   * @param name {@code secure-boot}, {@code enrolled-keys}...
   * @param enabled whether it must or must not be there
   * @param extras everything else
   */
  public record FirmwareFeature(String name, boolean enabled, Extras extras) {

    /** A feature with nothing else. */
    public FirmwareFeature(String name, boolean enabled) {
      this(name, enabled, Extras.NONE);
    }

    /** A builder that begins with all of this feature. */
    public Builder toBuilder() {
      return new Builder(name, enabled).extras(extras);
    }

    /**
     * A builder of a feature with nothing else.
     *
     * @param name see {@link #name}
     * @param enabled see {@link #enabled}
     */
    public static Builder builder(String name, boolean enabled) {
      return new Builder(name, enabled);
    }

    /** Collects one {@link FirmwareFeature}. Not for several threads. */
    public static final class Builder {

      private String name;
      private boolean enabled;
      private Extras extras = Extras.NONE;

      private Builder(String name, boolean enabled) {
        this.name = name;
        this.enabled = enabled;
      }

      /** Sets {@link FirmwareFeature#name}. */
      public Builder name(String value) {
        name = value;
        return this;
      }

      /** Sets {@link FirmwareFeature#enabled}. */
      public Builder enabled(boolean value) {
        enabled = value;
        return this;
      }

      /** Sets {@link FirmwareFeature#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public FirmwareFeature build() {
        return new FirmwareFeature(name, enabled, extras);
      }
    }
  }

  /**
   * Image of the firmware.
   *
   * @param path null when libvirt chooses
   * @param readOnly null when not said
   * @param secure whether secure boot is required; null when not said
   * @param type {@code rom} or {@code pflash}; null when not said
   * @param extras everything else
   */
  public record Loader(
      @Nullable String path,
      @Nullable Boolean readOnly,
      @Nullable Boolean secure,
      @Nullable String type,
      Extras extras) {
    /** A builder that begins with all of this image. */
    public Builder toBuilder() {
      return new Builder().path(path).readOnly(readOnly).secure(secure).type(type).extras(extras);
    }

    /** A builder that begins with nothing. */
    public static Builder builder() {
      return new Builder();
    }

    /** Collects one {@link Loader}. Not for several threads. */
    public static final class Builder {

      private @Nullable String path;
      private @Nullable Boolean readOnly;
      private @Nullable Boolean secure;
      private @Nullable String type;
      private Extras extras = Extras.NONE;

      private Builder() {}

      /** Sets {@link Loader#path}. */
      public Builder path(@Nullable String value) {
        path = value;
        return this;
      }

      /** Sets {@link Loader#readOnly}. */
      public Builder readOnly(@Nullable Boolean value) {
        readOnly = value;
        return this;
      }

      /** Sets {@link Loader#secure}. */
      public Builder secure(@Nullable Boolean value) {
        secure = value;
        return this;
      }

      /** Sets {@link Loader#type}. */
      public Builder type(@Nullable String value) {
        type = value;
        return this;
      }

      /** Sets {@link Loader#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Loader build() {
        return new Loader(path, readOnly, secure, type, extras);
      }
    }
  }

  /**
   * Where the firmware keeps its variables.
   *
   * @param path null when libvirt chooses
   * @param template what the file is made from; null when not said
   * @param extras everything else
   */
  public record Nvram(@Nullable String path, @Nullable String template, Extras extras) {
    /** A builder that begins with all of this place. */
    public Builder toBuilder() {
      return new Builder().path(path).template(template).extras(extras);
    }

    /** A builder that begins with nothing. */
    public static Builder builder() {
      return new Builder();
    }

    /** Collects one {@link Nvram}. Not for several threads. */
    public static final class Builder {

      private @Nullable String path;
      private @Nullable String template;
      private Extras extras = Extras.NONE;

      private Builder() {}

      /** Sets {@link Nvram#path}. */
      public Builder path(@Nullable String value) {
        path = value;
        return this;
      }

      /** Sets {@link Nvram#template}. */
      public Builder template(@Nullable String value) {
        template = value;
        return this;
      }

      /** Sets {@link Nvram#extras}. */
      public Builder extras(Extras value) {
        extras = value;
        return this;
      }

      /** The finished record. */
      public Nvram build() {
        return new Nvram(path, template, extras);
      }
    }
  }
}
