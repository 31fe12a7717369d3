package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainSnapshot;
import dev.vireo.DomainSnapshotSummary;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import dev.vireo.simulator.PowerState;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ToolsState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots, on hosts of all products. */
@ParameterizedClass
@EnumSource(Preset.class)
class SnapshotsTest extends DriverTestBase {

  private static final String NOT_FOUND =
      "Domain snapshot not found: Could not find snapshot with name 'nope'";

  SnapshotsTest(Preset preset) {
    super(preset);
  }

  private static String named(String name) {
    return "<domainsnapshot><name>" + name + "</name></domainsnapshot>";
  }

  private static DomainSnapshot take(Domain domain, String name) {
    return domain.snapshotCreateXML(named(name), Set.of());
  }

  private static List<String> names(List<DomainSnapshot> snapshots) {
    return snapshots.stream().map(DomainSnapshot::getName).toList();
  }

  /** first(left(leaf), right*) */
  private static void grow(Domain domain) {
    DomainSnapshot first = take(domain, "first");
    take(domain, "left");
    domain.snapshotCreateXML(named("leaf"), Set.of(DomainSnapshotCreateFlag.DISK_ONLY));
    first.revert();
    take(domain, "right");
  }

  @Test
  void aDomainGoesBackToWhatItWas() {
    onDomain(
        "web",
        web -> {
          assertThat(web.listAllSnapshots(Set.of())).isEmpty();
          assertThat(web.hasCurrentSnapshot()).isFalse();
          DomainSnapshot before = take(web, "before");
          web.destroy();

          before.revert();

          assertThat(web.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(web.hasCurrentSnapshot()).isTrue();
          before.delete();
          assertThat(web.getState()).isEqualTo(DomainState.RUNNING);
          assertThat(web.snapshotNum(Set.of())).isZero();
        });
  }

  @Test
  void theTreeIsReadInEveryWay() {
    onDomain(
        "web",
        web -> {
          grow(web);
          assertThat(names(web.listAllSnapshots(Set.of())))
              .isEqualTo(web.snapshotListNames(Set.of()))
              .containsExactly("first", "left", "leaf", "right");
          assertThat(web.snapshotNum(Set.of())).isEqualTo(4);
          DomainSnapshot first = web.snapshotLookupByName("first");
          assertThat(first.numChildren(Set.of())).isEqualTo(2);
          assertThat(first.listChildrenNames(Set.of())).containsExactly("left", "right");
          Set<DomainSnapshotListFlag> deep = Set.of(DomainSnapshotListFlag.DESCENDANTS);
          assertThat(first.numChildren(deep)).isEqualTo(3);
          assertThat(names(first.listAllChildren(deep))).containsExactly("left", "leaf", "right");
          assertThat(first.listAllChildrenSummaries(Set.of())).hasSize(2);
          assertThat(web.snapshotCurrent().getName()).isEqualTo("right");
          assertThat(web.snapshotCurrent().isCurrent()).isTrue();
          assertThat(first.isCurrent()).isFalse();
          assertThat(first.hasMetadata()).isFalse();
          assertThat(web.snapshotLookupByName("leaf").getParent().getName()).isEqualTo("left");
          assertThat(first.getDomain()).isSameAs(web);
        });
  }

  @Test
  void filtersChoose() {
    onDomain(
        "web",
        web -> {
          grow(web);
          assertPass(web, "first", DomainSnapshotListFlag.ROOTS);
          assertPass(web, "leaf right", DomainSnapshotListFlag.LEAVES);
          assertPass(web, "first left", DomainSnapshotListFlag.NO_LEAVES);
          assertPass(
              web,
              "first left leaf right",
              DomainSnapshotListFlag.LEAVES,
              DomainSnapshotListFlag.NO_LEAVES);
          assertPass(web, "", DomainSnapshotListFlag.METADATA);
          assertPass(web, "first left leaf right", DomainSnapshotListFlag.NO_METADATA);
          assertPass(web, "first left right", DomainSnapshotListFlag.ACTIVE);
          assertPass(web, "leaf", DomainSnapshotListFlag.INACTIVE);
          assertPass(web, "leaf", DomainSnapshotListFlag.DISK_ONLY);
          assertPass(web, "", DomainSnapshotListFlag.EXTERNAL);
          assertPass(web, "first left leaf right", DomainSnapshotListFlag.INTERNAL);
          assertPass(web, "first left leaf right", DomainSnapshotListFlag.TOPOLOGICAL);
        });
  }

  private static void assertPass(Domain domain, String names, DomainSnapshotListFlag... flags) {
    assertThat(String.join(" ", domain.snapshotListNames(Set.of(flags))))
        .as(List.of(flags).toString())
        .isEqualTo(names);
  }

  @Test
  void aSummaryHasAllThatAListShowsInOneRequest() {
    onDomain(
        "web",
        web -> {
          grow(web);
          host.requests().reset();

          List<DomainSnapshotSummary> all = web.listAllSnapshotSummaries(Set.of());

          assertThat(host.requests().total()).isEqualTo(1);
          DomainSnapshotSummary leaf = all.get(2);
          assertThat(leaf.name()).isEqualTo("leaf");
          assertThat(leaf.state()).isEqualTo(DomainState.SHUTOFF);
          assertThat(leaf.parent()).isNotNull();
          assertThat(all.get(0).children()).isEqualTo(2);
          assertThat(all.get(0).descendants()).isEqualTo(3);
          assertThat(all)
              .extracting(DomainSnapshotSummary::isCurrent)
              .containsExactly(false, false, false, true);
          assertThat(leaf.snapshot().toString()).startsWith("DomainSnapshot[leaf, Domain[web");
        });
  }

  @Test
  void theXmlIsLibvirts() {
    onDomain(
        "web",
        web -> {
          take(web, "a &lt;b>");
          DomainSnapshot second =
              web.snapshotCreateXML(
                  "<domainsnapshot><name>s</name><description>x &amp; y</description>"
                      + "</domainsnapshot>",
                  Set.of(DomainSnapshotCreateFlag.NO_METADATA));

          assertThat(second.getXMLDesc(Set.of(DomainSnapshotXmlFlag.SECURE)))
              .isEqualTo(second.getXMLDesc(Set.of()))
              .matches(
                  """
                  <domainsnapshot>
                    <name>s</name>
                    <description>x &amp; y</description>
                    <state>running</state>
                    <parent>
                      <name>a &lt;b&gt;</name>
                    </parent>
                    <creationTime>\\d+</creationTime>
                    <domain>
                      <uuid>%s</uuid>
                    </domain>
                  </domainsnapshot>
                  """
                      .formatted(web.getUUIDString()));
        });
  }

  @Test
  void withoutANameItIsCalledAfterTheTime() {
    onDomain(
        "old",
        old -> {
          String first = old.snapshotCreateXML("<domainsnapshot/>", Set.of()).getName();
          String second = old.snapshotCreateXML(named(""), Set.of()).getName();

          assertThat(Long.parseLong(first)).isPositive().isNotEqualTo(Long.parseLong(second));
        });
  }

  @Test
  void aNameCanBeHadOnce() {
    onDomain(
        "old",
        old -> {
          DomainSnapshot first = take(old, "s");
          take(old, "t");
          String exists = "Requested operation is not valid: Snapshot 's' already exists";
          assertFails(() -> take(old, "s"), ErrorCode.OPERATION_INVALID, exists);
          assertFails(
              () -> old.snapshotLookupByName("t").rename("s", null),
              ErrorCode.OPERATION_INVALID,
              exists);
          assertThat(first.rename("s", "notes").getXMLDesc(Set.of())).contains(">notes<");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "50%", "%2f", "%252f", "a\\b", " x ", "<&>'\"", "[ds] x", "ü ☃ 🎉"})
  void anyNameComesBack(String name) {
    onDomain(
        "old",
        old -> {
          String xml = name.replace("&", "&amp;").replace("<", "&lt;");
          assertThat(take(old, xml).getName()).isEqualTo(name);
          assertThat(old.snapshotListNames(Set.of())).containsExactly(name);
          DomainSnapshot found = old.snapshotLookupByName(name);
          DomainSnapshot renamed = found.rename("other", "");
          assertThat(old.snapshotListNames(Set.of())).containsExactly("other");
          renamed.rename(name, null).delete();
          assertThat(old.snapshotNum(Set.of())).isZero();
        });
  }

  @Test
  void ofSeveralOfANameNoneIsGuessed() {
    machine("old").takeSnapshot("twin");
    machine("old").takeSnapshot("twin");
    machine("old").takeSnapshot("twin@odd");
    onDomain(
        "old",
        old -> {
          List<DomainSnapshotSummary> all = old.listAllSnapshotSummaries(Set.of());
          String first = all.get(0).reference();
          String second = all.get(1).reference();
          assertThatThrownBy(() -> old.snapshotLookupByName("twin"))
              .hasMessageStartingWith(
                  "operation failed: 2 snapshots of the domain 'old' are called 'twin': 'twin@"
                      + first
                      + "' (")
              .hasMessageContaining("'twin@" + second + "' (")
              .hasMessageEndingWith(", on top of 'twin')")
              .isInstanceOfSatisfying(
                  LibvirtException.class,
                  e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_FAILED);
                    assertThat(e.hints())
                        .containsExactly(
                            "say which one by name and reference, such as twin@" + first);
                  });
          assertThat(old.snapshotLookupByName("twin@" + second).numChildren(Set.of())).isOne();
          assertThat(old.snapshotLookupByName(first).listChildrenNames(Set.of()))
              .containsExactly("twin");
          assertThat(old.snapshotLookupByName("twin@odd").numChildren(Set.of())).isZero();
          assertThat(old.snapshotLookupByName("twin@" + second).getParent().isCurrent()).isFalse();
          old.snapshotLookupByName("twin@" + first).delete();
          assertThat(old.snapshotLookupByName("twin").numChildren(Set.of())).isOne();
        });
  }

