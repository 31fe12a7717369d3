package dev.vireo.nest.internal;

import dev.vireo.nest.NestException;
import java.util.regex.Pattern;

/** Names of network links, as the kernel takes them. */
public final class LinkName {
  // IFNAMSIZ is 16 with the terminating zero.
  private static final Pattern NAME = Pattern.compile("[^/\\s:.\\p{Cc}][^/\\s:\\p{Cc}]{0,14}");

  private LinkName() {}

  public static void require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new NestException(
          "'%s' cannot be the name of a bridge: 1 to 15 characters without blanks, control characters, / and :"
              .formatted(name));
    }
  }
}
