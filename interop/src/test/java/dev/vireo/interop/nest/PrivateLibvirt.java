package dev.vireo.interop.nest;

import dev.vireo.DomainState;
import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.nest.NestedHosts;
import dev.vireo.nest.host.LocalHost;
import dev.vireo.nest.libvirt.VirshHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A libvirt daemon with its own state, network links and process ids, which touches nothing of the
 * machine: it runs in namespaces of its own, and whatever it started ends with it, even when the
 * tests are killed. Needs root. The file system is shared but for libvirt's own folders, so that
 * tests and QEMU see the same files.
 */
public final class PrivateLibvirt implements AutoCloseable {

  private static final String SCRIPT = "private_libvirt.sh";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String EVENT_SECONDS = "2";

  private final Path folder;
  private final Process unshare;
  private final long init;

  private PrivateLibvirt(Path folder, Process unshare, long init) {
    this.folder = folder;
    this.unshare = unshare;
    this.init = init;
  }

  /**
   * Starts the daemon and waits until it answers.
   *
   * @param folder an empty folder, with a short path, for its socket and logs
   * @return the daemon
   */
  public static PrivateLibvirt start(Path folder) {
    return start(folder, "root", "root");
  }

  /**
   * Starts the daemon, and has it run QEMU as another user than root.
   *
   * @param folder an empty folder, with a short path, for its socket and logs
   * @param user the user
   * @param group the group
   * @return the daemon
   */
  public static PrivateLibvirt start(Path folder, String user, String group) {
    Path script = folder.resolve(SCRIPT);
    try (InputStream source = PrivateLibvirt.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IllegalStateException("the script is missing: " + SCRIPT);
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
      Process process =
          new ProcessBuilder(
                  "unshare",
                  "--mount",
                  "--net",
                  "--pid",
                  "--fork",
                  "--kill-child",
                  "--mount-proc",
                  "sh",
                  script.toString(),
                  folder.toString(),
                  user,
                  group)
              .redirectError(folder.resolve("script.log").toFile())
              .start();
      return ready(folder, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrivateLibvirt ready(Path folder, Process process) throws IOException {
    boolean ready = false;
    try {
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = output.readLine();
      if (!"ready".equals(line)) {
        throw new IllegalStateException(
            "libvirt's daemon did not start: "
                + Files.readString(folder.resolve("script.log"), StandardCharsets.UTF_8));
      }
      long init = process.children().findFirst().orElseThrow().pid();
      ready = true;
      return new PrivateLibvirt(folder, process, init);
    } finally {
      if (!ready) {
        process.destroyForcibly();
      }
    }
  }

  /** Returns the URI that reaches the daemon, from outside its namespaces too. */
  public String uri() {
    return "qemu:///system?socket=" + folder.resolve("socket/libvirt-sock");
  }

  /** Returns the daemon as the library sees it. */
  public VirshHost host() {
    return new VirshHost(ForeignProgram.VIRSH.path().toString(), uri(), PATIENCE);
  }

  /** Returns the machine as the daemon sees it, with its links and its qemu.conf. */
  public LocalHost machine() {
    return new LocalHost(path("/"));
  }

  /** Returns the path that leads to a file of the daemon's namespaces from outside them. */
  public Path path(String file) {
    return Path.of("/proc", Long.toString(init), "root" + file);
  }

  /** Returns the nested hosts of this daemon. */
  public NestedHosts hosts() {
    return new NestedHosts(host(), machine());
  }

  /**
   * Has a shell script run whenever the daemon is about to start QEMU, which it does with a domain
   * that it calls paused; a script that fails makes the start fail.
   *
   * @param lines the script; empty for none any more
   */
  public void whenStarting(String lines) {
    Path hook = folder.resolve("hook");
    try {
      Files.deleteIfExists(hook);
      if (!lines.isEmpty()) {
        Files.writeString(hook, "#!/bin/sh\n[ \"$2\" = start ] || exit 0\n" + lines);
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command where the daemon runs, such as one that makes a bridge.
   *
   * @param command the program and its arguments
   * @return what it printed, errors included
   * @throws AssertionError if it fails
   */
  public String inside(String... command) {
    try {
      Process process =
          new ProcessBuilder(lineInside(List.of(command))).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("%s failed: %s".formatted(List.of(command), output));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Returns the command line that runs a command where the daemon runs.
   *
   * @param command the program and its arguments
   * @return a program, whose one child is the command, and its arguments
   */
  public List<String> lineInside(List<String> command) {
    List<String> line =
        new ArrayList<>(
            List.of("nsenter", "--target", Long.toString(init), "--mount", "--net", "--pid"));
    line.addAll(command);
    return line;
  }

  /**
   * Waits until a domain is in a state.
   *
   * @param name the domain
   * @param wanted the state
   * @throws AssertionError if it is not within a minute
   */
  public void await(String name, DomainState wanted) {
    await(name, wanted, LIMIT);
  }

  /**
   * Waits until a domain is in a state.
   *
   * @param name the domain
   * @param wanted the state
   * @param limit how long at most
   * @throws AssertionError if it is not by then
   */
  public void await(String name, DomainState wanted, Duration limit) {
    VirshHost host = host();
    // Asking without a pause would take the processor from the guest. An event may have come just
    // before it was waited for, so that the wait has an end.
    Command virsh = Command.of(ForeignProgram.VIRSH).leading("--connect", uri());
    long end = System.nanoTime() + limit.toNanos();
    DomainState state = host.state(name);
    while (state != wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError("%s is %s after %s".formatted(name, state.text(), limit));
      }
      virsh.run("event", "--domain", name, "--event", "lifecycle", "--timeout", EVENT_SECONDS);
      state = host.state(name);
    }
  }

  @Override
  public void close() {
    try {
      // The end of its input is the end of the script, and of all processes in its namespace.
      unshare.getOutputStream().close();
      if (!unshare.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        unshare.destroyForcibly();
        throw new IllegalStateException("libvirt's daemon did not end");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unshare.destroyForcibly();
    }
  }
}
