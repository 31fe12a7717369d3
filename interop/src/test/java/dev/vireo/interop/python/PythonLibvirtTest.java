package dev.vireo.interop.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainInfo;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.interop.SimulatedHost;
import dev.vireo.interop.process.Clients;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.Needs;
import dev.vireo.interop.process.ScriptFile;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same calls by python3-libvirt and by ours, in the same order on two hosts that are alike: the
 * same results, and the same numeric codes, domains and messages of errors.
 */
@Needs(ForeignProgram.PYTHON_LIBVIRT)
@ParameterizedClass
@EnumSource
class PythonLibvirtTest {

  /** Machines by their states: the first runs, the second is off, the third is suspended. */
  private static List<LibvirtCall> calls(String datastore, String on, String off, String paused) {
    return Stream.of(
            Stream.of(
                new LibvirtCall("conn.getType()", Connect::getType),
                new LibvirtCall("conn.getVersion()", Connect::getVersion),
                new LibvirtCall("conn.getHostname()", Connect::getHostName),
                new LibvirtCall("conn.getFreeMemory()", Connect::getFreeMemory),
                new LibvirtCall("conn.getCapabilities()", Connect::getCapabilities),
                new LibvirtCall("conn.isEncrypted()", Connect::isEncrypted),
                new LibvirtCall("conn.isSecure()", Connect::isSecure),
                new LibvirtCall("conn.isAlive()", Connect::isAlive),
                new LibvirtCall("conn.numOfDomains()", Connect::numOfDomains),
                new LibvirtCall("conn.numOfDefinedDomains()", Connect::numOfDefinedDomains),
                new LibvirtCall("sorted(conn.listDomainsID())", PythonLibvirtTest::sortedIds),
                new LibvirtCall(
                    "sorted(conn.listDefinedDomains())",
                    it -> it.listDefinedDomains().stream().sorted().toList()),
                new LibvirtCall(
                    "sorted(each.name() for each in conn.listAllDomains())",
                    it -> names(it, Set.of())),
                new LibvirtCall(
                    "sorted(each.name() for each in conn.listAllDomains(2))",
                    it -> names(it, Set.of(DomainListFlag.INACTIVE))),
                new LibvirtCall("conn.lookupByID(99999)", it -> it.domainLookupByID(99_999)),
                new LibvirtCall(
                    "conn.lookupByName('nosuch')", it -> it.domainLookupByName("nosuch")),
                new LibvirtCall(
                    "conn.lookupByUUIDString('00000000-0000-0000-0000-000000000001')",
                    it -> it.domainLookupByUUID(new UUID(0, 1))),
                new LibvirtCall(
                    "conn.domainXMLFromNative('foo', '', 0)",
                    it -> it.domainXMLFromNative("foo", "")),
                new LibvirtCall(
                    "conn.domainXMLToNative('foo', '<domain/>', 0)",
                    it -> it.domainXMLToNative("foo", "<domain/>"))),
            Stream.of(on, off, paused).flatMap(PythonLibvirtTest::reading),
            Stream.of(
                LibvirtCall.run(on, "create()", Domain::create),
                LibvirtCall.run(off, "create()", Domain::create),
                LibvirtCall.on(off, "state()[0]", it -> it.getState().number()),
                LibvirtCall.run(off, "suspend()", Domain::suspend),
                LibvirtCall.run(off, "suspend()", Domain::suspend),
                LibvirtCall.run(off, "resume()", Domain::resume),
                LibvirtCall.run(off, "resume()", Domain::resume),
                LibvirtCall.run(off, "destroy()", Domain::destroy),
                LibvirtCall.run(off, "destroy()", Domain::destroy),
                LibvirtCall.run(off, "shutdown()", Domain::shutdown),
                LibvirtCall.run(off, "reboot(0)", Domain::reboot)),
            DomainCalls.configuration(on, off),
            DomainCalls.snapshots(off),
            DomainCalls.definition(datastore, on))
        .flatMap(each -> each)
        .toList();
  }

