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
    Extras extras) {
  public NetworkInterface {
    Objects.requireNonNull(source);
    Objects.requireNonNull(info);
    Objects.requireNonNull(extras);
  }
}
