package dev.vireo.cli;

import dev.vireo.Connect;
import dev.vireo.ConnectOptions;
import dev.vireo.LibvirtException;
import dev.vireo.auth.KnownHosts;
import dev.vireo.cli.credentials.CertificatePrompt;
import dev.vireo.cli.credentials.PromptingAuth;
import dev.vireo.cli.nest.LabSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What outlives a single command: the connection with the host, the current directory of the shell,
 * and whether the user has had enough.
 */
public final class Session implements AutoCloseable {
  private final GlobalOptions options;
  private final Streams streams;
  private final Output output;
  private final Map<String, String> environment;
  private final boolean interactive;
  private final @Nullable LabSite labSite;
  private final Trace trace;

  private final NamedUris uris;

  private @Nullable NamedUri uri;
  private boolean readOnly;
  private @Nullable Connect connect;
  private Path directory;
  private boolean quitting;
  private boolean interrupted;
  private @Nullable EndSignal endedBy;

  Session(
      GlobalOptions options,
      Streams streams,
      Output output,
      Map<String, String> environment,
      boolean interactive,
      @Nullable LabSite labSite) {
    this.options = options;
    this.streams = streams;
    this.output = output;
    this.environment = environment;
    this.interactive = interactive;
    this.labSite = labSite;
    this.trace = new Trace(options.trace());
    this.uris = new NamedUris(options.uri(), environment);
    this.readOnly = options.readOnly();
    this.directory = Path.of(System.getProperty("user.dir", "/"));
  }

  /** All URIs that option and environment name, in the order in which they count. */
  public List<String> namedUris() {
    return uris.named().stream().map(NamedUri::text).toList();
  }

  /** Where nested hosts live. */
  public LabSite labSite() {
    return labSite == null ? LabSite.system() : labSite;
  }

  /**
   * Whether option, environment or configuration name a host.
   *
   * @throws CommandException when the configuration cannot be read
   */
  boolean hasNamedHost() {
    return target() != null;
  }

  private @Nullable NamedUri target() {
    if (uri == null) {
      uri = uris.first();
    }
    return uri;
  }

  /**
   * The connection, opened when it is not open yet.
   *
   * @throws CommandException when it cannot be opened
   */
  public Connect connect() {
    Connect open = connect;
    if (open == null) {
      open = open(target(), readOnly);
      connect = open;
    }
    return open;
  }

  /**
   * Leaves the host for another one, or connects to the same one anew. When that fails, the old
   * connection stays.
   *
   * @param otherUri null for the same host as before
   * @param wantReadOnly whether to refuse changes from now on; without another host the setting
   *     stays as it was
   */
  public void reconnect(@Nullable String otherUri, boolean wantReadOnly) {
    boolean newReadOnly = otherUri == null ? readOnly || wantReadOnly : wantReadOnly;
    NamedUri newUri = otherUri == null ? target() : NamedUri.given(otherUri);
    Connect opened = open(newUri, newReadOnly);
    Connect old = connect;
    connect = opened;
    uri = newUri;
    readOnly = newReadOnly;
    if (old != null) {
      old.close();
    }
  }

  /**
   * Opens a second connection, which the caller closes.
   *
   * @throws CommandException when it cannot be opened
   */
  public Connect connectTo(String other) {
    return open(NamedUri.given(other), false);
  }

  private Connect open(@Nullable NamedUri target, boolean asReadOnly) {
    if (target == null) {
      throw uris.nothingNamed();
    }
    PromptingAuth auth = PromptingAuth.on(streams, environment);
    ConnectOptions how =
        trace.listenTo(
            ConnectOptions.defaults().withReadOnly(asReadOnly).withEnvironment(environment));
    if (!options.logs()) {
      how = how.withWarnings(output::warning); // else they stand in the log
    }
    CertificatePrompt trust =
        CertificatePrompt.on(streams, KnownHosts.locate(environment, how.home()), how::warn);
    try {
      Connect opened = Connect.open(target.text(), auth, how.withHostTrust(trust));
      trace.endPhase("connect");
      return opened;
    } catch (LibvirtException e) {
      CommandException failure = NamedUris.cannotConnect(e);
      for (String hint : List.of(auth.hint(), trust.hint(), target.hint())) {
        failure = hint.isEmpty() ? failure : failure.withHint(hint);
      }
      throw failure;
    }
  }

  /** The global options. */
  GlobalOptions options() {
    return options;
  }

  /** The streams of this run. */
  public Streams streams() {
    return streams;
  }

  /** Where to print. */
  public Output output() {
    return output;
  }

  /** The environment variables of this run. */
  public Map<String, String> environment() {
    return environment;
  }

  /** The requests made so far. */
  Trace trace() {
    return trace;
  }

  /** Whether commands come from the shell instead of the command line. */
  public boolean isInteractive() {
    return interactive;
  }

  /** Whether changes are refused. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** Whether a host is connected. */
  public boolean isConnected() {
    return connect != null;
  }

  /** The current directory. */
  public Path directory() {
    return directory;
  }

  /** Changes the current directory of this session; that of the process stays. */
  public void changeDirectory(Path newDirectory) {
    directory = newDirectory;
  }

  /** Makes this command the last one. */
  public void quit() {
    quitting = true;
  }

  /**
   * Notes what told the last piece of work to end, and makes this command the last one where the
   * whole process was meant.
   *
   * @param signal the signal; null for none
   */
  void note(@Nullable EndSignal signal) {
    interrupted = signal != null;
    if (signal != null && signal.endsProcess()) {
      endedBy = signal;
      quit();
    }
  }

  /** Whether the last piece of work that could be interrupted was. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /**
   * What the process returns.
   *
   * @param exitCode what its commands came to
   */
  int exitCode(int exitCode) {
    return endedBy == null ? exitCode : endedBy.exitCode();
  }

  /** Whether this command was the last one. */
  public boolean isQuitting() {
    return quitting;
  }

  /** Logs out. A host that cannot be told so is reported, but fails nothing any more. */
  @Override
  public void close() {
    Connect open = connect;
    connect = null;
    if (open != null) {
      try {
        open.close();
      } catch (LibvirtException e) {
        output.error("failed to disconnect from the hypervisor");
        output.error(Failures.text(e));
      }
      if (trace.isEnabled()) {
        trace.endPhase("disconnect");
        output.diagnostic(trace.take("disconnect"));
      }
    }
  }
}
