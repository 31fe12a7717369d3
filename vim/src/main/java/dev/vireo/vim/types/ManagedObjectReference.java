package dev.vireo.vim.types;

import java.util.Objects;

/**
 * A reference to an object that lives on the server.
 *
 * @param type VI name of the managed object's type, such as {@code VirtualMachine}
 * @param value the server's identifier, unique for the type; opaque but for virtual machines, whose
 *     number becomes libvirt's domain id
 */
public record ManagedObjectReference(String type, String value) {

  /** Checks that both are there. */
  public ManagedObjectReference {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(value, "value");
  }

  /** The reference as it is commonly written, such as {@code VirtualMachine:vm-101}. */
  @Override
  public String toString() {
    return type + ":" + value;
  }
}
