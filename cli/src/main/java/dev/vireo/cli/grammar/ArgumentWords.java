package dev.vireo.cli.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that the user's shell has already split: {@code vireo domid "my vm"}. They mean
 * themselves, quotes and all.
 *
 * <p>A word {@code ;} separates two commands where the first has no use for it. virsh 9.0 reports
 * it as unexpected there, so no line that virsh accepts changes its meaning.
 */
public final class ArgumentWords implements Words {
  private final List<String> arguments;
  private int position;

  /**
   * @param arguments what stands after the global options
   */
  public ArgumentWords(List<String> arguments) {
    this.arguments = arguments;
  }

  @Override
  public @Nullable String next() {
    return position < arguments.size() ? arguments.get(position++) : null;
  }

  @Override
  public boolean atEnd() {
    return position >= arguments.size();
  }

  @Override
  public boolean separates(String surplusWord) {
    return surplusWord.equals(";");
  }
}
