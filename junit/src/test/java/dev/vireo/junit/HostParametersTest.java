package dev.vireo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostParametersTest {

  @Nested
  @WithHost(vms = 3)
  class InProcess {

    @Test
    void theConnectionLeadsToTheHost(Connect connect, Simulator host) {
      connect.domainLookupByName("build agent").create();

      assertThat(host.vms().get("build agent").power()).isEqualTo(PowerState.ON);
      assertThat(connect.getURI()).isEqualTo(host.uri());
    }

    @Test
    void theAnnotationSaysHowManyMachines(Connect connect) {
      assertThat(connect.listAllDomains(Set.of())).hasSize(3);
    }

    @Test
    @WithHost(preset = Preset.ESX35)
    void aMethodsAnnotationGoesBeforeItsClass(Connect connect, Simulator host) {
      assertThat(host.config().preset()).isEqualTo(Preset.ESX35);
      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
    }

    @Test
    void eachParameterIsAConnectionOfItsOwn(Connect one, Connect other, Simulator host) {
      one.close();

      assertThat(other.isAlive()).isTrue();
      assertThat(host.sessions()).hasSize(1);
    }

    @Nested
    class Inner {
      @Test
      void anEnclosingClassIsHeard(Simulator host) {
        assertThat(host.config().vms()).isEqualTo(3);
      }
    }
  }

  @Nested
  @WithHost
  class AroundTheTest {

    private int before;

    @BeforeEach
    void add(Simulator host, Connect connect) {
      before = connect.listAllDomains(Set.of()).size();
      host.vms().add("added");
    }

    @RepeatedTest(2)
    void eachTestHasAHostOfItsOwn(Connect connect) {
      assertThat(before).isEqualTo(5);
      assertThat(connect.listAllDomains(Set.of())).hasSize(6);
    }

    @AfterEach
    void theHostStillRuns(Connect connect) {
      assertThat(connect.isAlive()).isTrue();
    }
  }

  @Nested
  @WithHost(https = true)
  class OverHttps {

    @Test
    void theConnectionIsEncrypted(Connect connect, SimulatorServer server) {
      assertThat(connect.isEncrypted()).isTrue();
      assertThat(connect.getURI()).startsWith("esx://127.0.0.1:" + server.port() + "/");
    }

    @Test
    @WithHost(preset = Preset.GSX20, https = true)
    void aGsxIsReachedAsOne(Connect connect) {
      assertThat(connect.getURI()).startsWith("gsx://");
    }

    @Test
    @WithHost(preset = Preset.VCENTER, https = true)
    void aVcenterIsReachedByThePathOfAHost(Connect connect) {
      assertThat(connect.getHostName()).isEqualTo("esx1.example.com");
    }
  }

  @Nested
  class AsAField {

    @RegisterExtension
    final HostExtension extension =
        HostExtension.of(SimulatorConfig.esx41().toBuilder().vms(2).userName("op").build());

    @Test
    void theConfigurationIsTaken(Simulator host, Connect connect) {
      assertThat(host.sessions().getFirst().userName()).isEqualTo("op");
      assertThat(connect.listAllDomains(Set.of())).hasSize(2);
    }

    @Test
    void aVcenterOverHttpsNeedsAPath() {
      assertThatThrownBy(() -> HostExtension.overHttps(SimulatorConfig.vcenter()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Connections to a vCenter need the inventory path of one of its hosts.");
    }
  }

  @Nested
  class AsAFieldOverHttps {

    @RegisterExtension
    final HostExtension extension =
        HostExtension.overHttps(
            SimulatorConfig.vcenter(),
            "Branch%20offices/North%20%26%20West/Branch%2050%2525/esx5.example.com");

    @Test
    void thePathIsTaken(Connect connect) {
      assertThat(connect.getHostName()).isEqualTo("esx5.example.com");
    }
  }
}
