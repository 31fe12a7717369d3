package dev.vireo.nest.version;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about the values of one setting with one ESXi version.
 *
 * @param all the preferred value first; never empty
 */
public record Choices(List<Choice> all) {

  public Choices {
    all = List.copyOf(all);
    if (all.isEmpty() || all.getFirst().rating() == Choice.Rating.FAILS) {
      throw new IllegalArgumentException("the first value must be one to prefer: " + all);
    }
  }

  static Choices of(Choice... all) {
    return new Choices(List.of(all));
  }

  /** These choices and more. */
  Choices and(List<Choice> more) {
    return new Choices(Stream.concat(all.stream(), more.stream()).toList());
  }

  /** The value that is taken where none is asked for. */
  public String preferred() {
    return all.getFirst().value();
  }

  /** What is known about a value; empty when nothing is. */
  public Optional<Choice> find(String value) {
    return all.stream().filter(choice -> choice.value().equals(value)).findFirst();
  }

  /** The values that work, as a list for a message: {@code vmxnet3, e1000e}. */
  public String recommended() {
    return recommended(value -> true);
  }

  /** Those of the values that work which can be had, as a list for a message. */
  public String recommended(Predicate<String> available) {
    return all.stream()
        .filter(choice -> choice.rating() == Choice.Rating.WORKS)
        .map(Choice::value)
        .filter(available)
        .collect(Collectors.joining(", "));
  }
}
