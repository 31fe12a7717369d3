package dev.vireo.vim.types;

import org.jspecify.annotations.Nullable;

/**
 * The guest in short (VI API {@code VirtualMachineGuestSummary}).
 *
 * @param guestId the guest identifier; null when the server does not say
 * @param guestFullName the guest full name; null when the server does not say
 * @param toolsStatus the tools status; null when the server does not say
 * @param toolsVersionStatus the tools version status; null when the server does not say
 * @param toolsVersionStatus2 the tools version status2; null when the server does not say
 * @param toolsRunningStatus the tools running status; null when the server does not say
 * @param hostName the host name; null when the server does not say
 * @param ipAddress the ip address; null when the server does not say
 */
public record VirtualMachineGuestSummary(
    @Nullable String guestId,
    @Nullable String guestFullName,
    @Nullable VirtualMachineToolsStatus toolsStatus,
    @Nullable String toolsVersionStatus,
    @Nullable String toolsVersionStatus2,
    @Nullable String toolsRunningStatus,
    @Nullable String hostName,
    @Nullable String ipAddress)
    implements DataObject {}
