package dev.vireo.model.domain;

import dev.vireo.model.xml.Extras;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The processor that the guest sees ({@code <cpu>}).
 *
 * @param mode {@code custom}, {@code host-model}, {@code host-passthrough} or {@code maximum}; null
 *     when not said
 * @param match how strictly a custom model is taken; null when not said
 * @param check how its features are checked before the start; null when not said
 * @param migratable {@code on} or {@code off}; null when not said
 * @param model the custom model; null when not said
 * @param topology how the processors are arranged; null when not said
 * @param features what it must, may or must not have
 * @param extras everything else
 */
public record Cpu(
    @Nullable String mode,
    @Nullable String match,
    @Nullable String check,
    @Nullable String migratable,
    @Nullable Model model,
    @Nullable Topology topology,
    List<Feature> features,
    Extras extras) {

  public Cpu {
    features = List.copyOf(features);
  }

  /**
   * A named model.
   *
   * @param name its name
   * @param fallback {@code allow} or {@code forbid}; null when not said
   * @param extras everything else
   */
  public record Model(String name, @Nullable String fallback, Extras extras) {}

  /**
   * How processors are arranged.
   *
   * @param sockets at least 1
   * @param dies at least 1; null when not said
   * @param clusters at least 1; null when not said
   * @param cores at least 1
   * @param threads at least 1
   */
  public record Topology(
      int sockets, @Nullable Integer dies, @Nullable Integer clusters, int cores, int threads) {}

  /**
   * A feature.
   *
   * @param policy {@code require}, {@code disable}...; null when not said
   * @param name such as {@code vmx}
   * @param extras everything else
   */
  public record Feature(@Nullable String policy, String name, Extras extras) {

    /** A feature with nothing else. */
    public Feature(@Nullable String policy, String name) {
      this(policy, name, Extras.NONE);
    }
  }
}
