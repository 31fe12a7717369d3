package dev.vireo.vim.types;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What VMware Tools say of a guest (VI API {@code GuestInfo}; the parts that this library reads).
 *
 * @param toolsStatus the tools status; null when the server does not say
 * @param toolsVersionStatus the tools version status; null when the server does not say
 * @param toolsVersionStatus2 the tools version status2; null when the server does not say
 * @param toolsRunningStatus the tools running status; null when the server does not say
 * @param toolsVersion the tools version; null when the server does not say
 * @param guestId the guest identifier; null when the server does not say
 * @param guestFamily the guest family; null when the server does not say
 * @param guestFullName the guest full name; null when the server does not say
 * @param hostName the host name; null when the server does not say
 * @param ipAddress the ip address; null when the server does not say
 * @param guestState the guest state
 */
public record GuestInfo(
    @Nullable VirtualMachineToolsStatus toolsStatus,
    @Nullable String toolsVersionStatus,
    @Nullable String toolsVersionStatus2,
    @Nullable String toolsRunningStatus,
    @Nullable String toolsVersion,
    @Nullable String guestId,
    @Nullable String guestFamily,
    @Nullable String guestFullName,
    @Nullable String hostName,
    @Nullable String ipAddress,
    String guestState)
    implements DataObject {

  /** Checks that the required components are there. */
  public GuestInfo {
    Objects.requireNonNull(guestState, "guestState");
  }
}
