package dev.vireo.internal.esx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.LibvirtException;
import dev.vireo.internal.esx.host.CpuModel;
import dev.vireo.internal.esx.host.HostFacts;
import dev.vireo.internal.esx.host.LongMode;
import dev.vireo.vim.types.AboutInfo;
import dev.vireo.vim.types.HostCpuIdInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts of the host become what libvirt shows. */
class HostTextTest {

  /** The expected texts are what virsh 9.0.0 shows. */
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Intel(R) Xeon(R) CPU           E5-2690 0 (C) @ 2.90GHz(TM) stepping,"
            + "Intel Xeon CPU E5-2690 0  @ 2.9",
        "AMD EPYC,AMD EPYC",
        "Intel(R) Core(TM) i7,Intel Core i7",
      })
  void cpuModelsAreShortened(String model, String shown) {
    assertThat(CpuModel.shorten(model)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "a%2fb, a/b",
    "a%5Cb%25c, a\\b%c",
    "100%, 100%",
    "50%zz, 50%zz",
    "%2, %2",
  })
  void inventoryNamesAreUnescaped(String wire, String name) {
    assertThat(InventoryName.unescape(wire)).isEqualTo(name);
    assertThat(InventoryName.matches(wire, name)).isTrue();
    assertThat(InventoryName.matches(wire, wire)).isTrue();
    assertThat(InventoryName.matches(wire, name + "x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8.0.3, 8000003", "4.1, 4001000", "6.5.0.1, 6005000", "10.12.345, 10012345"})
  void versionsAreCodedAsNumbers(String version, long number) {
    assertThat(HostFacts.version(about("esx", "HostAgent", version, "8.0"))).isEqualTo(number);
  }

  @Test
  void longModeIsBit29OfTheExtendedFeatures() {
    assertThat(LongMode.isSupported(edx("0010:0000:0000:0000:0000:0000:0000:0000"))).isTrue();
    assertThat(LongMode.isSupported(edx("1101:1111:1111:1111:1111:1111:1111:1111"))).isFalse();
    assertThat(LongMode.isSupported(List.of())).isFalse();
    assertThatThrownBy(() -> LongMode.isSupported(edx("0010")))
        .hasMessage("internal error: HostCpuIdInfo register 'edx' has an unexpected length");
  }

  @ParameterizedTest
  @CsvSource({
    "gsx, HostAgent, 2.0.0, 2.5, GSX",
    "esx, HostAgent, 3.5.0, 2.5u2, ESX",
    "embeddedEsx, HostAgent, 8.0.3, 8.0.3.0, ESX",
    "vpx, VirtualCenter, 8.0.3, 8.0.3.0, VPX",
  })
  void productsAreKnownByTheirLine(
      String line, String apiType, String version, String api, ServerProduct product) {
    assertThat(ServerProduct.of(about(line, apiType, version, api))).isEqualTo(product);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "esx#Other#8.0.0#8.0#Expecting VI API type 'HostAgent' or 'VirtualCenter' but found"
            + " 'Other'",
        "esx#HostAgent#3.0.2#2.0#Minimum supported VI API version is 2.5 but found version '2.0'",
        "esx#HostAgent#3.0.2#2.5#Minimum supported ESX(i) version is 3.5 but found version"
            + " '3.0.2'",
        "gsx#HostAgent#1.0#2.5#Minimum supported Server/GSX version is 2.0 but found version"
            + " '1.0'",
        "hosted#HostAgent#9.0#2.5#Expecting product 'gsx' or 'esx' or 'embeddedEsx' or 'vpx' but"
            + " found 'hosted'",
      })
  void otherProductsAreRefused(
      String line, String apiType, String version, String api, String message) {
    assertThatThrownBy(() -> ServerProduct.of(about(line, apiType, version, api)))
        .isInstanceOf(LibvirtException.class)
        .hasMessage("internal error: " + message);
  }

  @Test
  void theSchemeMustFitTheProduct() {
    ServerProduct.ESX.requireScheme(EsxScheme.ESX, "h", ServerRole.NAMED_BY_URI);
    ServerProduct.ESX.requireScheme(EsxScheme.TEST, "h", ServerRole.NAMED_BY_URI);
    assertThatThrownBy(
            () -> ServerProduct.VPX.requireScheme(EsxScheme.ESX, "h", ServerRole.NAMED_BY_URI))
        .hasMessage(
            "internal error: Expecting 'h' to be a ESX(i) host but found a vCenter/VPX host")
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.hints()).containsExactly("use a vpx:// URI"));
  }

  private static List<HostCpuIdInfo> edx(String register) {
    return List.of(
        new HostCpuIdInfo(1, null, null, null, null, ""),
        new HostCpuIdInfo(0x80000001, null, null, null, null, register));
  }

  private static AboutInfo about(String line, String apiType, String version, String api) {
    return new AboutInfo(
        "n", "n", "v", version, null, "1", null, null, "o", line, apiType, api, null, null, null);
  }
}
