package dev.vireo.cli.verb;

import dev.vireo.cli.Amounts;
import dev.vireo.cli.Call;
import dev.vireo.cli.CommandException;
import dev.vireo.cli.NamedFile;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.Completer;
import dev.vireo.cli.grammar.OptionSpec;
import dev.vireo.cli.json.JsonWriter;
import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code simulator}: serves a simulated host until it is told to stop. */
final class SimulatorVerb implements Verb {
  private static final String PRESET = "preset";
  private static final String PORT = "port";
  private static final String BIND = "bind";
  private static final String HTTP = "http";
  private static final String LATENCY = "latency";
  private static final String TASK_DURATION = "task-duration";
  private static final String USER = "user";
  private static final String PASSWORD_FILE = "password-file";
  private static final String CERTIFICATE = "write-cert";
  private static final String UNTIL_EOF = "until-eof";
  private static final String PASSWORD_VARIABLE = "VIREO_SIMULATOR_PASSWORD";
  private static final int LABEL_WIDTH = 12;
  private static final int MAX_PORT = 65_535;

  @Override
  public CommandSpec spec() {
    List<String> presets = SimulatorShape.presets();
    CommandSpec.Builder spec =
        CommandSpec.of("simulator", CommandGroup.VIREO, "serve a simulated host")
            .description(
                """
                Serves a simulated VMware host over HTTPS, prints how to connect when
                it is ready, and runs until it is interrupted. The password is vireo
                unless VIREO_SIMULATOR_PASSWORD or --password-file sets another.
                vcenter has names that clients stumble over, vcenter-plain has not.
                It is for tests: it takes 1024 connections, 768 from one address,
                uploads of 64 MiB, and 256 MiB of them, which it keeps in memory.\
                """)
            .option(
                OptionSpec.string(
                    PRESET,
                    String.join("|", presets) + " (default esx80)",
                    new Completer.Words(presets)));
    return SimulatorShape.addOptions(spec)
        .option(OptionSpec.number(PORT, "port (default any free one)"))
        .option(OptionSpec.string(BIND, "address to listen at (default 127.0.0.1)", Completer.NONE))
        .option(OptionSpec.bool(HTTP, "plain HTTP instead of HTTPS"))
        .option(
            OptionSpec.string(LATENCY, "time added to each request, such as 10ms", Completer.NONE))
        .option(
            OptionSpec.string(TASK_DURATION, "time that a task takes, such as 2s", Completer.NONE))
        .option(OptionSpec.string(USER, "user that may log in", Completer.NONE))
        .option(OptionSpec.string(PASSWORD_FILE, "file with the password", new Completer.Files()))
        .option(
            OptionSpec.string(
                CERTIFICATE,
                "file to write the certificate to, for cacert=",
                new Completer.Files()))
        .option(OptionSpec.bool(UNTIL_EOF, "run until standard input ends"))
        .example("simulator --preset esx80 --vms 1000")
        .example("simulator --preset vcenter --latency 10ms --until-eof")
        .example("simulator --preset vcenter-plain --dc 2 --cluster 2 --host 3 --vm 10")
        .printsData()
        .build();
  }

  @Override
  public void run(Call call) {
    SimulatorConfig config = config(call);
    ServeOptions options = serveOptions(call);
    try (Simulator simulator = Simulator.start(config);
        SimulatorServer server = simulator.serve(options)) {
      writeCertificate(call, server);
      warnOfKnownPassword(call, config, options);
      announce(call, config, server, options);
      call.output().flush();
      await(call);
    } catch (UncheckedIOException e) {
      throw new CommandException("the simulator cannot be started", e);
    }
  }

