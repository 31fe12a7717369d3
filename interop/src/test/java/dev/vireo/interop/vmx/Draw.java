package dev.vireo.interop.vmx;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws by chance, always the same for the same seed. */
final class Draw {
  private final RandomGenerator random;
  private final double oddity;

  /**
   * @param seed decides about everything that is drawn
   * @param oddity how likely {@link #usual} gives something odd, 0 to 1
   */
  Draw(long seed, double oddity) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.oddity = oddity;
  }

  /** True in so many of 100 cases. */
  boolean in100(int cases) {
    return random.nextInt(100) < cases;
  }

  /** A number from 0 up to but not including a limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  /** One of several. */
  @SafeVarargs
  final <T> T of(T... values) {
    return values[random.nextInt(values.length)];
  }

  /** Mostly one of the first list, rarely one of the second. */
  <T> T usual(List<T> usual, List<T> odd) {
    List<T> from = !odd.isEmpty() && random.nextDouble() < oddity ? odd : usual;
    return from.get(random.nextInt(from.size()));
  }

  /** A MAC address, mostly of VMware's ranges. */
  String mac() {
    String prefix = of("00:0c:29", "00:50:56", "00:50:56", "52:54:00");
    return "%s:%02x:%02x:%02x".formatted(prefix, below(256), below(256), below(256));
  }

  /** A UUID in libvirt's form. */
  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** A short text with what needs escapes here and there. */
  String text() {
    StringBuilder text = new StringBuilder();
    int words = 1 + below(4);
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ")
          .append(
              usual(
                  List.of("web", "Lab 7", "db-1", "Größe", "測試", "a&b", "<c>", "x.y", "100"),
                  List.of("|", "\"", "%", "'", "\\", "tab\t")));
    }
    return text.toString();
  }
}
