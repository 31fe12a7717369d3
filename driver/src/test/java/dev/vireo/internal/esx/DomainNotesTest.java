package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainMetadataType;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.flag.DomainHostnameFlag;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import dev.vireo.simulator.Preset;
import dev.vireo.simulator.ToolsState;
import dev.vireo.vim.ClientOptions;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.methods.ReconfigureAutostart;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.AutoStartDefaults;
import dev.vireo.vim.types.AutoStartPowerInfo;
import dev.vireo.vim.types.AutoStartWaitHeartbeatSetting;
import dev.vireo.vim.types.HostAutoStartManagerConfig;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, notes, start with the host and names of guests, on hosts of all products. */
@ParameterizedClass
@EnumSource(Preset.class)
class DomainNotesTest extends DriverTestBase {

  private static final String MISSING =
      "metadata not found: Requested metadata element is not present";
  private static final Set<DomainModificationImpact> CURRENT = Set.of();
  private static final Set<DomainModificationImpact> LIVE = Set.of(DomainModificationImpact.LIVE);

  DomainNotesTest(Preset preset) {
    super(preset);
  }

  private static String get(Domain domain, DomainMetadataType type) {
    return domain.getMetadata(type, null, CURRENT);
  }

  private static void set(Domain domain, DomainMetadataType type, @Nullable String text) {
    domain.setMetadata(type, text, null, null, CURRENT);
  }

  private static String element(Domain domain, String uri) {
    return domain.getMetadata(DomainMetadataType.ELEMENT, uri, CURRENT);
  }

  private static void element(Domain domain, String uri, @Nullable String xml) {
    domain.setMetadata(DomainMetadataType.ELEMENT, xml, "k", uri, CURRENT);
  }

  /** As an administrator does: what is planned for each machine stays. */
  private void doNothingByItself() {
    asAdministrator((client, manager) ->
        client.run(
            new ReconfigureAutostart(
                manager,
                new HostAutoStartManagerConfig(
                    new AutoStartDefaults(false, null, null, null, null), List.of()))));
  }

  private void asAdministrator(BiConsumer<VimClient, ManagedObjectReference> action) {
    try (VimClient client = VimClient.connect(host.transport(), ClientOptions.DEFAULT)) {
      client.login(host.config().userName(), host.config().password());
      ObjectProperties found =
          client
              .propertyCollector()
              .retrieve(
                  client
                      .propertyCollector()
                      .retrieve(machine("db").ref(), "runtime.host")
                      .get("runtime.host", ManagedObjectReference.class),
                  "configManager.autoStartManager");
      action.accept(
          client, found.get("configManager.autoStartManager", ManagedObjectReference.class));
    }
  }

  private long autostartChanges() {
    return host.requests().count("ReconfigureAutostart");
  }

  @Test
  void domainsStartWithTheirHost() {
    try (Connect connect = connect()) {
      Domain web = connect.domainLookupByName("web");
      Domain old = connect.domainLookupByName("old");
      web.setAutostart(true);
      old.setAutostart(true);
      assertThat(web.getAutostart()).isTrue();
      assertThat(connect.listAllDomains(Set.of(DomainListFlag.AUTOSTART)))
          .extracting(Domain::getName)
          .containsExactlyInAnyOrder("web", "old");
      old.setAutostart(false);
      assertThat(old.getAutostart()).isFalse();
      assertThat(web.getAutostart()).isTrue();
    }
  }

  @Test
  void whatIsSoAlreadyIsNotAskedFor() {
    onDomain(
        "web",
        web -> {
          web.setAutostart(false);
          assertThat(autostartChanges()).isZero();
          web.setAutostart(true);
          web.setAutostart(true);
          assertThat(autostartChanges()).isEqualTo(1);
        });
  }

