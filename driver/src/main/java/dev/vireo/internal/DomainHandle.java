package dev.vireo.internal;

/**
 * How a driver finds a domain again.
 *
 * @param reference the driver's own reference; for ESX the value of the managed object reference
 * @param name the domain's name when it was found, for messages
 */
public record DomainHandle(String reference, String name) {}
