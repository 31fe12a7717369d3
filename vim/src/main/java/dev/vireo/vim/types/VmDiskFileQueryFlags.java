package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * What a search tells of virtual disks (VI API {@code VmDiskFileQueryFlags}).
 *
 * @param diskType whether the VI type of the backing
 * @param capacityKb whether the size
 * @param hardwareVersion whether the version of the virtual hardware
 * @param controllerType whether the VI type of the controller; null for no
 * @param diskExtents whether the extents; null for no
 * @param thin whether it takes space as it needs it; null for no
 * @param encryption whether how it is encrypted; null for no
 */
public record VmDiskFileQueryFlags(
    boolean diskType,
    boolean capacityKb,
    boolean hardwareVersion,
    @Nullable Boolean controllerType,
    @Nullable Boolean diskExtents,
    @Nullable Boolean thin,
    @Nullable Boolean encryption)
    implements DataObject {}
