package dev.vireo.interop.python;

import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.TaskOptions;
import dev.vireo.TypedParameter;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainUndefineFlag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls that change what a domain is. What libvirt's driver gets wrong is not among them, such as
 * the scheduler's parameters with flags, and the most processors of a domain; nor XML that is not
 * well-formed, of which libvirt gives the words of its parser.
 */
final class DomainCalls {

  private DomainCalls() {}

  /** Sizes, the scheduler and autostart. */
  static Stream<LibvirtCall> configuration(String on, String off) {
    return Stream.of(
        LibvirtCall.on(off, "schedulerType()", it -> List.of(it.getSchedulerType(), 3)),
        LibvirtCall.on(off, "schedulerParameters()", DomainCalls::scheduler),
        schedule(off, "{'reservation': 300, 'limit': 1000, 'shares': -3}", 300, 1000, -3),
        LibvirtCall.on(off, "schedulerParameters()", DomainCalls::scheduler),
        LibvirtCall.run(
            off,
            "setSchedulerParameters({'limit': 700})",
            it -> it.setSchedulerParameters(List.of(TypedParameter.ofLong("limit", 700)))),
        LibvirtCall.on(off, "schedulerParameters()", DomainCalls::scheduler),
        schedule(off, "{'reservation': -1, 'limit': 1000, 'shares': -3}", -1, 1000, -3),
        schedule(off, "{'reservation': 0, 'limit': -2, 'shares': -3}", 0, -2, -3),
        schedule(off, "{'reservation': 0, 'limit': -1, 'shares': -4}", 0, -1, -4),
        LibvirtCall.on(off, "schedulerParameters()", DomainCalls::scheduler),
        LibvirtCall.run(off, "setMaxMemory(262144)", it -> it.setMaxMemory(262_144)),
        LibvirtCall.on(off, "maxMemory()", Domain::getMaxMemory),
        LibvirtCall.run(on, "setMaxMemory(262144)", it -> it.setMaxMemory(262_144)),
        LibvirtCall.run(off, "setMemory(131072)", it -> it.setMemory(131_072)),
        LibvirtCall.on(off, "info()[2]", it -> it.getInfo().memoryKiB()),
        LibvirtCall.run(off, "setVcpus(2)", it -> it.setVcpus(2)),
        LibvirtCall.on(off, "info()[3]", it -> it.getInfo().vcpus()),
        LibvirtCall.run(off, "setAutostart(1)", it -> it.setAutostart(true)),
        LibvirtCall.on(off, "autostart()", Domain::getAutostart),
        LibvirtCall.run(off, "setAutostart(0)", it -> it.setAutostart(false)),
        LibvirtCall.on(off, "autostart()", Domain::getAutostart));
  }

  private static LibvirtCall schedule(
      String domain, String python, long reservation, long limit, int shares) {
    return LibvirtCall.run(
        domain,
        "setSchedulerParameters(" + python + ")",
        it ->
            it.setSchedulerParameters(
                List.of(
                    TypedParameter.ofLong("reservation", reservation),
                    TypedParameter.ofLong("limit", limit),
                    TypedParameter.ofInt("shares", shares))));
  }

  private static Map<String, Object> scheduler(Domain domain) {
    Map<String, Object> all = new TreeMap<>();
    domain.getSchedulerParameters().forEach(each -> all.put(each.name(), each.value()));
    return all;
  }

  /** Snapshots of a domain that has none, which are gone in the end. */
  static Stream<LibvirtCall> snapshots(String domain) {
    return Stream.of(
            counts(domain),
            Stream.of(
                LibvirtCall.on(domain, "snapshotCurrent()", Domain::snapshotCurrent),
                create(domain, "<domainsnapshot><name>a</name></domainsnapshot>"),
                create(
                    domain,
                    "<domainsnapshot><name>b c</name><description>d</description>"
                        + "</domainsnapshot>"),
                create(domain, "<domainsnapshot><name>a</name></domainsnapshot>")),
            counts(domain),
            Stream.of("a", "b c", "nosuch").flatMap(name -> reading(domain, name)),
            Stream.of(
                run(domain, "a", "dom('%s').revertToSnapshot(%s)", DomainSnapshot::revert),
                LibvirtCall.on(domain, "snapshotCurrent()", Domain::snapshotCurrent),
                run(domain, "b c", "%2$s.delete()", DomainSnapshot::delete)),
            counts(domain),
            Stream.of(
                create(domain, "<domainsnapshot><name>e</name></domainsnapshot>"),
                run(
                    domain,
                    "a",
                    "%2$s.delete(1)",
                    it ->
                        it.delete(Set.of(DomainSnapshotDeleteFlag.CHILDREN), TaskOptions.DEFAULT))),
            counts(domain))
        .flatMap(each -> each);
  }

