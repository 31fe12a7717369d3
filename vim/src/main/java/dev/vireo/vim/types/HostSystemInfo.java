package dev.vireo.vim.types;

import java.util.Objects;

/**
 * Maker and identity of a host (VI API {@code HostSystemInfo}).
 *
 * @param vendor the vendor
 * @param model the model
 * @param uuid the UUID
 */
public record HostSystemInfo(String vendor, String model, String uuid) implements DataObject {

  /** Checks that the required components are there. */
  public HostSystemInfo {
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(uuid, "uuid");
  }
}
