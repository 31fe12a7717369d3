package dev.vireo.spi;

import dev.vireo.ErrorDomain;
import java.util.List;

/** What a driver does with virtual networks. */
public interface NetworkTable {

  /** The names of all active networks ({@code virConnectListNetworks}). */
  default List<String> names() {
    throw Unsupported.function(ErrorDomain.NETWORK, "virConnectListNetworks");
  }
}
