package dev.vireo.simulator.internal.host;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of the VI API that a simulated host may speak, oldest first. */
public enum ApiVersion {
  V2_5("2.5"),
  V4_0("4.0"),
  V4_1("4.1"),
  V5_0("5.0"),
  V5_1("5.1"),
  V5_5("5.5"),
  V6_0("6.0"),
  V6_5("6.5"),
  V6_7("6.7"),
  V6_7_1("6.7.1"),
  V6_7_2("6.7.2"),
  V6_7_3("6.7.3"),
  V7_0("7.0.0.0"),
  V7_0_1("7.0.1.0"),
  V7_0_2("7.0.2.0"),
  V7_0_3("7.0.3.0"),
  V8_0("8.0.0.0"),
  V8_0_1("8.0.1.0"),
  V8_0_2("8.0.2.0"),
  V8_0_3("8.0.3.0");

  private final String label;

  ApiVersion(String label) {
    this.label = label;
  }

  /** The version as it stands on the wire, such as {@code 8.0.3.0}. */
  public String label() {
    return label;
  }

  /** The release with this label; null when there is none. */
  public static @Nullable ApiVersion of(String label) {
    for (ApiVersion version : values()) {
      if (version.label.equals(label)) {
        return version;
      }
    }
    return null;
  }

  /** Whether this release has what came with another one. */
  public boolean has(ApiVersion since) {
    return compareTo(since) >= 0;
  }

  /** The value if this release has it; null before. */
  public <T> @Nullable T since(ApiVersion since, T value) {
    return has(since) ? value : null;
  }

  /** The releases before this one, newest first, as {@code vimServiceVersions.xml} lists them. */
  public List<ApiVersion> prior() {
    List<ApiVersion> prior = new ArrayList<>(List.of(values()).subList(0, ordinal()));
    return prior.reversed();
  }
}
