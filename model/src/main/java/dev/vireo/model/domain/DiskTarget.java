package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * How the guest sees a disk ({@code <target/>}).
 *
 * @param device name that tells bus and order, such as {@code sda}
 * @param bus {@code scsi}, {@code ide}, {@code sata}, {@code nvme}, {@code fdc}, {@code usb}...
 * @param extras everything else
 */
public record DiskTarget(String device, @Nullable String bus, Extras extras) {}
