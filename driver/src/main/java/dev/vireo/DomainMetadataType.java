package dev.vireo;

/**
 * What {@link Domain#getMetadata} reads, in the order of libvirt's numbers ({@code
 * virDomainMetadataType}).
 */
public enum DomainMetadataType {
  /** The description: notes of any length. */
  DESCRIPTION,
  /** The title: one line. */
  TITLE,
  /** An XML element of a namespace, for programs. */
  ELEMENT
}
