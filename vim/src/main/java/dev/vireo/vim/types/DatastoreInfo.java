package dev.vireo.vim.types;

/** What a datastore is made of (VI API {@code DatastoreInfo}). */
public interface DatastoreInfo extends DataObject {}
