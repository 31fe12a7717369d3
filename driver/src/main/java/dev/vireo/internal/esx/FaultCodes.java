package dev.vireo.internal.esx;

import dev.vireo.ErrorCode;
import java.util.Map;

/**
 * Which of libvirt's error codes a fault of the VI API becomes. The C driver makes {@link
 * ErrorCode#INTERNAL_ERROR} of them all; callers can do more with the code that fits.
 */
public final class FaultCodes {

  private static final Map<String, ErrorCode> BY_NAME =
      Map.ofEntries(
          Map.entry("InvalidLogin", ErrorCode.AUTH_FAILED),
          Map.entry("NotAuthenticated", ErrorCode.AUTH_FAILED),
          Map.entry("NoPermission", ErrorCode.OPERATION_DENIED),
          Map.entry("RestrictedVersion", ErrorCode.OPERATION_DENIED),
          Map.entry("RestrictedByAdministrator", ErrorCode.OPERATION_DENIED),
          Map.entry("InvalidPowerState", ErrorCode.OPERATION_INVALID),
          Map.entry("InvalidState", ErrorCode.OPERATION_INVALID),
          Map.entry("InvalidVmState", ErrorCode.OPERATION_INVALID),
          Map.entry("InvalidHostState", ErrorCode.OPERATION_INVALID),
          Map.entry("TaskInProgress", ErrorCode.OPERATION_INVALID),
          Map.entry("QuestionPending", ErrorCode.OPERATION_INVALID),
          Map.entry("ToolsUnavailable", ErrorCode.OPERATION_INVALID),
          Map.entry("FileLocked", ErrorCode.OPERATION_INVALID),
          Map.entry("TooManySnapshotLevels", ErrorCode.OPERATION_INVALID),
          Map.entry("MultipleSnapshotsNotSupported", ErrorCode.OPERATION_INVALID),
          Map.entry("SnapshotDisabled", ErrorCode.OPERATION_INVALID),
          Map.entry("SnapshotLocked", ErrorCode.OPERATION_INVALID),
          Map.entry("SnapshotFault", ErrorCode.OPERATION_FAILED),
          Map.entry("ApplicationQuiesceFault", ErrorCode.OPERATION_FAILED),
          Map.entry("FilesystemQuiesceFault", ErrorCode.OPERATION_FAILED),
          Map.entry("MemorySnapshotOnIndependentDisk", ErrorCode.CONFIG_UNSUPPORTED),
          Map.entry("SnapshotIncompatibleDeviceInVm", ErrorCode.CONFIG_UNSUPPORTED),
          Map.entry("ManagedObjectNotFound", ErrorCode.NO_DOMAIN),
          Map.entry("FileNotFound", ErrorCode.NO_STORAGE_VOL),
          Map.entry("DuplicateName", ErrorCode.DOM_EXIST),
          Map.entry("AlreadyExists", ErrorCode.DOM_EXIST),
          Map.entry("FileAlreadyExists", ErrorCode.DOM_EXIST),
          Map.entry("HostNotConnected", ErrorCode.NO_CONNECT),
          Map.entry("NotSupported", ErrorCode.NO_SUPPORT),
          Map.entry("MethodNotFound", ErrorCode.NO_SUPPORT),
          Map.entry("InvalidArgument", ErrorCode.CONFIG_UNSUPPORTED),
          Map.entry("DeviceUnsupportedForVmVersion", ErrorCode.CONFIG_UNSUPPORTED),
          Map.entry("DeviceNotSupported", ErrorCode.CONFIG_UNSUPPORTED),
          Map.entry("InsufficientResourcesFault", ErrorCode.OPERATION_FAILED),
          Map.entry("InsufficientMemoryResourcesFault", ErrorCode.OPERATION_FAILED),
          Map.entry("InsufficientCpuResourcesFault", ErrorCode.OPERATION_FAILED),
          Map.entry("RequestCanceled", ErrorCode.OPERATION_ABORTED),
          Map.entry("Timedout", ErrorCode.OPERATION_TIMEOUT));

  private FaultCodes() {}

  /** The code of a fault, by its VI name. */
  public static ErrorCode of(String faultName) {
    return BY_NAME.getOrDefault(faultName, ErrorCode.INTERNAL_ERROR);
  }
}
