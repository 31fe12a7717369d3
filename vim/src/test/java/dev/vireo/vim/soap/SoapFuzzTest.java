package dev.vireo.vim.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.vireo.vim.ApiVersion;
import dev.vireo.vim.FaultException;
import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.CurrentTime;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.methods.RetrieveServiceContent;
import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.methods.WaitForUpdatesEx;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.RetrieveOptions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What holds for any bytes that a server answers with, or a client sends. */
class SoapFuzzTest {

  private static final ManagedObjectReference COLLECTOR =
      new ManagedObjectReference("PropertyCollector", "propertyCollector");

  /** Calls whose answers hold every kind of value: objects, arrays, scalars, what has no record. */
  private static final List<VimMethod<?>> METHODS =
      List.of(
          new ContinueRetrievePropertiesEx(COLLECTOR, "1"),
          new RetrieveServiceContent(new ManagedObjectReference("ServiceInstance", "s")),
          new WaitForUpdatesEx(COLLECTOR, "", null),
          new CurrentTime(new ManagedObjectReference("ServiceInstance", "s")),
          new RetrievePropertiesEx(COLLECTOR, List.of(), new RetrieveOptions(null)),
          new Fetch(new ManagedObjectReference("Folder", "f"), "name"));

  private final SoapCodec codec = new SoapCodec();

  /** The first byte chooses the call, the others are its answer. */
  @FuzzTest
  void answers(byte @NotNull [] data) {
    if (data.length > 0) {
      VimMethod<?> method = METHODS.get((data[0] & 0xFF) % METHODS.size());
      answers(method, Arrays.copyOfRange(data, 1, data.length));
    }
  }

  private <R> void answers(VimMethod<R> method, byte[] body) {
    R result;
    try {
      result = codec.decodeResponse(method, body);
    } catch (FaultException e) {
      assertThat(e.operation()).isEqualTo(method.getClass().getSimpleName());
      if (e.fault() != null) {
        byte[] fault = codec.encodeFault(new SoapFault("f", e.faultString(), e.fault()));
        assertThat(fault).isNotEmpty();
      }
      return;
    } catch (ProtocolException e) {
      assertThat(e).hasMessageMatching("(?s)The .*\\.");
      return;
    }
    @SuppressWarnings("unchecked") // the class of a VimMethod<R>
    Class<? extends VimMethod<?>> type = (Class<? extends VimMethod<?>>) method.getClass();
    byte[] once = codec.encodeResponse(type, result);
    byte[] twice = codec.encodeResponse(type, codec.decodeResponse(method, once));
    assertThat(new String(twice, StandardCharsets.UTF_8))
        .isEqualTo(new String(once, StandardCharsets.UTF_8));
  }

  @FuzzTest
  void requests(byte @NotNull [] body) throws Exception {
    VimMethod<?> call;
    try {
      call = codec.decodeRequest(body);
    } catch (MalformedMessageException e) {
      assertThat(e).hasMessageMatching("(?s)The .*\\.");
      return;
    } catch (UnknownMethodException e) {
      assertThat(e.method()).isNotEmpty();
      return;
    }
    byte[] sent;
    try {
      sent = codec.encodeRequest(call);
    } catch (IllegalArgumentException e) {
      assertThat(e)
          .hasMessage(
              "A text holds a character that XML cannot carry, such as a control character.");
      return;
    }
    assertThat(codec.encodeRequest(codec.decodeRequest(sent))).isEqualTo(sent);
  }

  @FuzzTest
  void versions(byte @NotNull [] document) {
    for (String text : ServiceVersions.read(document)) {
      ApiVersion version = ApiVersion.of(text);
      assertThat(version).hasToString(text).isEqualByComparingTo(ApiVersion.of(text));
      assertThat(version.isAtLeast(ApiVersion.NEWEST) && ApiVersion.NEWEST.isAtLeast(version))
          .isEqualTo(version.equals(ApiVersion.NEWEST));
    }
  }
}
