package dev.vireo.cli.credentials;

import dev.vireo.cli.terminal.VisibleStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Asks on the terminal that controls the process. The JVM's own console does so only while neither
 * standard input nor standard output is redirected, and {@code vireo list > file} must still be
 * able to ask.
 */
final class TerminalPrompt implements Prompt {
  private final File terminal;

  private TerminalPrompt(File terminal) {
    this.terminal = terminal;
  }

  /** Null when the process has no terminal: the device is there, but opening it fails. */
  static @Nullable TerminalPrompt open(Path device) {
    File file = device.toFile();
    try (FileInputStream probe = new FileInputStream(file)) {
      return probe.getFD().valid() ? new TerminalPrompt(file) : null;
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public @Nullable String line(String question) {
    char[] answer = ask(question);
    return answer == null ? null : new String(answer);
  }

  @Override
  public char @Nullable [] secret(String question) {
    boolean hidden = stty("-echo");
    // An interrupt must not leave the user with a terminal that shows nothing.
    Thread restore = new Thread(this::giveBack);
    Runtime.getRuntime().addShutdownHook(restore);
    try {
      return ask(question);
    } finally {
      if (hidden) {
        showAgain();
        show("\n");
      }
      removeHook(restore);
    }
  }

  private static void removeHook(Thread restore) {
    try {
      Runtime.getRuntime().removeShutdownHook(restore);
    } catch (IllegalStateException shuttingDown) {
      // The hook has run or is running: that is what it is for.
      return;
    }
  }

  /** The user has had enough: what comes next begins a line of its own. */
  private void giveBack() {
    showAgain();
    show("\n");
  }

  private void showAgain() {
    stty("echo");
  }

  private char @Nullable [] ask(String question) {
    try (FileInputStream in = new FileInputStream(terminal);
        FileOutputStream out = new FileOutputStream(terminal);
        PrintStream printer = VisibleStream.forMessages(out)) {
      return new StreamPrompt(in, printer).secret(question);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void show(String text) {
    try (FileOutputStream out = new FileOutputStream(terminal);
        PrintStream printer = VisibleStream.forMessages(out)) {
      printer.print(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java cannot switch the echo of a terminal, but every Unix has a program that does. */
  private boolean stty(String setting) {
    try {
      return new ProcessBuilder("stty", setting)
              .redirectInput(terminal)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
