package dev.vireo.vim.soap;

import dev.vireo.vim.methods.VimMethod;
import dev.vireo.vim.types.DataObject;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the class of a VI type or method by its name. A type that has no class is remembered too,
 * up to a bound, because a server may name it again in every object of a long list.
 */
final class TypeRegistry {

  private static final String TYPES = DataObject.class.getPackageName() + '.';
  private static final String METHODS = VimMethod.class.getPackageName() + '.';

  /**
   * The record within an interface, for objects of a type that is also the super type of others.
   */
  private static final String PLAIN = "$Plain";

  private static final int MAX_REMEMBERED = 4096;

  private final ConcurrentHashMap<String, Optional<Class<?>>> known = new ConcurrentHashMap<>();

  /** The record, or enumeration, for a VI type; null when there is none. */
  @Nullable Class<?> type(String name) {
    Class<?> found = find(TYPES, name);
    if (found != null && found.isInterface()) {
      return remembered(found.getName().concat(PLAIN), true);
    }
    return found != null && found.isRecord() ? found : null;
  }

  /** The record for a VI method; null when there is none. */
  @Nullable Class<?> method(String name) {
    Class<?> found = find(METHODS, name);
    return found != null && found.isRecord() && VimMethod.class.isAssignableFrom(found)
        ? found
        : null;
  }

  private @Nullable Class<?> find(String packagePrefix, String name) {
    return remembered(packagePrefix.concat(name), isSimpleName(name));
  }

  private @Nullable Class<?> remembered(String key, boolean mayExist) {
    Optional<Class<?>> remembered = known.get(key);
    if (remembered == null) {
      remembered = Optional.ofNullable(mayExist ? load(key) : null);
      if (known.size() < MAX_REMEMBERED) {
        known.put(key, remembered);
      }
    }
    return remembered.orElse(null);
  }

  private static @Nullable Class<?> load(String className) {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      return null;
    } catch (NoClassDefFoundError e) {
      return null; // a name that differs only in case, on a file system that folds case
    }
  }

  private static boolean isSimpleName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() < 128;
  }
}
