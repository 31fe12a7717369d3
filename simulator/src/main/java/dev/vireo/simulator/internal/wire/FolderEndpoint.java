package dev.vireo.simulator.internal.wire;

import dev.vireo.simulator.internal.datastore.Datastore;
import dev.vireo.simulator.internal.files.FileContent;
import dev.vireo.simulator.internal.files.FileStore;
import dev.vireo.simulator.internal.files.Upload;
import dev.vireo.simulator.internal.files.UploadSpace;
import dev.vireo.simulator.internal.host.SimulatedHost;
import dev.vireo.simulator.internal.inventory.Datacenter;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.simulator.internal.session.Sessions;
import dev.vireo.vim.types.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files on datastores: {@code /folder/PATH?dcPath=DATACENTER&dsName=DATASTORE}. Datacenter and
 * datastore are accepted encoded once or twice, as clients do both. Readers need a session's cookie
 * or a user and password.
 */
final class FolderEndpoint {

  private static final Logger LOGGER = System.getLogger(FolderEndpoint.class.getName());

  private static final int COPIED_AT_ONCE = 64 * 1024;
  private static final String ROOT = "/folder";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final SimulatedHost host;
  private final Sessions sessions;

  FolderEndpoint(SimulatedHost host, Sessions sessions) {
    this.host = host;
    this.sessions = sessions;
  }

