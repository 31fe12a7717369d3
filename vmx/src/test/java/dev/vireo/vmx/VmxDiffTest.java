package dev.vireo.vmx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.vmx.VmxDiff.Difference;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VmxDiffTest {
  private static final String NIC = "ethernet0.present=\"TRUE\"\n";

  private static List<Difference> between(String left, String right) {
    return VmxDiff.between(VmxDocument.parse(left), VmxDocument.parse(right));
  }

  static Stream<Arguments> same() {
    return Stream.of(
        Arguments.of("a=\"1\";b=\"2\"", "# c\r\nb='2'\n\nA = 1"),
        Arguments.of("a=\"1\";a=\"2\"", "a=\"1\""),
        Arguments.of(".encoding=\"windows-1252\"\na=\"é\"", "a=\"é\""),
        Arguments.of("usb.present=\"FALSE\"", ""),
        Arguments.of("usb.present=\"TRUE\"", "usb.present=\"true\""),
        Arguments.of("memsize=\"064\"", "memsize=\"+64\""),
        Arguments.of("memsize=\"32\"\nfirmware=\"BIOS\"", "numvcpus=\"1\""),
        Arguments.of("sched.mem.max=\"Unlimited\"", "sched.mem.max=\"-1\""),
        Arguments.of(
            "uuid.bios=\"56 4D 9b ef ac d9 b4 e0-c8 f0 ae a8 b9 10 35 15\"",
            "uuid.bios=\"564d9bef-acd9-b4e0-c8f0-aea8b9103515\""),
        Arguments.of(
            NIC + "ethernet0.address=\"00:0C:29:1:02:0\"",
            NIC + "ethernet0.address=\"0:0c:29:01:2:00\""),
        Arguments.of("displayName=\"a%2fb|22\"", "displayName=\"a/b%7C22\""),
        Arguments.of("annotation=\"a|0Ab\"", "annotation=\"a|0ab\""),
        Arguments.of(
            "ethernet1.present=\"FALSE\"\nethernet1.virtualDev=\"e1000\"",
            "ethernet1.virtualDev=\"vlance\"\nscsi0:1.fileName=\"a.vmdk\""));
  }

  @ParameterizedTest
  @MethodSource("same")
  void findsNothingWhereTheMeaningIsTheSame(String left, String right) {
    assertThat(between(left, right)).isEmpty();
    assertThat(between(right, left)).isEmpty();
  }

  static Stream<Arguments> different() {
    return Stream.of(
        Arguments.of("a=\"1\"", "", "a", "1", null),
        Arguments.of("", "A=\"\"", "A", null, ""),
        Arguments.of("a=\"1\";a=\"2\"", "a=\"2\"", "a", "1", "2"),
        Arguments.of("usb.present=\"TRUE\"", "", "usb.present", "TRUE", null),
        Arguments.of("memSize=\"64\"", "memsize=\"68\"", "memSize", "64", "68"),
        Arguments.of("memsize=\"64\"", "", "memsize", "64", null),
        Arguments.of("memsize=\"x\"", "memsize=\"X\"", "memsize", "x", "X"),
        Arguments.of("guestinfo.a=\"07\"", "guestinfo.a=\"7\"", "guestinfo.a", "07", "7"),
        Arguments.of("displayName=\"%zz\"", "displayName=\"%ZZ\"", "displayName", "%zz", "%ZZ"),
        Arguments.of("annotation=\"%41\"", "annotation=\"A\"", "annotation", "%41", "A"),
        Arguments.of(
            NIC + "ethernet0.virtualDev=\"e1000\"",
            "ethernet0.present=\"true\";ethernet0.virtualDev=\"E1000e\"",
            "ethernet0.virtualDev",
            "e1000",
            "E1000e"));
  }

  @ParameterizedTest
  @MethodSource("different")
  void findsWhatMeansSomethingElse(
      String left, String right, String key, String leftValue, String rightValue) {
    assertThat(between(left, right))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.key()).isEqualTo(key);
          assertThat(difference.left()).isEqualTo(leftValue);
          assertThat(difference.right()).isEqualTo(rightValue);
        });
  }

  @Test
  void comparesWhatBytesSayAndNotTheBytes() {
    byte[] latin = ".encoding=\"windows-1252\"\na=\"é\"".getBytes(Charset.forName("windows-1252"));

    assertThat(VmxDiff.between(VmxDocument.parse(latin), VmxDocument.parse("a=\"é\""))).isEmpty();
  }

  @Test
  void groupsTheDifferencesByDevice() {
    String left =
        """
        SCSI0:1.present = "TRUE"
        ethernet0.present = "TRUE"
        memsize = "64"
        scsi0:1.fileName = "a.vmdk"
        """;
    String right = "ethernet1.present = \"TRUE\"\nnumvcpus = \"2\"\n";

    assertThat(between(left, right))
        .extracting(difference -> difference.device() + "/" + difference.key())
        .containsExactly(
            "/memsize",
            "/numvcpus",
            "scsi0:1/SCSI0:1.present",
            "scsi0:1/scsi0:1.fileName",
            "ethernet0/ethernet0.present",
            "ethernet1/ethernet1.present");
  }

  @Test
  void showsNoSecret() {
    assertThat(between("RemoteDisplay.vnc.password=\"hunter2\"", "").toString())
        .contains("password")
        .doesNotContain("hunter2");
    assertThat(between("", "encryption.keySafe=\"hunter2\""))
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.isSecret()).isTrue();
          assertThat(difference).hasToString("encryption.keySafe: (not shown)");
        });
  }
}
