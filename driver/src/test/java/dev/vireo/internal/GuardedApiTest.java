package dev.vireo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.Domain;
import dev.vireo.DomainQuestion;
import dev.vireo.DomainSnapshot;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.MigrationParameters;
import dev.vireo.TaskOptions;
import dev.vireo.auth.AuthFile;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.KnownHosts;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.FakeDriver;
import dev.vireo.spi.HypervisorConnection;
import dev.vireo.spi.SnapshotEntry;
import dev.vireo.spi.SnapshotHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever comes up inside, only a {@link LibvirtException} comes out; and nothing gets in where
 * the connection is closed or read only. All public methods are tried, those of later days, too.
 */
class GuardedApiTest {

  /** Those that ask the driver for nothing. */
  private static final Set<String> PLAIN =
      Set.of(
          "isAlive",
          "getURI",
          "getName",
          "getID",
          "getUUID",
          "getUUIDString",
          "getDomain",
          "getReference",
          "toString");

  private static final DomainQuestion QUESTION =
      new DomainQuestion("web", "Really?", List.of(), null);

  private static final String UUID_TEXT = new UUID(0, 1).toString();

  /** A connection whose tables do what a test says. */
  static final class Tables implements InvocationHandler {

    /** What a table does when it is called. */
    interface Behaviour {
      @Nullable Object call(Object[] arguments) throws Throwable;
    }

    private final Behaviour behaviour;
    private final List<String> calls = new ArrayList<>();
    private boolean prepared;
    private boolean open = true;

    Tables(Behaviour behaviour) {
      this.behaviour = behaviour;
    }

    static Tables failing(Throwable failure) {
      return new Tables(arguments -> {
        throw failure;
      });
    }

    Connect connect(boolean readOnly) {
      return FakeDriver.connect(proxy(HypervisorConnection.class), readOnly);
    }

    /** The domain that all methods of domains are tried on. */
    Domain domain(Connect on) {
      Domain domain = on.domainLookupByName("web");
      prepared = true;
      return domain;
    }

    /** The snapshot that all methods of snapshots are tried on. */
    DomainSnapshot snapshot(Connect on) {
      DomainSnapshot snapshot = on.domainLookupByName("web").snapshotLookupByName("s");
      prepared = true;
      return snapshot;
    }

    private <T> T proxy(Class<T> type) {
      return type.cast(
          Proxy.newProxyInstance(
              GuardedApiTest.class.getClassLoader(), new Class<?>[] {type}, this));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      Class<?> result = method.getReturnType();
      if (result.getName().endsWith("Table")) {
        return proxy(result);
      }
      if (method.getName().equals("isAlive")) {
        return open;
      }
      if (!prepared) {
        DomainHandle web = new DomainHandle("web", new UUID(0, 1), 1, "r");
        return result == SnapshotEntry.class
            ? new SnapshotEntry(
                new SnapshotHandle(web, "s", "r"),
                null,
                "",
                Instant.EPOCH,
                DomainState.SHUTOFF,
                false,
                0,
                0)
            : new DomainEntry(web, DomainState.RUNNING);
      }
      calls.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
      Object given = behaviour.call(arguments == null ? new Object[0] : arguments);
      return given == null && result == boolean.class ? true : given;
    }
  }

  /** A method of the public API. */
  record ApiMethod(Method method) {

    @Nullable Throwable thrownBy(Tables tables, boolean readOnly) {
      return thrownBy(tables, readOnly, true, TaskOptions.DEFAULT);
    }

