package dev.vireo.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Shows a long text on the terminal page by page: with {@code $MANPAGER}, {@code $PAGER}, less. */
public final class Pager {
  private static final String[] VARIABLES = {"MANPAGER", "PAGER"};

  /** Is silent where there is no less. */
  private static final String FALLBACK = "command -v less >/dev/null 2>&1 || exit 127; exec less";

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final String OVERSTRIKE = ".\b";

  private Pager() {}

  /**
   * Shows a text; where no pager can be run, as it is.
   *
   * @param text bold and underlined by overstriking, as all pagers know it
   */
  public static void show(Session session, String text) {
    int exitCode =
        Foreground.run(
            session,
            program(session.environment()),
            List.of(),
            Map.of(),
            text.getBytes(StandardCharsets.UTF_8));
    if (exitCode == NOT_FOUND || exitCode == NOT_EXECUTABLE) {
      session.output().print(plain(text));
    }
  }

  private static String program(Map<String, String> environment) {
    for (String variable : VARIABLES) {
      String named = environment.getOrDefault(variable, "");
      if (!named.isBlank()) {
        return named;
      }
    }
    return FALLBACK;
  }

  /** A text without overstriking. */
  static String plain(String text) {
    return text.replaceAll(OVERSTRIKE, "");
  }
}
