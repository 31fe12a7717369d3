package dev.vireo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.flag.DomainCreateFlag;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.flag.DomainDestroyFlag;
import dev.vireo.flag.DomainListFlag;
import dev.vireo.flag.DomainRebootFlag;
import dev.vireo.flag.DomainShutdownFlag;
import dev.vireo.flag.DomainSnapshotCreateFlag;
import dev.vireo.flag.DomainSnapshotDeleteFlag;
import dev.vireo.flag.DomainSnapshotListFlag;
import dev.vireo.flag.DomainSnapshotRevertFlag;
import dev.vireo.flag.DomainSnapshotXmlFlag;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.flag.LibvirtFlag;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers are part of libvirt's interface; a changed one would break every caller. */
class NumbersTest {

  @Test
  void errorCodesHaveLibvirtsNumbers() {
    assertThat(numbers(ErrorCode.values(), ErrorCode::number))
        .isEqualTo(
            "INTERNAL_ERROR=1 NO_SUPPORT=3 NO_CONNECT=5 INVALID_CONN=6 INVALID_ARG=8"
                + " OPERATION_FAILED=9 XML_ERROR=27 DOM_EXIST=28 OPERATION_DENIED=29 CONF_SYNTAX=33 XML_DETAIL=35"
                + " SYSTEM_ERROR=38 RPC=39 NO_DOMAIN=42 AUTH_FAILED=45 NO_STORAGE_POOL=49"
                + " NO_STORAGE_VOL=50 OPERATION_INVALID=55 CONFIG_UNSUPPORTED=67"
                + " OPERATION_TIMEOUT=68 NO_DOMAIN_SNAPSHOT=72 ARGUMENT_UNSUPPORTED=74 OPERATION_ABORTED=78"
                + " NO_DOMAIN_METADATA=80 OPERATION_UNSUPPORTED=84 XML_INVALID_SCHEMA=92");
  }

  @Test
  void errorDomainsHaveLibvirtsNumbers() {
    assertThat(numbers(ErrorDomain.values(), ErrorDomain::number))
        .isEqualTo(
            "NONE=0 XML=5 DOM=6 CONF=9 STORAGE=18 NETWORK=19 INTERFACE=26 ESX=28 DOMAIN_SNAPSHOT=35"
                + " URI=45 AUTH=46");
  }

  @Test
  void domainStatesHaveLibvirtsNumbers() {
    assertThat(numbers(DomainState.values(), DomainState::number))
        .isEqualTo(
            "NOSTATE=0 RUNNING=1 BLOCKED=2 PAUSED=3 SHUTDOWN=4 SHUTOFF=5 CRASHED=6 PMSUSPENDED=7");
  }

  @Test
  void listFlagsHaveLibvirtsBits() {
    assertThat(numbers(DomainListFlag.values(), DomainListFlag::bit))
        .isEqualTo(
            "ACTIVE=1 INACTIVE=2 PERSISTENT=4 TRANSIENT=8 RUNNING=16 PAUSED=32 SHUTOFF=64"
                + " OTHER=128 MANAGEDSAVE=256 NO_MANAGEDSAVE=512 AUTOSTART=1024"
                + " NO_AUTOSTART=2048 HAS_SNAPSHOT=4096 NO_SNAPSHOT=8192 HAS_CHECKPOINT=16384"
                + " NO_CHECKPOINT=32768");
  }

  @Test
  void flagsOfDomainsHaveLibvirtsBits() {
    assertThat(numbers(DomainXmlFlag.values(), DomainXmlFlag::bit))
        .isEqualTo("SECURE=1 INACTIVE=2 UPDATE_CPU=4 MIGRATABLE=8");
    assertThat(numbers(DomainCreateFlag.values(), DomainCreateFlag::bit))
        .isEqualTo("PAUSED=1 AUTODESTROY=2 BYPASS_CACHE=4 FORCE_BOOT=8 VALIDATE=16 RESET_NVRAM=32");
    String ways = "ACPI_POWER_BTN=1 GUEST_AGENT=2 INITCTL=4 SIGNAL=8 PARAVIRT=16";
    assertThat(numbers(DomainShutdownFlag.values(), DomainShutdownFlag::bit)).isEqualTo(ways);
    assertThat(numbers(DomainRebootFlag.values(), DomainRebootFlag::bit)).isEqualTo(ways);
    assertThat(numbers(DomainDestroyFlag.values(), DomainDestroyFlag::bit))
        .isEqualTo("GRACEFUL=1 REMOVE_LOGS=2");
    assertThat(numbers(DomainDefineFlag.values(), DomainDefineFlag::bit)).isEqualTo("VALIDATE=1");
    assertThat(numbers(DomainUndefineFlag.values(), DomainUndefineFlag::bit))
        .isEqualTo(
            "MANAGED_SAVE=1 SNAPSHOTS_METADATA=2 NVRAM=4 KEEP_NVRAM=8 CHECKPOINTS_METADATA=16"
                + " TPM=32 KEEP_TPM=64");
  }

