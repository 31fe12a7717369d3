package dev.vireo.nest.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.IsoHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What holds for any file of an installer, and for what users type for one. */
class InstallFuzzTest {

  private static final KernelOption KS = new KernelOption("ks", "cdrom:/KS.CFG");

  @FuzzTest
  void bootConfigurations(byte @NotNull [] file) {
    BootConfig config;
    try {
      config = BootConfig.parse("BOOT.CFG", file);
    } catch (NestException e) {
      assertThat(e.getMessage()).startsWith("BOOT.CFG ");
      return;
    }
    assertThat(config.bytes()).isEqualTo(file);
    BootConfig changed = config.with(List.of(KS));
    assertThat(changed.kernelOptions().split("\\s+")).containsOnlyOnce("ks=cdrom:/KS.CFG");
    assertThat(BootConfig.parse("BOOT.CFG", changed.bytes())).isEqualTo(changed);
    assertThat(changed.with(List.of(KS))).isEqualTo(changed);
    assertThat(changed.title()).isEqualTo(config.title());
    assertThat(changed.build()).isEqualTo(config.build());
  }

  /** The bytes stand where an image has the description of its volume. */
  @FuzzTest
  void isoHeaders(byte @NotNull [] bytes) throws IOException {
    Path iso = Files.createTempFile("fuzz", ".iso");
    try {
      byte[] image = new byte[16 * 2048 + bytes.length];
      System.arraycopy(bytes, 0, image, 16 * 2048, bytes.length);
      Files.write(iso, image);
      try {
        assertThat(IsoHeader.read(iso).volumeId()).hasSizeLessThanOrEqualTo(32);
      } catch (NestException e) {
        assertThat(e.getMessage()).contains("is not an ISO image");
      }
    } finally {
      Files.delete(iso);
    }
  }

  @FuzzTest
  void words(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertThat(KernelOption.parse(text).text()).isEqualTo(text).matches("[\\x21-\\x7e]+");
    } catch (NestException e) {
      assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}");
    }
    for (String what : List.of("address", "netmask")) {
      try {
        int address = what.equals("netmask") ? Ipv4.parseMask(text) : Ipv4.parse(what, text);
        assertThat(address).isEqualTo(Ipv4.parse("address", text));
      } catch (NestException e) {
        assertThat(e.getMessage()).contains(what);
      }
    }
    char[] password = text.toCharArray();
    if (password.length == 0 || text.chars().anyMatch(Character::isISOControl)) {
      try {
        assertThat(PasswordHash.of(password)).isNull();
      } catch (NestException e) {
        assertThat(Arrays.equals(password, new char[password.length])).isTrue();
      }
    }
    try {
      assertThat(PasswordHash.ofCrypt(text).crypt()).isEqualTo(text);
    } catch (NestException e) {
      assertThat(String.valueOf(e.getMessage()).contains(text) && text.length() > 12).isFalse();
    }
  }
}
