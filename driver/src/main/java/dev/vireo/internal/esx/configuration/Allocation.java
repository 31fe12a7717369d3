package dev.vireo.internal.esx.configuration;

import dev.vireo.ErrorCode;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.vim.types.ResourceAllocationInfo;
import dev.vireo.vim.types.SharesInfo;
import dev.vireo.vim.types.SharesLevel;
import org.jspecify.annotations.Nullable;

/**
 * A machine's share of a resource. Servers differ in what becomes of members that a change leaves
 * out, so all that is known is sent.
 *
 * @param reservation what it always gets; null when the host does not say
 * @param limit most that it gets, -1 for as much as it wants; null when the host does not say
 * @param shares its share when there is not enough for all; null when the host does not say
 * @param expandable what the host says of that; without meaning for machines
 */
record Allocation(
    @Nullable Long reservation,
    @Nullable Long limit,
    @Nullable SharesInfo shares,
    @Nullable Boolean expandable) {

  private static final int LOW = -1;
  private static final int NORMAL = -2;
  private static final int HIGH = -3;

  /** What the host says; null for nothing. */
  static Allocation of(@Nullable ResourceAllocationInfo info) {
    return info == null
        ? new Allocation(null, null, null, null)
        : new Allocation(
            info.reservation(), info.limit(), info.shares(), info.expandableReservation());
  }

  /** With another reservation; null to leave it. */
  Allocation withReservation(@Nullable Long value) {
    return value == null ? this : new Allocation(value, limit, shares, expandable);
  }

  /** With another limit; null to leave it. */
  Allocation withLimit(@Nullable Long value) {
    return value == null ? this : new Allocation(reservation, value, shares, expandable);
  }

  /**
   * With another share.
   *
   * @param value a number, or libvirt's word for a level; null to leave it
   */
  Allocation withShares(@Nullable Long value) {
    if (value == null) {
      return this;
    }
    SharesLevel level =
        switch (value.intValue()) {
          case LOW -> SharesLevel.LOW;
          case NORMAL -> SharesLevel.NORMAL;
          case HIGH -> SharesLevel.HIGH;
          default -> SharesLevel.CUSTOM;
        };
    // The number counts for own shares only, and libvirt's driver sends -1 beside a level.
    int number = level.equals(SharesLevel.CUSTOM) ? value.intValue() : -1;
    return new Allocation(reservation, limit, new SharesInfo(number, level), expandable);
  }

  /** libvirt's number for the share; null when the host does not say. */
  @Nullable Integer libvirtShares() {
    if (shares == null) {
      return null;
    }
    return switch (shares.level().value()) {
      case "low" -> LOW;
      case "normal" -> NORMAL;
      case "high" -> HIGH;
      default -> shares.shares();
    };
  }

  /**
   * Fails when it promises more than it allows.
   *
   * @param unit unit of the numbers, for the message
   */
  Allocation requireConsistent(String unit, Attempt attempt) {
    if (reservation != null && limit != null && limit >= 0 && limit < reservation) {
      throw attempt.error(
          ErrorCode.INVALID_ARG,
          "A limit of %d %s is below the reservation of %d %s"
              .formatted(limit, unit, reservation, unit),
          null);
    }
    return this;
  }

  /** All that is known, for the host. */
  ResourceAllocationInfo info() {
    return new ResourceAllocationInfo(reservation, expandable, limit, shares, null);
  }
}
