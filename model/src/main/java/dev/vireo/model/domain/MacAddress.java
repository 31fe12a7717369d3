package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The hardware address of a network interface ({@code <mac/>}).
 *
 * @param address six pairs of hex digits with colons, lower case
 * @param type {@code generated} or {@code static}; null when not said (VMware)
 * @param check {@code yes} or {@code no}; null when not said (VMware)
 * @param extras everything else
 */
public record MacAddress(
    String address, @Nullable String type, @Nullable String check, Extras extras) {
  public MacAddress {
    Objects.requireNonNull(address);
    Objects.requireNonNull(extras);
  }
}
