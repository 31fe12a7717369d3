package dev.vireo.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A driver without a function says so in libvirt's words. */
class TablesTest {

  private static final class Nothing implements HypervisorConnection {
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public void close() {}
  }

  @Test
  void everyMethodOfEveryTableRefusesWithAFunctionOfItsOwn() throws ReflectiveOperationException {
    List<String> functions = new ArrayList<>();
    for (Method give : HypervisorConnection.class.getMethods()) {
      if (!give.getReturnType().getName().endsWith("Table")) {
        continue;
      }
      Object table = give.invoke(new Nothing());
      for (Method method : give.getReturnType().getMethods()) {
        functions.add(refusal(table, method));
      }
    }

    assertThat(functions).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  private static String refusal(Object table, Method method) throws IllegalAccessException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(TablesTest::argument).toArray();
    try {
      method.invoke(table, arguments);
      throw new AssertionError(method + " does something");
    } catch (InvocationTargetException e) {
      assertThat(e.getCause())
          .as(method.toString())
          .isInstanceOfSatisfying(
              LibvirtException.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo(ErrorCode.NO_SUPPORT);
                assertThat(refusal.detail()).matches("vir[A-Z][A-Za-z]+");
                assertThat(refusal.operation()).isEqualTo(refusal.detail());
                assertThat(refusal)
                    .hasMessage(
                        "this function is not supported by the connection driver: "
                            + refusal.detail());
              });
      return ((LibvirtException) e.getCause()).detail();
    }
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == DomainHandle.class) {
      return new DomainHandle("web", new UUID(0, 1), 1, "1");
    }
    if (type == TaskOptions.class) {
      return TaskOptions.DEFAULT;
    }
    if (type == UUID.class) {
      return new UUID(0, 1);
    }
    if (type == String.class) {
      return "web";
    }
    if (type == byte[].class) {
      return new byte[0];
    }
    if (type == int[].class) {
      return new int[0];
    }
    return type == Set.class ? Set.of() : (java.util.function.Consumer<Object>) event -> {};
  }
}
