package dev.vireo.vim.types;

/**
 * A data object of the VI API: a record whose components are the properties in the order of the
 * API's WSDL, inherited ones first. A component that may be absent is nullable; an array is a list
 * that is empty when absent.
 */
public interface DataObject {}
