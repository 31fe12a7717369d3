package dev.vireo.interop.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running vcsim on a loopback port of its own choice. */
public final class Vcsim implements AutoCloseable {
  /** The user name that may log in. */
  public static final String USER = "root";

  /** Its password. */
  public static final String PASSWORD = "secret";

  private static final long READY_SECONDS = 30;

  private final Process process;
  private final URI url;

  private Vcsim(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param arguments the arguments of this project's vcsim main, such as {@code -esx}
   * @return the server
   */
  public static Vcsim start(String... arguments) {
    Process process;
    try {
      process =
          Command.of(ForeignProgram.VCSIM)
              .leading("-user", USER, "-password", PASSWORD)
              .builder(List.of(arguments))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean ready = false;
    try {
      Vcsim server = new Vcsim(process, URI.create(firstLine(process)));
      ready = true;
      return server;
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  private static String firstLine(Process process) {
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(() -> {
          BufferedReader reader = process.inputReader();
          try {
            String text = reader.readLine();
            if (text == null) {
              throw new IllegalStateException("vcsim ended before it was ready");
            }
            return text;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    try {
      return line.get(READY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while vcsim started", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("vcsim did not start", e);
    }
  }

  /**
   * Returns the host and port of the server.
   *
   * @return {@code 127.0.0.1:PORT}
   */
  public String authority() {
    return "127.0.0.1:" + url.getPort();
  }

  /**
   * Returns govc, set up to talk to this server with sessions of its own that it ends.
   *
   * @return the command
   */
  public Command govc() {
    return Clients.govc(authority(), USER, PASSWORD);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
