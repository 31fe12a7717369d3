package dev.vireo.spi;

import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.LibvirtException;
import dev.vireo.flag.LibvirtFlag;
import java.util.LinkedHashSet;
import java.util.Set;

/** How a driver says that it cannot do something, in libvirt's words. */
public final class Unsupported {

  private Unsupported() {}

  /**
   * The error of a driver without a function, {@link ErrorCode#NO_SUPPORT}.
   *
   * @param domain the part of libvirt that the function belongs to
   * @param function libvirt's name of it, such as {@code virDomainSuspend}
   */
  public static LibvirtException function(ErrorDomain domain, String function) {
    return LibvirtException.builder(ErrorCode.NO_SUPPORT, function)
        .domain(domain)
        .operation(function)
        .build();
  }

  /**
   * Refuses all flags but some.
   *
   * @param flags what the caller gave
   * @param supported what the driver can do
   * @param domain the driver
   * @param function the function of libvirt that the caller called
   * @param driverFunction the function of libvirt's driver, which the message names
   * @throws LibvirtException {@link ErrorCode#INVALID_ARG} when there is another one
   */
  public static <F extends LibvirtFlag> void requireOnly(
      Set<F> flags, Set<F> supported, ErrorDomain domain, String function, String driverFunction) {
    Set<F> others = new LinkedHashSet<>(flags);
    others.removeAll(supported);
    if (!others.isEmpty()) {
      throw LibvirtException.builder(
              ErrorCode.INVALID_ARG,
              "unsupported flags (0x"
                  + Integer.toHexString(LibvirtFlag.bits(others))
                  + ") in function "
                  + driverFunction)
          .bare()
          .domain(domain)
          .operation(function)
          .build();
    }
  }
}
