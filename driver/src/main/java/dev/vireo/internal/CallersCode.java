package dev.vireo.internal;

import dev.vireo.ConnectOptions;
import dev.vireo.DomainQuestion;
import dev.vireo.TaskOptions;
import dev.vireo.auth.ConnectAuth;
import dev.vireo.auth.Credential;
import dev.vireo.auth.CredentialType;
import dev.vireo.auth.HostTrust;
import dev.vireo.auth.KnownCertificate;
import dev.vireo.auth.UntrustedCertificate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks what a caller's own code throws while the driver calls it back, so that {@link Boundary}
 * can tell it from mistakes of the driver and hand it on as it is.
 */
public final class CallersCode {

  private CallersCode() {}

  /** Carries an exception of the caller through the driver. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    Failure(RuntimeException thrown) {
      super(thrown.toString(), thrown, false, false);
      this.thrown = thrown;
    }

    RuntimeException thrown() {
      return thrown;
    }
  }

  private static <T> T call(Supplier<T> code) {
    try {
      return code.get();
    } catch (RuntimeException e) {
      throw new Failure(e);
    }
  }

  private static void run(Runnable code) {
    call(() -> {
      code.run();
      return true;
    });
  }

  /** Who answers for user name and password. */
  public static @Nullable ConnectAuth mark(@Nullable ConnectAuth auth) {
    return auth == null ? null : new MarkedAuth(auth);
  }

  /** Who decides about certificates, and who hears of warnings. */
  public static ConnectOptions mark(ConnectOptions options) {
    HostTrust trust = options.hostTrust();
    Consumer<String> warnings = options.warnings();
    ConnectOptions marked = trust == null ? options : options.withHostTrust(new MarkedTrust(trust));
    return warnings == null
        ? marked
        : marked.withWarnings(sentence -> run(() -> warnings.accept(sentence)));
  }

  /** Who hears of progress, who is asked whether to go on, and who answers questions. */
  public static TaskOptions mark(TaskOptions options) {
    TaskOptions marked = options;
    IntConsumer progress = options.progress();
    if (progress != null) {
      marked = marked.withProgress(percent -> run(() -> progress.accept(percent)));
    }
    BooleanSupplier cancelled = options.cancelled();
    if (cancelled != null) {
      marked = marked.withCancelled(() -> call(cancelled::getAsBoolean));
    }
    Function<DomainQuestion, Optional<DomainQuestion.Choice>> questions = options.questions();
    if (questions != null) {
      marked = marked.withQuestions(question -> call(() -> questions.apply(question)));
    }
    return marked;
  }

  private record MarkedAuth(ConnectAuth auth) implements ConnectAuth {
    @Override
    public boolean supports(CredentialType type) {
      return call(() -> auth.supports(type));
    }

    @Override
    public void answer(List<Credential> credentials) {
      CallersCode.run(() -> auth.answer(credentials));
    }

    @Override
    public boolean asksAgain(int refusals) {
      return call(() -> auth.asksAgain(refusals));
    }
  }

  private record MarkedTrust(HostTrust trust) implements HostTrust {
    @Override
    public List<KnownCertificate> known(String host, int port) {
      return call(() -> trust.known(host, port));
    }

    @Override
    public boolean accepts(UntrustedCertificate certificate) {
      return call(() -> trust.accepts(certificate));
    }
  }
}
