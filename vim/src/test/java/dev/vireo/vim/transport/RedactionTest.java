package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a body is shown, letter by letter. */
class RedactionTest {

  private static String shown(String body) {
    return Redaction.of("X", body.getBytes(StandardCharsets.UTF_8), key -> false);
  }

  @Test
  void nothingIsShownAsNothing() {
    assertThat(shown("")).isEqualTo("(nothing)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<v:a xmlns:v='urn:v' b='5' type='v:X'>t<!-- n --></v:a>|<a b=\"5\" type=\"v:X\">t</a>",
        "<a password='s' b='5'/>|<a password=\"redacted\" b=\"5\"></a>",
        "<a b='&lt;password>s'/>|<a b=\"redacted\"></a>",
        "<a b='&lt;p>s' c='password'/>|<a b=\"&lt;p&gt;s\" c=\"password\"></a>",
        "<a><p>&lt;cookie>s</p><p>cookie</p></a>|<a><p>redacted</p><p>cookie</p></a>",
        "<a><password><b><c/></b>s<b/></password><d>5</d></a>"
            + "|<a><password>redacted</password><d>5</d></a>",
        "<a><currentSession><key>s</key></currentSession><d/></a>"
            + "|<a><currentSession>redacted</currentSession><d></d></a>",
        "<a><key>x.password</key><value>s</value><value>s</value></a>"
            + "|<a><key>x.password</key><value>redacted</value><value>redacted</value></a>",
        "<a><key>n</key><value><b>5</b></value></a>|<a><key>n</key><value><b>5</b></value></a>",
        "<a><o><key>x.password</key></o><value>5</value></a>"
            + "|<a><o><key>x.password</key></o><value>5</value></a>"
      })
  void whatIsSecretIsReplacedAndNothingElse(String body, String log) {
    assertThat(shown(body)).isEqualTo(log);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a><value>s</value><key>x.token</key><d/></a>"
            + "|<a><value>redacted</value><key>x.token</key><d></d></a>",
        "<a><value>s</value><val>s</val><key>x.token</key><name>y.token</name><d>5</d></a>"
            + "|<a><value>redacted</value><val>redacted</val><key>x.token</key>"
            + "<name>y.token</name><d>5</d></a>",
        "<a><value/><value><b>s</b>s</value><key>x.token</key></a>"
            + "|<a><value>redacted</value><value>redacted</value><key>x.token</key></a>"
      })
  void aValueBeforeItsKeyIsReplacedAsOneBehindIt(String body, String log) {
    assertThat(shown(body)).isEqualTo(log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b><![CDATA[<pass]]><![CDATA[word>s3cret]]></b>",
        "<b>&lt;pass<![CDATA[word>]]>s3cret</b>",
        "<b>&#60;pass&#119;ord&#62;s3cret</b>"
      })
  void markupInPiecesIsLookedAtAsAWhole(String body) {
    assertThat(shown(body)).isEqualTo("<b>redacted</b>");
  }

  @Test
  void aBodyMayNestAsDeepAsItHasSense() {
    String deep = "<a>".repeat(90) + "</a>".repeat(90);
    assertThat(shown(deep)).isEqualTo(deep);
    String tooDeep = "<a>".repeat(201) + "</a>".repeat(201);
    assertThat(shown(tooDeep))
        .isEqualTo("<redacted> (" + tooDeep.length() + " bytes that are not well-formed XML)");
  }

  @Test
  void aBodyIsLookedAtUpToAShareOfTheHeap() {
    int most = (int) Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 64);
    assertThat(Redaction.of("X", new byte[most], key -> false)).contains("not well-formed");
    assertThat(Redaction.of("X", new byte[most + 1], key -> false))
        .isEqualTo("<redacted> (" + (most + 1) + " bytes, which is more than is shown)");
  }

  @ParameterizedTest
  @CsvSource({
    "extraConfig[\"odd\"].value, odd",
    "odd, odd",
    "a[\"\"], a[\"\"]",
    "\"odd, \"odd",
    "odd\", odd\"",
  })
  void theCallerIsAskedForTheKeyOfAnOption(String label, String option) {
    List<String> asked = new ArrayList<>();
    Redaction.of(
        "X",
        ("<a><key>" + label + "</key></a>").getBytes(StandardCharsets.UTF_8),
        key -> !asked.add(key));
    assertThat(asked).containsExactly(option);
  }

  @Test
  void theOutsideIsAskedForNothing() {
    assertThat(shown("<!DOCTYPE a SYSTEM 'file:///nowhere'><a/>")).startsWith("<redacted> (");
    assertThat(shown("<!DOCTYPE a [<!ENTITY b 's'>]><a>&b;</a>")).startsWith("<redacted> (");
  }
}
