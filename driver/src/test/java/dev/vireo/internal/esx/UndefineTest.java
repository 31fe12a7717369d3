package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.Connect;
import dev.vireo.Domain;
import dev.vireo.DomainRemains;
import dev.vireo.ErrorCode;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.simulator.FaultEffect;
import dev.vireo.simulator.FaultRule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains that the host is to forget. */
class UndefineTest extends DriverTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"old", "build", "a/b"})
  void aDomainThatDoesNotRunIsForgottenAndItsFilesStay(String name) {
    try (Connect connect = connect()) {
      Map<String, Long> files = host.contents().files();
      Domain domain = connect.domainLookupByName(name);

      domain.undefine();

      assertThat(host.vms().names()).doesNotContain(name);
      assertThat(host.contents().files()).isEqualTo(files);
      assertFails(
          domain::undefine,
          ErrorCode.NO_DOMAIN,
          "Domain not found: The domain '" + name + "' does not exist any more");
    }
  }

  @Test
  void aRunningDomainIsRefused() {
    onDomain(
        "web",
        domain -> {
          assertFails(
              domain::undefine,
              ErrorCode.OPERATION_INVALID,
              "Requested operation is not valid: Domain is not suspended or powered off");
          assertThat(host.requests().count("UnregisterVM")).isZero();
        });
  }

  @Test
  void itIsToldWhatStays() {
    onDomain(
        "old",
        domain ->
            assertThat(domain.undefineLeaving(Set.of(DomainUndefineFlag.SNAPSHOTS_METADATA)))
                .isEqualTo(new DomainRemains("[datastore1] old/old.vmx", 0)));
  }

  @Test
  void snapshotsBelowOthersCountAsRemainsToo() {
    host.vms().get("old").takeSnapshot("first");
    host.vms().get("old").takeSnapshot("second");

    onDomain(
        "old",
        domain ->
            assertThat(domain.undefineLeaving(Set.of()))
                .isEqualTo(new DomainRemains("[datastore1] old/old.vmx", 2)));
  }

  @ParameterizedTest
  @EnumSource(names = {"MANAGED_SAVE", "NVRAM", "CHECKPOINTS_METADATA", "TPM"})
  void whatTheHostCannotTakeAwayIsRefused(DomainUndefineFlag flag) {
    onDomain(
        "old",
        domain ->
            assertFails(
                () -> domain.undefine(Set.of(flag)),
                ErrorCode.INVALID_ARG,
                "unsupported flags (0x"
                    + Integer.toHexString(flag.bit())
                    + ") in function esxDomainUndefineFlags"));
  }

  @Test
  void aDomainThatIsGoneAfterALostAnswerWasUndefined() {
    onDomain(
        "old",
        domain -> {
          host.faults()
              .add(new FaultRule("UnregisterVM", new FaultEffect.CutConnection(0), 0, 1, 1));
          domain.undefine();
          assertThat(host.requests().count("UnregisterVM")).isEqualTo(1);
        });
    assertThat(host.vms().names()).doesNotContain("old");
  }

  @Test
  void aDomainThatIsThereAfterALostAnswerMayYetGo() {
    onDomain(
        "old",
        domain -> {
          host.faults().add(new FaultRule("UnregisterVM", new FaultEffect.CutRequest(), 0, 1, 1));
          assertThatThrownBy(domain::undefine)
              .hasMessageStartingWith("The outcome of 'undefine' for domain 'old' is unknown");
        });
    assertThat(host.vms().names()).contains("old");
  }
}
