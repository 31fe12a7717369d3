package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.internal.esx.HostOperation.Need;
import java.util.List;

/** What the host says of itself. */
final class HostFactsOperations {

  private HostFactsOperations() {}

  static final List<HostOperation> ALL =
      List.of(
          HostOperation.named("host name")
              .calls("virConnectGetHostname")
              .costs(1)
              .needs(Need.READ)
              .does(HostFactsOperations::hostName),
          HostOperation.named("node info")
              .calls("virNodeGetInfo")
              .costs(1)
              .needs(Need.READ)
              .does(HostFactsOperations::nodeInfo),
          HostOperation.named("free memory")
              .calls("virNodeGetFreeMemory")
              .costs(1)
              .needs(Need.READ)
              .does(HostFactsOperations::freeMemory),
          HostOperation.named("capabilities")
              .calls("virConnectGetCapabilities")
              .costs(1)
              .needs(Need.READ)
              .does(HostFactsOperations::capabilities),
          HostOperation.named("version, type, URI")
              .calls(
                  "virConnectGetVersion",
                  "virConnectGetType",
                  "virConnectIsEncrypted",
                  "virConnectIsSecure",
                  "virDomainGetOSType")
              .costs(0)
              .does(HostFactsOperations::version));

  private static void hostName(Operations on) {
    assertThat(on.connect().getHostName()).endsWith(".example.com");
  }

  private static void nodeInfo(Operations on) {
    assertThat(on.connect().nodeInfo().memoryKiB()).isPositive();
  }

  private static void freeMemory(Operations on) {
    assertThat(on.connect().getFreeMemory()).isPositive();
  }

  private static void capabilities(Operations on) {
    assertThat(on.connect().getCapabilities()).contains("<capabilities>");
  }

  private static void version(Operations on) {
    assertThat(on.connect().getVersion()).isPositive();
    assertThat(on.connect().getType()).isEqualTo("ESX");
    assertThat(on.connect().getURI()).isNotEmpty();
    assertThat(on.connect().isEncrypted()).isEqualTo(on.connect().isSecure());
    assertThat(on.domain("web").getOSType()).isEqualTo("hvm");
  }
}
