package dev.vireo.event;

/**
 * That somebody hears of something, until this is closed ({@code
 * virConnectDomainEventDeregisterAny}).
 */
public interface EventRegistration extends AutoCloseable {

  /**
   * Ends it. What is under way is still told; nothing is told any more that happens later. When
   * nobody is left who hears of anything, nothing is left on the host either. May be called from
   * everywhere, and again.
   */
  @Override
  void close();
}
