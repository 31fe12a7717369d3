package dev.vireo.interop.vmx;

import dev.vireo.interop.SimulatedHost;
import dev.vireo.interop.process.Command;
import dev.vireo.interop.process.ForeignProgram;
import dev.vireo.interop.process.VirshBatch;
import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** C libvirt's converters, by virsh. */
final class LibvirtConverter implements Converter {
  private final VirshBatch virsh;
  private final Path folder;
  private final @Nullable SimulatedHost host;

  private LibvirtConverter(VirshBatch virsh, Path folder, @Nullable SimulatedHost host) {
    this.virsh = virsh;
    this.folder = folder;
    this.host = host;
  }

  /**
   * Connects.
   *
   * @param site what to
   * @param folder a folder for the documents; its path must be short and without blanks
   * @return the converter; its close stops the simulated host
   */
  static LibvirtConverter open(Site site, Path folder) {
    try {
      Preset preset = site.preset().orElse(null);
      if (preset == null) {
        return new LibvirtConverter(new VirshBatch(player(folder)), folder, null);
      }
      SimulatedHost host = SimulatedHost.start(preset, folder);
      AutodetectDisks.putOn(host, site);
      return new LibvirtConverter(new VirshBatch(host.virsh()), folder, host);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** libvirt finds VMware's hosted products by running them; these stand for them. */
  private static Command player(Path folder) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    Map<String, String> scripts =
        Map.of(
            "vmrun", "exit 0",
            "vmplayer", "echo 'VMware Player 16.0.0 build-1'",
            "vmware", "echo 'VMware Workstation 16.0.0 build-1'");
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Path file = programs.resolve(script.getKey());
      Files.writeString(file, "#!/bin/sh\n" + script.getValue() + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
    return Command.of(ForeignProgram.VIRSH)
        .leading("-c", "vmwareplayer:///session")
        .with("PATH", programs + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"))
        .with("HOME", folder.toString())
        .with("XDG_RUNTIME_DIR", folder.toString());
  }

  @Override
  public List<Result> vmxToXml(List<byte[]> files) {
    return convert("domxml-from-native", files);
  }

  @Override
  public List<Result> xmlToVmx(List<byte[]> documents) {
    if (host == null) {
      throw new UnsupportedOperationException("libvirt writes VMX files for ESX and GSX only");
    }
    return convert("domxml-to-native", documents);
  }

  private List<Result> convert(String verb, List<byte[]> documents) {
    List<String> commands = new ArrayList<>();
    List<Path> written = new ArrayList<>();
    try {
      for (byte[] document : documents) {
        Path file = folder.resolve("d" + written.size());
        Files.write(file, document);
        written.add(file);
        commands.add(verb + " vmware-vmx " + file);
      }
      return virsh.run(commands).stream().map(LibvirtConverter::result).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Result result(VirshBatch.Answer answer) {
    return answer.failed()
        ? new Result.Refusal(answer.stderr().strip())
        : new Result.Document(answer.stdout());
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
    }
  }
}
