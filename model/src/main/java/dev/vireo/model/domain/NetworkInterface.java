package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of the guest ({@code virDomainNetDef}).
 *
 * @param mac its hardware address; null to have one chosen
 * @param source what it is connected to
 * @param vlan its VLAN tags
 * @param virtualPort how it plugs into a switch
 * @param targetDevice name of the device on the host; for VMware a virtual network such as {@code
 *     vmnet7}
 * @param model such as {@code e1000}
 * @param info place and boot order
 * @param extras everything else
 */
public record NetworkInterface(
    @Nullable MacAddress mac,
    InterfaceSource source,
    @Nullable Vlan vlan,
    @Nullable VirtualPort virtualPort,
    @Nullable String targetDevice,
    @Nullable String model,
    DeviceInfo info,
    Extras extras)
    implements Device {
  public NetworkInterface {
    Objects.requireNonNull(source);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }

  @Override
  public String elementName() {
    return "interface";
  }

  /** A builder that begins with all of this interface. */
  public Builder toBuilder() {
    return new Builder(source)
        .mac(mac)
        .vlan(vlan)
        .virtualPort(virtualPort)
        .targetDevice(targetDevice)
        .model(model)
        .info(info)
        .extras(extras);
  }

  /**
   * A builder of an interface with nothing else.
   *
   * @param source see {@link #source}
   */
  public static Builder builder(InterfaceSource source) {
    return new Builder(source);
  }

  /** Collects one {@link NetworkInterface}. Not for several threads. */
  public static final class Builder {

    private @Nullable MacAddress mac;
    private InterfaceSource source;
    private @Nullable Vlan vlan;
    private @Nullable VirtualPort virtualPort;
    private @Nullable String targetDevice;
    private @Nullable String model;
    private DeviceInfo info = DeviceInfo.NONE;
    private Extras extras = Extras.NONE;

    private Builder(InterfaceSource source) {
      this.source = source;
    }

    /** Sets {@link NetworkInterface#mac}. */
    public Builder mac(@Nullable MacAddress value) {
      mac = value;
      return this;
    }

    /** Sets {@link NetworkInterface#source}. */
    public Builder source(InterfaceSource value) {
      source = value;
      return this;
    }

    /** Sets {@link NetworkInterface#vlan}. */
    public Builder vlan(@Nullable Vlan value) {
      vlan = value;
      return this;
    }

    /** Sets {@link NetworkInterface#virtualPort}. */
    public Builder virtualPort(@Nullable VirtualPort value) {
      virtualPort = value;
      return this;
    }

    /** Sets {@link NetworkInterface#targetDevice}. */
    public Builder targetDevice(@Nullable String value) {
      targetDevice = value;
      return this;
    }

    /** Sets {@link NetworkInterface#model}. */
    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    /** Sets {@link NetworkInterface#info}. */
    public Builder info(DeviceInfo value) {
      info = value;
      return this;
    }

    /** Sets {@link NetworkInterface#extras}. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The finished record. */
    public NetworkInterface build() {
      return new NetworkInterface(
          mac, source, vlan, virtualPort, targetDevice, model, info, extras);
    }
  }
}
