package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import org.jspecify.annotations.Nullable;

/**
 * How a disk is accessed ({@code <driver/>} of a disk).
 *
 * @param name the driver, {@code qemu}; in older ESX domains the SCSI controller's model
 * @param type format of the data, such as {@code raw}
 * @param cache such as {@code none} or {@code writethrough}
 * @param io such as {@code native}
 * @param discard such as {@code unmap}
 * @param extras everything else
 */
public record DiskDriver(
    @Nullable String name,
    @Nullable String type,
    @Nullable String cache,
    @Nullable String io,
    @Nullable String discard,
    Extras extras) {}