  /** The host does nothing by itself, and would begin to do so with another domain, too. */
  @Test
  void theHostIsNotMadeToStartOthers() {
    try (Connect connect = connect()) {
      connect.domainLookupByName("db").setAutostart(true);
      doNothingByItself();
      Domain web = connect.domainLookupByName("web");
      assertThatThrownBy(() -> web.setAutostart(true))
          .hasMessage(
              "Requested operation is not valid: Cannot enable general autostart option without"
                  + " affecting other domains")
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e ->
                  assertThat(e.hints())
                      .singleElement()
                      .asString()
                      .contains(machine("db").ref().value()));
      assertThat(web.getAutostart()).isFalse();
      connect.domainLookupByName("db").setAutostart(false);
      web.setAutostart(true);
      assertThat(web.getAutostart()).isTrue();
      assertThat(connect.domainLookupByName("db").getAutostart()).isFalse();
    }
  }

  @Test
  void orderDelaysAndStopOfADomainStay() {
    AutoStartPowerInfo planned =
        new AutoStartPowerInfo(
            machine("web").ref(), 3, 17, AutoStartWaitHeartbeatSetting.YES, "none", 5, "suspend");
    asAdministrator((client, manager) -> {
      client.run(
          new ReconfigureAutostart(
              manager, new HostAutoStartManagerConfig(null, List.of(planned))));
      onDomain("web", web -> web.setAutostart(true));
      assertThat(
              client
                  .propertyCollector()
                  .retrieve(manager, "config.powerInfo")
                  .list("config.powerInfo", AutoStartPowerInfo.class))
          .containsExactly(
              new AutoStartPowerInfo(
                  planned.key(),
                  3,
                  17,
                  AutoStartWaitHeartbeatSetting.YES,
                  "powerOn",
                  5,
                  "suspend"));
    });
  }

  @Test
  void aLostAnswerAboutAutostartIsLookedUp() {
    onDomain(
        "web",
        web -> {
          host.faults()
              .add(FaultRule.on("ReconfigureAutostart", new FaultEffect.CutConnection(0)).times(1));
          web.setAutostart(true);
          assertThat(web.getAutostart()).isTrue();
        });
    assertThat(autostartChanges()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other", "a/b/c", "100%25 & <more> \"quoted\"", "back\\slash", "Grüße 機"})
  void domainsGetAnotherName(String name) {
    try (Connect connect = connect()) {
      Domain web = connect.domainLookupByName("web");
      int id = web.getID();
      web.rename(name);
      assertThat(web.getName()).isEqualTo(name);
      assertThat(connect.domainLookupByName(name).getID()).isEqualTo(id);
      assertThat(web.getXMLDesc(Set.of(DomainXmlFlag.INACTIVE)))
          .contains("<uuid>" + web.getUUIDString() + "</uuid>");
      web.rename("web");
      assertThat(connect.domainLookupByID(id).getName()).isEqualTo("web");
    }
  }

  @Test
  void aNameIsForOneDomain() {
    onDomain(
        "web",
        web -> {
          assertThatThrownBy(() -> web.rename("a/b"))
              .isInstanceOfSatisfying(
                  LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DOM_EXIST))
              .hasMessageContaining("Could not rename domain: DuplicateName");
          assertThat(web.getName()).isEqualTo("web");
          long asked = host.requests().total();
          assertFails(
              () -> web.rename("web"),
              ErrorCode.OPERATION_INVALID,
              "Requested operation is not valid: Can't rename domain to itself");
          assertFails(
              () -> web.rename(""),
              ErrorCode.INVALID_ARG,
              "string new_name in virDomainRename must not be empty");
          assertFails(
              () -> web.rename("a\nb"),
              ErrorCode.INVALID_ARG,
              "invalid argument: a control character cannot be in the name of a domain");
          assertThat(host.requests().total()).isEqualTo(asked);
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"DESCRIPTION", "TITLE"})
  void titleAndDescriptionAreTexts(DomainMetadataType type) {
    onDomain(
        "web",
        web -> {
          assertFails(() -> get(web, type), ErrorCode.NO_DOMAIN_METADATA, MISSING);
          set(web, type, "a & b <c> \"d\" | e % f");
          assertThat(get(web, type)).isEqualTo("a & b <c> \"d\" | e % f");
          web.setMetadata(type, "live", null, null, LIVE);
          assertThat(web.getMetadata(type, null, LIVE)).isEqualTo("live");
          String name = type == DomainMetadataType.TITLE ? "title" : "description";
          assertThat(web.getXMLDesc(Set.of())).contains("  <" + name + ">live</" + name + ">\n");
          set(web, type, null);
          assertFails(() -> get(web, type), ErrorCode.NO_DOMAIN_METADATA, MISSING);
          assertThat(web.getXMLDesc(Set.of())).doesNotContain(">live<");
        });
  }

  @Test
  void aDescriptionMayHaveLinesAndATitleMayNot() {
    onDomain(
        "old",
        old -> {
          set(old, DomainMetadataType.DESCRIPTION, "one\ntwo");
          assertThat(get(old, DomainMetadataType.DESCRIPTION)).isEqualTo("one\ntwo");
          assertFails(
              () -> set(old, DomainMetadataType.TITLE, "one\ntwo"),
              ErrorCode.INVALID_ARG,
              "invalid argument: metadata title can't contain newlines");
          assertFails(
              () -> old.setMetadata(DomainMetadataType.TITLE, "x", null, null, LIVE),
              ErrorCode.OPERATION_INVALID,
              "Requested operation is not valid: domain is not running");
          assertFails(
              () ->
                  old.getMetadata(
                      DomainMetadataType.TITLE,
                      null,
                      Set.of(DomainModificationImpact.LIVE, DomainModificationImpact.CONFIG)),
              ErrorCode.INVALID_ARG,
              "invalid argument: Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are"
                  + " mutually exclusive");
          assertFails(
              () -> old.getMetadata(DomainMetadataType.TITLE, null, LIVE),
              ErrorCode.OPERATION_INVALID,
              "Requested operation is not valid: domain is not running");
        });
  }

  @Test
  void elementsOfNamespacesStandBesideEachOther() {
    onDomain(
        "web",
        web -> {
          assertFails(() -> element(web, "urn:a"), ErrorCode.NO_DOMAIN_METADATA, MISSING);
          element(web, "urn:a", "<a b=\"1\"><c>t &amp; \"q\" | 'r'</c></a>");
          element(web, "urn:b", "<z/>");
          assertThat(element(web, "urn:a"))
              .isEqualTo("<a b=\"1\">\n  <c>t &amp; \"q\" | 'r'</c>\n</a>");
          assertThat(element(web, "urn:b")).isEqualTo("<z/>");
          assertThat(web.getXMLDesc(Set.of()))
              .contains(
                  """
                    <metadata>
                      <k:a xmlns:k="urn:a" b="1">
                        <k:c>t &amp; "q" | 'r'</k:c>
                      </k:a>
                      <k:z xmlns:k="urn:b"/>
                    </metadata>
                  """);
          element(web, "urn:a", "<y/>");
          assertThat(element(web, "urn:a")).isEqualTo("<y/>");
          element(web, "urn:b", null);
          assertFails(() -> element(web, "urn:b"), ErrorCode.NO_DOMAIN_METADATA, MISSING);
          assertThat(element(web, "urn:a")).isEqualTo("<y/>");
          element(web, "urn:a", "");
          assertThat(web.getXMLDesc(Set.of())).doesNotContain("metadata");
        });
  }

  @Test
  void badElementsAreRefusedBeforeTheHostIsAsked() {
    onDomain(
        "web",
        web -> {
          long asked = host.requests().total();
          assertCode(() -> element(web, "urn:a", "<a"), ErrorCode.XML_ERROR);
          assertCode(() -> element(web, "urn:a", "<a/><b/>"), ErrorCode.XML_ERROR);
          assertCode(() -> element(web, "urn:a", "<a xmlns='urn:b'/>"), ErrorCode.INVALID_ARG);
          assertCode(() -> element(web, "", "<a/>"), ErrorCode.INVALID_ARG);
          assertCode(
              () -> web.setMetadata(DomainMetadataType.ELEMENT, "<a/>", null, "urn:a", CURRENT),
              ErrorCode.INVALID_ARG);
          assertCode(
              () -> web.setMetadata(DomainMetadataType.ELEMENT, "<a/>", "1 x", "urn:a", CURRENT),
              ErrorCode.INVALID_ARG);
          assertCode(
              () -> web.getMetadata(DomainMetadataType.TITLE, "urn:a", CURRENT),
              ErrorCode.INVALID_ARG);
          assertThat(host.requests().total()).isEqualTo(asked);
        });
  }

  @Test
  void elementsThatCannotBeReadAreNotOverwritten() {
    machine("web")
        .reconfigure(
            VirtualMachineConfigSpec.builder()
                .extraConfig(List.of(new OptionValue.Plain("vireo.metadata", "<metadata")))
                .build());
    onDomain(
        "web",
        web -> {
          assertCode(() -> element(web, "urn:a", "<a/>"), ErrorCode.XML_ERROR);
          assertCode(() -> element(web, "urn:a"), ErrorCode.XML_ERROR);
          assertThat(web.describe(Set.of()).warnings()).anyMatch(w -> w.contains("vireo.metadata"));
        });
    assertThat(host.requests().count("ReconfigVM_Task")).isZero();
  }

  private static void assertCode(ThrowingCallable action, ErrorCode code) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(LibvirtException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void theGuestTellsItsName() {
    machine("web").tools(ToolsState.RUNNING);
    onDomain(
        "web",
        web -> {
          assertThat(web.getHostname(Set.of())).isEqualTo("web.example.com");
          assertFails(
              () -> web.getHostname(Set.of(DomainHostnameFlag.AGENT)),
              ErrorCode.INVALID_ARG,
              "unsupported flags (0x2) in function esxDomainGetHostname");
        });
    onDomain(
        "db",
        db ->
            assertFails(
                () -> db.getHostname(Set.of()),
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: hostName field not available (missing VMware"
                    + " Tools?)"));
    onDomain(
        "old",
        old ->
            assertFails(
                () -> old.getHostname(Set.of()),
                ErrorCode.OPERATION_INVALID,
                "Requested operation is not valid: Domain is not powered on"));
  }
}
