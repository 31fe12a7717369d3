package dev.vireo.vim;

import dev.vireo.vim.TransportException.Kind;
import dev.vireo.vim.transport.TransferAnswer;
import dev.vireo.vim.transport.TransferRequest;
import dev.vireo.vim.transport.Transfers;
import dev.vireo.vim.transport.WireRequest.Verb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file of a host, whose connections break where a test says. */
final class FileHost implements Transfers {

  /** What the host does with a request instead of the usual. */
  interface Turn {
    TransferAnswer take(TransferRequest request) throws IOException;
  }

  private final Deque<Turn> turns = new ArrayDeque<>();
  private final List<TransferRequest> requests = new ArrayList<>();
  private byte @Nullable [] content;
  private @Nullable String etag = "\"1\"";
  private @Nullable String modified = "Sat, 01 Jan 2022 00:00:00 GMT";
  private boolean ranges = true;
  private int closed;

  FileHost(byte @Nullable [] content) {
    this.content = content;
  }

  byte @Nullable [] content() {
    return content;
  }

  /** Makes it another file. */
  FileHost become(byte @Nullable [] bytes, @Nullable String tag, @Nullable String time) {
    content = bytes;
    etag = tag;
    modified = time;
    return this;
  }

  /** Gives the whole file whatever is asked for. */
  FileHost withoutRanges() {
    ranges = false;
    return this;
  }

  /** What happens with the next request that has no turn yet. */
  FileHost then(Turn turn) {
    turns.add(turn);
    return this;
  }

  /** The connection is cut after some bytes of the answer's body. */
  FileHost thenCut(int after) {
    return then(request -> answer(request, after, Kind.CUT_OFF));
  }

  FileHost thenStatus(int status) {
    return then(request -> status(status, Map.of()));
  }

  List<TransferRequest> requests() {
    return requests;
  }

  /** The ranges that were asked for; null for none. */
  List<@Nullable String> askedRanges() {
    return requests.stream().map(request -> request.headers().get("Range")).toList();
  }

  /** How many answers have not been closed. */
  int open() {
    return requests.size() - closed;
  }

  @Override
  public TransferAnswer open(TransferRequest request) throws IOException {
    requests.add(request);
    Turn turn = turns.poll();
    boolean answered = false;
    try {
      TransferAnswer answer = (turn == null ? (Turn) this::answer : turn).take(request);
      answered = true;
      return answer;
    } finally {
      closed += answered ? 0 : 1;
    }
  }

  /** The usual. */
  TransferAnswer answer(TransferRequest request) throws IOException {
    return switch (request.verb()) {
      case GET, HEAD -> answer(request, Integer.MAX_VALUE, Kind.CUT_OFF);
      case PUT -> {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        request.body().writeTo(sent);
        boolean isNew = content == null;
        content = sent.toByteArray();
        yield status(isNew ? 201 : 200, Map.of());
      }
      case DELETE -> {
        boolean gone = content == null;
        content = null;
        yield status(gone ? 404 : 204, Map.of());
      }
      case POST -> status(405, Map.of());
    };
  }

  /** Takes a part of what is sent, and then the connection is cut. */
  static TransferAnswer cutSending(TransferRequest request, int after) throws IOException {
    request
        .body()
        .writeTo(
            new OutputStream() {
              private int count;

              @Override
              public void write(int value) {
                if (count++ == after) {
                  throw new TransportException(Kind.CUT_OFF, "cut", null);
                }
              }
            });
    throw new TransportException(Kind.CUT_OFF, "cut", null);
  }

  TransferAnswer answer(TransferRequest request, int bytes, Kind then) {
    byte[] all = content;
    if (all == null) {
      return status(404, Map.of());
    }
    Map<String, String> headers = new HashMap<>();
    if (etag != null) {
      headers.put("etag", etag);
    }
    if (modified != null) {
      headers.put("last-modified", modified);
    }
    String range = request.headers().get("Range");
    if (range == null || !ranges) {
      return answer(200, headers, all, request.verb() == Verb.HEAD ? 0 : bytes, then);
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int first = Integer.parseInt(ends[0]);
    int last = ends[1].isEmpty() ? all.length - 1 : Integer.parseInt(ends[1]);
    if (first >= all.length) {
      headers.put("content-range", "bytes */" + all.length);
      return answer(416, headers, new byte[0], bytes, then);
    }
    last = Math.min(last, all.length - 1);
    headers.put("content-range", "bytes " + first + "-" + last + "/" + all.length);
    return answer(206, headers, Arrays.copyOfRange(all, first, last + 1), bytes, then);
  }

  TransferAnswer status(int status, Map<String, String> headers) {
    return answer(status, headers, new byte[0], Integer.MAX_VALUE, Kind.CUT_OFF);
  }

  TransferAnswer answer(
      int status, Map<String, String> headers, byte[] body, int bytes, Kind then) {
    InputStream in = new ByteArrayInputStream(body, 0, Math.min(bytes, body.length));
    return new TransferAnswer(
        status,
        headers,
        body.length,
        new InputStream() {
          @Override
          public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count < 0 && bytes < body.length) {
              throw new TransportException(then, "cut", null);
            }
            return count;
          }

          @Override
          public void close() {
            closed++;
          }
        });
  }
}
