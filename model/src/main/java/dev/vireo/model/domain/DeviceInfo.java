package dev.vireo.model.domain;

import org.jspecify.annotations.Nullable;

/**
 * What every device may have ({@code virDomainDeviceInfo}).
 *
 * @param alias name that the hypervisor knows it by
 * @param address where it sits
 * @param bootOrder its turn at booting, from 1
 */
public record DeviceInfo(
    @Nullable String alias, @Nullable DeviceAddress address, @Nullable Integer bootOrder) {

  /** Nothing said. */
  public static final DeviceInfo NONE = new DeviceInfo(null, null, null);

  /** Only a place. */
  public static DeviceInfo at(DeviceAddress address) {
    return new DeviceInfo(null, address, null);
  }

  /** A builder that begins with all of this. */
  public Builder toBuilder() {
    return new Builder().alias(alias).address(address).bootOrder(bootOrder);
  }

  /** A builder that begins with nothing. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects one {@link DeviceInfo}. Not for several threads. */
  public static final class Builder {

    private @Nullable String alias;
    private @Nullable DeviceAddress address;
    private @Nullable Integer bootOrder;

    private Builder() {}

    /** Sets {@link DeviceInfo#alias}. */
    public Builder alias(@Nullable String value) {
      alias = value;
      return this;
    }

    /** Sets {@link DeviceInfo#address}. */
    public Builder address(@Nullable DeviceAddress value) {
      address = value;
      return this;
    }

    /** Sets {@link DeviceInfo#bootOrder}. */
    public Builder bootOrder(@Nullable Integer value) {
      bootOrder = value;
      return this;
    }

    /** The finished record. */
    public DeviceInfo build() {
      return new DeviceInfo(alias, address, bootOrder);
    }
  }
}
