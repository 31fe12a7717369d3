package dev.vireo.vim.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vireo.vim.internal.http.BodyLimit;
import dev.vireo.vim.internal.http.BodyReader;
import dev.vireo.vim.internal.http.ConnectRequest;
import dev.vireo.vim.internal.http.CookieJar;
import dev.vireo.vim.internal.http.HeadReader;
import dev.vireo.vim.internal.http.RequestHead;
import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;
import dev.vireo.vim.internal.http.Socks4Request;
import dev.vireo.vim.internal.http.Socks5Request;
import dev.vireo.vim.internal.http.WireInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;

/**
 * What holds for whatever servers and proxies send, and users type. A usual build runs these with
 * the files in HttpFuzzTestInputs; tool/fuzz looks for new ones.
 */
class HttpFuzzTest {

  private static final BodyLimit LIMIT = new BodyLimit(100_000, "");

  @FuzzTest
  void readsAnswers(byte[] answer) {
    WireInput in = new WireInput(new ByteArrayInputStream(answer));
    try {
      ResponseHead head = HeadReader.read(in);
      assertThat(head.status()).isBetween(200, 599);
      head.keepsConnection();
      ResponseBody body = ResponseBody.of(head, in);
      byte[] bytes = new BodyReader(LIMIT).read(body.stream(), body.length());
      assertThat(bytes.length).isLessThan(answer.length);
      if (body.length() >= 0) {
        assertThat(bytes).hasSize((int) body.length());
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest
  void readsChunks(byte[] chunks) {
    byte[] head =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] answer = java.util.Arrays.copyOf(head, head.length + chunks.length);
    System.arraycopy(chunks, 0, answer, head.length, chunks.length);
    readsAnswers(answer);
  }

  @FuzzTest
  void takesCookies(FuzzedDataProvider data) {
    CookieJar jar = new CookieJar();
    int count = data.consumeInt(1, 60);
    for (int i = 0; i < count; i++) {
      jar.store("/sdk", data.consumeString(100));
    }
    String path = "/" + data.consumeAsciiString(10);
    String header = jar.header(path);
    if (header != null) {
      // what the jar gives can be sent
      assertThat(new RequestHead("GET", "/").add("Cookie", header).bytes()).isNotEmpty();
    }
  }

  @FuzzTest
  void readsRepliesOfProxies(FuzzedDataProvider data) throws IOException {
    int kind = data.consumeInt(0, 4);
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
    ByteArrayInputStream in = new ByteArrayInputStream(data.consumeRemainingAsBytes());
    OutputStream out = OutputStream.nullOutputStream();
    try {
      switch (kind) {
        case 0 -> new Socks4Request("esx.test", address, 443).exchange(in, out);
        case 1 -> new Socks4Request("esx.test", null, 443).exchange(in, out);
        case 2 -> new Socks5Request("esx.test", address, 443).exchange(in, out);
        case 3 -> new Socks5Request("esx.test", null, 443).exchange(in, out);
        default -> new ConnectRequest("esx.test:443", "x").exchange(in, out);
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
