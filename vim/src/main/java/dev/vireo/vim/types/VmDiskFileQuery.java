package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * A search for virtual disks (VI API {@code VmDiskFileQuery}).
 *
 * @param filter which disks; null for all
 * @param details what to tell of each; null for nothing but its name
 */
public record VmDiskFileQuery(
    @Nullable VmDiskFileQueryFilter filter, @Nullable VmDiskFileQueryFlags details)
    implements FileQuery {}