    @Nullable Throwable thrownBy(
        Tables tables, boolean readOnly, boolean open, TaskOptions options) {
      Connect connect = tables.connect(readOnly);
      Domain domain = tables.domain(connect);
      tables.prepared = false;
      Object on = object(tables, connect);
      tables.open = open;
      Object[] arguments =
          Arrays.stream(method.getParameterTypes())
              .map(type ->
                  type == Connect.class
                      ? connect
                      : type == Domain.class ? domain : value(type, options))
              .toArray();
      return catchThrowable(() -> {
        try {
          method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      });
    }

    private Object object(Tables tables, Connect connect) {
      if (method.getDeclaringClass() == DomainSnapshot.class) {
        return tables.snapshot(connect);
      }
      Domain domain = tables.domain(connect);
      return method.getDeclaringClass() == Connect.class ? connect : domain;
    }

    private static Object value(Class<?> type, TaskOptions options) {
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
      if (type == String.class) {
        return UUID_TEXT;
      }
      if (type == MigrationParameters.class) {
        return MigrationParameters.NONE;
      }
      if (type == UUID.class) {
        return new UUID(0, 1);
      }
      if (type == byte[].class) {
        return new byte[0];
      }
      if (type == int[].class) {
        return new int[0];
      }
      if (type == Consumer.class) {
        return (Consumer<Object>) heard -> {};
      }
      return type == TaskOptions.class ? options : Set.of();
    }

    boolean waits() {
      return List.of(method.getParameterTypes()).contains(TaskOptions.class);
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
  }

  static List<ApiMethod> methods() {
    return Stream.of(Connect.class, Domain.class, DomainSnapshot.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !PLAIN.contains(method.getName()))
        .map(ApiMethod::new)
        .toList();
  }

  static List<ApiMethod> waitingMethods() {
    return methods().stream().filter(ApiMethod::waits).toList();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whatNobodyExpectedIsAnInternalError(ApiMethod method) {
    for (Throwable failure :
        List.of(
            new IllegalStateException("odd"),
            new NullPointerException(),
            new StackOverflowError())) {
      assertThat(method.thrownBy(Tables.failing(failure), false))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                assertThat(e)
                    .hasCause(failure)
                    .hasMessageEndingWith(
                        "unexpected "
                            + failure.getClass().getSimpleName()
                            + (failure.getMessage() == null ? "" : ": odd"));
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                assertThat(e.hints()).hasSize(1);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void errorsOfTheJvmAndOurOwnExceptionsPass(ApiMethod method) {
    for (Throwable failure :
        List.of(new OutOfMemoryError(), LibvirtException.of(ErrorCode.NO_DOMAIN, "none"))) {
      assertThat(method.thrownBy(Tables.failing(failure), false)).isSameAs(failure);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aClosedConnectionAsksTheDriverForNothing(ApiMethod method) {
    Tables tables = Tables.failing(new IllegalStateException());
    Throwable thrown = method.thrownBy(tables, false, false, TaskOptions.DEFAULT);
    if (method.method().getName().equals("close")) {
      return; // a driver is closed twice without harm
    }
    assertThat(tables.calls).isEmpty();
    assertThat(thrown)
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_CONN));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aReadOnlyConnectionStartsAndStopsNothing(ApiMethod method) {
    Tables tables = Tables.failing(new IllegalStateException());
    Throwable thrown = method.thrownBy(tables, true);
    assertThat(tables.calls).noneMatch(call -> call.startsWith("LifecycleTable"));
    if (method.waits()) {
      assertThat(thrown)
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.OPERATION_DENIED));
    }
  }

  @ParameterizedTest
  @MethodSource("waitingMethods")
  void whatCallbacksOfAWaitThrowReachesTheCaller(ApiMethod method) {
    UnsupportedOperationException failure = new UnsupportedOperationException("mine");
    TaskOptions options =
        TaskOptions.DEFAULT
            .withCancelled(() -> {
              throw failure;
            })
            .withProgress(percent -> {
              throw failure;
            })
            .withQuestions(question -> {
              throw failure;
            });
    for (Consumer<TaskOptions> callback :
        List.<Consumer<TaskOptions>>of(
            it -> assertThat(Objects.requireNonNull(it.cancelled()).getAsBoolean()).isFalse(),
            it -> Objects.requireNonNull(it.progress()).accept(1),
            it -> assertThat(Objects.requireNonNull(it.questions()).apply(QUESTION)).isEmpty())) {
      Tables tables =
          new Tables(arguments -> {
            for (Object argument : arguments) {
              if (argument instanceof TaskOptions given) {
                callback.accept(given);
              }
            }
            return null;
          });
      assertThat(method.thrownBy(tables, false, true, options)).isSameAs(failure);
    }
  }

  @Test
  void anInterruptIsKept() {
    RuntimeException failure = new IllegalStateException(new InterruptedException());

    Tables tables = Tables.failing(failure);
    Connect connect = tables.connect(false);
    tables.prepared = true;
    assertThatThrownBy(connect::getHostName).isInstanceOf(LibvirtException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatACallersOwnCodeThrowsReachesIt() {
    UnsupportedOperationException failure = new UnsupportedOperationException("mine");
    ConnectAuth auth =
        credentials -> {
          throw failure;
        };
    ConnectOptions options =
        ConnectOptions.defaults()
            .withEnvironment(Map.of())
            .withWarnings(sentence -> {
              throw failure;
            });

    assertThatThrownBy(() -> Connect.open("esx://192.0.2.1/?unknown=1", auth, options))
        .isSameAs(failure);
    assertThatThrownBy(() ->
            Boundary.run(() -> Objects.requireNonNull(CallersCode.mark(auth)).answer(List.of())))
        .isSameAs(failure);
    TaskOptions cancelled =
        TaskOptions.DEFAULT.withCancelled(() -> {
          throw failure;
        });
    assertThatThrownBy(() -> Boundary.get(() -> isCancelled(CallersCode.mark(cancelled))))
        .isSameAs(failure);
  }

  private static boolean isCancelled(TaskOptions options) {
    return Objects.requireNonNull(options.cancelled()).getAsBoolean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOME", "VIREO_LIBVIRT_CONF"})
  void aFileNameThatCannotBeIsRefused(String variable) {
    Map<String, String> environment = new HashMap<>(Map.of("HOME", "/nowhere"));
    environment.put(variable, "a\0b");
    ConnectOptions options = ConnectOptions.defaults().withEnvironment(environment);

    assertRefused(() -> Connect.open("", ConnectAuth.unattended(), options), variable);
  }

  @Test
  void aDirectoryNameThatCannotBeIsRefused() {
    assertRefused(
        () -> KnownHosts.locate(Map.of("XDG_CONFIG_HOME", "a\0b"), Path.of("/nowhere")),
        "XDG_CONFIG_HOME");
    assertRefused(
        () -> AuthFile.locate(Map.of("LIBVIRT_AUTH_FILE", "a\0b"), Path.of("/nowhere"), null),
        "LIBVIRT_AUTH_FILE");
  }

  private static void assertRefused(ThrowingCallable action, String variable) {
    assertThatThrownBy(action)
        .hasMessageContaining("the variable " + variable + " names a file that cannot be")
        .isInstanceOfSatisfying(
            LibvirtException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARG));
  }
}
