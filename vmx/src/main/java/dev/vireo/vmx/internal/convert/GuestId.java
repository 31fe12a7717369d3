package dev.vireo.vmx.internal.convert;

import dev.vireo.vmx.VmxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The architecture in the name of a guest's operating system: {@code ubuntu}, {@code ubuntu-64},
 * {@code arm-ubuntu-64}. VMware has no ARM guests of 32 bits.
 */
final class GuestId {

  static final String KEY = "guestOS";
  static final String AARCH64 = "aarch64";

  private static final String I686 = "i686";
  private static final String X86_64 = "x86_64";
  private static final String ARM_PREFIX = "arm-";
  private static final String SUFFIX_64 = "-64";
  private static final String OTHER = "other";

  private GuestId() {}

  /** The architecture that a guest is for. */
  static String arch(@Nullable String guestId) {
    String known = guestId == null ? "" : guestId.toLowerCase(Locale.ROOT);
    if (known.startsWith(ARM_PREFIX)) {
      return AARCH64;
    }
    return known.endsWith(SUFFIX_64) ? X86_64 : I686;
  }

  /**
   * The guest to write for an architecture.
   *
   * @param arch the domain's; null when it does not say
   * @param there the guest of the file that is being edited; null for none
   * @param wanted the guest of the target; null for any
   * @throws VmxException for an architecture that VMware does not have, or that the target's guest
   *     is not for
   */
  static String of(@Nullable String arch, @Nullable String there, @Nullable String wanted) {
    String known = arch == null ? I686 : arch;
    if (!known.equals(I686) && !known.equals(X86_64) && !known.equals(AARCH64)) {
      throw VmxException.unsupported(
          "os/type@arch", "has to be i686, x86_64 or aarch64", arch, X86_64);
    }
    boolean isArm = known.equals(AARCH64);
    if (there == null && wanted != null) {
      requireSameFamily(isArm, wanted, known);
      return wanted;
    }
    if (there != null && isArm == arch(there).equals(AARCH64)) {
      return isArm ? there : withSuffix(there, known.equals(X86_64));
    }
    return isArm ? ARM_PREFIX + OTHER + SUFFIX_64 : withSuffix(OTHER, known.equals(X86_64));
  }

  private static void requireSameFamily(boolean isArm, String wanted, String arch) {
    if (isArm != arch(wanted).equals(AARCH64)) {
      throw VmxException.invalid(
          KEY,
          "has to be a guest for " + arch,
          wanted,
          isArm ? ARM_PREFIX + OTHER + SUFFIX_64 : withSuffix(OTHER, arch.equals(X86_64)));
    }
  }

  /** The guest for the other word size: all of them differ by their suffix. */
  private static String withSuffix(String guestId, boolean is64) {
    boolean has64 = guestId.toLowerCase(Locale.ROOT).endsWith(SUFFIX_64);
    if (has64 == is64) {
      return guestId;
    }
    return is64 ? guestId + SUFFIX_64 : guestId.substring(0, guestId.length() - SUFFIX_64.length());
  }
}
