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

  /** A builder that begins with all of this address. */
  public Builder toBuilder() {
    return new Builder(address).type(type).check(check).extras(extras);
  }

  /**
   * A builder of an address with nothing else.
   *
   * @param address see {@link #address}
   */
  public static Builder builder(String address) {
    return new Builder(address);
  }

  /** Collects one {@link MacAddress}. Not for several threads. */
  public static final class Builder {

    private String address;
    private @Nullable String type;
    private @Nullable String check;
    private Extras extras = Extras.NONE;

    private Builder(String address) {
      this.address = address;
    }

    /** Sets {@link MacAddress#address}. */
    public Builder address(String value) {
      address = value;
      return this;
    }

    /** Sets {@link MacAddress#type}. */
    public Builder type(@Nullable String value) {
      type = value;
      return this;
    }

    /** Sets {@link MacAddress#check}. */
    public Builder check(@Nullable String value) {
      check = value;
      return this;
    }

    /** Sets {@link MacAddress#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public MacAddress build() {
      return new MacAddress(address, type, check, extras);
    }
  }
}
