package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.NodeInfo;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.vim.types.ArrayOf;
import dev.vireo.vim.types.HostCpuIdInfo;
import dev.vireo.vim.types.InvalidLogin;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectTest extends DriverTestBase {

  @Test
  void withoutCredentialsOnlyTheEmbeddedHostOpens() {
    assertFails(
        () -> Connect.open("esx://192.0.2.1/"),
        ErrorCode.INVALID_ARG,
        "invalid argument: Missing or invalid auth pointer");
    try (Connect connect = connect()) {
      assertThat(connect.isAlive()).isTrue();
    }
  }

  @Test
  void anUnknownEmbeddedHostIsAnError() {
    assertFails(
        () -> Connect.open("test:///nosuch"),
        ErrorCode.INVALID_ARG,
        "invalid argument: There is no simulated host 'nosuch'");
  }

  @Test
  void aConnectionSaysWhatItIs() {
    try (Connect connect = connect("?auto_answer=1")) {
      assertThat(connect.getType()).isEqualTo("ESX");
      assertThat(connect.getURI()).isEqualTo(uri("?auto_answer=1"));
      assertThat(connect.getVersion()).isEqualTo(8_000_003);
      assertThat(connect.isEncrypted()).isTrue();
      assertThat(connect.isSecure()).isTrue();
    }
  }

  @Test
  void theHostNameHasItsDomain() {
    host.properties().set(HOST, "config.network.dnsConfig.hostName", "esx1");
    host.properties().set(HOST, "config.network.dnsConfig.domainName", "example.com");
    try (Connect connect = connect()) {
      assertThat(connect.getHostName()).isEqualTo("esx1.example.com");
      host.properties().set(HOST, "config.network.dnsConfig.domainName", "");
      assertThat(connect.getHostName()).isEqualTo("esx1");
      host.properties().set(HOST, "config.network.dnsConfig.hostName", "");
      assertFails(
          connect::getHostName,
          ErrorCode.INTERNAL_ERROR,
          "internal error: Missing or empty 'hostName' property");
    }
  }

  @Test
  void nodeInfoCountsPerSocketAndPerCore() {
    host.properties().set(HOST, "hardware.cpuInfo.hz", 2_199_999_999L);
    host.properties().set(HOST, "hardware.cpuInfo.numCpuCores", (short) 8);
    host.properties().set(HOST, "hardware.cpuInfo.numCpuPackages", (short) 2);
    host.properties().set(HOST, "hardware.cpuInfo.numCpuThreads", (short) 16);
    host.properties().set(HOST, "hardware.memorySize", 34_349_555_712L);
    host.properties().set(HOST, "hardware.numaInfo.numNodes", 2);
    host.properties().set(HOST, "summary.hardware.cpuModel", "Intel(R) Xeon(R)  CPU");
    host.properties().set(HOST, "summary.quickStats.overallMemoryUsage", 1404);
    try (Connect connect = connect()) {
      assertThat(connect.nodeInfo())
          .isEqualTo(new NodeInfo("Intel Xeon CPU", 33_544_488, 8, 2199, 2, 2, 4, 2));
      assertThat(connect.getFreeMemory()).isEqualTo(34_349_555_712L - 1404L * 1024 * 1024);
    }
  }

  @Test
  void capabilitiesComeFromTheCpuAndTheHardware() {
    host.properties()
        .set(
            HOST,
            "hardware.cpuFeature",
            new ArrayOf(
                "HostCpuIdInfo",
                List.of(
                    new HostCpuIdInfo(
                        0x80000001,
                        null,
                        null,
                        null,
                        null,
                        "0010:0000:0000:0000:0000:0000:0000:0000"))));
    host.properties().set(HOST, "hardware.systemInfo.uuid", "44454C4C-3700-1030-8053-B7C04F4B4A31");
    try (Connect connect = connect()) {
      assertThat(connect.getCapabilities())
          .contains("<uuid>44454c4c-3700-1030-8053-b7c04f4b4a31</uuid>")
          .contains("<arch>x86_64</arch>");
      host.properties().set(HOST, "hardware.systemInfo.uuid", "not a uuid");
      assertThat(connect.getCapabilities()).doesNotContain("<uuid>");
    }
  }

  @Test
  void aPropertyThatMayNotBeReadNamesThePrivilege() {
    host.properties().deny(HOST, "hardware");
    try (Connect connect = connect()) {
      assertThatThrownBy(connect::getFreeMemory)
          .hasMessageStartingWith("operation forbidden: Could not read the free memory of the host")
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_DENIED);
                assertThat(e.hints())
                    .containsExactly(
                        "the user needs the privilege 'System.Read' on HostSystem:ha-host");
              });
    }
  }

  @Test
  void wrongCredentialsFailTheAuthentication() {
    host.faults()
        .add(FaultRule.on("Login", new FaultEffect.SoapFault(new InvalidLogin(), "Login failed.")));

    assertThatThrownBy(this::connect)
        .hasMessageStartingWith("authentication failed: Could not log in to ")
        .hasMessageContaining("as 'root'")
        .hasMessageNotContaining("vireo");
  }

  @Test
  void aClosedConnectionRefusesEverything() {
    Connect connect = connect();
    connect.close();
    connect.close();

    assertThat(connect.isAlive()).isFalse();
    assertFails(
        () -> connect.listAllDomains(Set.of()),
        ErrorCode.INVALID_CONN,
        "invalid connection pointer in virConnectListAllDomains: the connection is closed");
  }
}
