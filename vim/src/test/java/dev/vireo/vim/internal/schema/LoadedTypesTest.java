package dev.vireo.vim.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that starts loads of the thousand types what it uses, and nothing else. */
class LoadedTypesTest {

  /** Loads the classes of Vireo anew, and notes which. */
  private static final class NotingLoader extends ClassLoader {
    private final List<String> loaded = new ArrayList<>();

    NotingLoader() {
      super(LoadedTypesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.vireo.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? define(name) : known;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = getResourceAsStream(file)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        loaded.add(name);
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    long made() {
      return loaded.stream()
          .filter(name -> name.matches("dev\\.vireo\\.vim\\.(types|methods)\\..*"))
          .count();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"WireTypes", "WireMethods"})
  void theTablesOfNamesLoadNothing(String table) throws ReflectiveOperationException {
    NotingLoader loader = new NotingLoader();

    Class<?> verified =
        Class.forName("dev.vireo.vim.internal.schema." + table, /* initialize= */ true, loader);

    assertThat(verified.getClassLoader()).isSameAs(loader);
    assertThat(loader.made()).isLessThan(5);
  }

  @Test
  void aNameLoadsWhatItIsTheNameOf() throws ReflectiveOperationException {
    NotingLoader loader = new NotingLoader();

    Object found =
        loader
            .loadClass("dev.vireo.vim.internal.schema.WireTypes")
            .getMethod("classOf", String.class)
            .invoke(null, "AboutInfo");

    assertThat(found).hasToString("class dev.vireo.vim.types.AboutInfo");
    assertThat(loader.made()).isBetween(1L, 5L);
  }
}
