package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What holds for the log of any body: it fails no call, and no secret is in it. */
class RedactionFuzzTest {

  private static final String SECRET = "hunter2hunter2";

  /** Where a secret stands: markup that is whole, however it is surrounded. */
  private static final List<String> PLACES =
      List.of(
          "<password>%s</password>",
          "<a:sessionId xmlns:a=\"b\">%s</a:sessionId>",
          "<returnval xmlns:xsi=\"x\" xsi:type=\"UserSession\"><key>%s</key></returnval>",
          "<currentSession><key>%s</key></currentSession>",
          "<x ticket='%s'/>",
          "<c><key>RemoteDisplay.vnc.password</key><value>%s</value></c>",
          "<c><value>%s</value><key>RemoteDisplay.vnc.password</key></c>",
          "<c><name>config.extraConfig[\"odd\"].value</name><op>assign</op><val>%s</val></c>");

  @FuzzTest
  void anyBody(byte @NotNull [] body) {
    assertThat(Redaction.of("RetrieveProperties", body, key -> false)).isNotEmpty();
  }

  @FuzzTest
  void secretsStayHidden(FuzzedDataProvider data) {
    String place = data.pickValue(PLACES).formatted(SECRET);
    String before = data.consumeString(40);
    String after = data.consumeRemainingAsString();
    for (String body :
        List.of(
            before + place + after,
            "<r>" + before + place + after + "</r>",
            "<r><!--" + before + "-->" + place + "<![CDATA[" + after + "]]></r>")) {
      if (!(before + after).contains(SECRET)) {
        assertThat(
                Redaction.of(
                    "RetrieveProperties",
                    body.getBytes(StandardCharsets.UTF_8),
                    key -> key.equals("odd")))
            .as(body)
            .doesNotContain(SECRET);
      }
    }
  }

  /** Whatever stands between the name of an option and its value, and whichever comes first. */
  @FuzzTest
  void optionsStayHidden(FuzzedDataProvider data) {
    boolean valueFirst = data.consumeBoolean();
    String name = data.pickValue(List.of("key", "name"));
    String label = "<" + name + ">guestinfo.secret</" + name + ">";
    String value = "<value>" + SECRET + "</value>";
    String between = data.consumeRemainingAsString();
    String body =
        "<option>"
            + (valueFirst ? value : label)
            + "<between>"
            + between
            + "</between>"
            + (valueFirst ? label : value)
            + "</option>";
    if (!between.contains(SECRET)) {
      assertThat(Redaction.of("Find", body.getBytes(StandardCharsets.UTF_8), key -> false))
          .as(body)
          .doesNotContain(SECRET);
    }
  }
}
