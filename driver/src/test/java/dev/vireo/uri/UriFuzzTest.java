package dev.vireo.uri;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What holds for any {@code libvirt.conf}. */
class UriFuzzTest {

  @FuzzTest
  void configurations(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      Map<String, ConfValue> settings = new LibvirtConfReader(Path.of("libvirt.conf"), text).read();
      long lines = text.lines().count();
      settings.forEach((name, value) -> {
        assertThat(name).matches("[A-Za-z][A-Za-z0-9_]*");
        assertThat(value.line()).isBetween(1, (int) lines + 1);
      });
    } catch (LibvirtException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
      assertThat(e.detail()).matches("libvirt\\.conf:[1-9][0-9]*: [a-z].*");
    }
  }
}