  private static Stream<LibvirtCall> reading(String domain) {
    return Stream.of(
        LibvirtCall.on(domain, "name()", Domain::getName),
        LibvirtCall.on(domain, "ID()", Domain::getID),
        LibvirtCall.on(domain, "UUIDString()", Domain::getUUIDString),
        LibvirtCall.on(domain, "OSType()", Domain::getOSType),
        LibvirtCall.on(domain, "state()[0]", it -> it.getState().number()),
        LibvirtCall.on(domain, "info()", it -> info(it.getInfo())),
        LibvirtCall.on(domain, "maxMemory()", Domain::getMaxMemory),
        LibvirtCall.on(domain, "autostart()", Domain::getAutostart),
        LibvirtCall.on(domain, "isActive()", Domain::isActive),
        LibvirtCall.on(domain, "isPersistent()", Domain::isPersistent),
        LibvirtCall.on(domain, "isUpdated()", Domain::isUpdated),
        LibvirtCall.on(domain, "hasManagedSaveImage()", Domain::hasManagedSaveImage));
  }

  private static List<Object> info(DomainInfo info) {
    return List.of(
        info.state().number(), info.maxMemKiB(), info.memoryKiB(), info.vcpus(), info.cpuTimeNs());
  }

  private static List<Integer> sortedIds(Connect connect) {
    return IntStream.of(connect.listDomains()).sorted().boxed().toList();
  }

  private static List<String> names(Connect connect, Set<DomainListFlag> flags) {
    return connect.listAllDomains(flags).stream().map(Domain::getName).sorted().toList();
  }

  @Parameter Preset preset = Preset.ESX80;
  @TempDir Path folder;

  PythonLibvirtTest() {}

  @TestFactory
  Stream<DynamicTest> givesWhatPythonLibvirtGives() throws IOException {
    try (SimulatedHost theirs = SimulatedHost.start(preset, folder);
        SimulatedHost ours = SimulatedHost.start(preset, folder)) {
      List<String> machines = prepare(theirs);
      prepare(ours);
      List<LibvirtCall> calls =
          calls(datastore(preset), machines.get(0), machines.get(1), machines.get(2));
      List<String> expected = python(theirs, calls);
      List<String> actual = java(ours, calls);
      assertThat(expected).hasSameSizeAs(calls);
      return IntStream.range(0, calls.size())
          .mapToObj(i ->
              DynamicTest.dynamicTest(
                  calls.get(i).python(),
                  () -> assertThat(actual.get(i)).isEqualTo(expected.get(i))));
    }
  }

  private static String datastore(Preset preset) {
    return preset == Preset.GSX20 ? "standard" : "datastore1";
  }

  /** Brings machines that the host of the URI has into known states. */
  private List<String> prepare(SimulatedHost host) throws IOException {
    List<String> names;
    try (Connect connect = connect(host)) {
      names = names(connect, Set.of());
    }
    host.simulator().vms().get(names.get(0)).power(PowerState.ON);
    host.simulator().vms().get(names.get(1)).power(PowerState.OFF);
    host.simulator().vms().get(names.get(2)).power(PowerState.SUSPENDED);
    return names;
  }

  private List<String> python(SimulatedHost host, List<LibvirtCall> calls) throws IOException {
    Path script = ScriptFile.copy(getClass(), "libvirt_calls.py", folder);
    return Clients.pythonLibvirt(script, host.uri(), SimulatedHost.PASSWORD)
        .run(calls.stream().map(LibvirtCall::python).toList())
        .succeeded()
        .lines()
        .toList();
  }

  private static List<String> java(SimulatedHost host, List<LibvirtCall> calls) {
    try (Connect connect = connect(host)) {
      return calls.stream().map(call -> call.result(connect)).toList();
    }
  }

  private static Connect connect(SimulatedHost host) {
    return Connect.open(
        host.uri(), ConnectAuth.of(SimulatedHost.USER, SimulatedHost.PASSWORD.toCharArray()));
  }
}