  static boolean serves(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** What the URL of a request leads to, or the answer when that is nothing. */
  private sealed interface Place {}

  /** A file or directory of a datastore, which need not exist. */
  private record Entry(Datastore datastore, String path, @Nullable String dcPath)
      implements Place {}

  private record Nowhere(Outbound.Answer answer) implements Place {}

  /** Decides about an upload by its URL and size: nothing is read that is not kept. */
  Admission admit(Inbound head, long length) {
    return switch (locate(head)) {
      case Nowhere nowhere -> new Admission.Refused(nowhere.answer());
      case Entry entry -> admit(entry, length);
    };
  }

  private Admission admit(Entry entry, long length) {
    Outbound.Answer refusal = refusal(entry, Math.max(0, length));
    if (refusal != null) {
      return new Admission.Refused(refusal);
    }
    UploadSpace space = host.uploadSpace();
    // What does not tell its size may be as large as any.
    long most = Math.min(host.config().maxUploadBytes(), space.free());
    long reserved = length < 0 ? most : length;
    return space.reserve(reserved)
        ? new Admission.Admitted(reserved, () -> space.release(reserved))
        : new Admission.Refused(Outbound.Answer.status(507));
  }

  Outbound.Answer answer(Inbound request) throws IOException {
    return switch (locate(request)) {
      case Nowhere nowhere -> nowhere.answer();
      case Entry entry ->
          switch (request.verb()) {
            case "GET", "HEAD" -> get(request, entry.datastore(), entry.path(), entry.dcPath());
            case "PUT" -> put(request, entry);
            case "DELETE" -> delete(entry);
            default ->
                new Outbound.Answer(405, Map.of("Allow", "GET, HEAD, PUT, DELETE"), new byte[0]);
          };
    };
  }

  private Place locate(Inbound request) {
    String user = user(request);
    if (user == null) {
      return new Nowhere(
          new Outbound.Answer(
              401,
              Map.of("WWW-Authenticate", "Basic realm=\"VMware HTTP server\""),
              "401\n".getBytes(StandardCharsets.UTF_8)));
    }
    String path = PercentCoding.decode(request.path().substring(ROOT.length()));
    String file = path.startsWith("/") ? path.substring(1) : path;
    if (climbs(file)) {
      return new Nowhere(Outbound.Answer.status(400));
    }
    Map<String, String> parameters = PercentCoding.parameters(request.query());
    Datacenter datacenter = datacenter(parameters.get("dcPath"));
    if (datacenter == null) {
      return new Nowhere(Outbound.Answer.status(404));
    }
    String datastoreName = parameters.get("dsName");
    if (datastoreName == null) {
      return new Nowhere(
          request.isReading() && file.isEmpty()
              ? Listing.ofDatastores(datacenter, parameters.get("dcPath"))
              : Outbound.Answer.status(400));
    }
    Datastore datastore = datastore(datacenter, datastoreName);
    if (datastore == null) {
      return new Nowhere(Outbound.Answer.status(404));
    }
    String privilege = request.isReading() ? "Datastore.Browse" : "Datastore.FileManagement";
    return host.access().holds(user, datastore, privilege)
        ? new Entry(datastore, file, parameters.get("dcPath"))
        : new Nowhere(Outbound.Answer.status(403));
  }

  /** Whether a path has steps that mean something else than a name. */
  private static boolean climbs(String path) {
    List<String> steps = Arrays.asList(path.split("/", -1));
    return steps.contains("..") || steps.contains(".") || path.indexOf('\0') >= 0;
  }

  /** The user that a session or a password tells; null for none. */
  private @Nullable String user(Inbound request) {
    Session session = sessions.enter(request.cookie(HostEndpoint.COOKIE));
    if (session != null) {
      sessions.leave(session);
      return session.identity().userName();
    }
    String header = request.header("authorization");
    if (header == null || !header.startsWith("Basic ")) {
      return null;
    }
    String pair = decoded(header.substring("Basic ".length()).strip());
    int colon = pair.indexOf(':');
    String user = colon < 0 ? "" : pair.substring(0, colon);
    Secret password = new Secret(pair.substring(colon + 1).toCharArray());
    return host.access().authenticates(user, password) ? user : null;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A host has one datacenter, which need not be named. */
  private @Nullable Datacenter datacenter(@Nullable String path) {
    if (path == null) {
      return host.product().isVcenter() ? null : host.inventory().datacenters().iterator().next();
    }
    String trimmed = path.startsWith("/") ? path.substring(1) : path;
    return onceOrTwice(
        trimmed, name -> host.state().read(() -> host.inventory().datacenterAt(name)));
  }

  private static @Nullable Datastore datastore(Datacenter datacenter, String wanted) {
    return onceOrTwice(
        wanted,
        name ->
            datacenter.datastores().stream()
                .filter(datastore -> datastore.name().equals(name))
                .findFirst()
                .orElse(null));
  }

  private static <T> @Nullable T onceOrTwice(String text, Function<String, @Nullable T> find) {
    T found = find.apply(text);
    return found == null ? find.apply(PercentCoding.decode(text)) : found;
  }

  private static Outbound.Answer get(
      Inbound request, Datastore datastore, String path, @Nullable String dcPath) {
    FileContent content = datastore.files().get(path);
    if (content == null) {
      String directory = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      return datastore.files().isDirectory(directory)
          ? Listing.ofDirectory(datastore, directory, dcPath)
          : Outbound.Answer.status(404);
    }
    FileContent fixed = content.fixed();
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.put("Accept-Ranges", "bytes");
    headers.put("Last-Modified", HTTP_DATE.format(fixed.modified()));
    headers.put("ETag", etag(fixed));
    String range = request.header("range");
    if (range == null || !range.startsWith("bytes=") || !isFor(request, headers)) {
      return new Outbound.Answer(200, headers, new AnswerBody.Part(fixed, 0, fixed.size()));
    }
    RequestedRange part = RequestedRange.parse(range.substring("bytes=".length()), fixed.size());
    if (part == null) {
      headers.put("Content-Range", "bytes */" + fixed.size());
      return new Outbound.Answer(416, headers, new byte[0]);
    }
    headers.put("Content-Range", "bytes " + part + "/" + fixed.size());
    return new Outbound.Answer(206, headers, new AnswerBody.Part(fixed, part.first(), part.size()));
  }

  /** Tells two uploads of one second apart. */
  private static String etag(FileContent content) {
    Instant modified = content.modified();
    return '"'
        + Long.toHexString(modified.getEpochSecond())
        + '-'
        + Integer.toHexString(modified.getNano())
        + '-'
        + Long.toHexString(content.size())
        + '"';
  }

  /** Whether the client wants the part of this state of the file (RFC 9110, 13.1.5). */
  private static boolean isFor(Inbound request, Map<String, String> headers) {
    String wanted = request.header("if-range");
    return wanted == null
        || wanted.equals(headers.get("ETag"))
        || wanted.equals(headers.get("Last-Modified"));
  }

  private Outbound.@Nullable Answer refusal(Entry entry, long length) {
    String path = entry.path();
    if (path.isEmpty() || path.endsWith("/") || path.contains("//")) {
      return Outbound.Answer.status(400);
    }
    return length > host.config().maxUploadBytes() ? Outbound.Answer.status(413) : null;
  }

  /** Takes a file in. Until all of it is here the one before stays as it is. */
  private Outbound.Answer put(Inbound request, Entry entry) throws IOException {
    Outbound.Answer refusal = refusal(entry, Math.max(0, request.body().length()));
    if (refusal != null) {
      return refusal;
    }
    try (Upload upload = host.uploadSpace().upload()) {
      if (!copy(request.body().stream(), upload)) {
        return Outbound.Answer.status(507);
      }
      FileStore files = entry.datastore().files();
      FileContent content = upload.finish(host.config().clock().instant());
      boolean existed = files.get(entry.path()) != null;
      if (files.store(entry.path(), content)) {
        return stored(existed);
      }
      content.discard();
      return Outbound.Answer.status(507);
    }
  }

  /** The answer to a file that is taken in has no body: there are clients that end at one. */
  private static Outbound.Answer stored(boolean existed) {
    return new Outbound.Answer(existed ? 200 : 201, Map.of(), new byte[0]);
  }

  /** False when the disk of this machine does not take it. */
  private static boolean copy(InputStream body, Upload upload) throws IOException {
    byte[] buffer = new byte[COPIED_AT_ONCE];
    int count;
    while ((count = body.read(buffer)) >= 0) {
      try {
        upload.write(buffer, 0, count);
      } catch (IOException e) {
        LOGGER.log(Level.WARNING, () -> "An upload cannot be kept: " + e.getMessage());
        return false;
      }
    }
    return true;
  }

  private static Outbound.Answer delete(Entry entry) {
    String path = entry.path();
    if (path.isEmpty() || path.endsWith("/")) {
      return Outbound.Answer.status(400);
    }
    return Outbound.Answer.status(entry.datastore().files().remove(path) ? 204 : 404);
  }
}
