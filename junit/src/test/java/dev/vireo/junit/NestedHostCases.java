package dev.vireo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.nest.CreateOptions;
import dev.vireo.nest.FakeLibvirt;
import dev.vireo.nest.FakeMachine;
import dev.vireo.nest.NestedHostSpec;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.probe.HostAddress;
import dev.vireo.nest.version.EsxiVersion;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that {@link NestedHostExtensionTest} runs; they are no tests of their own. */
final class NestedHostCases {

  private static final String NOBODY = "vireo-no-such-host";

  private NestedHostCases() {}

  @WithNestedHost(name = NOBODY, esxi = "8.0", passwordVariable = "VIREO_NO_SUCH_VARIABLE")
  static class Simulated {
    @Test
    void getsASimulatedHost(Connect connect, NestedHostReport host) {
      assertThat(connect.getURI()).startsWith("esx://127.0.0.1:");
      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
      assertThat(host.real()).isFalse();
      assertThat(host.text())
          .isEqualTo(
              "simulated host: preset esx80, because there is no nested host vireo-no-such-host:"
                  + " the environment variable VIREO_NO_SUCH_VARIABLE with its password is not set");
    }

    @Test
    @WithNestedHost(name = NOBODY, esxi = "5.5", passwordVariable = "VIREO_NO_SUCH_VARIABLE")
    void aMethodsAnnotationGoesBeforeItsClass(Connect connect, NestedHostReport host) {
      assertThat(host.title()).isEqualTo("preset esx41");
      assertThat(connect.getVersion()).isEqualTo(4_001_000);
    }
  }

  // PATH has a virsh and libvirt may run, but nobody has a host of this name.
  @WithNestedHost(name = NOBODY, esxi = "7.0u3", passwordVariable = "PATH")
  static class AsksLibvirt {
    @Test
    void getsASimulatedHost(NestedHostReport host) {
      assertThat(host.why()).startsWith("there is no nested host vireo-no-such-host: ");
    }
  }

  static class Skipped {
    @Test
    @WithNestedHost(name = NOBODY, esxi = "8.0", fallback = NestedFallback.SKIP)
    void isSkipped() {
      throw new AssertionError("it ran");
    }
  }

  static class Failing {
    @Test
    @WithNestedHost(name = NOBODY, esxi = "8.0", fallback = NestedFallback.FAIL)
    void fails() {}
  }

  static class Unknown {
    @Test
    @WithNestedHost(name = NOBODY, esxi = "3.5")
    void fails() {}
  }

  @WithNestedHost(name = NOBODY, esxi = "8.0")
  static class Leaking {
    @Test
    void leavesASession(Connect connect) {
      Connect.open(connect.getURI(), ConnectAuth.of("root", "vireo".toCharArray()));
    }
  }

  /** The simulator plays the nested host, and a libvirt in memory knows it. */
  static class Real {
    private static final FakeLibvirt LIBVIRT = new FakeLibvirt();
    private static final Simulator ESXI = Simulator.start(SimulatorConfig.esx80());
    private static final SimulatorServer SERVER = ESXI.serve(ServeOptions.https());

    // The extension is made before JUnit would make a folder.
    private static final Path FOLDER = folder();

    @RegisterExtension
    static final NestedHostExtension EXTENSION =
        new NestedHostExtension(
            lab(),
            new NestedHostPlan(
                "esxi-1",
                EsxiVersion.V8_0,
                NestedFallback.FAIL,
                "qemu:///system",
                new HostAddress(SERVER.host(), SERVER.port()),
                "root",
                "LAB_PASSWORD",
                Duration.ZERO));

    private static NestedLab lab() {
      FakeMachine machine = FakeMachine.intel(FOLDER);
      new NestedHosts(LIBVIRT, machine.host())
          .create(
              NestedHostSpec.builder("esxi-1", EsxiVersion.V8_0).directory(FOLDER).build(),
              CreateOptions.DEFAULT);
      return new NestedLab(uri -> LIBVIRT, machine.host(), Map.of("LAB_PASSWORD", "vireo")::get);
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("vireo-lab");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Test
    void getsTheNestedHost(Connect connect, NestedHostReport host) {
      assertThat(host.real()).isTrue();
      assertThat(host.text()).startsWith("nested host: VMware ESXi 8.0.3 build-");
      assertThat(connect.listAllDomains(Set.of())).hasSize(5);
    }

    @Test
    void theHostIsStartedOnce(Connect connect) {
      assertThat(connect.isAlive()).isTrue();
      assertThat(LIBVIRT.done).containsExactly("define esxi-1", "start esxi-1");
    }

    @AfterAll
    static void connectionsAreClosed() {
      assertThat(ESXI.sessions()).isEmpty();
      assertThat(LIBVIRT.done).doesNotContain("shutdown esxi-1");
      ESXI.close();
    }

    static void assertShutDown() {
      assertThat(LIBVIRT.done).endsWith("shutdown esxi-1");
      deleteFolder();
    }

    private static void deleteFolder() {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(FOLDER).doesNotExist();
    }
  }
}
