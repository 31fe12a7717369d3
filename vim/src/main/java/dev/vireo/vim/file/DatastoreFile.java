package dev.vireo.vim.file;

import java.nio.charset.StandardCharsets;

/**
 * Where a file of a datastore is.
 *
 * @param datacenterPath inventory path of the datacenter, such as {@code Folder/Datacenter}
 * @param datastore name of the datastore
 * @param path path in the datastore, without slash at its start
 */
public record DatastoreFile(String datacenterPath, String datastore, String path) {

  private static final String UNRESERVED = "-._~";

  /**
   * Path and query of its URL. The path is encoded once, the parameters twice, as servers undo it
   * twice for these.
   */
  public String url() {
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

  /** As VMware writes it, such as {@code [datastore1] web/web.vmx}. */
  @Override
  public String toString() {
    return "[" + datastore + "] " + path;
  }
}
