package dev.vireo.vim.file;

import dev.vireo.vim.ProtocolException;
import dev.vireo.vim.VimClient;
import dev.vireo.vim.transport.WireResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of datastores: {@code GET /folder/PATH?dcPath=DATACENTER&dsName=DATASTORE}, the same
 * on ESX, GSX and vCenter. Thread-safe.
 */
public final class DatastoreFiles {

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final String UNRESERVED = "-._~";

  private final VimClient client;

  /**
   * @param client the client to make requests with
   */
  public DatastoreFiles(VimClient client) {
    this.client = client;
  }

  /**
   * Reads a whole file: one request.
   *
   * @param datacenterPath inventory path of the datacenter, such as {@code Folder/Datacenter}
   * @param datastore name of the datastore
   * @param path path in the datastore, without slash at its start
   * @return the bytes; null when the host does not have the file
   * @throws ProtocolException of {@link ProtocolException.Kind#HTTP_STATUS} when the host refuses
   */
  public byte @Nullable [] read(String datacenterPath, String datastore, String path) {
    WireResponse response = client.get(url(datacenterPath, datastore, path));
    return switch (response.status()) {
      case OK -> response.body();
      case NOT_FOUND -> null;
      default ->
          throw new ProtocolException(
              ProtocolException.Kind.HTTP_STATUS,
              "GET of the file '["
                  + datastore
                  + "] "
                  + path
                  + "' was answered with HTTP status "
                  + response.status()
                  + ".",
              null);
    };
  }

  /** The path is encoded once, the parameters twice, as servers undo it twice for these. */
  private static String url(String datacenterPath, String datastore, String path) {
    return "/folder/"
        + encode(path, "/")
        + "?dcPath="
        + encode(encode(datacenterPath, ""), "")
        + "&dsName="
        + encode(encode(datastore, ""), "");
  }

  private static String encode(String text, String safe) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0 || safe.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hexDigit(c >> 4)).append(hexDigit(c & 0xf));
      }
    }
    return encoded.toString();
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static char hexDigit(int value) {
    return Character.toUpperCase(Character.forDigit(value, 16));
  }
}
