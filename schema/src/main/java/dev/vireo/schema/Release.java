package dev.vireo.schema;

import java.util.List;

/** The releases of the API, in their order. */
public enum Release {
  /** The oldest that counts: VI 2.5 and all before. */
  V2_5("2.5"),
  /** vSphere 4.0. */
  V4_0("4.0"),
  /** vSphere 4.1. */
  V4_1("4.1"),
  /** vSphere 5.0. */
  V5_0("5.0"),
  /** vSphere 5.1. */
  V5_1("5.1"),
  /** vSphere 5.5. */
  V5_5("5.5"),
  /** vSphere 6.0. */
  V6_0("6.0"),
  /** vSphere 6.5. */
  V6_5("6.5"),
  /** vSphere 6.7. */
  V6_7("6.7"),
  /** vSphere 6.7.1. */
  V6_7_1("6.7.1"),
  /** vSphere 6.7.2. */
  V6_7_2("6.7.2"),
  /** vSphere 6.7.3. */
  V6_7_3("6.7.3"),
  /** vSphere 7.0. */
  V7_0_0("7.0.0.0"),
  /** vSphere 7.0 update 1. */
  V7_0_1("7.0.1.0"),
  /** vSphere 7.0 update 2. */
  V7_0_2("7.0.2.0"),
  /** vSphere 7.0 update 3. */
  V7_0_3("7.0.3.0"),
  /** vSphere 8.0. */
  V8_0_0("8.0.0.0"),
  /** vSphere 8.0 update 1. */
  V8_0_1("8.0.1.0"),
  /** vSphere 8.0 update 2. */
  V8_0_2("8.0.2.0"),
  /** vSphere 8.0 update 3. */
  V8_0_3("8.0.3.0");

  private static final List<Release> ALL = List.of(values());

  private final String text;

  Release(String text) {
    this.text = text;
  }

  /**
   * The release of a number.
   *
   * @throws SchemaException when there is none
   */
  static Release of(String text, Place place) {
    return ALL.stream()
        .filter(release -> release.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new SchemaException(place, "there is no release " + text));
  }

  /** Its number, as servers give it. */
  @Override
  public String toString() {
    return text;
  }
}
