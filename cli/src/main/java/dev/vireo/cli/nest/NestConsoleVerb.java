package dev.vireo.cli.nest;

import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.Interruptible;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.nest.NestException;
import dev.vireo.nest.libvirt.VirtualizationException;
import java.io.IOException;
import java.util.List;

/** {@code nest console}: hands the terminal to the serial port of a nested host. */
public final class NestConsoleVerb extends NestVerb {

  @Override
  public CommandSpec spec() {
    return of("console", "connect to the serial port of a nested host")
        .description(
            """
            Connects this terminal to the first serial port of a running nested
            host, by `virsh console`; Ctrl-] ends that. ESXi writes there when its
            boot options say so: com1_Port=0x3f8 tty2Port=com1. Its screen is seen
            with a VNC viewer: virsh domdisplay NAME.\
            """)
        .option(Lab.name("name of the host"))
        .option(Lab.LIBVIRT)
        .example("nest console esxi-1")
        .build();
  }

  @Override
  void run(Call call, Lab lab) {
    if (call.json()) {
      throw new CommandException("a console is no data that could be JSON");
    }
    List<String> command = lab.hosts().consoleCommand(call.required(Lab.NAME));
    call.output().flush();
    int exitCode = Interruptible.call(call.session(), () -> run(command));
    if (exitCode != 0) {
      throw CommandException.withExitCode(exitCode);
    }
  }

  /** Runs a program on the terminal of this process until it ends. */
  private static int run(List<String> command) {
    Process process;
    try {
      process = new ProcessBuilder(command).inheritIO().start();
    } catch (IOException e) {
      throw new NestException(
          "'%s' cannot be run: %s".formatted(command.getFirst(), e.getMessage()), e);
    }
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new VirtualizationException(
          VirtualizationException.Kind.INTERRUPTED, "the console was interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