  @Test
  void aNameThatLooksLikeAReferenceComesFirst() {
    machine("old").takeSnapshot("a");
    onDomain(
        "old",
        old -> {
          String reference = old.listAllSnapshotSummaries(Set.of()).get(0).reference();
          take(old, reference);

          assertThat(old.snapshotLookupByName(reference).numChildren(Set.of())).isZero();
          assertThat(old.snapshotLookupByName("a@" + reference).numChildren(Set.of())).isOne();
        });
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    onDomain(
        "old",
        old -> {
          assertFails(
              () -> old.snapshotLookupByName("nope"), ErrorCode.NO_DOMAIN_SNAPSHOT, NOT_FOUND);
          assertFails(
              old::snapshotCurrent,
              ErrorCode.NO_DOMAIN_SNAPSHOT,
              "Domain snapshot not found: Domain has no current snapshot");
          DomainSnapshot gone = take(old, "nope");
          assertFails(
              gone::getParent,
              ErrorCode.NO_DOMAIN_SNAPSHOT,
              "Domain snapshot not found: snapshot 'nope' does not have a parent");
          gone.delete();
          take(old, "nope");
          for (Runnable each :
              List.<Runnable>of(
                  gone::getParent,
                  gone::isCurrent,
                  gone::hasMetadata,
                  gone::revert,
                  gone::delete,
                  () -> gone.numChildren(Set.of()),
                  () -> gone.getXMLDesc(Set.of()),
                  () -> gone.rename("x", null),
                  () ->
                      gone.delete(
                          Set.of(DomainSnapshotDeleteFlag.METADATA_ONLY), TaskOptions.DEFAULT))) {
            assertFails(each::run, ErrorCode.NO_DOMAIN_SNAPSHOT, NOT_FOUND);
          }
        });
  }

