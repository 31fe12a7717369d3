package dev.vireo.simulator.internal.wire;

/** Answers the requests of all ways in. */
@FunctionalInterface
public interface RequestHandler {

  /** Answers one request. It may take long: a client may wait for changes. */
  Outbound handle(Inbound request) throws InterruptedException;
}
