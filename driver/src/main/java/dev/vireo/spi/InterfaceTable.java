package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import java.util.List;

/** What a driver does with network interfaces of the host. */
public interface InterfaceTable {

  /** The names of all active interfaces ({@code virConnectListInterfaces}). */
  default List<String> names() {
    throw Unsupported.function(ErrorDomain.INTERFACE, "virConnectListInterfaces");
  }
}
