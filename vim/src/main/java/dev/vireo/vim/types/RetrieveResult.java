package dev.vireo.vim.types;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of objects (VI API {@code RetrieveResult}).
 *
 * @param token what to ask the next page with; null on the last; null when the server does not say
 * @param objects the objects
 */
public record RetrieveResult(@Nullable String token, List<ObjectContent> objects)
    implements DataObject {

  /** Copies the lists. */
  public RetrieveResult {
    objects = List.copyOf(objects);
  }
}
