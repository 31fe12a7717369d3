package dev.vireo.nest.version;

import java.util.Objects;

/**
 * An option on the kernel line of ESXi and its installer, such as {@code allowLegacyCPU=true}.
 *
 * @param name its name
 * @param value its value
 * @param standard whether it belongs on the line of each nested host of the version; otherwise only
 *     where the reason applies
 * @param reason what it is for
 * @param source where that is said: an address, or the name of a document or an experiment
 */
public record BootOption(
    String name, String value, boolean standard, String reason, String source) {
  public BootOption {
    Objects.requireNonNull(name);
    Objects.requireNonNull(value);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(source);
  }

  /** The option as it is typed. */
  public String text() {
    return name + "=" + value;
  }
}
