package dev.vireo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain and what a list shows of it, as of the moment of the listing.
 *
 * @param domain the domain
 * @param id its id, or -1 when it is powered off
 * @param name its name; where the host does not tell it the reference of its virtual machine, such
 *     as {@code VirtualMachine:vm-101}, by which no lookup finds it
 * @param uuid its uuid; all zero when the host cannot read the domain's configuration
 * @param state its state; {@link DomainState#NOSTATE} when not all of the domain could be read
 * @param unreadable why not all of it could be read, for example for want of a privilege; null when
 *     all was read
 */
public record DomainSummary(
    Domain domain,
    int id,
    String name,
    UUID uuid,
    DomainState state,
    @Nullable LibvirtException unreadable) {}
