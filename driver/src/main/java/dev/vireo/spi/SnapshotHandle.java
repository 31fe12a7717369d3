package dev.vireo.spi;

/**
 * What is known of a snapshot since it was found, and how a driver finds it again.
 *
 * @param domain its domain
 * @param name its name at that time, which need not be unique
 * @param reference the driver's own reference; nobody else looks into it
 */
public record SnapshotHandle(DomainHandle domain, String name, String reference) {}
