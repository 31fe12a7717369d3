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
    Extras extras) {
  public Disk {
    Objects.requireNonNull(device);
    Objects.requireNonNull(source);
    Objects.requireNonNull(target);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }
}
