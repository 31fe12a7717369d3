package dev.vireo.vim.types;

/**
 * An enumeration of the VI API. It is open: a value that this library does not know, from a newer
 * server, is kept as it came. Implementations are records with the value as their only component
 * and constants for the known values.
 */
public interface WireEnum {

  /** The value as it stands on the wire, such as {@code poweredOn}. */
  String value();

  /** VI name of the enumeration. */
  String typeName();
}
