package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.version.BootOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of the line that ESXi's boot loader gives to the kernel, such as {@code runweasel} or
 * {@code allowLegacyCPU=true}.
 *
 * @param name what stands before the first {@code =}
 * @param value what stands after it; null where there is none
 */
public record KernelOption(String name, @Nullable String value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");
  private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7E]*");

  public KernelOption {
    if (!NAME.matcher(name).matches()) {
      throw new NestException(
          "'%s' cannot be the name of a boot option: letters, digits, '_', '.' and '-'"
              .formatted(printable(name)));
    }
    if (value != null && !VALUE.matcher(value).matches()) {
      throw new NestException(
          "'%s' cannot be the value of boot option %s: it has a blank or a character that cannot be typed"
              .formatted(printable(value), name));
    }
  }

  /**
   * Reads an option as it is typed.
   *
   * @param text {@code NAME} or {@code NAME=VALUE}
   * @throws NestException if it has blanks or control characters
   */
  public static KernelOption parse(String text) {
    int equals = text.indexOf('=');
    return equals < 0
        ? new KernelOption(text, null)
        : new KernelOption(text.substring(0, equals), text.substring(equals + 1));
  }

  /** An option of a version's table. */
  public static KernelOption of(BootOption option) {
    return new KernelOption(option.name(), option.value());
  }

  /** The option as it is typed. */
  public String text() {
    return Optional.ofNullable(value).map(text -> name + "=" + text).orElse(name);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
