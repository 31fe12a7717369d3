package dev.vireo.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Which libvirt function a method of a table is for: a table without the method says so. */
public final class TableFunctions {

  private TableFunctions() {}

  /** A connection that can do nothing. */
  public static HypervisorConnection nothing() {
    return new Nothing();
  }

  private static final class Nothing implements HypervisorConnection {
    @Override
    public boolean isAlive() {
      return true;
    }

    @Override
    public void close() {}
  }

  /**
   * The function.
   *
   * @param give the method of a connection that gives the table
   * @param method the method of the table
   */
  public static String of(Method give, Method method) throws ReflectiveOperationException {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(TableFunctions::argument).toArray();
    try {
      method.invoke(give.invoke(nothing()), arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof LibvirtException refusal) {
        assertThat(refusal.code()).isEqualTo(ErrorCode.NO_SUPPORT);
        assertThat(refusal.operation()).isEqualTo(refusal.detail());
        assertThat(refusal)
            .hasMessage(
                "this function is not supported by the connection driver: " + refusal.detail());
        return refusal.detail();
      }
    }
    throw new AssertionError(method + " does not refuse");
  }

  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == long.class) {
      return 1L;
    }
    if (type == boolean.class) {
      return true;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == DomainHandle.class) {
      return new DomainHandle("web", new UUID(0, 1), 1, "1");
    }
    if (type == SnapshotHandle.class) {
      return new SnapshotHandle(new DomainHandle("web", new UUID(0, 1), 1, "1"), "s", "2");
    }
    if (type == MigrationParameters.class) {
      return MigrationParameters.NONE;
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
    return type == Set.class ? Set.of() : (Consumer<Object>) event -> {};
  }
}
