package dev.vireo.internal.esx;

import java.util.Locale;
import java.util.Optional;

/** The URI schemes of VMware hosts, and of simulated ones. */
public enum EsxScheme {
  /** An ESX or ESXi host. */
  ESX(443, 80, "root"),
  /** A GSX host, also called VMware Server 2. */
  GSX(8333, 8222, "root"),
  /** One host, or cluster, below a vCenter server. */
  VPX(443, 80, "administrator@vsphere.local"),
  /** The simulated host in this process. */
  TEST(0, 0, "root");

  private final int httpsPort;
  private final int httpPort;
  private final String defaultUser;

  EsxScheme(int httpsPort, int httpPort, String defaultUser) {
    this.httpsPort = httpsPort;
    this.httpPort = httpPort;
    this.defaultUser = defaultUser;
  }

  /** The scheme of this name, in any case. */
  public static Optional<EsxScheme> named(String name) {
    for (EsxScheme scheme : values()) {
      if (scheme.text().equals(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(scheme);
      }
    }
    return Optional.empty();
  }

  /** The scheme as it stands in a URI, such as {@code esx}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form of the path in its URIs; empty where there is none. */
  public String pathForm() {
    return this == VPX ? "DATACENTER/CLUSTER/ESXHOST" : "";
  }

  /** The port where such servers listen by default. */
  public int defaultPort(TransportScheme transport) {
    return transport == TransportScheme.HTTPS ? httpsPort : httpPort;
  }

  /** The user that is offered where neither URI nor {@code auth.conf} names one. */
  public String defaultUser() {
    return defaultUser;
  }
}