  @Test
  void childrenGoWhenThatIsWanted() {
    onDomain(
        "web",
        web -> {
          grow(web);
          DomainSnapshot left = web.snapshotLookupByName("left");
          left.delete(Set.of(DomainSnapshotDeleteFlag.METADATA_ONLY), TaskOptions.DEFAULT);
          assertThat(web.snapshotNum(Set.of())).isEqualTo(4);
          left.delete(Set.of(DomainSnapshotDeleteFlag.CHILDREN), TaskOptions.DEFAULT);
          assertThat(web.snapshotListNames(Set.of())).containsExactly("first", "right");
          web.snapshotLookupByName("first").delete();
          assertThat(web.snapshotListNames(Set.of())).containsExactly("right");
        });
  }

  @Test
  void flagsThatNoVmwareHostCanFollowAreRefused() {
    onDomain(
        "old",
        old -> {
          DomainSnapshot snapshot = take(old, "s");
          for (DomainSnapshotRevertFlag flag : DomainSnapshotRevertFlag.values()) {
            assertFails(
                () -> snapshot.revert(Set.of(flag), TaskOptions.DEFAULT),
                ErrorCode.INVALID_ARG,
                refusal(flag.bit(), "esxDomainRevertToSnapshot"));
          }
          assertFails(
              () ->
                  snapshot.delete(
                      Set.of(DomainSnapshotDeleteFlag.CHILDREN_ONLY), TaskOptions.DEFAULT),
              ErrorCode.INVALID_ARG,
              refusal(4, "esxDomainSnapshotDelete"));
          for (DomainSnapshotCreateFlag flag :
              Set.of(
                  DomainSnapshotCreateFlag.REDEFINE,
                  DomainSnapshotCreateFlag.CURRENT,
                  DomainSnapshotCreateFlag.HALT,
                  DomainSnapshotCreateFlag.REUSE_EXT,
                  DomainSnapshotCreateFlag.ATOMIC,
                  DomainSnapshotCreateFlag.LIVE)) {
            assertFails(
                () -> old.snapshotCreateXML(named("t"), Set.of(flag)),
                ErrorCode.INVALID_ARG,
                refusal(flag.bit(), "esxDomainSnapshotCreateXML"));
          }
          assertThat(old.snapshotNum(Set.of())).isOne();
        });
  }

