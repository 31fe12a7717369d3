package dev.vireo.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** How wide what somebody reads may be. */
public final class ScreenWidth {
  /** For text that goes elsewhere than to a terminal, and is not wrapped. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int UNKNOWN = 80;
  private static final int PATIENCE_SECONDS = 2;

  private ScreenWidth() {}

  /**
   * Columns of the terminal that standard output is.
   *
   * @return 80 where the terminal does not say it; {@link #UNLIMITED} where there is no terminal
   */
  public static int of(Session session) {
    boolean terminal = session.streams().isSystem() && Terminals.isTerminal(1);
    return terminal ? columns(stty()) : UNLIMITED;
  }

  /** The columns in the answer of {@code stty size}: rows and columns. */
  static int columns(String size) {
    String[] numbers = size.strip().split(" ");
    if (numbers.length != 2 || !numbers[1].matches("[1-9]\\d{0,4}")) {
      return UNKNOWN;
    }
    return Integer.parseInt(numbers[1]);
  }

  /** A terminal library would take much longer to load. */
  private static String stty() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
            ? new String(process.getInputStream().readNBytes(UNKNOWN), StandardCharsets.US_ASCII)
            : "";
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
