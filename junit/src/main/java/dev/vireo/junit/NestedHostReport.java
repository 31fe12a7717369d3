package dev.vireo.junit;

import java.util.Objects;

/**
 * Which host a test has got; also told to JUnit's reports.
 *
 * @param real whether it is the nested host; otherwise a simulated one stands in
 * @param title product, version and build of a nested host, the preset of a simulated one
 * @param why for a simulated host: why the nested one cannot be had; empty for that
 */
public record NestedHostReport(boolean real, String title, String why) {

  public NestedHostReport {
    Objects.requireNonNull(title);
    Objects.requireNonNull(why);
  }

  /** One sentence. */
  public String text() {
    return real ? "nested host: " + title : "simulated host: " + title + ", because " + why;
  }
}
