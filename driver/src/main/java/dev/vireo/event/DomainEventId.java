package dev.vireo.event;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of events that libvirt has, with its numbers ({@code virDomainEventID}) and virsh's
 * names. All may be waited for; VMware hosts tell of those in {@link #TOLD_BY_VMWARE}.
 */
public enum DomainEventId {
  /** It was defined, started, stopped and so on: {@link DomainEvent.Lifecycle}. */
  LIFECYCLE(0, "lifecycle"),
  /** Its guest boots anew without being stopped: {@link DomainEvent.Reboot}. */
  REBOOT(1, "reboot"),
  /** The guest set its clock. */
  RTC_CHANGE(2, "rtc-change"),
  /** A watchdog acted. */
  WATCHDOG(3, "watchdog"),
  /** A disk failed. */
  IO_ERROR(4, "io-error"),
  /** Somebody came to its screen, or left. */
  GRAPHICS(5, "graphics"),
  /** A disk failed, with the reason. */
  IO_ERROR_REASON(6, "io-error-reason"),
  /** The hypervisor lost control of it. */
  CONTROL_ERROR(7, "control-error"),
  /** A job on a disk ended; the disk is named by its file. */
  BLOCK_JOB(8, "block-job"),
  /** A medium was changed. */
  DISK_CHANGE(9, "disk-change"),
  /** A tray was opened or closed. */
  TRAY_CHANGE(10, "tray-change"),
  /** The guest woke up. */
  PM_WAKEUP(11, "pm-wakeup"),
  /** The guest went to sleep. */
  PM_SUSPEND(12, "pm-suspend"),
  /** The size of the balloon changed. */
  BALLOON_CHANGE(13, "balloon-change"),
  /** The guest went to sleep on its disk. */
  PM_SUSPEND_DISK(14, "pm-suspend-disk"),
  /** A device was taken out: {@link DomainEvent.DeviceRemoved}. */
  DEVICE_REMOVED(15, "device-removed"),
  /** A job on a disk ended; the disk is named by its target. */
  BLOCK_JOB_2(16, "block-job-2"),
  /** A tunable value changed. */
  TUNABLE(17, "tunable"),
  /** The agent in the guest, VMware Tools, came or went: {@link DomainEvent.AgentLifecycle}. */
  AGENT_LIFECYCLE(18, "agent-lifecycle"),
  /** A device was put in: {@link DomainEvent.DeviceAdded}. */
  DEVICE_ADDED(19, "device-added"),
  /** A migration began another round. */
  MIGRATION_ITERATION(20, "migration-iteration"),
  /** A job ended. */
  JOB_COMPLETED(21, "job-completed"),
  /** The guest keeps a device that was to be taken out. */
  DEVICE_REMOVAL_FAILED(22, "device-removal-failed"),
  /** Description, title or metadata were changed: {@link DomainEvent.MetadataChange}. */
  METADATA_CHANGE(23, "metadata-change"),
  /** A disk is as full as was asked about. */
  BLOCK_THRESHOLD(24, "block-threshold"),
  /** Memory failed. */
  MEMORY_FAILURE(25, "memory-failure"),
  /** The guest changed the size of a memory device. */
  MEMORY_DEVICE_SIZE_CHANGE(26, "memory-device-size-change");

  /** The kinds that VMware hosts tell of. */
  public static final Set<DomainEventId> TOLD_BY_VMWARE =
      Collections.unmodifiableSet(
          EnumSet.of(
              LIFECYCLE, REBOOT, DEVICE_REMOVED, AGENT_LIFECYCLE, DEVICE_ADDED, METADATA_CHANGE));

  private final int number;
  private final String text;

  DomainEventId(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** libvirt's number of this kind. */
  public int number() {
    return number;
  }

  /** virsh's name of this kind, such as {@code device-added}. */
  public String text() {
    return text;
  }

  /** The kind that virsh calls so; empty when there is none. */
  public static Optional<DomainEventId> of(String text) {
    return Arrays.stream(values()).filter(id -> id.text.equals(text)).findFirst();
  }
}
