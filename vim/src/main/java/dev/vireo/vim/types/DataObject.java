package dev.vireo.vim.types;

import dev.vireo.vim.codec.MemberWriter;

/**
 * A data object of the VI API: a record whose components are the properties in the order of the
 * API's WSDL, inherited ones first. A component that may be absent is nullable; an array is a list
 * that is empty when absent.
 */
public interface DataObject {

  /** VI name of its type; empty for one that came without. */
  String typeName();

  /**
   * Gives its members away.
   *
   * @param out takes them, in the order of the wire
   */
  void write(MemberWriter out);
}
