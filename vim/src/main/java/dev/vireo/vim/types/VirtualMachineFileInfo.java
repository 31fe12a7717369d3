package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * Where the files of a virtual machine are (VI API {@code VirtualMachineFileInfo}).
 *
 * @param vmPathName datastore path of the VMX file; null when the server does not say
 * @param snapshotDirectory the snapshot directory; null when the server does not say
 * @param suspendDirectory the suspend directory; null when the server does not say
 * @param logDirectory the log directory; null when the server does not say
 */
public record VirtualMachineFileInfo(
    @Nullable String vmPathName,
    @Nullable String snapshotDirectory,
    @Nullable String suspendDirectory,
    @Nullable String logDirectory)
    implements DataObject {}
