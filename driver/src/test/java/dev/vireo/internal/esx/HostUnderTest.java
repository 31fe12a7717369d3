package dev.vireo.internal.esx;

import dev.vireo.Connect;
import dev.vireo.HostRequest;
import dev.vireo.simulator.Simulator;
import java.util.List;

/** A simulated host that a test connects to, in whichever way. */
interface HostUnderTest extends AutoCloseable {

  /** The host itself. */
  Simulator simulator();

  /** Opens a connection, which the caller closes. */
  Connect open();

  /** The requests of the connections, in order; whoever reads them clears them. */
  List<HostRequest> exchanges();

  @Override
  void close();
}
