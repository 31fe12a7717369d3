package dev.vireo.model.domain;

/**
 * An amount of memory or storage.
 *
 * @param bytes at least 0
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

  private static final int KIB = 1024;

  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("an amount cannot be negative: " + bytes);
    }
  }

  /** This many KiB, libvirt's unit of memory. */
  public static DataSize ofKib(long kib) {
    return new DataSize(Math.multiplyExact(kib, KIB));
  }

  /** This many MiB, VMX's unit of memory. */
  public static DataSize ofMib(long mib) {
    return ofKib(Math.multiplyExact(mib, KIB));
  }

  /** KiB, rounded up. */
  public long kib() {
    return bytes / KIB + (bytes % KIB == 0 ? 0 : 1);
  }

  /** MiB, rounded up. */
  public long mib() {
    long kib = kib();
    return kib / KIB + (kib % KIB == 0 ? 0 : 1);
  }

  @Override
  public int compareTo(DataSize other) {
    return Long.compare(bytes, other.bytes);
  }
}
