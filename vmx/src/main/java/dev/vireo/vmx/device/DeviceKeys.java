package dev.vireo.vmx.device;

import org.jspecify.annotations.Nullable;

/**
 * Which keys belong to a device: {@code scsi0:1.mode}, and what the scheduler gives it, {@code
 * sched.scsi0:1.shares}.
 */
public final class DeviceKeys {

  private static final String SCHEDULER = "sched.";

  private DeviceKeys() {}

  /**
   * What follows the name of the device in a key of it; null if the key is of something else.
   *
   * @param id what the keys of the device start with, without the dot
   */
  public static @Nullable String suffix(String key, String id) {
    int start = isScheduler(key) ? SCHEDULER.length() : 0;
    int end = start + id.length();
    boolean belongs =
        key.length() > end
            && key.charAt(end) == '.'
            && key.regionMatches(true, start, id, 0, id.length());
    return belongs ? key.substring(end) : null;
  }

  /** The same key of another device. */
  public static String moved(String key, String suffix, String id) {
    return (isScheduler(key) ? key.substring(0, SCHEDULER.length()) : "") + id + suffix;
  }

  private static boolean isScheduler(String key) {
    return key.regionMatches(true, 0, SCHEDULER, 0, SCHEDULER.length());
  }
}
