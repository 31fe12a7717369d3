package dev.vireo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.auth.AuthFile;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.KnownHosts;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes up inside, only a {@link LibvirtException} comes out. */
class GuardedConnectionTest {

  private static HypervisorConnection failing(Throwable failure) {
    return (HypervisorConnection)
        Proxy.newProxyInstance(
            HypervisorConnection.class.getClassLoader(),
            new Class<?>[] {HypervisorConnection.class},
            (proxy, method, arguments) -> {
              throw failure;
            });
  }

  /** All methods but the two that only look at a field. */
  static List<Method> methods() {
    Set<String> plain = Set.of("isAlive", "isEncrypted");
    return Arrays.stream(HypervisorConnection.class.getMethods())
        .filter(method -> !plain.contains(method.getName()))
        .toList();
  }

  private static Throwable thrownBy(Method method, Throwable failure) {
    Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(GuardedConnectionTest::value).toArray();
    GuardedConnection connection = new GuardedConnection(failing(failure));
    return catchThrowable(() -> {
      try {
        method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    });
  }

  private static @Nullable Object value(Class<?> type) {
    return type == int.class ? (Object) 1 : type == TaskOptions.class ? TaskOptions.DEFAULT : null;
  }

  @ParameterizedTest
  @MethodSource("methods")
  void whatNobodyExpectedIsAnInternalError(Method method) {
    for (Throwable failure :
        List.of(
            new IllegalStateException("odd"),
            new NullPointerException(),
            new StackOverflowError())) {
      assertThat(thrownBy(method, failure))
          .isInstanceOfSatisfying(
              LibvirtException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
                assertThat(e)
                    .hasCause(failure)
                    .hasMessageContaining(failure.getClass().getSimpleName());
                assertThat(e.hints()).hasSize(1);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void errorsOfTheJvmAndOurOwnExceptionsPass(Method method) {
    for (Throwable failure :
        List.of(new OutOfMemoryError(), LibvirtException.of(ErrorCode.NO_DOMAIN, "none"))) {
      assertThat(thrownBy(method, failure)).isSameAs(failure);
    }
  }

  @Test
  void anInterruptIsKept() {
    RuntimeException failure = new IllegalStateException(new InterruptedException());

    assertThatThrownBy(() -> new GuardedConnection(failing(failure)).hostName())
        .isInstanceOf(LibvirtException.class);
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
