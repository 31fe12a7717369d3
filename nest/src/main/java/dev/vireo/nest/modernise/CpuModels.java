package dev.vireo.nest.modernise;

import dev.vireo.nest.internal.Sources;
import dev.vireo.nest.version.EsxiVersion;
import java.util.Optional;
import java.util.Set;

/**
 * Which of libvirt's processor models an ESXi version cannot use, by the features that libvirt's
 * own table of the models (cpu_map, libvirt 9.0) gives them.
 */
final class CpuModels {

  /**
   * Why a version cannot use a model.
   *
   * @param lacks the feature that would mend it; empty where the model itself is refused
   * @param reason one sentence's part
   * @param source where that is said
   */
  record Obstacle(Optional<String> lacks, String reason, String source) {}

  // Without lm.
  private static final Set<String> OF_32_BITS =
      Set.of(
          "486",
          "athlon",
          "coreduo",
          "kvm32",
          "n270",
          "pentium",
          "pentium2",
          "pentium3",
          "pentiumpro",
          "qemu32");
  // With lm, without lahf_lm.
  private static final Set<String> WITHOUT_LAHF =
      Set.of("Opteron_G1", "core2duo", "cpu64-rhel5", "kvm64", "phenom", "qemu64");
  // With both, without xsave, which Intel's Sandy Bridge and AMD's Bulldozer brought.
  private static final Set<String> WITHOUT_XSAVE =
      Set.of("Conroe", "Nehalem", "Opteron_G2", "Opteron_G3", "Penryn", "Westmere", "cpu64-rhel6");

  private CpuModels() {}

  /**
   * What keeps a version from using a model.
   *
   * @param model libvirt's or QEMU's name, such as {@code Westmere-IBRS} or {@code Nehalem-v1}
   * @return empty for a model that can be used, as far as is known
   */
  static Optional<Obstacle> obstacle(EsxiVersion esxi, String model) {
    String base = model.replaceFirst("-(IBRS|v\\d+)$", "");
    boolean withoutLahf = WITHOUT_LAHF.contains(base);
    if (OF_32_BITS.contains(base)) {
      return Optional.of(
          new Obstacle(
              Optional.empty(),
              "%s is a processor of 32 bits, and ESXi needs one of 64".formatted(model),
              Sources.REQUIREMENTS_55));
    }
    if (!withoutLahf && !WITHOUT_XSAVE.contains(base)) {
      return Optional.empty();
    }
    if (esxi.compareTo(EsxiVersion.V8_0) >= 0) {
      return Optional.of(
          new Obstacle(
              Optional.of("xsave"),
              "%s has no XSAVE, which ESXi needs since 8.0 U2, with allowLegacyCPU=true as well"
                  .formatted(model),
              Sources.LAM_XSAVE));
    }
    if (esxi == EsxiVersion.V7_0) {
      return Optional.of(
          new Obstacle(
              Optional.empty(),
              "the installer of ESXi 7.0 refuses %s as too old, unless allowLegacyCPU=true is among its boot options"
                  .formatted(model),
              Sources.POLAR));
    }
    return withoutLahf ? Optional.of(withoutLahf(model)) : Optional.empty();
  }

  private static Obstacle withoutLahf(String model) {
    return new Obstacle(
        Optional.of("lahf_lm"),
        "%s has no LAHF and SAHF in 64-bit mode, which ESXi needs".formatted(model),
        Sources.REQUIREMENTS_55);
  }

  /** Whether a version needs a feature of the processor, so that it must not be taken away. */
  static boolean needs(EsxiVersion esxi, String feature) {
    return switch (feature) {
      case "lm", "nx", "lahf_lm" -> true;
      case "xsave" -> esxi.compareTo(EsxiVersion.V8_0) >= 0;
      default -> false;
    };
  }

  /** Where {@link #needs} is said. */
  static String source(String feature) {
    return feature.equals("xsave") ? Sources.LAM_XSAVE : Sources.REQUIREMENTS_55;
  }
}