  @Test
  void bitsAndFlagsStandForEachOther() {
    assertThat(DomainCreateFlag.fromBits(33))
        .isEqualTo(Set.of(DomainCreateFlag.PAUSED, DomainCreateFlag.RESET_NVRAM));
    assertThat(DomainShutdownFlag.fromBits(16)).containsExactly(DomainShutdownFlag.PARAVIRT);
    assertThat(DomainRebootFlag.fromBits(1)).containsExactly(DomainRebootFlag.ACPI_POWER_BTN);
    assertThat(DomainDestroyFlag.fromBits(2)).containsExactly(DomainDestroyFlag.REMOVE_LOGS);
    assertThat(LibvirtFlag.bits(DomainXmlFlag.fromBits(11))).isEqualTo(11);
    assertThatThrownBy(() -> DomainDestroyFlag.fromBits(4))
        .hasMessage("invalid argument: unsupported flags (0x4) in virDomainDestroyFlags");
  }

  @Test
  void bitsWithoutAFlagAreRefused() {
    assertThat(DomainListFlag.fromBits(1 | 64))
        .isEqualTo(Set.of(DomainListFlag.ACTIVE, DomainListFlag.SHUTOFF));
    assertThatThrownBy(() -> DomainListFlag.fromBits(1 | 1 << 16))
        .hasMessage("invalid argument: unsupported flags (0x10000) in virConnectListAllDomains");
  }

  @Test
  void messagesStartWithLibvirtsText() {
    Map<ErrorCode, String> expected =
        Map.of(
            ErrorCode.INTERNAL_ERROR, "internal error: x",
            ErrorCode.NO_SUPPORT, "this function is not supported by the connection driver: x",
            ErrorCode.NO_CONNECT, "no connection driver available for x",
            ErrorCode.INVALID_CONN, "invalid connection pointer in x",
            ErrorCode.OPERATION_DENIED, "operation forbidden: x",
            ErrorCode.NO_DOMAIN, "Domain not found: x",
            ErrorCode.AUTH_FAILED, "authentication failed: x",
            ErrorCode.OPERATION_INVALID, "Requested operation is not valid: x",
            ErrorCode.OPERATION_TIMEOUT, "Timed out during operation: x",
            ErrorCode.OPERATION_ABORTED, "operation aborted: x");

    assertThat(
            expected.keySet().stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(), code -> String.valueOf(exceptionMessage(code)))))
        .isEqualTo(expected);
  }

  private static String exceptionMessage(ErrorCode code) {
    return String.valueOf(LibvirtException.of(code, "x").getMessage());
  }

  private static <E extends Enum<E>> String numbers(E[] values, Function<E, Integer> number) {
    return Arrays.stream(values)
        .map(value -> value.name() + "=" + number.apply(value))
        .collect(Collectors.joining(" "));
  }

  @Test
  void flagsOfSnapshotsHaveLibvirtsBits() {
    assertThat(numbers(DomainSnapshotCreateFlag.values(), DomainSnapshotCreateFlag::bit))
        .isEqualTo(
            "REDEFINE=1 CURRENT=2 NO_METADATA=4 HALT=8 DISK_ONLY=16 REUSE_EXT=32 QUIESCE=64"
                + " ATOMIC=128 LIVE=256 VALIDATE=512");
    assertThat(numbers(DomainSnapshotListFlag.values(), DomainSnapshotListFlag::bit))
        .isEqualTo(
            "ROOTS=1 DESCENDANTS=1 METADATA=2 LEAVES=4 NO_LEAVES=8 NO_METADATA=16 INACTIVE=32"
                + " ACTIVE=64 DISK_ONLY=128 INTERNAL=256 EXTERNAL=512 TOPOLOGICAL=1024");
    assertThat(numbers(DomainSnapshotRevertFlag.values(), DomainSnapshotRevertFlag::bit))
        .isEqualTo("RUNNING=1 PAUSED=2 FORCE=4 RESET_NVRAM=8");
    assertThat(numbers(DomainSnapshotDeleteFlag.values(), DomainSnapshotDeleteFlag::bit))
        .isEqualTo("CHILDREN=1 METADATA_ONLY=2 CHILDREN_ONLY=4");
    assertThat(numbers(DomainSnapshotXmlFlag.values(), DomainSnapshotXmlFlag::bit))
        .isEqualTo("SECURE=1");
    assertThat(DomainSnapshotListFlag.fromBits(4)).containsExactly(DomainSnapshotListFlag.LEAVES);
  }
}
