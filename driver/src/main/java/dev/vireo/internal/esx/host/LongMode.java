package dev.vireo.internal.esx.host;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.vim.types.HostCpuIdInfo;
import java.util.List;

/** Whether the CPUs of a host run 64 bit guests, which {@code cpuid} says. */
public final class LongMode {

  private static final int EXTENDED_FEATURES = 0x80000001;
  private static final int LONG_MODE_BIT = 29;
  private static final int BITS = 32;

  private LongMode() {}

  public static boolean isSupported(List<HostCpuIdInfo> features) {
    for (HostCpuIdInfo feature : features) {
      if (feature.level() == EXTENDED_FEATURES) {
        return bit(feature.edx() == null ? "" : feature.edx());
      }
    }
    return false;
  }

  /** Reads the bit from 32 binary digits, highest first, which may stand in groups. */
  private static boolean bit(String register) {
    String digits = register.replace(":", "");
    if (digits.length() != BITS) {
      throw error("HostCpuIdInfo register 'edx' has an unexpected length");
    }
    return switch (digits.charAt(BITS - 1 - LONG_MODE_BIT)) {
      case '1' -> true;
      case '0' -> false;
      default ->
          throw error(
              "Bit 29 (Long Mode) of HostSystem property 'hardware.cpuFeature[].edx' with value '"
                  + register
                  + "' has unexpected value, expecting '0' or '1'");
    };
  }

  private static LibvirtException error(String detail) {
    return EsxError.of(ErrorCode.INTERNAL_ERROR, detail);
  }
}
