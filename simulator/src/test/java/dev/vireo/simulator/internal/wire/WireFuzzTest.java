package dev.vireo.simulator.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What holds for any range, address and cookie of a request. */
class WireFuzzTest {

  @FuzzTest
  void ranges(FuzzedDataProvider data) {
    int size = data.consumeInt(0, Integer.MAX_VALUE);
    RequestedRange range = RequestedRange.parse(data.consumeRemainingAsString(), size);
    if (range != null) {
      assertThat(range.first()).isBetween(0L, range.last());
      assertThat(range.last()).isLessThan(size);
      assertThat(RequestedRange.parse(range.toString(), size)).isEqualTo(range);
    }
  }

  @FuzzTest
  void percentCoding(byte @NotNull [] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String encoded = PercentCoding.encode(text);
    assertThat(encoded).matches("[A-Za-z0-9%._~-]*");
    assertThat(PercentCoding.decode(encoded)).isEqualTo(text);
    PercentCoding.parameters(text).keySet().forEach(name -> assertThat(name).isNotNull());
    Map<String, String> read = PercentCoding.parameters("a=" + encoded);
    assertThat(read).containsEntry("a", text);
    Inbound request =
        new Inbound("GET", text, Map.of("cookie", text), RequestBody.NONE, "client", false);
    assertThat(request.path() + request.query()).isEqualTo(text.replaceFirst("\\?", ""));
    String cookie = request.cookie("vmware_soap_session");
    assertThat(text).contains(cookie == null ? "" : cookie);
  }
}