  private static String refusal(int bit, String function) {
    return "unsupported flags (0x" + Integer.toHexString(bit) + ") in function " + function;
  }

  @Test
  void theXmlMaySayThatTheMemoryIsLeftOut() {
    onDomain(
        "web",
        web -> {
          String with = "<domainsnapshot><name>%s</name>%s</domainsnapshot>";
          web.snapshotCreateXML(with.formatted("no", "<memory snapshot='no'/>"), Set.of());
          assertThat(web.snapshotCurrent().getXMLDesc(Set.of())).contains("<state>shutoff</state>");
          web.snapshotCreateXML(with.formatted("yes", "<memory snapshot='internal'/>"), Set.of());
          assertThat(web.listAllSnapshotSummaries(Set.of()))
              .extracting(DomainSnapshotSummary::state)
              .containsExactly(DomainState.SHUTOFF, DomainState.RUNNING);
          String external = with.formatted("x", "<memory snapshot='external' file='/m'/>");
          assertThatThrownBy(() -> web.snapshotCreateXML(external, Set.of()))
              .isInstanceOfSatisfying(
                  LibvirtException.class,
                  e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_UNSUPPORTED));
          assertFails(
              () ->
                  web.snapshotCreateXML(
                      with.formatted("x", "<disks><disk name='sda'/></disks>"), Set.of()),
              ErrorCode.CONFIG_UNSUPPORTED,
              "unsupported configuration: disk snapshots not supported yet");
          assertThatThrownBy(() -> web.snapshotCreateXML("<domain/>", Set.of()))
              .isInstanceOfSatisfying(
                  LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.XML_ERROR));
          Set<DomainSnapshotCreateFlag> strict = Set.of(DomainSnapshotCreateFlag.VALIDATE);
          assertThatThrownBy(() -> web.snapshotCreateXML(with.formatted("x", "<odd/>"), strict))
              .isInstanceOfSatisfying(
                  LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.XML_ERROR));
          assertThat(web.snapshotNum(Set.of())).isEqualTo(2);
          assertThat(web.snapshotCreateXML(with.formatted("v", ""), strict).getName())
              .isEqualTo("v");
        });
  }

  @Test
  void onlyToolsCanQuiesce() {
    Set<DomainSnapshotCreateFlag> quiet = Set.of(DomainSnapshotCreateFlag.QUIESCE);
    onDomain(
        "web",
        web -> {
          assertThatThrownBy(() -> web.snapshotCreateXML(named("s"), quiet))
              .hasMessageStartingWith(
                  "Requested operation is not valid: Could not create snapshot: ToolsUnavailable")
              .isInstanceOfSatisfying(
                  LibvirtException.class,
                  e ->
                      assertThat(e.hints())
                          .containsExactly(
                              "install or start VMware Tools in the guest, or do without quiescing"
                                  + " its file systems"));
          machine("web").tools(ToolsState.RUNNING);
          web.snapshotCreateXML(named("s"), quiet);
          assertThat(web.snapshotNum(Set.of())).isOne();
        });
  }

  @Test
  void tooManyOnTopOfEachOtherAreToldBefore() {
    for (int i = 0; i < 32; i++) {
      machine("old").takeSnapshot("s" + i);
    }
    onDomain(
        "old",
        old -> {
          host.requests().reset();
          assertThatThrownBy(() -> take(old, "more"))
              .hasMessageContaining("on top of 32 snapshots")
              .isInstanceOfSatisfying(
                  LibvirtException.class,
                  e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_INVALID);
                    assertThat(e.hints()).hasSize(1);
                  });
          assertThat(host.requests().count("CreateSnapshot_Task")).isZero();
        });
  }

  @Test
  void readOnlyConnectionsChangeNothing() {
    machine("old").takeSnapshot("s");
    try (Connect connect = connectReadOnly()) {
      Domain old = connect.domainLookupByName("old");
      DomainSnapshot snapshot = old.snapshotLookupByName("s");
      assertThat(snapshot.getXMLDesc(Set.of())).contains("<name>s</name>");
      assertFails(
          () -> snapshot.getXMLDesc(Set.of(DomainSnapshotXmlFlag.SECURE)),
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: virDomainSnapshotGetXMLDesc with secure flag");
      assertFails(
          snapshot::revert,
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virDomainRevertToSnapshot");
      assertFails(
          snapshot::delete,
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virDomainSnapshotDelete");
      assertFails(
          () -> take(old, "t"),
          ErrorCode.OPERATION_DENIED,
          "operation forbidden: read only access prevents virDomainSnapshotCreateXML");
    }
    assertThat(machine("old").power()).isEqualTo(PowerState.OFF);
  }
}
