package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A disk, CD-ROM or floppy drive ({@code virDomainDiskDef}).
 *
 * @param device {@code disk}, {@code cdrom}, {@code floppy} or {@code lun}
 * @param source where its data is
 * @param driver how it is accessed
 * @param target how the guest sees it
 * @param readOnly whether the guest may not write
 * @param shareable whether several domains may write
 * @param transientChanges whether changes are dropped when the domain ends ({@code <transient/>})
 * @param info place and boot order
 * @param extras everything else
 */
public record Disk(
    String device,
    DiskSource source,
    @Nullable DiskDriver driver,
    DiskTarget target,
    boolean readOnly,
    boolean shareable,
    boolean transientChanges,
    DeviceInfo info,
    Extras extras)
    implements Device {
  public Disk {
    Objects.requireNonNull(device);
    Objects.requireNonNull(source);
    Objects.requireNonNull(target);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }

  @Override
  public String elementName() {
    return "disk";
  }

  /** A builder that begins with all of this disk. */
  public Builder toBuilder() {
    return new Builder(device, source, target)
        .driver(driver)
        .readOnly(readOnly)
        .shareable(shareable)
        .transientChanges(transientChanges)
        .info(info)
        .extras(extras);
  }

  /**
   * A builder of a disk with nothing else.
   *
   * @param device see {@link #device}
   * @param source see {@link #source}
   * @param target see {@link #target}
   */
  public static Builder builder(String device, DiskSource source, DiskTarget target) {
    return new Builder(device, source, target);
  }

  /** Collects one {@link Disk}. Not for several threads. */
  public static final class Builder {

    private String device;
    private DiskSource source;
    private @Nullable DiskDriver driver;
    private DiskTarget target;
    private boolean readOnly;
    private boolean shareable;
    private boolean transientChanges;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String device, DiskSource source, DiskTarget target) {
      this.device = device;
      this.source = source;
      this.target = target;
    }

    /** Sets {@link Disk#device}. */
    public Builder device(String value) {
      device = value;
      return this;
    }

    /** Sets {@link Disk#source}. */
    public Builder source(DiskSource value) {
      source = value;
      return this;
    }

    /** Sets {@link Disk#driver}. */
    public Builder driver(@Nullable DiskDriver value) {
      driver = value;
      return this;
    }

    /** Sets {@link Disk#target}. */
    public Builder target(DiskTarget value) {
      target = value;
      return this;
    }

    /** Sets {@link Disk#readOnly}. */
    public Builder readOnly(boolean value) {
      readOnly = value;
      return this;
    }

    /** Sets {@link Disk#shareable}. */
    public Builder shareable(boolean value) {
      shareable = value;
      return this;
    }

    /** Sets {@link Disk#transientChanges}. */
    public Builder transientChanges(boolean value) {
      transientChanges = value;
      return this;
    }

    /** Sets {@link Disk#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link Disk#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public Disk build() {
      return new Disk(
          device, source, driver, target, readOnly, shareable, transientChanges, info, extras);
    }
  }
}
