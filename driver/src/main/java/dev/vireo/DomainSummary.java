package dev.vireo;

import java.util.UUID;

/**
 * A domain and what a list shows of it, as of the moment of the listing.
 *
 * @param domain the domain
 * @param id its id, or -1 when it is powered off
 * @param name its name
 * @param uuid its uuid; all zero when the host cannot read the domain's configuration
 * @param state its state
 */
public record DomainSummary(Domain domain, int id, String name, UUID uuid, DomainState state) {}
