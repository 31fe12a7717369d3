package dev.vireo.vim.types;

/** A file on a datastore (VI API {@code FileInfo}). */
@ConcreteType(PlainFileInfo.class)
public sealed interface FileInfo extends DataObject
    permits PlainFileInfo, VmDiskFileInfo, UnknownObject {}
