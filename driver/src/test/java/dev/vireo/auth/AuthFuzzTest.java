package dev.vireo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What holds for any file of credentials or of known hosts, and for any text in one. */
class AuthFuzzTest {

  private static final Path FILE = Path.of("auth.conf");

  private static Map<String, Map<String, char[]>> read(String text) {
    Map<String, Map<String, char[]>> groups = new LinkedHashMap<>();
    AuthFileReader reader = new AuthFileReader(FILE, CharBuffer.wrap(text), groups);
    reader.read();
    AuthFileReview.of(FILE, groups, reader.lines());
    return groups;
  }

  @FuzzTest
  void credentials(byte @NotNull [] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    Map<String, Map<String, char[]>> groups;
    try {
      groups = read(text);
    } catch (LibvirtException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
      assertThat(e.detail()).matches("auth\\.conf:[1-9][0-9]*: [a-z].*");
      return;
    }
    StringBuilder again = new StringBuilder();
    groups.forEach((name, items) -> {
      again.append('[').append(name).append("]\n");
      items.forEach((key, value) -> again.append(key).append('=').append(value).append('\n'));
    });
    Map<String, Map<String, char[]>> reread = read(again.toString());
    assertThat(reread.keySet()).isEqualTo(groups.keySet());
    groups.forEach((name, items) ->
        items.forEach((key, value) ->
            assertThat(reread)
                .extractingByKey(name)
                .extracting(group -> group.get(key))
                .isEqualTo(value)));
  }

  /** A password that is written into the file comes out of it, whatever characters it has. */
  @FuzzTest
  void passwords(FuzzedDataProvider data) {
    String before = data.consumeAsciiString(20).replace("[", "").replace("\n", " ");
    String password = data.consumeRemainingAsString();
    if (password.indexOf('\n') < 0 && !hasBlankEnd(password)) {
      String text = "#" + before + "\n[credentials-x]\r\n password = " + password + "\n";
      assertThat(read(text))
          .extractingByKey("credentials-x")
          .extracting(group -> group.get("password"))
          .isEqualTo(password.toCharArray());
    }
  }

  private static boolean hasBlankEnd(String text) {
    String blanks = " \t\r\f\u000b";
    return !text.isEmpty()
        && (blanks.indexOf(text.charAt(0)) >= 0
            || blanks.indexOf(text.charAt(text.length() - 1)) >= 0);
  }

  @FuzzTest
  void knownHosts(byte @NotNull [] file) {
    new String(file, StandardCharsets.UTF_8)
        .lines()
        .forEach(text -> {
          KnownHostsLine line = KnownHostsLine.parse(text);
          assertThat(line.server()).isEqualTo(line.server().toLowerCase(Locale.ROOT));
          if (!line.server().isEmpty()) {
            assertThat(line.isBroken()).isFalse();
            assertThat(line.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
            String written = KnownHostsLine.format(line.server(), line.fingerprint(), text);
            assertThat(written.lines()).hasSize(1);
            assertThat(KnownHostsLine.parse(written)).isEqualTo(line);
          }
        });
  }
}
