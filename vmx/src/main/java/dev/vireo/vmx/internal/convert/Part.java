package dev.vireo.vmx.internal.convert;

import java.util.function.Consumer;

/**
 * A part of a domain that is written on its own, such as its memory or one device.
 *
 * @param id what it is, the same for all domains: {@code memory}; for a device what its keys start
 *     with: {@code scsi0:1}
 * @param device whether all keys that start with the id and a dot belong to it
 * @param value what of the domain it depends on: parts with equal values are written equally
 * @param writer writes it
 */
record Part(String id, boolean device, Object value, Consumer<Output> writer) {

  /** The id alone: values may be secret. */
  @Override
  public String toString() {
    return "Part[" + id + "]";
  }
}