  private static Stream<LibvirtCall> counts(String domain) {
    return Stream.of(
        LibvirtCall.on(domain, "snapshotNum()", it -> it.snapshotNum(Set.of())),
        LibvirtCall.on(domain, "snapshotListNames()", it -> it.snapshotListNames(Set.of())),
        LibvirtCall.on(
            domain,
            "snapshotListNames(1)",
            it -> it.snapshotListNames(Set.of(DomainSnapshotListFlag.ROOTS))),
        LibvirtCall.on(domain, "hasCurrentSnapshot()", Domain::hasCurrentSnapshot));
  }

  private static LibvirtCall create(String domain, String xml) {
    return LibvirtCall.on(
        domain, "snapshotCreateXML('" + xml + "')", it -> it.snapshotCreateXML(xml, Set.of()));
  }

  private static Stream<LibvirtCall> reading(String domain, String name) {
    return Stream.of(
        of(domain, name, "%s", it -> it),
        of(domain, name, "%s.getParent()", DomainSnapshot::getParent),
        of(domain, name, "%s.numChildren()", it -> it.numChildren(Set.of())),
        of(domain, name, "%s.listChildrenNames()", it -> it.listChildrenNames(Set.of())),
        of(domain, name, "%s.isCurrent()", DomainSnapshot::isCurrent),
        of(domain, name, "%s.hasMetadata()", DomainSnapshot::hasMetadata));
  }

  private static LibvirtCall of(
      String domain, String name, String python, Function<DomainSnapshot, @Nullable Object> java) {
    return new LibvirtCall(
        python.formatted(lookup(domain, name)),
        connect -> java.apply(connect.domainLookupByName(domain).snapshotLookupByName(name)));
  }

  private static LibvirtCall run(
      String domain, String name, String python, Consumer<DomainSnapshot> java) {
    return new LibvirtCall(
        python.formatted(domain, lookup(domain, name)),
        connect -> {
          java.accept(connect.domainLookupByName(domain).snapshotLookupByName(name));
          return 0;
        });
  }

  private static String lookup(String domain, String name) {
    return "dom('%s').snapshotLookupByName('%s')".formatted(domain, name);
  }

  /** A domain that is made and removed, and one that runs. */
  static Stream<LibvirtCall> definition(String datastore, String on) {
    String xml =
        "<domain type='vmware'><name>made & so on</name><memory>65536</memory><vcpu>1</vcpu>"
                .replace("&", "&amp;")
            + "<os><type arch='i686'>hvm</type></os><devices><disk type='file' device='disk'>"
            + "<source file='[%s] made here/a.vmdk'/><target dev='hda' bus='ide'/></disk>"
                .formatted(datastore)
            + "</devices></domain>";
    String name = "made & so on";
    return Stream.of(
        new LibvirtCall("conn.defineXML(\"" + xml + "\")", it -> it.domainDefineXML(xml)),
        LibvirtCall.on(name, "isActive()", Domain::isActive),
        LibvirtCall.on(name, "maxMemory()", Domain::getMaxMemory),
        LibvirtCall.run(
            name, "undefineFlags(32)", it -> it.undefine(Set.of(DomainUndefineFlag.TPM))),
        LibvirtCall.run(name, "undefine()", Domain::undefine),
        LibvirtCall.run(name, "undefine()", Domain::undefine),
        LibvirtCall.run(on, "undefine()", Domain::undefine));
  }
}
