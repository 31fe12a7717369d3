package dev.vireo.vim.types;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of which type a filter asks for (VI API {@code PropertySpec}).
 *
 * @param type VI name of the type of the objects
 * @param all whether all properties are asked for; null when the server does not say
 * @param pathSet paths of the properties
 */
public record PropertySpec(String type, @Nullable Boolean all, List<String> pathSet)
    implements DataObject {

  /** Checks that the required components are there and copies the lists. */
  public PropertySpec {
    Objects.requireNonNull(type, "type");
    pathSet = List.copyOf(pathSet);
  }
}
