package dev.vireo.internal;

import dev.vireo.BugException;
import dev.vireo.internal.esx.EsxDriver;
import dev.vireo.uri.Scheme;
import java.util.Map;

/** Which driver opens which scheme. */
public final class HypervisorDrivers {

  private static final Map<Scheme, HypervisorDriver> BY_SCHEME =
      Map.of(
          Scheme.ESX, EsxDriver::open,
          Scheme.GSX, EsxDriver::open,
          Scheme.VPX, EsxDriver::open,
          Scheme.TEST, EsxDriver::openEmbedded);

  private HypervisorDrivers() {}

  /** The driver of a scheme. */
  public static HypervisorDriver of(Scheme scheme) {
    HypervisorDriver driver = BY_SCHEME.get(scheme);
    if (driver == null) {
      throw new BugException("no driver for the scheme " + scheme);
    }
    return driver;
  }
}
