package dev.vireo;

/**
 * The part that raised a {@link LibvirtException}. Numbers are libvirt's ({@code virErrorDomain})
 * and never change.
 */
public enum ErrorDomain {
  /** No part in particular. */
  NONE(0),
  /** XML documents. */
  XML(5),
  /** The public functions of a domain. */
  DOM(6),
  /** Configuration files. */
  CONF(9),
  /** The public functions of a storage pool or volume. */
  STORAGE(18),
  /** The public functions of a network. */
  NETWORK(19),
  /** The public functions of an interface. */
  INTERFACE(26),
  /** The ESX driver. */
  ESX(28),
  /** The public functions of a snapshot. */
  DOMAIN_SNAPSHOT(35),
  /** The connection URI. */
  URI(45),
  /** Credentials. */
  AUTH(46);

  private final int number;

  ErrorDomain(int number) {
    this.number = number;
  }

  /** libvirt's number of this domain. */
  public int number() {
    return number;
  }
}
