package dev.vireo.benchmarks;

import dev.vireo.simulator.ServeOptions;
import dev.vireo.simulator.Simulator;
import dev.vireo.simulator.SimulatorConfig;
import dev.vireo.simulator.SimulatorServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Converts the files of a folder by the library and by C virsh, and prints the rates of both. Only
 * files that both convert are measured.
 */
public final class ConvertBesideVirsh {
  private static final int RUNS = 7;
  private static final double SECOND = 1e9;

  private final Path corpus;
  private final String virsh;
  private final Path folder;
  private final PrintStream out;

  private ConvertBesideVirsh(Path corpus, String virsh, Path folder, PrintStream out) {
    this.corpus = corpus;
    this.virsh = virsh;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs all and prints the table.
   *
   * @param args the folder with the folders {@code vmx} and {@code xml}, and the path of virsh
   * @throws IOException if a program cannot be run or fails
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      new ConvertBesideVirsh(Path.of(args[0]), args[1], folder.path(), System.out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    out.println(
        "| conversion | program | files | KiB each | per second | per CPU second | MiB/s "
            + "| KiB allocated each | beside virsh | by CPU time |");
    out.println("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    compare(Direction.VMX_TO_XML, VirshConversions.ofPlayer(virsh, folder));
    SimulatorConfig config =
        SimulatorConfig.esx80().toBuilder()
            .userName(Credentials.BENCHMARK.user())
            .password(Credentials.BENCHMARK.password().toCharArray())
            .build();
    try (Simulator simulator = Simulator.start(config);
        SimulatorServer server = simulator.serve(ServeOptions.https())) {
      compare(
          Direction.XML_TO_VMX,
          VirshConversions.ofHost(virsh, server, Credentials.BENCHMARK, folder));
    }
  }

  private void compare(Direction direction, VirshConversions theirs)
      throws IOException, InterruptedException {
    List<Path> files = theirs.convertible(direction, convertible(direction, copies(direction)));
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    Rate libvirt =
        batches(theirs.batch(direction, files), theirs.batch(direction, List.of()), files.size());
    row(direction, "C virsh", files.size(), bytes, libvirt, libvirt);
    Rate cold = batches(fresh(direction, files), fresh(direction, List.of()), files.size());
    row(direction, "vireo, cold", files.size(), bytes, cold, libvirt);
    row(direction, "vireo, warm", files.size(), bytes, warm(direction, files), libvirt);
    row(
        direction,
        "vireo, warm, in memory",
        files.size(),
        bytes,
        inMemory(direction, files),
        libvirt);
    out.flush();
  }

  /** The files under short names, as they all go onto one command line. */
  private List<Path> copies(Direction direction) throws IOException {
    Path target = Files.createDirectories(folder.resolve(direction.folder()));
    List<Path> copies = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus.resolve(direction.folder()))) {
      for (Path file : files.sorted().toList()) {
        copies.add(Files.copy(file, target.resolve("" + copies.size())));
      }
    }
    return copies;
  }

  private static List<Path> convertible(Direction direction, List<Path> files) throws IOException {
    List<Path> converted = new ArrayList<>();
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      try {
        direction.convert(content);
        converted.add(file);
      } catch (RuntimeException e) {
        // Refused, with a reason that matters to nobody here.
      }
    }
    return converted;
  }

  /** A new JVM that converts the files once: with all that it has to load for it. */
  private MeasuredProgram fresh(Direction direction, List<Path> files) throws IOException {
    Path names = folder.resolve("files-" + direction + "-" + files.size());
    Files.write(names, files.stream().map(Path::toString).toList());
    return new MeasuredProgram(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ConvertFiles.class.getName(),
            direction.name(),
            names.toString()),
        Map.of(),
        folder);
  }

  /** What a process that converts costs more than one that only starts. */
  private static Rate batches(MeasuredProgram full, MeasuredProgram empty, int files)
      throws IOException, InterruptedException {
    long lines = full.output().lines().count();
    long linesOfNone = empty.output().lines().count();
    List<Measurement> fullRuns = new ArrayList<>();
    List<Measurement> emptyRuns = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      emptyRuns.add(empty.run(linesOfNone));
      fullRuns.add(full.run(lines));
    }
    Measurement whole = Measurement.median(fullRuns);
    Measurement start = Measurement.median(emptyRuns);
    return new Rate(
        files * SECOND / (whole.wall().toNanos() - start.wall().toNanos()),
        whole.cpuMillis() < 0 ? -1 : files * 1000.0 / (whole.cpuMillis() - start.cpuMillis()),
        -1);
  }

  /** From files to a file, as virsh does it. */
  private Rate warm(Direction direction, List<Path> files) throws IOException {
    Path result = folder.resolve("converted");
    return Rate.of(
        WarmLoop.measure(() -> {
          try (OutputStream converted = Files.newOutputStream(result)) {
            ConvertFiles.convert(direction, files, converted);
          }
        }),
        files.size());
  }

  /** What a program pays that has the files in memory. */
  private static Rate inMemory(Direction direction, List<Path> files) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    ByteArrayOutputStream converted = new ByteArrayOutputStream(1 << 20);
    return Rate.of(
        WarmLoop.measure(() -> {
          converted.reset();
          for (byte[] content : contents) {
            converted.write(direction.convert(content));
          }
        }),
        files.size());
  }

  private void row(
      Direction direction, String program, int files, long bytes, Rate rate, Rate libvirt) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %d | %.1f | %,.0f | %s | %.1f | %s | %.1f times | %s |%n",
        direction.title(),
        program,
        files,
        bytes / 1024.0 / files,
        rate.perSecond(),
        rate.perCpuSecond() < 0 ? "-" : "%,.0f".formatted(rate.perCpuSecond()),
        rate.perSecond() * bytes / files / (1 << 20),
        rate.allocatedBytes() < 0 ? "-" : "%.1f".formatted(rate.allocatedBytes() / 1024),
        rate.perSecond() / libvirt.perSecond(),
        rate.perCpuSecond() < 0 || libvirt.perCpuSecond() < 0
            ? "-"
            : "%.1f times".formatted(rate.perCpuSecond() / libvirt.perCpuSecond()));
  }

  /**
   * How fast files are converted.
   *
   * @param perSecond conversions in a second
   * @param perCpuSecond conversions in a second of processor time; -1 when unknown
   * @param allocatedBytes memory allocated for each; -1 when unknown
   */
  private record Rate(double perSecond, double perCpuSecond, double allocatedBytes) {
    static Rate of(WarmLoop.Cost cost, int files) {
      return new Rate(
          files * SECOND / cost.wallNanos(),
          files * SECOND / cost.cpuNanos(),
          cost.allocatedBytes() / files);
    }
  }
}
