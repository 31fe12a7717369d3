package dev.vireo.vim.types;

/** Which kind of files a search is for (VI API {@code FileQuery}). */
public sealed interface FileQuery extends DataObject permits VmDiskFileQuery, UnknownObject {}