  private static SimulatorConfig config(Call call) {
    SimulatorConfig.Builder builder;
    try {
      String preset = call.string(PRESET);
      builder = SimulatorShape.of(call, preset == null ? "esx80" : preset);
    } catch (IllegalArgumentException e) {
      throw new CommandException("the simulator cannot be started", e);
    }
    String latency = call.string(LATENCY);
    if (latency != null) {
      builder.latency(Amounts.duration(LATENCY, latency));
    }
    String taskDuration = call.string(TASK_DURATION);
    if (taskDuration != null) {
      builder.taskDuration(Amounts.duration(TASK_DURATION, taskDuration));
    }
    String user = call.string(USER);
    if (user != null) {
      builder.userName(user);
    }
    char[] password = password(call);
    if (password != null) {
      builder.password(password);
      Arrays.fill(password, '\0');
    }
    return builder.build();
  }

  private static char @Nullable [] password(Call call) {
    String file = call.string(PASSWORD_FILE);
    if (file == null) {
      String fromEnvironment = call.session().environment().get(PASSWORD_VARIABLE);
      return fromEnvironment == null ? null : fromEnvironment.toCharArray();
    }
    String text = new NamedFile(file).readText(call.session());
    String line = text.lines().findFirst().orElse("");
    if (line.isEmpty()) {
      throw new CommandException("there is no password in the first line of '" + file + "'");
    }
    return line.toCharArray();
  }

  private static ServeOptions serveOptions(Call call) {
    ServeOptions options = call.has(HTTP) ? ServeOptions.http() : ServeOptions.https();
    Integer port = call.number(PORT);
    if (port != null) {
      if (port < 0 || port > MAX_PORT) {
        throw new CommandException("there is no port " + port + ", only 0 to " + MAX_PORT);
      }
      options = options.withPort(port);
    }
    String address = call.string(BIND);
    if (call.has(HTTP) && call.string(CERTIFICATE) != null) {
      throw new CommandException("with --http there is no certificate for --write-cert");
    }
    if (address != null) {
      try {
        options = options.withBindAddress(InetAddress.getByName(address));
      } catch (UnknownHostException e) {
        throw new CommandException("there is no address '" + address + "' to listen at");
      }
    }
    return options;
  }

  private static void writeCertificate(Call call, SimulatorServer server) {
    String file = call.string(CERTIFICATE);
    if (file == null) {
      return;
    }
    new NamedFile(file).write(call.session(), server.certificatePem());
  }

  private static void announce(
      Call call, SimulatorConfig config, SimulatorServer server, ServeOptions options) {
    String uri = SimulatorUri.of(config, server, options.tls());
    char[] secret = config.password();
    String password = new String(secret);
    Arrays.fill(secret, '\0');
    String fingerprint = options.tls() ? server.fingerprint() : null;
    if (call.json()) {
      call.print(
          new JsonWriter()
              .object()
              .key("uri")
              .value(uri)
              .key("user")
              .value(config.userName())
              .key("password")
              .value(password)
              .key("fingerprint")
              .value(fingerprint)
              .key("address")
              .value(server.uri().toString())
              .endObject());
      return;
    }
    Fields fields = new Fields(LABEL_WIDTH);
    fields.add("URI:", uri);
    fields.add("User:", config.userName());
    fields.add("Password:", password);
    if (fingerprint != null) {
      fields.add("Fingerprint:", fingerprint);
    }
    fields.add("Address:", server.uri().toString());
    ReadyLines.of(config, uri, server.uri(), options.tls()).forEach(fields::add);
    call.output().print(fields.toString());
  }

  /** Others may reach it, and all of them know the password that it comes with. */
  private static void warnOfKnownPassword(Call call, SimulatorConfig config, ServeOptions options) {
    if (!options.bindAddress().isLoopbackAddress() && ReadyLines.hasKnownPassword(config)) {
      call.output()
          .warning(
              "whoever reaches "
                  + options.bindAddress().getHostAddress()
                  + " can log in, as the password is the usual one; "
                  + PASSWORD_VARIABLE
                  + " or --"
                  + PASSWORD_FILE
                  + " sets another");
    }
  }

  private static void await(Call call) {
    try {
      if (call.has(UNTIL_EOF)) {
        // What is typed means nothing; only its end does.
        call.session().streams().in().transferTo(OutputStream.nullOutputStream());
      } else {
        new CountDownLatch(1).await(); // a signal ends the JVM
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
