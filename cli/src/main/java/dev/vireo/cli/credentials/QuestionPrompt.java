package dev.vireo.cli.credentials;

import dev.vireo.DomainQuestion;
import dev.vireo.cli.Streams;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks whoever sits at the terminal what a virtual machine asks. */
public final class QuestionPrompt {
  private static final System.Logger LOG = System.getLogger(QuestionPrompt.class.getName());

  private static final long CHECK_MILLIS = 200;

  private final Prompt prompt;

  private QuestionPrompt(Prompt prompt) {
    this.prompt = prompt;
  }

  /** Null where nobody sits there, or where standard input is for a program. */
  public static @Nullable QuestionPrompt on(Streams streams) {
    Prompt terminal = streams.canAsk() ? Prompt.onTerminal(streams) : null;
    return terminal == null ? null : new QuestionPrompt(terminal);
  }

  /**
   * Asks until the answer is one of the choices: its number, what it is called, or nothing for the
   * default one.
   *
   * @param givenUp looked at while nobody answers; once true, there is no answer
   * @return empty when there is no answer, or nothing to choose from
   */
  public Optional<DomainQuestion.Choice> ask(DomainQuestion question, BooleanSupplier givenUp) {
    List<DomainQuestion.Choice> choices = question.choices();
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    prompt.show(describe(question));
    String line = line("Answer (1-" + choices.size() + "): ", givenUp);
    while (line != null) {
      Optional<DomainQuestion.Choice> choice = choice(question, line.strip());
      if (choice.isPresent()) {
        return choice;
      }
      line = line("Type a number from 1 to " + choices.size() + ": ", givenUp);
    }
    return Optional.empty();
  }

  private static String describe(DomainQuestion question) {
    StringBuilder text = new StringBuilder();
    text.append("Domain '").append(question.domain()).append("' asks: ");
    text.append(question.text().strip()).append('\n');
    List<DomainQuestion.Choice> choices = question.choices();
    for (int i = 0; i < choices.size(); i++) {
      boolean preset = choices.get(i).equals(question.preset());
      text.append("  ").append(i + 1).append(") ").append(choices.get(i).label());
      text.append(preset ? " (default)\n" : "\n");
    }
    return text.toString();
  }

  private static Optional<DomainQuestion.Choice> choice(DomainQuestion question, String answer) {
    if (answer.isEmpty()) {
      return Optional.ofNullable(question.preset());
    }
    List<DomainQuestion.Choice> choices = question.choices();
    for (int i = 0; i < choices.size(); i++) {
      if (answer.equals(Integer.toString(i + 1))
          || answer.equalsIgnoreCase(choices.get(i).label().strip())) {
        return Optional.of(choices.get(i));
      }
    }
    return Optional.empty();
  }

  /** Reads on a thread of its own, since nothing ends a wait for what somebody types. */
  private @Nullable String line(String text, BooleanSupplier givenUp) {
    CompletableFuture<Optional<String>> typed = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("vireo-question")
        .start(() -> {
          try {
            typed.complete(Optional.ofNullable(prompt.line(text)));
          } catch (RuntimeException e) {
            typed.completeExceptionally(e);
          }
        });
    while (!givenUp.getAsBoolean()) {
      try {
        return typed.get(CHECK_MILLIS, TimeUnit.MILLISECONDS).orElse(null);
      } catch (TimeoutException e) {
        LOG.log(System.Logger.Level.TRACE, "Nobody has answered so far", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (ExecutionException e) {
        throw new IllegalStateException(
            "The answer cannot be read", Objects.requireNonNull(e.getCause()));
      }
    }
    prompt.show("\n");
    return null;
  }
}
