package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * The network of a host (VI API {@code HostNetworkInfo}; the parts that this library reads).
 *
 * @param dnsConfig the dns config; null when the server does not say
 */
public record HostNetworkInfo(@Nullable HostDnsConfig dnsConfig) implements DataObject {}
